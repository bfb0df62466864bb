"""A film during a refresh: what each site has said about it so far, and the outcome."""

from collections.abc import Iterable
from datetime import date

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.services.live.memory import Remembered, reading_of, release_name
from watchlist.services.live.news import Answer
from watchlist.services.live.offers import Offers
from watchlist.services.live.reported import decide, known_today, recalled, settle

_DAY_LENGTH = len("2026-12-18")


class FilmDraft:
    """One film of a batch, with its new claims and facts by site."""

    def __init__(self, film: Film, remembered: Remembered) -> None:
        self.film = film
        self.remembered = remembered
        self.answer = Answer.NOT_ANSWERED
        self.note = ""
        self.said: dict[str, list[Claim]] = {}
        """What each site says now, including what is not new."""
        self.claims: dict[str, list[Claim]] = {}
        self.facts: dict[str, Film] = {}
        self.history: list[Claim] = []
        """Claims from old revisions of an article, if they were asked for."""
        self.offers: tuple[Offers, ...] = ()
        self.empty: set[str] = set()
        """The sites that had dates for the film before, but have none now."""

    @property
    def known(self) -> tuple[Claim, ...]:
        """All claims about the film, the new ones last."""
        return (*self.film.claims, *(claim for claims in self.claims.values() for claim in claims))

    @property
    def id_of_item(self) -> str | None:
        """The film's item in Wikidata, if known."""
        listed = next((one.id for one in self.film.ids if one.site == "wikidata"), None)
        return self.remembered.item or listed

    def remember(self, **values: str | int | None) -> None:
        """Update what is remembered about the film."""
        self.remembered = self.remembered._replace(**values)  # type: ignore[arg-type]

    def was_answered(self) -> None:
        """Note that a site answered; whether anything changed is decided at the end."""
        if self.answer is Answer.NOT_ANSWERED:
            self.answer = Answer.SAME

    def record(self, site: str, words: Iterable[Claim], today: date) -> None:
        """Record everything that a site now says about the film's releases."""
        kept = settle(words)
        self.said[site] = kept
        before = {name: one for name, one in self.remembered.readings.items() if name.startswith(f"{site} ")}
        readings = dict(self.remembered.readings)
        for word in kept:
            name = release_name(site, word)
            known = known_today(self.known, word, today)
            claim = decide(word, known, before.get(name) or recalled(site, known), today=today)
            if claim is not None:
                self.claims.setdefault(site, []).append(claim)
            readings[name] = reading_of(word, today)
        if before and not kept:
            self.empty.add(site)
        self.remembered = self.remembered._replace(readings=readings)

    def add_history(self, site: str, history: Iterable[Claim]) -> None:
        """Add claims from old revisions, and date our claims of unknown age by them."""
        found = list(history)
        self.film = self.film._replace(claims=tuple(dated_by(found, claim) for claim in self.film.claims))
        self.history = found
        known = {_identity(one) for one in self.film.claims}
        self.claims.setdefault(site, []).extend(one for one in found if _identity(one) not in known)

    def record_unchanged(self, site: str, today: date) -> None:
        """Note that a site still says today what it said before."""
        readings = {
            name: one._replace(day=today) if name.startswith(f"{site} ") else one
            for name, one in self.remembered.readings.items()
        }
        self.remembered = self.remembered._replace(readings=readings)

    def is_due(self, site: str, today: date) -> bool:
        """Return whether an unchanged claim may be surer now: it has stood long enough, or its day has come."""
        mine = (one for name, one in self.remembered.readings.items() if name.startswith(f"{site} "))
        return any(
            one.certainty == Certainty.SPECULATED
            or (len(one.when) == _DAY_LENGTH and one.when <= today.isoformat() and one.certainty != Certainty.RELEASED)
            for one in mine
        )


def dated_by(history: Iterable[Claim], claim: Claim) -> Claim:
    """If a claim may have been made on any day up to some day, date it since the first one that said the same."""
    if claim.reported is None or not claim.reported.text.startswith("../"):
        return claim
    first = min((one.newness for one in history if _value(one) == _value(claim)), default=None)
    latest = claim.reported.span().latest
    return claim._replace(reported=Edtf.parse(f"{first}/{latest}")) if first and latest and first < latest else claim


def _value(claim: Claim) -> tuple[object, ...]:
    return (claim.region, claim.channel, claim.service, claim.date)


def _identity(claim: Claim) -> tuple[object, ...]:
    return (*_value(claim), claim.reported)
