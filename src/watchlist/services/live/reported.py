"""When a word was said, where its source does not tell: the rule that keeps `moved` honest.

A record that is kept up (Wikidata, an uncited infobox, TMDB) shows a value and not its age.
Stamped with today it would beat every newer article; left without a day it would count as
the oldest word of all and turn the articles after it into moves. So, the first that applies:

1. the page that is cited has a day of its own: that day, unless we saw another value since
2. we saw another value on an earlier day: between that day and today
3. the same date was said before, by others: with that word and as sure as it, so that nothing moves
4. the newest word is over thirty days old: the record was changed after it, by today
5. the newest word is firm: beside it, as speculation, so that the two are shown to differ
6. nothing is known of the release: some day up to today
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.dates import Edtf
from watchlist.domain.resolution import newest_first

_OLD = timedelta(days=30)


class Reading(NamedTuple):
    """What a source said of a release when we last looked: the date, how sure, citing what; and the day we looked."""

    when: str
    certainty: str
    cited: str
    day: date


def decide(word: Claim, known: Sequence[Claim], last: Reading | None, *, today: date) -> Claim | None:
    """Return the claim that a word comes to, `reported` included; None where it adds nothing that can be placed.

    `known` are the claims on the same release that are known today, of every layer, and
    `last` is the last reading of the same source.
    """
    is_same = last is not None and last.when == (word.date.text if word.date else "")
    published = word.source.published
    is_cited = published is not None and not _is_future(published, today)
    if is_cited and any(claim.source.id == word.source.id and claim.date == word.date for claim in known):
        return None
    if last and is_same and not (is_cited and word.source.id != last.cited):
        return _surer(word, last, today)
    if published and is_cited and (last is None or is_same or not _ends_before(published, last.day)):
        return _announced_then(word, published)._replace(reported=published)
    ordered = newest_first(known)
    same = next((claim for claim in ordered if claim.date and _same_date(claim, word)), None)
    if last and not (same and same.newness >= last.day):
        return word._replace(reported=_between(last.day, today))
    if same:
        return _beside(word, same, today)
    if not ordered:
        return word._replace(reported=_until(today))
    return _against(word, ordered, today)


def _announced_then(word: Claim, published: Edtf) -> Claim:
    """Let a page that is older than the day of a release announce it, as it cannot have reported it."""
    day = word.span.latest if word.span else None
    if word.certainty is Certainty.RELEASED and day and _ends_before(published, day):
        return word._replace(certainty=Certainty.ANNOUNCED)
    return word


def _surer(word: Claim, last: Reading, today: date) -> Claim | None:
    """Return a claim for an unchanged date that is surer than at the last reading, or has come; otherwise None."""
    if word.certainty.rank <= Certainty(last.certainty).rank:
        return None
    day = word.span.latest if word.span and word.certainty is Certainty.RELEASED else None
    return word._replace(reported=_between(max(day or last.day, last.day), today))


def _beside(word: Claim, same: Claim, today: date) -> Claim:
    """Put a word beside the newest one that says the same, and make it no surer."""
    certainty = min(word.certainty, same.certainty, key=lambda one: one.rank)
    since = None if same.newness == date.min else same.newness
    return word._replace(certainty=certainty, reported=_between(since, today) if since else _until(today))


def _against(word: Claim, ordered: Sequence[Claim], today: date) -> Claim | None:
    """Place a word that says something new against the newest one."""
    newest = ordered[0]
    if today - newest.known_from > _OLD:
        return word._replace(reported=_between(newest.known_from + timedelta(days=1), today))
    if newest.certainty.is_firm and newest.newness > date.min:
        return word._replace(certainty=Certainty.SPECULATED, reported=_between(newest.newness, today))
    return None


def _between(first: date, last: date) -> Edtf:
    return Edtf.of(last) if first >= last else Edtf.parse(f"{first}/{last}")


def _until(today: date) -> Edtf:
    return Edtf.parse(f"../{today}")


def _is_future(published: Edtf, today: date) -> bool:
    earliest = published.span().earliest
    return earliest is None or earliest > today


def _ends_before(published: Edtf, day: date) -> bool:
    latest = published.span().latest
    return latest is not None and latest < day


def _same_date(claim: Claim, word: Claim) -> bool:
    return claim.span == word.span and (claim.date is not None and claim.date.is_tba) == (
        word.date is not None and word.date.is_tba
    )


def settle(words: Iterable[Claim]) -> tuple[list[Claim], int]:
    """Leave one word for each release that a record dates more than once; return them, and how many were left out.

    A date that has passed beats those after it, which are re-releases; of dates to come a
    cited one stands, and where none or several are cited nobody can tell which is meant.
    """
    groups: dict[tuple[str, str, str | None], list[Claim]] = {}
    for word in words:
        groups.setdefault((word.region, word.channel, word.service), []).append(word)
    kept = [one for group in groups.values() for one in _settled(group)]
    return kept, sum(map(len, groups.values())) - len(kept)


def _settled(group: list[Claim]) -> list[Claim]:
    if len(group) == 1:
        return group
    out = [word for word in group if word.certainty is Certainty.RELEASED and word.span and word.span.latest]
    if out:
        return [min(out, key=lambda word: word.span.latest if word.span and word.span.latest else date.max)]
    return group if all(word.source.published for word in group) else [word for word in group if word.source.published]


def recalled(site: str, known: Iterable[Claim]) -> Reading | None:
    """Tell the last reading of a record from the claims that came of it, where the reading itself was lost."""
    prefix = f"{site.lower()}-"
    mine = [claim for claim in newest_first(known) if claim.source.id.startswith(prefix) and claim.date]
    if not mine:
        return None
    last = max(mine, key=lambda claim: claim.known_from)
    return Reading(last.date.text if last.date else "", last.certainty.value, last.source.id, last.known_from)


def known_today(claims: Iterable[Claim], word: Claim, today: date) -> list[Claim]:
    """Return the claims on the release that a word is about, as known on a day."""
    key = (word.region, word.channel, word.service)
    return [
        claim for claim in claims if (claim.region, claim.channel, claim.service) == key and claim.known_from <= today
    ]
