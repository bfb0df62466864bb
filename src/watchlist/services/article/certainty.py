"""How sure a sentence is: a table of words and phrases for each level of certainty.

Phrases match whole words. If a text has phrases of several levels, the level that comes first in the table decides.
"""

import re

from watchlist.domain.claim import Certainty

WORDS: dict[Certainty, tuple[str, ...]] = {
    Certainty.CANCELLED: (
        *("cancelled", "canceled", "scrapped", "shelved", "axed", "was abandoned", "been abandoned", "were abandoned", "abandoned the film", "abandoned the project", "called off", "is dead", "it's dead", "are dead", "killed off"),
        *("killed", "dropped for good", "dead in the water", "no longer happening", "no longer in development", "not happening", "isn't happening"),
        *("will not be made", "won't be made", "will never be made", "will not be released", "won't be released", "never be released"),
        *("pulled the plug", "pulls the plug", "permanently shelved", "written off", "write-off", "will never see the light"),
        *("will never come out", "not coming out", "will not come out", "won't come out", "no plans to release", "not going to be released", "will not see the light", "cancelled outright", "never see the light of day", "is off for good", "has been binned", "binned", "given up on the film", "called it quits"),
        *("that release is off", "the release is off", "scuttled", "ditched", "put out of its misery", "tax write", "is no more"),
    ),
    Certainty.RUMOURED: (
        *("rumor", "rumour", "rumored", "rumoured", "rumors", "rumours", "scooper", "scoopers", "insider", "insiders", "leak", "leaked", "leaker", "leaks"),
        *("word is", "word has it", "word on the street", "whisper", "whispers", "whispered", "whispering", "hearing", "we hear", "i hear", "have heard", "has heard"),
        *("allegedly", "reportedly", "said to be", "is said to", "are said to", "unconfirmed", "gossip", "grapevine", "the buzz", "buzz is", "chatter"),
        *("sources say", "sources tell", "sources told", "a source says", "according to sources", "unnamed", "anonymous", "tipster", "a little bird"),
        *("people familiar", "people close to", "have been told to keep", "supposedly", "purported", "purportedly", "talk of", "there is talk"),
        *("claims that", "claimed that", "tells us that", "our friend at", "friend of a friend"),
    ),
    Certainty.SPECULATED: (
        *("expected", "expect", "expects", "likely", "probably", "probable", "could", "may", "might", "perhaps", "maybe", "possibly", "possible"),
        *("our guess", "guess", "guesses", "guessing", "believe", "believes", "believed", "speculated", "speculation", "speculate", "predict", "predicts"),
        *("predicted", "prediction", "projected", "presumably", "tentative", "tentatively", "pencilled", "penciled", "hope", "hopes", "hoping", "hoped"),
        *("aiming", "aims", "eyeing", "eyes", "eyed", "targeting", "targets", "looks like", "look like", "looks set", "appears", "seems", "should", "would be"),
        *("anticipated for", "anticipated in", "is anticipated", "not before", "bet on", "bets on", "we think", "our money", "in all likelihood", "estimated", "earliest", "reckon", "reckons", "would put", "plausible", "assume", "assumes", "suggests", "suggesting", "points to", "educated"),
    ),
    Certainty.CONFIRMED: ("confirm", "confirms", "confirmed", "confirming", "confirmation", "official", "officially"),
}  # fmt: skip
"""All other words announce: "set for", "due", "slated", "opens", "will"."""

_DENIED = re.compile(
    r"\b(?:not|n't|never|nor|yet to(?: be)?|without|to be|un|still un|awaiting|await|contrary to|despite|denied|deny|denies|denying|dismiss\w*|false|quash\w*|no|nobody has|neither has|until)\s+(?:yet |been |be |officially |any )*$",
    re.IGNORECASE,
)
_PATTERNS = {
    level: re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?![\w-])", re.IGNORECASE
    )
    for level, words in WORDS.items()
}
_MAY = re.compile(r"\bM(?:ay|AY)\b")


def hedge(text: str) -> Certainty | None:
    """Return how sure a text is; None if it has no phrase of the table."""
    return next((level for level in _PATTERNS if _end_of(level, text) is not None), None)


def cancelled_at(text: str) -> int | None:
    """Return the end of the words by which a film is cancelled; None if there are none."""
    return _end_of(Certainty.CANCELLED, text)


def _end_of(level: Certainty, text: str) -> int | None:
    """Return the end of the first phrase of a level that is not negated; None if there is none."""
    plain = _MAY.sub("---", text.replace("’", "'"))
    for match in _PATTERNS[level].finditer(plain):
        denied = _DENIED.search(plain[max(0, match.start() - 40) : match.start()])
        if not (denied and level in (Certainty.CONFIRMED, Certainty.CANCELLED, Certainty.RUMOURED)):
            return match.end()
    return None
