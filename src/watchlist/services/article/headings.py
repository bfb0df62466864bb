"""What a heading says about its section: the film, place and date, or that it is about something else."""

import re

from watchlist.domain.claim import Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import Context
from watchlist.services.article.article_context import stated_place, year_in
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.page import Block
from watchlist.services.article.places import find_places
from watchlist.services.article.titles import FilmMention, Titles
from watchlist.services.article.years import Reference

_OTHER = re.compile(
    r"(?i)\b(?:seasons?|series|episodes?|shows?|tv|television|games?|books?|music|soundtrack|podcasts?|trailers?|teasers?"
    r"|filming|production|development|casting|behind the scenes|tickets?|awards?|accolades|reception|reviews?|box office|budget|leaving|expir\w+|last chance|going away|runtime|rated|sequel)\b"
)
_STORY = re.compile(
    r"(?i)\b(?:plot|synopsis|premise|storyline|story|cast|characters?|themes?)\b"
    r"|^\W*(?:(?:the|new|and|tv|television|also|on) )*(?:shows?|series|games?|books?|music|albums?|podcasts?|tv|television)(?: and (?:shows?|series|games?|books?|music))?\W*$"
)
_RELEASE = re.compile(
    r"(?i)\b(?:releas\w*|dates?|when|out|where|watch|stream\w*|open\w*|coming|cinemas?|theat(?:er|re)s?|arriv\w+|new|films?|movies?|delay\w*)\b"
)
_LIST = re.compile(
    r"(?i)\b(?:(?:this|next) (?:week|weekend|month)|releases|new (?:movies|films|on)|what(?:['’]s)? (?:to watch|new|coming|streaming)|every(?:thing)?|all the|(?:best|top|new|upcoming|biggest)? ?(?:movies|films)"
    r"|most anticipated|\d+ (?:\w+ )?(?:movies|films|best|titles)|calendar|schedule|guide|preview|roundup|round-up)\b"
)
_ABOUT_NO_FILM = frozenset(
    [
        "in",
        "on",
        "new",
        "opening",
        "opens",
        "out",
        "coming",
        "streaming",
        "releases",
        "released",
        "release",
        "this",
        "week",
        "weekend",
        "of",
        "from",
        "now",
        "arriving",
        "arrives",
        "to",
        "the",
        "films",
        "movies",
        "film",
        "movie",
        "also",
        "and",
        "at",
        "home",
        "available",
        "for",
        "s",
        "first",
        "only",
        "theaters",
        "theatres",
        "cinemas",
        "theatrical",
        "digital",
        "disc",
        "discs",
        "day",
        "dates",
    ]
)
_WAYS = re.compile(
    r"\b(?:Theat(?:er|re)s|Theatrical|Cinemas?|Discs?|Streaming|Digital|On Demand|At Home|Limited|Nationwide|Television)\b"
)


def under_heading(block: Block, titles: Titles, above: Context) -> Context:
    """Return the context of a heading's or caption's section; `above` is the context that the heading itself is in."""
    text = _in_small_letters(block.text)
    mentions = titles.mentions(block.text)
    films = {one.film for one in mentions}
    stated = stated_place(text)
    year = year_in(block.text) if block.level > 1 else None
    reference = above.reference._replace(year=year) if year else above.reference
    festival = (one for one in find_places(block.text) if one.channel is Channel.PREMIERE and one.service)
    is_other = _is_about(_OTHER, block.text, mentions) or (above.is_other and not mentions)
    return above._replace(
        reference=reference,
        film=mentions[0].film if len(films) == 1 else None if is_other and not mentions else above.film,
        place=above.place if "?" in block.text or _is_over_one_story(block) else stated or above.place,
        festival=next(festival, above.festival),
        date=_date_alone(text, reference) or (above.date if mentions else None),
        is_list=bool(mentions) and block.level != 1,
        asked_place=stated if block.text.endswith("?") and block.level > 1 else None,
        is_other=is_other,
        is_story=_is_about(_STORY, block.text, mentions) or (above.is_story and not mentions),
    )


def _is_over_one_story(block: Block) -> bool:
    """Return whether a block is the headline of one story, so that a place in it does not apply to the whole text."""
    return block.level == 1 and not announces_list(block.text)


def announces_list(heading: str) -> bool:
    """Return whether a headline announces a list, whose date it may state: "New films this week (May 11-17)"."""
    return _LIST.search(heading) is not None


def _is_about(words: re.Pattern[str], heading: str, mentions: tuple[FilmMention, ...]) -> bool:
    """Return whether a heading, apart from titles, has some words and no word of a release, or nothing else."""
    rest = heading
    for one in reversed(mentions):
        rest = rest[: one.start] + rest[one.end :]
    found = words.search(rest)
    return found is not None and (found[0] == rest or _RELEASE.search(rest) is None)


def _date_alone(heading: str, reference: Reference) -> Edtf | None:
    """Return the date of a heading about nothing else, such as "Friday, September 4" or "In theaters tomorrow"."""
    dates = find_dates(heading)
    if len(dates) != 1 or dates[0].form is Form.NONE:
        return None
    is_bare = dates[0].end - dates[0].start == len(heading.strip())
    rest = heading[: dates[0].start] + " " + heading[dates[0].end :]
    for one in reversed(find_places(rest)):
        rest = rest[: one.start] + " " + rest[one.end :]
    words = re.findall(r"[^\W\d_]+", rest.lower())
    read = read_date(dates[0], reference) if all(word in _ABOUT_NO_FILM for word in words) else None
    is_of_article = is_bare and read is not None and read.span().day == reference.today
    return None if is_of_article else read


def _in_small_letters(heading: str) -> str:
    """Write a heading's words for cinemas, discs and so on in lower case, as in a sentence, so that they are found."""
    text = heading.title() if heading.isupper() else heading
    return _WAYS.sub(lambda match: match[0].lower(), text)
