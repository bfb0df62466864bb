"""What may be a film title: how titles are marked in a text, and what only looks like one."""

import re
from collections.abc import Iterator

from watchlist.domain.names import fold
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.page import Block, Kind
from watchlist.services.article.places import NAMES, find_places

SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "del",
        "der",
        "des",
        "di",
        "du",
        "el",
        "en",
        "for",
        "from",
        "in",
        "into",
        "is",
        "la",
        "las",
        "le",
        "les",
        "los",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "und",
        "upon",
        "van",
        "vs",
        "with",
        "y",
        "&",
    ]
)


QUOTED = re.compile(
    r"“(?P<double>[^“”\n]{1,90})”|\"(?P<straight>[^\"\n]{1,90})\"|‘(?P<single>(?:[^‘’\n]|’(?=\w)){1,90})’(?!\w)"
    r"|(?<![\w.,])'(?P<plain>(?:[^'\n]|'(?=\w)){2,90})'(?!\w)"
)


SPLIT = re.compile(
    r":\s+(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|20\d\d|TB[ACD]\b"
    r"|(?:[Ee]arly|[Ll]ate|[Mm]id|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b.{0,8}20\d\d|Q[1-4]\b))|"
    r"\s+[–—|]\s+|\s+-\s+|:\s+(?=[a-z])|\s*[–—]\s*(?=\d)|:\s+(?=(?:Netflix |Hulu |UK |US )?(?:Release|Everything|What|When|Where|Who|Cast|Trailer|Plot|Likelihood|Opens|Out))"
)


_YEAR_AFTER = re.compile(r"\s*\((?:19|20)\d\d(?: film)?\)\s*$")


CAPITALS = re.compile(
    r"(?:[^\W\d_a-z][\w’'&.!-]*|\d+)(?:[,:]? (?:(?:a|an|and|as|at|by|de|for|from|in|into|is|la|le|of|on|or|the|to|with|&) ){0,3}(?:[^\W\d_a-z][\w’'&!-]*|\d+)){0,24}"
)


_SHOUTED = re.compile(
    r"^[^\w\n]*(?P<title>[A-Z][A-Z0-9’'&!:-]*(?:,? [A-Z0-9&][A-Z0-9’'&!:-]*){0,9})(?=[,;:. ]|$)(?![A-Z])"
)


_WORD = r"(?:(?:Mrs?|Ms|Dr|St)\.|[^\W\d_a-z][\w’'&-]*|\d{1,2})"


_RUN = rf"{_WORD}(?:(?: (?:a|an|and|at|by|for|from|in|is|of|on|or|the|to|with|&)){{0,2}} {_WORD}){{0,9}}"


_OF_YEAR = re.compile(rf"\b(?:19|20)\d\d['’]s ((?:{_RUN})(?:: {_RUN})?)")


