"""What an article says about all of its dates: their year, their place, the order of day and month, its fiscal year."""

import re
from datetime import date

from watchlist.domain.claim import Channel
from watchlist.services.article.article_claim import Context
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.page import Kind, Page
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.sentences import sentences
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.years import Reference


def stated_place(text: str) -> Place | None:
    """Return the place in a heading such as "At home", "On disc", "In France"; None if it has none.

    A heading about both cinemas and homes has no channel.
    """
    places = [one for one in find_places(text) if one.channel is not Channel.PREMIERE]
    regions = next((one.regions for one in places if one.regions), ())
    ways = [one for one in places if one.channel or one.service]
    at_home = {one.channel in (Channel.DIGITAL, Channel.PHYSICAL, Channel.TV) for one in ways}
    how = ways[0] if len(at_home) == 1 else None
    return Place(0, 0, regions, how.channel if how else None, how.service if how else None) if places else None


_FOR_ALL = re.compile(
    r"(?i)\b(?:all (?:the |of the |these )?(?:release )?(?:days|dates|releases|titles|films|movies)|(?:release )?dates (?:are|is|refer|as|below|here|listed|given|for)|unless (?:\w+ ){0,2}(?:noted|stated|otherwise|specified)|otherwise (?:noted|stated)"
    r"|every (?:new )?(?:film|movie|release|title)\b|release dates|(?:releases|openings) (?:are|listed|below))\b"
)


_ORDER = re.compile(r"(?i)\b(?:(?P<day>day[/ ,-]+month|dd?[/.-]mm)|(?P<month>month[/ ,-]+day|mm?[/.-]dd))\b")


def article_context(page: Page, source: ArticleSource) -> Context:
    """Return what applies to the whole article: its day, year, order of day and month, and the place of its dates."""
    text = "\n".join(block.text for block in page.blocks)
    listed = sum(
        block.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW) and bool(find_dates(block.text)) for block in page.blocks
    )
    year = year_in(source.title or "", Form.YEAR) if listed >= 3 else None
    place = None
    for block in page.blocks[:12]:
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if _FOR_ALL.search(sentence) and not [
                d for d in find_dates(sentence) if d.form is Form.DAY and not re.search(r"(?i)check|updat", sentence)
            ]:
                place = place or stated_place(sentence)
    fiscal = re.search(
        r"(?i)fiscal year[^.]{0,40}\b(begins?|began|starts?|started|ends?|ended|closes?)\b[^.]{0,20}?\b(January|February|March|April|May|June|July|August|September|October|November|December)\b",
        text,
    )
    return Context(
        Reference(source.published, year=year, day_first=_day_first(text, page.language), fiscal_start=_fiscal(fiscal)),
        None,
        place or _discs(page),
    )


_MOSTLY = 0.6
_OFTEN = 3


def _discs(page: Page) -> Place | None:
    """Return "on disc" as the place of all dates if an article mentions discs more than anything else; else None."""
    ways = [one.channel for block in page.blocks for one in find_places(block.text) if one.channel]
    discs = ways.count(Channel.PHYSICAL)
    return Place(0, 0, (), Channel.PHYSICAL) if discs >= _OFTEN and discs >= _MOSTLY * len(ways) else None


def _fiscal(match: re.Match[str] | None) -> int | None:
    """Return the month in which the fiscal year begins (1 to 12), if the article says when it begins or ends."""
    if match is None:
        return None
    month = date.fromisoformat(
        f"2000-{(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].index(match[2][:3].lower()) + 1):02}-01"
    ).month
    return month % 12 + 1 if match[1].lower().startswith(("end", "close")) else month


def _day_first(text: str, language: str) -> bool | None:
    """Return whether 1/2 is 1 February: if the article says so, else by its other dates, else by its country.

    None if none of these tells.
    """
    stated = _ORDER.search(text)
    if stated:
        return stated["day"] is not None
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b", text)]
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    if day_first != month_first:
        return day_first
    country = language.partition("-")[2].upper()
    return {"US": False}.get(country, True) if country and not (day_first or month_first) else None


def year_in(text: str, *forms: Form) -> int | None:
    """Return the year in a headline, if it has only one, which is not part of a day."""
    years = {one.parts["year"] for one in find_dates(text) if one.parts.get("year")}
    wanted = forms or (Form.YEAR, Form.MONTH, Form.SEASON)
    alone = {one.parts["year"] for one in find_dates(text) if one.form in wanted and "year" in one.parts}
    return int(alone.pop()) if len(years) == 1 and alone else None
