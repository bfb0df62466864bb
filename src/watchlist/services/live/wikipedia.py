"""Reading the infobox of an article in the English Wikipedia into claims about releases.

The field `released` has the earliest release and those in the countries that made the
film (WP:FILMRELEASE), mostly as the template {{Film date}}, each date with its citation.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf, Precision
from watchlist.domain.errors import BadValue
from watchlist.domain.region import WORLDWIDE
from watchlist.services.live.citation import SETTLED, article, record
from watchlist.services.live.countries import region_of_name
from watchlist.services.live.places import ReleasePlace, read_places, service_of
from watchlist.services.live.shape import clean, safe_address
from watchlist.services.live.wikitext import (
    Footnote,
    Template,
    lines,
    plain,
    references,
    templates,
    without,
    without_comments,
)
from watchlist.services.phrase import parse_phrase

_MOST_FIELD = 8 * 1024
_YEARS = range(1870, 2201)
_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_PUBLISHERS = ("work", "website", "newspaper", "magazine", "publisher", "agency")
_TBA = frozenset(("tba", "tbd", "to be announced", "to be determined"))


class WikipediaArticle(NamedTuple):
    """An article; `edited` is the day of its revision, `item` its Wikidata item, `text` the wikitext of its head."""

    title: str
    revision: int
    edited: date
    item: str | None
    text: str


class _Dated(NamedTuple):
    """A date in the field, the words for it, its place, and its references."""

    when: Edtf
    said: str
    place: str
    cited: tuple[Footnote, ...]


def read_infobox(page: WikipediaArticle, *, today: date) -> tuple[Claim, ...]:
    """Read the release dates of an article; `reported` is decided later (`reported.decide`)."""
    text = without_comments(page.text)
    box = infobox(text)
    field = box.get("released", "")[:_MOST_FIELD] if box else ""
    defined = {one.name: one for one in references(text) if one.name and one.content}
    claims = [claim for one in _dates(field, today) for claim in _claims(one, page, box, defined, today)]
    return tuple(dict.fromkeys(claims))


def infobox(text: str) -> Mapping[str, str]:
    """Return the arguments of a film's infobox; empty if there is none."""
    return next((one.named for one in templates(text) if one.name.startswith("infobox film")), {})


def _dates(field: str, today: date) -> list[_Dated]:
    """Return the dates in the field that can be used."""
    inside = templates(field)
    dates = [one for one in inside if one.name in ("film date", "filmdate")]
    starts = [one for one in inside if one.name in ("start date", "start-date", "release date")]
    if dates:
        after = references(field[dates[-1].stop :])
        return [found for one in dates for found in _film_date(one, after)]
    if len(starts) == 1:
        when = _edtf(*(*starts[0].places, "", "", "")[:3])
        return [_dated(when, plain(field[starts[0].stop :]).strip("() "), references(field))] if when else []
    if starts:
        return []
    return _plain_dates(field, today, says_tba=any(one.name in _TBA for one in inside))


def _film_date(template: Template, after: Iterable[Footnote]) -> list[_Dated]:
    """Read groups of year, month, day and place; stop at one without a valid date, as the rest may be out of step."""
    places = template.places
    if places and places[0].casefold() in _TBA:
        return [_dated(Edtf.parse("XXXX"), "", after)]
    found: list[_Dated] = []
    for number, at in enumerate(range(0, len(places), 4), 1):
        year, month, day, place = (*places[at : at + 4], "", "", "")[:4]
        when = _edtf(year, month, day)
        if when is None:
            break
        cited = (*references(template.named.get(f"ref{number}", "")), *references(place), *_templated(place))
        found.append(_dated(when, plain(place), cited or after))
    return found


def _plain_dates(field: str, today: date, *, says_tba: bool) -> list[_Dated]:
    if says_tba or plain(field).casefold() in _TBA:
        return [_dated(Edtf.parse("XXXX"), "", references(field))]
    cited = references(field)
    found: list[_Dated] = []
    for line in lines(without(field, cited)):
        words, _, place = plain(line).strip("* ").partition("(")
        with suppress(BadValue):
            when = parse_phrase(words.strip(), today=today)
            found.append(_dated(when, place.strip(") "), cited))
    if len(found) > 1 and not all(one.place for one in found):
        return []  # a series: a date for each of its films
    return found


def _dated(when: Edtf, place: str, cited: Iterable[Footnote]) -> _Dated:
    return _Dated(when, clean(f"{when.text}, {place}" if place else when.text, 60) or "", place, tuple(cited))


def _templated(place: str) -> list[Footnote]:
    """Return the short citations that are templates, not `<ref>` elements."""
    short = (one for one in templates(place) if one.name in ("sfn", "sfnp", "r", "efn"))
    return [Footnote("", None, one.start, one.stop) for one in short]