_RUN_OF_WORDS = rf"(?:{_WORD})(?:(?: (?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&)){{0,2}} {_WORD}){{1,9}}"
_SCREENS = r"(?:theat(?:er|re)|cinema|screen|multiplex|the big screen)"
_COMING = (
    r"open(?:s|ed)?|com(?:es?|ing) (?:out|to|in|back)|came (?:out|on|in)|hits? (?:[\w.]+ )?(?:theat|cinema|screens|disc|digital|Netflix|Hulu|Disney|Prime|Max|Peacock)\w*|premieres?|premiered|debuts?|debuted|bows|bowed"
    r"|is (?:now )?(?:set|slated|scheduled|due|dated|pencill?ed in) (?:for|to|in|on)|comes to|arrives?|arrived|lands? (?:on|in)|landed (?:on|in)|drops (?:on|in)|dropped (?:on|in)|went (?:straight|wide|to (?:theat|cinema|living|video|digital|stream|Netflix|Hulu|Disney|Prime|Peacock)\w*)"
    r"|is (?:now |currently |already |finally )?(?:in (?:theat|cinema)\w*|out (?:on|in|now)|on (?=[A-Z])|streaming|available|playing)|turned up (?:on|in|at)|did the same|goes (?:wide|to|straight|on)|follows? (?:on|in)|rolls out|reaches|plays (?:in|at)|screens (?:in|at|on)|returns to|expands|heads? to"
    r"|moves (?:from|to|up|back)|been (?:pushed|delayed|moved|postponed|dated|pulled|given|set|cancelled|canceled|shelved|scrapped)|(?:was|is|be) (?:pushed|delayed|moved|postponed|released|coming|headed|expected|out|streaming|being released|available|shown|cancelled|shelved)|(?:begins|starts) streaming|streams|joins (?=[A-Z])"
    r"|gets? (?:a|an|its) (?:[\w-]+ ){0,2}(?:release|premiere|debut|date)|takes its bow|launch(?:es)?"
)
_SUBJECT = re.compile(
    rf"({_RUN_OF_WORDS})(?:, which| that|,? \([^()]{{2,60}}\),?|, [^,.;()“”]{{3,60}},)? (?:finally |now |at last |also |then |however |meanwhile )?(?:will (?:\w+ly |now |also |finally |then )?|is set to |has |had |is to |can )?(?:{_COMING})\b"
    rf"|({_RUN_OF_WORDS})(?: \([^()]{{2,60}}\))?,? (?:out|opening|due|arriving|releasing|premiering|landing|debuting|streaming|coming|in (?:select |UK |US |U\.S\. )?{_SCREENS}\w*)(?: (?:on|in|this|next|from|to|now|for)\b|,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_ALONE = re.compile(
    rf"(?:^|(?<=[:;“\"\n] )|(?<=\w{3}[.!?] )|(?<=[“\"\n]))({_WORD})(?:, [^,.;()“”]{{3,60}},)? (?:will )?(?:opens? (?:on|in|nationwide|wide|this|next)|opened (?:on|in|nationwide|wide)|premieres (?:on|at|in)|premiered (?:on|at|in)|debuts on|hits? {_SCREENS}\w*|comes out|came out|is (?:out (?:on|in|now)|in {_SCREENS}\w*|due (?:on|in|out)|slated for|set for))\b"
)
_RATED = re.compile(
    rf"^\W*((?:{_WORD})(?:,? (?:(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&) ){{0,2}}{_WORD}){{0,9}})[”\"’']? [(\[](?:PG|R\b|G\b|U\b|UA|A\b|NR|NC|TV-|12A?|15|18|PG-13|M\b|MA|Rated|Not rated|Netflix|Hulu|\d+ ?h|\d+ ?min|\d:\d\d|dir\b|directed)"
)


_FIRMS = frozenset(
    [
        "pictures",
        "features",
        "films",
        "studios",
        "studio",
        "entertainment",
        "releasing",
        "distribution",
        "searchlight",
        "bros",
        "classics",
        "media",
        "group",
        "festival",
        "fest",
        "awards",
        "weekend",
        "theatre",
        "theatres",
        "theaters",
        "cinemas",
        "cinema",
        "company",
        "international",
        "productions",
        "animation",
        "corporation",
        "inc",
        "ltd",
        "network",
        "networks",
        "television",
        "radio",
        "magazine",
        "news",
        "academy",
        "guild",
        "council",
        "board",
        "union",
        "chief",
        "executive",
        "minister",
        "president",
    ]
)
"""Last words of names that are not films, although they open, release and premiere things."""


_CAPITAL_TITLE = re.compile(r"\b[A-Z][A-Z0-9’'&-]+(?::? [A-Z0-9][A-Z0-9’'&:-]*){1,9}(?= |[,.;!?)”\"](?!\d)|$)(?![A-Z])")


_DATELINE = re.compile(
    r"(?:, ?[A-Z][\w. ]{1,20}?)?\s?[,(–—-]{1,3}\s?(?:[A-Z][\w.]+,? )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)"
    r"(?:,? \d{4})?\)?(?: ?\([^()]{2,30}\))?\s*[—–:/-]"
)


