"""The steps of reading an article, from its bytes to its source and its claims."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf, Precision
from watchlist.services.article.certainty import hedge
from watchlist.services.article.boilerplate import leads_elsewhere
from watchlist.services.article.claims import Heard, Setting, hear, table_claims
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.date_reading import Reference, read_date
from watchlist.services.article.decode import decode, refused
from watchlist.services.article.html_page import read_html
from watchlist.services.article.json_ld import films
from watchlist.services.article.judging import refuse_what_is_no_article
from watchlist.services.article.page import LONGEST, Block, Kind, Page, TooLong
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.proposals import judge
from watchlist.services.article.sentences import sentences
from watchlist.services.article.source import ArticleSource, read_source
from watchlist.services.article.text_page import read_text
from watchlist.services.article.titles import FilmName, Known, Titles


class Article(NamedTuple):
    """What was read in an article: its source, what it clearly claims, and what has to be asked about."""

    source: ArticleSource
    claims: tuple[Heard, ...]
    unclear: tuple[Heard, ...] = ()
    refused: tuple[str, ...] = ()
    """Why proposals were not taken."""


def read_article(
    data: bytes,
    known: Known,
    *,
    name: str = "the article",
    address: str | None = None,
    published: date | None = None,
    proposed: list[object] | None = None,
) -> Article:
    """Read an article; `known` looks titles up, `published` is its day where the user says it.
    With `proposed` claims, those of them are given that the article bears out, and none of our own.

    Raises `InvalidFile` for what is no article: empty, not text, a page that says that there is none.
    """
    try:
        page = read_page(decode(data, name=name))
    except TooLong:
        raise refused(name, f"has more than {LONGEST:,} letters of text, too many for an article") from None
    refuse_what_is_no_article(page, name=name)
    source = read_source(page, address=address)
    source = source._replace(published=published or source.published)
    if proposed is not None:
        judged = judge(proposed, page, _overall(page, source).reference)
        return Article(source, judged.claims, refused=judged.refused)
    titles = Titles(page.blocks, source.title, known, films(page.linked_data))
    heard = _joined(_on_only_service(list(_heard(page, source, titles)), page, titles.main))
    return Article(
        source,
        tuple(one for one in heard if not one.why and one.film),
        tuple(one for one in heard if one.why or not one.film),
    )


_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|article|div|meta|p|h1|section)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_page(text: str) -> Page:
    """Read a page of HTML, or else markdown, a mail, or plain text."""
    return read_html(text) if _HTML.match(text[:5000]) else read_text(text)


def _heard(page: Page, source: ArticleSource, titles: Titles) -> Iterator[Heard]:
    """Go through the blocks in their order; a heading names the film and the place of what is under it."""
    overall = _overall(page, source)
    festivals = [
        one
        for block in page.blocks[:6]
        for one in find_places(block.text)
        if one.channel is Channel.PREMIERE and one.service
    ]
    named = {one.service for one in festivals}
    setting = Setting(overall.reference, titles.main, overall.place, festivals[0] if len(named) == 1 else None)
    headings: dict[int, Setting] = {0: setting}
    for block in page.blocks:
        if _is_byline(block, source):
            continue
        if block.kind is Kind.HEADING:
            headings = {level: one for level, one in headings.items() if level < block.level}
            setting = _under(block, titles, headings[max(headings)])
            headings[block.level] = setting
        elif block.kind is Kind.CAPTION:
            setting = _under(block, titles, headings[max(headings)])
        if block.kind is Kind.ROW and len(block.cells) > 1:
            yield from table_claims(block, titles, setting)
            continue
        yield from _block(block, titles, setting, headings)


def _block(block: Block, titles: Titles, setting: Setting, headings: dict[int, Setting]) -> Iterator[Heard]:
    """Give what the sentences of a block claim; "the film" in one is the film of the one before."""
    film, place = setting.film, setting.place
    texts = [block.text[start:end].strip() for start, end in sentences(block.text)]
    if setting.date and not find_dates(block.text):
        yield from _dated_by_heading(block, titles, setting)
        return
    for text, following in zip(texts, (*texts[1:], ""), strict=True):
        mentions = titles.mentions(text)
        how = _how_alone(following) if _CONTINUES.match(following) else None
        for one in hear(text, mentions, setting._replace(film=film, place=place), kind=block.kind):
            unsaid = one.channel is None and one.service is None and how
            yield one._replace(channel=how.channel, service=how.service) if unsaid and how else one
        film = mentions[0].film if mentions else film
        place = _how_alone(text) or setting.place


def _dated_by_heading(block: Block, titles: Titles, setting: Setting) -> Iterator[Heard]:
    """Give the film that a block under a date begins with: the date in the heading is its own."""
    mentions = titles.mentions(block.text)
    if setting.date and mentions and (mentions[0].start < 4 or block.kind is Kind.ITEM):  # noqa: PLR2004
        place = _stated_place(block.text) or setting.place
        yield Heard(
            mentions[0].film,
            *(
                place.regions[0] if place and place.regions else None,
                place.channel if place else None,
                place.service if place else None,
            ),
            *(setting.date, block.text[:80], hedge(block.text) or Certainty.ANNOUNCED, block.text),
        )


_CONTINUES = re.compile(
    r"(?:It|The (?:film|movie|picture|sequel|title|comedy|drama|thriller|romance)|You|Viewers|Subscribers|Fans)\b"
)


def _how_alone(text: str) -> Place | None:
    """Give where and how a sentence without a date says that a film comes: the sentence beside it may say when."""
    if find_dates(text) or not re.search(r"\b(?:will|go|goes|coming|available|stream|head)", text):
        return None
    return next((one for one in find_places(text) if one.service and one.channel is not Channel.PREMIERE), None)


def _under(block: Block, titles: Titles, above: Setting) -> Setting:
    """Give what holds under a heading or a caption."""
    mentions = titles.mentions(block.text)
    place = above.place if block.text.endswith("?") else _stated_place(block.text) or above.place
    year = _year_in(block.text)
    reference = above.reference._replace(year=year) if year and block.level > 1 else above.reference
    films = {one.film for one in mentions}
    film = mentions[0].film if len(films) == 1 else above.film
    if not mentions and re.search(r"(?i)\b(?:seasons?|series|episodes?)\b", block.text):
        film = None
    festival = next(
        (one for one in find_places(block.text) if one.channel is Channel.PREMIERE and one.service), above.festival
    )
    day = _date_alone(block.text, reference) or (above.date if mentions else None)
    return Setting(reference, film, place, festival, day, is_list=bool(mentions) and block.level != 1)


def _date_alone(heading: str, reference: Reference) -> Edtf | None:
    """Give the date of a heading that is nothing else: "Friday, September 4"."""
    dates = find_dates(heading)
    if len(dates) != 1 or dates[0].end - dates[0].start < 0.7 * len(heading) or dates[0].form is Form.NONE:
        return None
    return read_date(dates[0], reference)


def _stated_place(text: str) -> Place | None:
    """Give the place that a heading names: "At home", "On disc", "In France"."""
    places = [one for one in find_places(text) if one.channel is not Channel.PREMIERE]
    regions = next((one.regions for one in places if one.regions), ())
    how = next((one for one in places if one.channel or one.service), None)
    return Place(0, 0, regions, how.channel if how else None, how.service if how else None) if places else None


_FOR_ALL = re.compile(
    r"(?i)\b(?:all (?:the |of the |these )?(?:release )?(?:days|dates|releases|titles|films|movies)|(?:release )?dates (?:are|is|refer|as|below|here|listed|given|for)|unless (?:\w+ ){0,2}(?:noted|stated|otherwise|specified)|otherwise (?:noted|stated)"
    r"|release dates|(?:releases|openings) (?:are|listed|below))\b"
)
_ORDER = re.compile(r"(?i)\b(?:(?P<day>day[/ ,-]+month|dd?[/.-]mm)|(?P<month>month[/ ,-]+day|mm?[/.-]dd))\b")


def _overall(page: Page, source: ArticleSource) -> Setting:
    """Give what holds for the whole article: the day it is read from, the order of its numbers, the place of its dates."""
    text = "\n".join(block.text for block in page.blocks)
    listed = sum(
        block.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW) and bool(find_dates(block.text)) for block in page.blocks
    )
    year = _year_in(source.title or "", Form.YEAR) if listed >= 3 else None  # noqa: PLR2004
    place = None
    for block in page.blocks[:12]:
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if _FOR_ALL.search(sentence) and not [
                d for d in find_dates(sentence) if d.form is Form.DAY and not re.search(r"(?i)check|updat", sentence)
            ]:
                place = place or _stated_place(sentence)
    fiscal = re.search(
        r"(?i)fiscal year[^.]{0,40}\b(begins?|began|starts?|started|ends?|ended|closes?)\b[^.]{0,20}?\b(January|February|March|April|May|June|July|August|September|October|November|December)\b",
        text,
    )
    return Setting(
        Reference(source.published, year=year, day_first=_day_first(text, page.language), fiscal_start=_fiscal(fiscal)),
        None,
        place,
    )


def _fiscal(match: re.Match[str] | None) -> int | None:
    """Give the month in which the fiscal year begins, where the article says when it begins or ends."""
    if match is None:
        return None
    month = date.fromisoformat(
        f"2000-{('jan feb mar apr may jun jul aug sep oct nov dec'.split().index(match[2][:3].lower()) + 1):02}-01"
    ).month
    return month % 12 + 1 if match[1].lower().startswith(("end", "close")) else month


def _day_first(text: str, language: str) -> bool | None:
    """Say whether numbers have the day first: as the article says, as its other dates show, as its country writes."""
    stated = _ORDER.search(text)
    if stated:
        return stated["day"] is not None
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b", text)]
    day_first = any(a > 12 for a, _ in pairs)  # noqa: PLR2004
    month_first = any(b > 12 for _, b in pairs)  # noqa: PLR2004
    if day_first != month_first:
        return day_first
    country = language.partition("-")[2].upper()
    return {"US": False}.get(country, True) if country and not (day_first or month_first) else None


def _year_in(text: str, *forms: Form) -> int | None:
    """Give the year that a headline is about: the only one in it, and not part of a day."""
    years = {one.parts["year"] for one in find_dates(text) if one.parts.get("year")}
    wanted = forms or (Form.YEAR, Form.MONTH, Form.SEASON)
    alone = {one.parts["year"] for one in find_dates(text) if one.form in wanted and "year" in one.parts}
    return int(alone.pop()) if len(years) == 1 and alone else None


def _is_byline(block: Block, source: ArticleSource) -> bool:
    """Say whether a block only says who wrote the article and when."""
    if leads_elsewhere(block.text):
        return True
    if len(block.text) > 160 or block.kind is Kind.HEADING:  # noqa: PLR2004
        return False
    return re.match(
        r"(?i)\W*(?:by [A-Z]|published|posted|updated|last updated|interview:|compiled by|date\b)", block.text
    ) is not None or bool(
        source.author and source.author.split(",")[0] in block.text and len(block.text) < 120  # noqa: PLR2004
    )


def _on_only_service(heard: list[Heard], page: Page, main: FilmName | None) -> list[Heard]:
    """Let an article that knows one service and no cinema speak of that service, where it does not say how its film comes."""
    if not any(one.film == main and one.channel is None and one.date for one in heard):
        return heard
    places = [one for block in page.blocks for one in find_places(block.text)]
    services = [one.service for one in places if one.channel is Channel.DIGITAL and one.service]
    if (
        len(set(services)) != 1
        or len(services) < 2
        or any(one.channel in (Channel.THEATRICAL, Channel.LIMITED) for one in places)
    ):  # noqa: PLR2004
        return heard
    return [
        one._replace(channel=Channel.DIGITAL, service=services[0])
        if one.film == main and one.channel is None and one.date and one.certainty is not Certainty.RELEASED
        else one
        for one in heard
    ]


def _joined(heard: list[Heard]) -> list[Heard]:
    """Make one claim of what is said more than once, with all that is said about it.

    "No date" beside a date of the same film is what was true before it, or of another release.
    """
    gone = {one.film for one in heard if one.certainty is Certainty.CANCELLED}
    heard = [
        one
        for one in heard
        if not (
            one.film in gone
            and one.certainty is Certainty.RELEASED
            and one.date
            and one.date.precision is Precision.YEAR
        )
    ]
    dated = {
        (one.film, how)
        for one in heard
        for how in {one.channel, None}
        if one.date and not one.date.is_tba and one.certainty is not Certainty.RELEASED and not one.why
    }
    kept: list[Heard] = []
    for one in heard:
        if one.date and one.date.is_tba and (one.film, one.channel) in dated and one.region is None:
            continue
        for at, other in enumerate(kept):
            if _same(one, other):
                kept[at] = _fuller(other, one)
                break
        else:
            kept.append(one)
    return kept


def _same(one: Heard, other: Heard) -> bool:
    return (
        one.film == other.film
        and one.date == other.date
        and one.why == other.why == ""
        and (one.channel == other.channel or None in (one.channel, other.channel))
        and (one.region == other.region or None in (one.region, other.region))
        and (one.service == other.service or None in (one.service, other.service))
    )


def _fuller(one: Heard, other: Heard) -> Heard:
    best, rest = (other, one) if _weight(other) > _weight(one) else (one, other)
    return best._replace(
        region=best.region or rest.region,
        channel=best.channel or rest.channel,
        service=best.service or rest.service,
        certainty=Certainty.RELEASED
        if Certainty.RELEASED in (one.certainty, other.certainty)
        else Certainty.CONFIRMED
        if Certainty.CONFIRMED in (one.certainty, other.certainty)
        and Certainty.RELEASED not in (one.certainty, other.certainty)
        else best.certainty,
    )


def _weight(one: Heard) -> int:
    return (one.region is not None) + (one.channel is not None) + (one.service is not None)
