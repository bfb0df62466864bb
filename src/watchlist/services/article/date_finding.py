"""Finding the dates in a sentence, and the form of each, by a table of patterns; the longest match wins.

`date_reading` then decides which day a "Friday" is.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from watchlist.services.article.holidays import HOLIDAYS


class Form(StrEnum):
    """How a date is written."""

    ISO = "2027-06-25"
    NUMERIC = "25/06/2027"
    SHORT_NUMERIC = "6/25"
    BARE_DAY = "the 25th"
    DAYS = "June 25-27, 2027"
    SPAN = "June 25 - July 3, 2027"
    DAY = "June 25, 2027"
    PART_OF_MONTH = "late June 2027"
    MONTH = "June 2027"
    SEASON = "summer 2027"
    QUARTER = "Q3 2027"
    FISCAL_QUARTER = "third quarter of fiscal 2027"
    HALF = "first half of 2027"
    PART_OF_YEAR = "late 2027"
    YEAR = "2027"
    WEEKDAY = "Friday"
    NEAR = "tomorrow"
    UNIT = "next week"
    OFFSET = "two weeks later"
    HOLIDAY = "Christmas Day 2027"
    NONE = "no date"


class DateMention(NamedTuple):
    """A date in a sentence: its offsets, its form, and the named groups of the pattern that matched."""

    start: int
    end: int
    form: Form
    parts: dict[str, str]


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")


def _either(*words: str) -> str:
    return "|".join((*words, *(word.upper() for word in words)))


_MONTH = rf"(?P<month>{_either(*_MONTHS)}|(?:{_either(*_SHORT_MONTHS)})\b\.?)"
_WEEKDAY = rf"(?:{_either(*_WEEKDAYS)}|(?:{_either(*_SHORT_WEEKDAYS)})\b\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|,\d{3})"
_DAY_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
_WORDED = rf"(?P<word>{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))})"
_OF_YEAR = rf"(?:,?[ ](?:of[ ]|in[ ])?(?:{_YEAR}|(?P<relyear>this[ ]year|next[ ]year|last[ ]year|that[ ]year|the[ ]same[ ]year)))"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|:\d|,\d{3}|\.\d|[ ]?[ap]\.?m\b|[ ](?:million|billion|percent|minutes|hours|screens|theaters))"
_PART = r"(?P<part>(?i:early(?:[ ]in)?|mid(?:dle[ ]of)?|late(?:[ ]in|r[ ]in)?|(?:the[ ])?(?:beginning|start|top)[ ]of|(?:the[ ])?(?:very[ ])?end[ ]of|(?:the[ ])?tail[ ]end[ ]of))[ -](?:the[ ])?"
_ORDINAL = r"(?P<ordinal>(?i:first|second|third|fourth|final|last|1st|2nd|3rd|4th))"
_SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
_REL = r"(?P<rel>(?i:this[ ](?:coming|past)|this|next|last|coming|the[ ]coming|the[ ]following|following|the[ ]next|later[ ]this|early[ ]next|late[ ]next|later[ ]next|earlier[ ]this|earliest|end[ ]of[ ]the|end[ ]of[ ]this|end[ ]of[ ]next|the[ ]end[ ]of[ ]the|the[ ]end[ ]of[ ]this|the[ ]end[ ]of[ ]next|early[ ]this|late[ ]this))"
_HOLIDAY = "|".join(re.escape(name).replace("'", "['’]?") for name in sorted(HOLIDAYS, key=len, reverse=True))
_COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|forty)"

_NO_DATE = r"""
    \b(?:no|without[ ]an?|lacks[ ]an?|lack[ ]a|not[ ](?:yet[ ])?(?:have|has|had|given|got|get|set|announced|been[ ]given|named|put|revealed|picked|chosen|fixed|locked|have[ ]set)[ ](?:it[ ]|them[ ]|on[ ])?(?:an?|any|its|the)?)
      [ ](?:new[ ]|firm[ ]|official[ ]|exact[ ]|confirmed[ ]|specific[ ]|set[ ]|fixed[ ]|theatrical[ ]|replacement[ ]|other[ ]|current[ ]|streaming[ ]|US[ ]|U\.S\.[ ]|UK[ ]|digital[ ]|concrete[ ]|definite[ ]|precise[ ]|home[ ])*
      (?:(?:premiere|release|opening|launch|start)[ ])?(?:dates?|day|slot|release[ ]window)\b(?:[ ](?:at[ ]all|yet))?
  | \b(?:(?:is|are|be|was|remains?|has|have)[ ])?(?:yet|still)[ ]to[ ]be[ ](?:announced|determined|confirmed|decided|set|revealed|dated|named|fixed|scheduled|settled)\b
  | \b(?:has|have)(?:n['’]t|[ ]not|[ ]yet)[ ](?:yet[ ]|been[ ]|to[ ]be[ ]){0,3}(?:dated|scheduled)\b
  | \b(?:has|have)(?:n['’]t|[ ]not)[ ](?:yet[ ])?been[ ](?:announced|set|confirmed|revealed|decided|given|fixed|finalized|finalised|made[ ]public)(?:[ ]yet)?\b
  | \bno[ ]word[ ](?:yet[ ])?(?:on|about|as[ ]to|of)[ ]when\b
  | \b(?:to[ ]be[ ](?:announced|determined|confirmed|decided))\b
  | \b(?:TBA|TBD|TBC|undated|unscheduled|dateless)\b
  | \b(?:off|from)[ ](?:the|its|their)[ ](?:release[ ])?(?:schedule|calendar|slate)\b
  | \b(?:indefinitely|in[ ]limbo)\b
  | \bdate[ ](?:is|was|has|remains)[ ](?:still[ ]|yet[ ])?(?:unknown|not[ ](?:been[ ])?(?:set|known|announced|confirmed|fixed|decided)|unclear|unannounced|open|up[ ]in[ ]the[ ]air)\b
"""

_TABLE: tuple[tuple[Form, str], ...] = (
    (Form.ISO, r"(?<![\d/-])(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])"),
    (Form.NUMERIC, r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"),
    (Form.SHORT_NUMERIC, r"(?<![\d/.-])(?:(?<=\bon[ ])|(?<=:[ ])|(?<=\()|(?<=^))(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/]|\.\d)"),
    (Form.DAYS, rf"(?<=between[ ])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ]and[ ](?P<last>\d{{1,2}})(?:st|nd|rd|th)?[ ]{_MONTH}{_OF_YEAR}?"),
    (Form.SPAN, rf"\b{_MONTH}[ ](?P<day>\d{{1,2}})[ ]?(?:[-–—]|through)[ ]?{_MONTH.replace('<month>', '<end>')}[ ](?P<last>\d{{1,2}})\b{_OF_YEAR}?"),
    (Form.DAYS, rf"\b{_MONTH}[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ]?(?:[-–—]|to|through)[ ]?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b{_OF_YEAR}?"),
    (Form.DAYS, rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ]?(?:[-–—]|to)[ ]?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?[ ]{_MONTH}{_OF_YEAR}?"),
    (Form.DAY, rf"\b(?:(?P<weekday>{_WEEKDAY}),?[ ])?(?:the[ ])?{_MONTH}[ ](?:the[ ])?{_DAY}{_OF_YEAR}?"),
    (Form.DAY, rf"\b(?:(?P<weekday>{_WEEKDAY}),?[ ])?(?:the[ ])?{_DAY}[ ](?:of[ ])?{_MONTH}{_OF_YEAR}?"),
    (Form.DAY, rf"\b(?:the[ ])?{_WORDED}[ ]of[ ]{_MONTH}{_OF_YEAR}?"),
    (Form.DAY, rf"\b{_MONTH}[ ](?:the[ ])?{_WORDED}\b{_OF_YEAR}?"),
    (Form.BARE_DAY, rf"(?<=\bon[ ]|\bto[ ])the[ ](?:{_WORDED}|(?P<day>[12]?\d|3[01])(?:st|nd|rd|th))(?=[ ]*(?:[,.;:!?)”\"]|and\b|but\b|$))"),
    (Form.PART_OF_MONTH, rf"\b{_PART}{_MONTH}{_OF_YEAR}?"),
    (Form.MONTH, rf"\b(?:(?P<rel>(?i:this|next|last|this[ ]coming|that))[ ])?{_MONTH}(?![ ]\d{{1,2}}\b){_OF_YEAR}?(?!['’]s|\w|[ ]quarter)"),
    (Form.SEASON, rf"\b(?:{_PART})?{_SEASON}{_OF_YEAR}"),
    (Form.SEASON, rf"\b(?:{_PART})?(?:{_REL}[ ])(?:\w+[ ])?{_SEASON}\b(?!['’]s)"),
    (Form.SEASON, rf"\b(?:(?i:later[ ])?(?i:in|by|until|for|to|this|during)[ ](?:the[ ])?){_SEASON}\b(?!['’]s|[ ]season|[ ]of[ ](?!\d))"),
    (Form.SEASON, rf"(?:(?<=[“\"‘'(])|^){_SEASON}(?=[”\"’')]|$)"),
    (Form.SEASON, rf"(?:(?<=\()|(?<=,[ ])){_SEASON}(?=\))"),
    (Form.SEASON, rf"(?P<tbc>(?i:TBC|TBA))[ ]{_SEASON}\b"),
    (Form.FISCAL_QUARTER, r"\b(?:FY|fiscal(?:[ ]year)?[ ])['’]?(?P<fy>(?:20)?\d\d)[ ,]*(?:Q|q)(?P<quarter>[1-4])\b"),
    (Form.FISCAL_QUARTER, r"\bQ(?P<quarter>[1-4])[ ,]*(?:of[ ])?(?:FY|fiscal(?:[ ]year)?[ ])['’]?(?P<fy>(?:20)?\d\d)\b"),
    (Form.FISCAL_QUARTER, rf"\b(?:{_ORDINAL}|fiscal[ ](?P<fiscal>first|second|third|fourth))[ ](?:fiscal[ ])?quarter[ ](?:of[ ])?(?:the[ ])?(?:fiscal(?:[ ]year)?|FY)[ ]?['’]?(?P<fy>(?:20)?\d\d)\b"),
    (Form.QUARTER, rf"\b(?:(?P<q>[Qq][1-4])|(?:the[ ])?{_ORDINAL}[ -](?:calendar[ ])?quarter)(?:[ ]of)?,?(?:[ ](?:the[ ])?(?:calendar[ ](?:year[ ])?)?(?:{_YEAR}|(?P<relyear>this[ ]year|next[ ]year|last[ ]year|the[ ]year)))?"),
    (Form.QUARTER, rf"\b{_YEAR}[ -]?(?P<q>[Qq][1-4])\b"),
    (Form.HALF, rf"\b(?:(?P<h>[Hh][12])|(?:the[ ])?(?P<which>(?i:first|second|1st|2nd|back|latter|last))[ ]half)(?:[ ]of)?,?[ ](?:{_YEAR}|(?P<relyear>this[ ]year|next[ ]year|the[ ]year))"),
    (Form.PART_OF_YEAR, rf"\b{_PART}(?:{_YEAR}|(?P<relyear>this[ ]year|next[ ]year|last[ ]year|the[ ]year|year))\b"),
    (Form.YEAR, rf"(?<![\d$£€.,/(-]){_YEAR}(?!['’]?s\b|[-–/]\d|[ ](?:years|people|screens|theaters|slate|line-?up|calendar|schedule|edition|ceremony|Oscars|Academy|Emmys|budget|census))"),
    (Form.WEEKDAY, rf"\b(?:{_REL}[ ])?(?P<weekday>{_WEEKDAY})(?!['’]s|\w|s\b)(?:[ ](?:night|evening|morning|afternoon))?"),
    (Form.NEAR, r"\b(?P<near>(?i:today|tonight|tomorrow|yesterday))\b"),
    (Form.UNIT, rf"\b{_REL}[ ](?P<unit>(?i:week|weekend|month|year))\b(?!['’]s)"),
    (Form.OFFSET, rf"\b(?P<about>(?i:about|around|some|roughly)[ ])?{_COUNT}[ ](?P<unit>days?|weeks?|months?|years?)[ ](?:later(?![ ]than)|after(?:wards?|[ ]that)?(?=[ ]*(?:[,.;)”\"]|and\b|$)))"),
    (Form.OFFSET, r"\b(?P<following>(?i:the[ ](?:following|next)))[ ](?P<unit>day|week|month|year)\b"),
    (Form.OFFSET, r"\b(?P<following>(?i:a))[ ](?P<unit>day|week|fortnight|month|year)[ ](?P<later>later(?![ ]than)|after)\b"),
    (Form.OFFSET, r"\b(?P<same>(?i:(?:the|that)[ ]same|that[ ]very|that(?=[ ]day)))[ ](?P<unit>day|date|month|week|weekend)\b"),
    (Form.HOLIDAY, rf"\b(?:(?P<yearof>(?i:next[ ]year|this[ ]year|last[ ]year))['’]s[ ]|(?P<rel>(?i:this|next|last))[ ])?(?P<holiday>(?i:{_HOLIDAY}))(?P<weekend>(?i:[ ](?:holiday[ ])?(?:weekend|frame)))?(?!['’]s)\b(?:{_OF_YEAR})?"),
    (Form.NONE, rf"(?i:{_NO_DATE})"),
)  # fmt: skip
_FORMS = tuple((form, re.compile(pattern, re.VERBOSE)) for form, pattern in _TABLE)
_WORTH_A_LOOK = re.compile(
    r"\d|(?:rst|cond|ird|th)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|spring|summer|autumn|\bfall\b|winter"
    r"|quarter|half|year|month|week|fortnight|day|tonight|tomorrow|christmas|easter|halloween|diwali|thanksgiving|juneteenth|\bT(?:BA|BD|BC)\b|date|schedul|calendar|slate"
    r"|to be |indefinitely|limbo|slot|no word|announced|confirmed",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def find_dates(sentence: str) -> tuple[DateMention, ...]:
    """Find the dates in a sentence, in order; if some overlap, the longest counts, then the first in the table."""
    if not _WORTH_A_LOOK.search(sentence):
        return ()
    found: list[DateMention] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(sentence):
            parts = {name: value for name, value in match.groupdict().items() if value}
            found.append(DateMention(match.start(), match.end(), form, parts))
    taken: list[DateMention] = []
    for one in sorted(found, key=lambda mention: mention.start - mention.end):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return tuple(sorted(taken))


def day_number(parts: dict[str, str]) -> int:
    """Return the day of the month, which the parts of a mention have in figures or in words."""
    return int(parts["day"]) if "day" in parts else _DAY_WORDS.index(parts["word"]) + 1