_NUMBERED = re.compile(
    rf"\b((?!(?:Part|Season|Episode|Chapter|Volume|Channel|Top|Phase|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Week|Day|Page|Level|Act|Number|Issue|Form|Group|Screen|Studio|BBC|Film|ITV|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? )"
    rf"{_WORD}(?:(?: (?:and|of|the|&)){{0,2}} {_WORD}){{0,6}} (?:[2-9]|II|III|IV))\b(?![-–/:.,]?\d|%| (?:million|billion|weeks?|days?|months?|years?|hours?|minutes?|p\.?m|a\.?m)\b)"
)


_POINTED_AT = re.compile(
    rf"((?:{_WORD})(?:(?: (?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|&)){{0,2}} {_WORD}){{1,9}})\\. (?:It|That one|This one)(?:['’]s out| is out| opens| comes out|['’]s in cinemas| is in (?:cinemas|theaters)| will be (?:out|in|released)| arrives)"
)


_LEAD_IN = re.compile(
    r"^(?:\w+ (?:with|after|before|by|is|of|for|as|to|from) (?=The )|(?:After|Before|With|And|But|Then|While|When|As|Since|Like|For|In|On|Unlike|Now|Next|Also|Plus|Both|Even|Only|So|Still|Yet|Or) )"
)


_NO_TITLES = frozenset(
    one.strip()
    for one in """
    release date|release dates|the release date|release|releases|plot|cast|trailer|trailers|synopsis|production|reception|story|premise|background|marketing|sequel|future|overview|introduction
    conclusion|abroad|news|reviews|listings|moved|lost|found|whispers|at home|later on|what opens|coming soon|on the box|in theaters|in cinemas|in theatres|streaming|now playing|new this week
    this week|next week|this month|likelihood|tba|tbd|tbc|title|film|movie|date|opens|territory|country|distributor|director|starring|stars|rating|genre|runtime|update|updated|exclusive|breaking|notes to editors|key dates|about the film|about the director|press contact|contact|contacts|credits|further information|ends|more information|screenings|running time|certificate
    watch|listen|read more|see also|also read|sunday am|saturday am|friday am|monday am|wk|weekend|total|rank|studio|notes|note|editor's note|spoiler|spoilers|spoiler alert|verdict|score|and what about
    home|menu|search|share|print|comments|comment|advertisement|photos|photo|video|videos|gallery|subscribe|newsletter|theatrical|digital|disc|discs|dvd|blu ray|home release|television|tv|festivals
    festival|cinemas|theaters|uk|us|usa|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday
    saturday|sunday|today|tomorrow|yesterday|imax|dolby|3d|q a|faq|box office|the latest|latest|highlights|films|movies|others|also|elsewhere|meanwhile|however|but|and|the|yes|no|what|when|where|who|why|how|correction
    delayed|cancelled|undated|dated|rumoured|rumored|confirmed|announced|new dates|the dates|dates|date changes|release schedule|the schedule|schedule|calendar|the slate|slate|disney|warner bros|paramount|universal|sony|lionsgate|a24|marvel|pixar|dc
    released|out|in cinemas from|director|directors|directed by|written by|writer|writers|produced by|producers|where to stream|platform|platforms|ott platform|language|languages|certificate|cert
    starring|with|length|run time|studio|network|channel|service|available on|streaming on|age rating|based on|budget|shows|series|tv shows|tv series|games|books|podcasts|next week|this weekend|coming|leaving|arriving|ticket info|tickets
    ceremony|nominations|nominations announced|voting|shortlist|upcoming|upcoming films|released films|undated films|future|past|recent|now showing|new releases
    q1|q2|q3|q4|early 2027|wide|limited|available now|out now|how to watch|where to watch|when to watch|contents|table of contents|references|external links|filming|development|music|soundtrack|key takeaways|summary|in short|the details
    """.strip()
    .replace("\n", "|")
    .split("|")
)