def _edtf(year: str, month: str, day: str) -> Edtf | None:
    """Turn the arguments of a date template into EDTF; None if they are not a date."""
    year, month, day = (plain(one) for one in (year, month, day))
    number = _month(month)
    if not (year.isascii() and year.isdigit() and len(year) == 4 and int(year) in _YEARS) or number is None:
        return None
    if day and not (day.isascii() and day.isdigit() and len(day) <= 2):
        return None
    try:
        return Edtf.parse(
            "-".join((year, *((f"{number:02}",) if number else ()), *((f"{int(day):02}",) if day else ())))
        )
    except BadValue:
        return None


def _month(word: str) -> int | None:
    """Read a month, as a number or a name; 0 if it is empty, None if it is not a month."""
    if not word:
        return 0
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return int(word) or None
    fits = [
        number
        for number, name in enumerate(_MONTHS, 1)
        if len(word) > 2 and name.startswith(word.casefold().rstrip("."))
    ]
    return fits[0] if len(fits) == 1 else None


def _claims(
    one: _Dated, page: WikipediaArticle, box: Mapping[str, str], defined: Mapping[str, Footnote], today: date
) -> Iterable[Claim]:
    source = _source(one, page, defined)
    is_cited = bool(one.cited)
    for place, note in _where(one, box):
        yield Claim(
            region=place.region,
            channel=place.channel,
            service=place.service,
            date=one.when,
            certainty=_certainty(one.when, page, today, is_cited=is_cited),
            source=source,
            seen=today,
            said=one.said or None,
            note=note,
        )


def _where(one: _Dated, box: Mapping[str, str]) -> Iterable[tuple[ReleasePlace, str | None]]:
    """Yield the releases that a date is about, each with a note, by its place, the countries and the distributor."""
    services = [service_of(name) for name in _listed(box.get("distributor", ""))]
    service = services[0] if services and len(set(services)) == 1 else None
    if not one.place:
        countries = {region_of_name(name) for name in _listed(box.get("country", "") or box.get("countries", ""))}
        region = next(iter(countries)) if len(countries) == 1 else None
        if service:
            yield ReleasePlace(WORLDWIDE, Channel.DIGITAL, service), "channel inferred from the distributor"
        else:
            yield ReleasePlace(region or WORLDWIDE, Channel.THEATRICAL), "no place stated"
        return
    for place in read_places(one.place):
        if service and place.channel is Channel.THEATRICAL:
            if place.region == WORLDWIDE:
                yield ReleasePlace(WORLDWIDE, Channel.DIGITAL, service), "channel inferred from the distributor"
            else:
                yield place._replace(channel=Channel.LIMITED), "channel inferred from the distributor"
        else:
            yield place, None


def _listed(field: str) -> list[str]:
    """Return the names in a field of the infobox, one per line or in a list template."""
    inner = next(
        (one for one in templates(field) if one.name in ("plainlist", "unbulleted list", "ubl", "plain list")), None
    )
    parts = inner.places if inner else (field,)
    names = (plain(line).strip("* ") for part in parts for line in lines(part))
    return [name for name in names if name]


def _certainty(when: Edtf, page: WikipediaArticle, today: date, *, is_cited: bool) -> Certainty:
    latest = when.span().latest
    if when.precision is Precision.DAY and latest and latest <= today:
        return Certainty.RELEASED
    return Certainty.ANNOUNCED if is_cited or today - page.edited >= SETTLED else Certainty.SPECULATED


def _source(one: _Dated, page: WikipediaArticle, defined: Mapping[str, Footnote]) -> Source:
    """Return the source of a date: the page that it cites, else the revision of the article."""
    for reference in one.cited:
        content = reference.content or (
            defined[reference.name].content if reference.name and reference.name in defined else ""
        )
        cited = next((found for each in templates(content) if (found := _cited(each, page))), None)
        if cited:
            return cited
    url = f"https://en.wikipedia.org/w/index.php?oldid={page.revision}"
    return record("Wikipedia", f"{page.revision}", url, f'"{page.title}"')


def _cited(template: Template, page: WikipediaArticle) -> Source | None:
    """Return the source that a citation template names; None for other templates."""
    if not template.name.startswith("cite "):
        return None
    fields = {name: plain(value) for name, value in template.named.items()}
    last, first = fields.get("last") or fields.get("last1"), fields.get("first") or fields.get("first1")
    return article(
        next((fields[name] for name in _PUBLISHERS if fields.get(name)), None),
        via=f'Wikipedia, "{page.title}"',
        url=safe_address(template.named.get("url", "")),
        title=fields.get("title") or None,
        author=" ".join(one for one in (first, last) if one) or fields.get("author") or None,
        published=_published(fields.get("date", "")),
    )


def _published(words: str) -> Edtf | None:
    """Read the date of a citation; None if it has none, or it is ambiguous."""
    try:
        published = parse_phrase(words, today=date.min) if any(letter.isdigit() for letter in words) else None
    except BadValue:
        return None
    return published if published and not published.is_tba and published.precision is not Precision.INTERVAL else None
