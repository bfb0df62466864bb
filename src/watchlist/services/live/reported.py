"""When a claim was made, if its source does not say so: the rule that keeps `moved` correct.

A record that many people edit (Wikidata, an uncited infobox, TMDB) shows a value, but not its age.
Dated today, it would override newer articles; without a date, it would count as the oldest
claim and turn every article into a move. So the first of these that applies decides `reported`:

1. it cites a page with a date: that day, unless we saw a different value since
2. we saw a different value on an earlier day: between that day and today
3. others claimed the same date before: since their claim, and no surer than theirs, so that nothing moves
4. the newest claim is over thirty days old: after that claim, by today
5. the newest claim is firm: since that claim, as speculation, so that the two are shown to differ
6. nothing is known about the release: some day up to today
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.dates import Edtf
from watchlist.domain.resolution import newest_first

_OLD = timedelta(days=30)


class SiteReading(NamedTuple):
    """What a site said about a release when we last looked: date, certainty, cited source; and the day we looked."""

    when: str
    certainty: str
    cited: str
    day: date


def decide(word: Claim, known: Sequence[Claim], last: SiteReading | None, *, today: date) -> Claim | None:
    """Return a site's claim (`word`) with its `reported`; None if it adds nothing, or cannot be dated.

    `known` are the claims of all layers about the same release that are known today; `last` is
    the last reading of the same site.
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
    """If the cited page is older than the day of release, it can only have announced the release."""
    day = word.span.latest if word.span else None
    if word.certainty is Certainty.RELEASED and day and _ends_before(published, day):
        return word._replace(certainty=Certainty.ANNOUNCED)
    return word


def _surer(word: Claim, last: SiteReading, today: date) -> Claim | None:
    """Return a claim for an unchanged date if it is surer than at the last reading, or has passed; otherwise None."""
    if word.certainty.rank <= Certainty(last.certainty).rank:
        return None
    day = word.span.latest if word.span and word.certainty is Certainty.RELEASED else None
    return word._replace(reported=_between(max(day or last.day, last.day), today))


def _beside(word: Claim, same: Claim, today: date) -> Claim:
    """Date a claim since the newest one that says the same, and make it no surer than that."""
    certainty = min(word.certainty, same.certainty, key=lambda one: one.rank)
    since = None if same.newness == date.min else same.newness
    return word._replace(certainty=certainty, reported=_between(since, today) if since else _until(today))


def _against(word: Claim, ordered: Sequence[Claim], today: date) -> Claim | None:
    """Date a claim that says something new, by the newest claim; None if that is impossible."""
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


def settle(words: Iterable[Claim]) -> list[Claim]:
    """Return the claims of a record; of several dates for one release, only the reliable ones.

    The earliest past date is kept, as later ones are re-releases. If all dates are in the future, those
    that cite a dated source are kept.
    """
    groups: dict[tuple[str, str, str | None], list[Claim]] = {}
    for word in words:
        groups.setdefault((word.region, word.channel, word.service), []).append(word)
    return [one for group in groups.values() for one in _settled(group)]


def _settled(group: list[Claim]) -> list[Claim]:
    if len(group) == 1:
        return group
    out = [word for word in group if word.certainty is Certainty.RELEASED and word.span and word.span.latest]
    if out:
        return [min(out, key=lambda word: word.span.latest if word.span and word.span.latest else date.max)]
    return group if all(word.source.published for word in group) else [word for word in group if word.source.published]


def recalled(site: str, known: Iterable[Claim]) -> SiteReading | None:
    """Restore the last reading of a site from the claims made of it, if the reading itself was lost."""
    prefix = f"{site.lower()}-"
    mine = [claim for claim in newest_first(known) if claim.source.id.startswith(prefix) and claim.date]
    if not mine:
        return None
    last = max(mine, key=lambda claim: claim.known_from)
    return SiteReading(last.date.text if last.date else "", last.certainty.value, last.source.id, last.known_from)


def known_today(claims: Iterable[Claim], word: Claim, today: date) -> list[Claim]:
    """Return the claims about the same release as `word` that are known today."""
    key = (word.region, word.channel, word.service)
    return [
        claim for claim in claims if (claim.region, claim.channel, claim.service) == key and claim.known_from <= today
    ]