NO_BEGINNING = re.compile(
    r"(?i)(?:what|when|where|who|why|how|which|is|are|will|did|does|can|should|everything|the cast of|cast of|meet the|watch|read|see|here|all|every|more|top|best|\d+ (?:best|new|movies|films|things)|release dates?|by|photo|image|credit|via|published|posted|updated|source|in association|directed|written|produced|starring|runtime|rated|week of|weekend of|weekend)\b"
)


_OTHER_BEFORE = re.compile(
    r"(?i)\b(?:(?:tv |television |hit |drama |comedy |limited |mini|netflix |hbo |bbc |streaming |animated |anime |web ?)*series|show|sitcom|(?:video )?games?|novels?|books?|memoir|manga|comic|album|single|song|podcast|magazine|newspaper|play|stage musical|episode|exhibition|newsletter|column|told|tells|according to|reports?|exclusively to|interview with|speaking to)[,:]? (?:called |titled |of |to |by |that |in )?[“\"‘'(]*$"
)


_OTHER_AFTER = re.compile(
    r"(?i)^[”\"’',]*\s*(?::? season \d|\(?(?:the )?(?:tv |television |limited |hbo |netflix |bbc |prime video |streaming |anime |animated |mini)*-?(?:series|miniseries|show|sitcom)\b|(?::\s*)?(?:season|seasons|episode|episodes)\b|(?:the )?(?:video ?)?game\b|game\b|\(?(?:the )?(?:novel|album|podcast|magazine|book|musical on|stage)\b|reported|reports\b|says\b|said\b|first reported|(?:is|was) told)"
)


MOST_WORDS = 12


_LONGEST = 80


def looks_like_title(text: str) -> bool:
    """Return whether a text can be a film title: capitals as in titles, and not a date, place or usual heading."""
    words = text.split()
    if len(words) > MOST_WORDS or len(text) > _LONGEST:
        return False
    folded = fold(text)
    if (
        not folded
        or folded in _NO_TITLES
        or text.casefold() in NAMES
        or (NO_BEGINNING.match(text) and text.endswith("?"))
    ):
        return False
    if text[0].islower() or text[0] in "([" or re.search(r"[“”\"‘]", text) or text[-1] in ".,;" or words[-1] in SMALL:
        return False
    if any(word[0].islower() and word.rstrip(".") not in SMALL for word in words) or re.search(
        r"[.!?…;] [a-z]|(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|vs|No))(?<!\bMrs)(?<!\bVol)(?<!\b[A-Z])[.;] [A-Z]|\d%", text
    ):
        return False
    dates = find_dates(text)
    is_label = any(one.start == 0 and text.startswith(":", one.end) for one in dates)
    if is_label or any(one.form in (Form.DAY, Form.NUMERIC, Form.ISO) for one in dates):
        return False
    covered = sum(date.end - date.start for date in dates) + len(dates)
    return covered < len(text) and not _is_year_range(text)


def _is_year_range(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d([-–](?:19|20)?\d\d)?", text) is not None


def tidy(text: str) -> str:
    """Remove quotation marks, punctuation at the end and a year in brackets from a title."""
    text = _YEAR_AFTER.sub("", text.strip(_AROUND)).strip(_AROUND)
    if text[:1] in "'‘" and text[-1:] in "'’":
        text = text[1:-1].strip(_AROUND)
    return text[:-1] if text.endswith("’") and not text.endswith("s’") else text


_AROUND = ' ,;:“”"'
"""What may stand around a title without being part of it."""


def candidates(block: Block) -> Iterator[str]:
    """Yield what a block marks as a title: by emphasis, quotes, capitals, or as the start of an item or heading."""
    yield from _set_apart(block)
    if block.kind is Kind.HEADING:
        yield from asked_about(block.text)
    if block.level > 1 and not QUOTED.search(block.text):
        yield from heading_titles(block)
    if block.kind is Kind.ITEM and not any(not mark.is_link for mark in block.marks):
        head = item_head(block.text)
        start = block.text.find(head)
        if (
            head != block.text
            and looks_like_title(head)
            and not _is_firm(head)
            and len(head.split()) < 9
            and not is_other(block.text, start, start + len(head))
        ):
            yield head
    yield from _in_cells(block)
    yield from _in_capitals(block)
    yield from _beside_years(block.text)


def item_head(text: str) -> str:
    """Return the start of a list item, without a date before it: up to a dash, a bracket, or words such as "out on"."""
    first = next(iter(find_dates(text)), None)
    if first and first.start == 0:
        text = text[first.end :].lstrip(" .|–—-")
    return tidy(_ITEM_HEAD.split(SPLIT.split(text)[0])[0])


_ITEM_HEAD = re.compile(r",\s+(?=(?:from|out|on|in|opens|opening|due|streaming|expected|set|now)\b)|\s+\((?=[^()]*\))")
_TITLE_COLUMN = re.compile(r"(?i)\b(?:title|film|movie|picture|feature|what|name)s?\b")


def _in_cells(block: Block) -> Iterator[str]:
    """Yield the titles in a table row: in columns for titles, or else in the first cell beside a date."""
    named = [cell for cell, head in zip(block.cells, block.columns, strict=False) if _TITLE_COLUMN.search(head)]
    if not block.columns and any(map(find_dates, block.cells)):
        named = [cell for cell in block.cells[find_dates(block.cells[0]) != () :][:1] if not _is_place(cell)]
    for cell in named:
        title = item_head(cell)
        if looks_like_title(title):
            yield title


def _set_apart(block: Block) -> Iterator[str]:
    """Yield titles in emphasis or in quotation marks, except for speech."""
    text = block.text
    marked = [(mark.start, mark.end) for mark in block.marks if not mark.is_link]
    quoted = [(match.start(), match.end()) for match in QUOTED.finditer(text) if not _is_speech(text, match)]
    for start, end in (*marked, *quoted):
        title = tidy(text[start:end])
        if looks_like_title(title) and not is_other(text, start, end):
            yield title


def _in_capitals(block: Block) -> Iterator[str]:
    """Yield titles in capitals: one word or more at the start of an item or paragraph, two or more anywhere."""
    if block.text.isupper():
        return
    shouted = _SHOUTED.match(block.text) if block.kind in (Kind.ITEM, Kind.PARAGRAPH) else None
    long_enough = [shouted] if shouted and len(shouted["title"]) > 4 else []
    for match in (*long_enough, *_CAPITAL_TITLE.finditer(block.text)):
        title = tidy(match[0])
        is_dateline = match.start() == 0 and _DATELINE.match(block.text, match.end())
        if looks_like_title(title) and not is_dateline:
            yield title


def _beside_years(text: str) -> Iterator[str]:
    """Yield capitalised words beside a year or a day: "2012's The Long Road", "Tin Moon (2019)"."""
    for match in _OF_YEAR.finditer(text):
        title = tidy(match[1])
        if looks_like_title(title) and not NO_BEGINNING.match(title):
            yield title
    for match in re.finditer(r"\((?:[A-Z]\w+\.? \d{1,2}, |\d{1,2} [A-Z]\w+ )?(?:19|20)\d\d\)", text):
        before = text[max(0, match.start() - _LONGEST) : match.start()].rstrip()
        runs = list(CAPITALS.finditer(before))
        if runs and runs[-1].end() == len(before) and looks_like_title(tidy(runs[-1][0])):
            yield _LEAD_IN.sub("", tidy(runs[-1][0]))


def subjects(block: Block) -> Iterator[str]:
    """Yield unmarked words that can only be a film: what opens or is delayed, or has a number like a sequel."""
    patterns = (_SUBJECT, _NUMBERED, _POINTED_AT, _ALONE, _RATED)
    for match in (one for pattern in patterns for one in pattern.finditer(block.text)):
        start, end = match.span(match.lastindex or 0)
        text = _LEAD_IN.sub("", tidy(block.text[start:end]))
        if (
            "'s " not in text
            and "’s " not in text
            and looks_like_title(text)
            and not _is_place(text)
            and not NO_BEGINNING.match(text)
            and not _is_firm(text)
            and not _MACHINES.search(text)
            and not is_other(block.text, start, end)
        ):
            yield text


_MACHINES = re.compile(r"\b(?:PlayStation|Xbox|iPhone|iPad|Galaxy|Pixel|Windows|Switch|Formula|Covid|COVID)\b")
"""Names that may be followed by a number without being sequels."""


def _is_firm(text: str) -> bool:
    """Return whether a name is that of a company, a festival or an event."""
    return text.rsplit(maxsplit=1)[-1].lower() in _FIRMS


def _is_place(text: str) -> bool:
    """Return whether a text has only names of places and services."""
    left = text
    for one in find_places(text):
        left = left.replace(text[one.start : one.end], "")
    return re.fullmatch(r"(?i)(?:and|or|the|[ ,&/])*", left) is not None


def is_other(text: str, start: int, end: int) -> bool:
    """Return whether the words around a title make it a series, a game, a book or a newspaper."""
    return (
        _OTHER_BEFORE.search(text[max(0, start - 60) : start]) is not None
        or _OTHER_AFTER.match(text[end : end + 40]) is not None
    )


_SECTION = re.compile(
    r"(?i)(?:leaving|coming|arriving|new|streaming|opening|also|last chance|available|out|in theat|in cinemas|more)\b"
)
"""How headings over several films begin, if they have a date: "Leaving in July"."""
_DOES = re.compile(r" (?:is|will|could|may|might|has|opens|comes|hits|lands|moves|won't|would|isn't|was)\b")


def _is_speech(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 30]
    if _DOES.match(after.replace("’", "'")):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    said = re.match(r"\s*(?:says|said|adds|added|wrote|writes|tells|told|asked|he |she |they )", after)
    return (said is not None and match[0][-2:-1] in ",.?!") or re.search(
        r"(?:says?|said|adds?|asks?|asked|says:)[,:]? $", before
    ) is not None


_ASKED_ABOUT = (
    re.compile(
        r"(?i)(?:where|how) (?:to|can (?:i|you)) (?:watch|stream|see) (?P<title>.+?)(?: (?:online|at home|for free|right now|on [A-Z].*|in the .*))?[?:]?"
    ),
    re.compile(
        r"(?:Is|When is|Will|Why is) (?P<title>.+?) (?:on|in|out|streaming|coming|available|happening|getting|be|still|delayed)\b.*\?"
    ),
    re.compile(r"(?:When (?:does|will|can)) (?P<title>.+?) (?:come|be|release|hit|open|stream|arrive|premiere)\b.*\?"),
)


_LONGEST_QUESTION = 150


def asked_about(heading: str) -> Iterator[str]:
    """Yield the title that a heading asks about: "Where to watch Copper Sky", "Is Copper Sky on Netflix?"."""
    for pattern in _ASKED_ABOUT if len(heading) < _LONGEST_QUESTION else ():
        match = pattern.fullmatch(heading)
        if match and looks_like_title(tidy(match["title"])) and not _is_place(tidy(match["title"])):
            yield tidy(match["title"])


def heading_titles(block: Block) -> Iterator[str]:
    """Yield the title in a section heading: all of it, or the part before a dash, a date or a year."""
    text = re.sub(r"^\s*(?:\d{1,3}[.):]|#\d+:?)\s+", "", block.text)
    head = tidy(SPLIT.split(text)[0])
    if (
        re.match(r"(?i)by [A-Z]", head)
        or (head.endswith("?") and len(head.split()) > 3)
        or _OTHER_AFTER.match(text[len(head) :])
        or re.search(r"(?i):? (?:season|series|episode) \w+$", head)
        or (_SECTION.match(head) and find_dates(block.text))
    ):
        return
    if looks_like_title(head) and not (NO_BEGINNING.match(head) and len(head.split()) < 3):
        yield head
