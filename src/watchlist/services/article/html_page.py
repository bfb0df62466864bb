"""Reading HTML into a page, in one pass over its tags and without a tree, so that no nesting is too deep.

It uses the parser of the standard library and a stack of open elements. A tag that is
never closed, or closed twice, can at worst put blocks into the wrong section.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from watchlist.services.article.article_part import Raw, article_blocks
from watchlist.services.article.boilerplate import SKIPPED_TAGS, is_boilerplate, name_words
from watchlist.services.article.json_scripts import parse_script
from watchlist.services.article.page import LONGEST, Block, Kind, MarkedText, Page, TooLong

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_MARKING = frozenset(["i", "em", "b", "strong", "cite", "u", "dfn"])
_BREAKING = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "caption",
        "blockquote",
        "figure",
        "address",
        "hr",
        "body",
        "html",
        "pre",
        "summary",
        "details",
        "center",
    ]
)
_CLOSES = {
    "p": ("p",),
    "li": ("li", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
    "tr": ("tr", "td", "th", "p"),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "option": ("option",),
}
_SCOPE = frozenset(["ul", "ol", "table", "body", "article", "section", "div", "blockquote", "td", "th"])
_CREDITS = frozenset(("author", "byline", "fn", "published", "date"))
_LONGEST_CREDIT = 80
_LONGEST_CELL = 400
"""Letters; a table with a longer cell does not hold data, but lays out the page."""
_MOST_JSON = 500_000
_MOST_FACTS = 2000
_MOST_VALUE = 1000
_MOST_DEPTH = 512
"""Levels of nesting; elements nested more deeply count as part of the one around them."""


class _Open(NamedTuple):
    """An element that is not closed yet: where its text begins, and what its attributes say.

    `around` is as in `Raw`; `names` are the class and id words of the element and all around it, `classes` its class words.
    """

    tag: str
    start: int
    around: int
    names: frozenset[str]
    prop: str
    classes: frozenset[str] = frozenset()


_ROOT = _Open("", 0, 0, frozenset(), "")


def _is_hidden(one: _Open, over: _Open) -> bool:
    """Return whether an inline element is not part of its line's text: an edit link, a footnote number."""
    return (one.tag not in _BREAKING and one.tag not in ("td", "th") and one.around != over.around) or one.tag == "sup"


class _Row:
    """A table row that is being read: its cells, and the same text as blocks, in case the table lays out the page."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.heads: list[bool] = []
        self.lines: list[str] = []
        self.blocks: list[Raw] = []
        self.is_layout = False

    def take_lines(self) -> str:
        """End the current cell and return its text."""
        text = "\n".join(self.lines)
        self.lines = []
        return text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Raw] = []
        self.facts: dict[str, list[str]] = {}
        self.scripts: list[str] = []
        self.language = ""
        self._open: list[_Open] = []
        self._count: Counter[str] = Counter()
        self._text = ""
        self._marks: list[MarkedText] = []
        self._rows: list[_Row] = [_Row()]
        self._columns: tuple[str, ...] = ()
        self._label = ""
        self._json: list[str] | None = None
        self._elements = 0
        self._article = 0
        self._hidden = 0
        self._letters = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self._note(tag, given)
        if tag == "br":
            self._break_line()
        if tag in _BREAKING:
            self._flush()
        if tag in _VOID:
            return
        self._close_before(tag)
        if tag == "table" and self._in("td", "th"):
            self._lay_out()
        self._push(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json is not None:
            self.scripts.append("".join(self._json)[:_MOST_JSON])
            self._json = None
        if tag == "br":
            self._break_line()
        if tag in _BREAKING:
            self._flush()
        if self._count[tag]:
            while self._open:
                if self._pop().tag == tag:
                    break

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)
            return
        if self._hidden or (self._open and self._open[-1].tag in ("script", "style")):
            return
        if self._count["title"] and self._count["head"] + 1 and self._open[-1].tag == "title":
            self._fact("title", data)
            return
        self._letters += len(data.strip())
        if self._letters > LONGEST:
            raise TooLong
        pieces = data.split()
        if not pieces:
            self._text += " " if self._text and not self._text[-1].isspace() and data else ""
            return
        lead = " " if data[0].isspace() and self._text and not self._text[-1].isspace() else ""
        self._text += lead + " ".join(pieces) + (" " if data[-1].isspace() else "")

    def finish(self) -> None:
        """Close all elements that are still open at the end."""
        self.close()
        self._flush()
        while self._open:
            self._pop()

    def _note(self, tag: str, given: dict[str, str]) -> None:
        """Collect the facts that a tag states: metadata, the language, an address."""
        if tag == "html" and given.get("lang"):
            self.language = given["lang"][:20]
        if tag == "script" and "ld+json" in given.get("type", "").lower():
            self._json = []
        content = given.get("content") or given.get("datetime", "")
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if tag == "meta" and name:
            self._fact(name, given.get("content", ""))
        elif tag == "link" and given.get("rel") and given.get("href"):
            self._fact(f"link:{given['rel']}", given["href"])
        elif tag == "time":
            around = " ".join((given.get("class", ""), given.get("itemprop", ""), *self._names_around()))
            changed = re.search("updat|modif", around, re.IGNORECASE) and "publish" not in around.lower()
            self._fact("time:modified" if changed else "time", content)
        elif tag in ("abbr", "span") and "publish" in given.get("class", "").lower():
            self._fact("time", given.get("title", ""))
        elif given.get("itemprop") and content:
            self._fact(given["itemprop"], content)

    def _names_around(self) -> frozenset[str]:
        return self._open[-1].names if self._open else frozenset()

    def _fact(self, name: str, value: str) -> None:
        if value.strip() and len(self.facts) < _MOST_FACTS:
            self.facts.setdefault(name.strip().lower()[:60], []).append(" ".join(value[:_MOST_VALUE].split()))

    def _push(self, tag: str, given: dict[str, str]) -> None:
        if len(self._open) >= _MOST_DEPTH:
            return
        if tag == "tr":
            self._rows.append(_Row())
        self._elements += 1
        over = self._open[-1] if self._open else _ROOT
        named = " ".join((given.get("class", ""), given.get("id", "")))
        outside = tag in SKIPPED_TAGS or (tag not in ("html", "body") and named.strip() and is_boilerplate(named))
        around = over.around or (self._elements if outside or "hidden" in given else 0)
        prop = " ".join((given.get("itemprop", ""), given.get("rel", "") if tag == "a" else "")).lower()
        names = (
            over.names | frozenset((*name_words(named), *prop.split())) if named.strip() or prop.strip() else over.names
        )
        if tag in ("article", "main") or "articlebody" in prop:
            self._article = self._elements
        self._open.append(
            _Open(tag, len(self._text), around, names, prop, frozenset(name_words(given.get("class", ""))))
        )
        self._count[tag] += 1
        self._hidden += _is_hidden(self._open[-1], over)

    def _pop(self) -> _Open:
        gone = self._open.pop()
        self._count[gone.tag] -= 1
        self._hidden -= _is_hidden(gone, self._open[-1] if self._open else _ROOT)
        start = gone.start if gone.start <= len(self._text) else 0
        end = len(self._text.rstrip())
        start += len(self._text[start:]) - len(self._text[start:].lstrip())
        if (gone.tag in _MARKING or gone.tag == "a") and end > start:
            self._marks.append(MarkedText(start, end, is_link=gone.tag == "a"))
        if gone.prop.strip() and end > start:
            self._fact(gone.prop.split()[0], self._text[start:end])
        if end > start and end - start < _LONGEST_CREDIT and not gone.around:
            for word in gone.classes & _CREDITS:
                self._fact(f"class:{word}", self._text[start:end])
        if gone.tag in ("td", "th"):
            self._end_cell(is_head=gone.tag == "th")
        if gone.tag == "tr":
            self._end_row(gone)
        if gone.tag == "table":
            self._columns, self._label = (), ""
        if gone.tag in ("article", "main"):
            self._article = 0
        return gone

    def _close_before(self, tag: str) -> None:
        """Close the elements that a tag ends implicitly: a paragraph ends where the next one begins."""
        closing = _CLOSES.get(tag, ())
        while closing and self._open and self._open[-1].tag not in _SCOPE - set(closing):
            if not any(self._count[one] for one in closing):
                return
            if (
                self._open[-1].tag not in closing
                and self._open[-1].tag not in _MARKING
                and self._open[-1].tag not in ("a", "span")
            ):
                return
            self._pop()

    def _break_line(self) -> None:
        self._text = self._text.rstrip(" ") + ("\n" if self._text else "")

    def _in(self, *tags: str) -> bool:
        return any(self._count[tag] for tag in tags)

    def _flush(self) -> None:
        """End the current block."""
        if self._in("td", "th") and not self._in("li"):
            self._add_in_cell()
        else:
            self._add(self._text, self._kind())
        self._text = ""
        self._marks = []
        self._open = (
            [one._replace(start=0) for one in self._open] if self._open and self._open[-1].start else self._open
        )

    def _add_in_cell(self) -> None:
        """End a block inside a table: it is part of a cell, unless the table turns out to lay out the page."""
        row, text = self._rows[-1], self._text.strip()
        if not text:
            return
        found = self._raw(text, self._kind())
        if row.is_layout:
            self.blocks.append(found)
            return
        row.blocks.append(found)
        row.lines.append(text)
        if found.block.kind is Kind.HEADING or sum(map(len, row.lines)) > _LONGEST_CELL:
            self._lay_out()

    def _lay_out(self) -> None:
        """Treat the current row as layout: its blocks, and those that follow in it, are parts of the page."""
        row = self._rows[-1]
        row.is_layout = True
        self.blocks += row.blocks
        row.blocks.clear()

    def _kind(self) -> tuple[Kind, int]:
        for level in range(1, 7):
            if self._count[f"h{level}"]:
                return Kind.HEADING, level
        if self._in("dt", "summary"):
            return Kind.HEADING, 6
        if self._in("caption"):
            return Kind.CAPTION, 0
        return (Kind.ITEM if self._in("li", "dt", "dd") else Kind.PARAGRAPH), 0

    def _add(self, text: str, kind: tuple[Kind, int]) -> None:
        if text.strip():
            self.blocks.append(self._raw(text, kind))

    def _raw(self, text: str, kind: tuple[Kind, int]) -> Raw:
        last = self._open[-1] if self._open else _ROOT
        lead = len(text) - len(text.lstrip())
        marks = tuple(mark._replace(start=mark.start - lead, end=mark.end - lead) for mark in self._all_marks())
        block = Block(
            kind[0], text.strip(), kind[1], marks, label=self._label if self._in("td") else "", names=last.names
        )
        return Raw(block, last.around, self._article)

    def _all_marks(self) -> Iterator[MarkedText]:
        yield from self._marks
        for one in self._open:
            end = len(self._text.rstrip())
            if one.tag in _MARKING and one.start < end:
                yield MarkedText(one.start, end)

    def _end_cell(self, *, is_head: bool) -> None:
        row = self._rows[-1]
        self._add_in_cell()
        self._text, self._marks = "", []
        text = row.take_lines()
        if is_head and not row.cells:
            self._label = " ".join(text.split())
        row.cells.append(text)
        row.heads.append(is_head)

    def _end_row(self, gone: _Open) -> None:
        row = self._rows.pop() if len(self._rows) > 1 else _Row()
        label, self._label = self._label, ""
        if row.is_layout or not any(row.cells):
            self.blocks += row.blocks
            return
        cells = tuple(row.cells)
        if len(cells) > 1 and all(row.heads):
            self._columns = cells
            return
        text = " | ".join(" ".join(cell.split()) for cell in cells if cell)
        has_label = row.heads[0] and not all(row.heads)
        block = Block(Kind.ROW, text, 0, (), cells, self._columns, label if has_label else "", gone.names)
        self.blocks.append(Raw(block, gone.around, self._article))


def read_html(text: str) -> Page:
    """Read a page of HTML; broken HTML is never an error."""
    reader = _Reader()
    reader.feed(_without_traps(text))
    reader.finish()
    return Page(
        blocks=tuple(article_blocks(reader.blocks)),
        everything=tuple(raw.block for raw in reader.blocks),
        facts={name: tuple(values) for name, values in reader.facts.items()},
        linked_data=tuple(data for script in reader.scripts if (data := parse_script(script)) is not None),
        language=reader.language,
    )


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^>\[]*(?:\[[^\]]*\]?[^>]*)?(?:>|\Z)")
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]*")
_LONGEST_TAG = 200_000
"""Letters; a `<` this far before the next `>` does not begin a tag."""


def _without_traps(text: str) -> str:
    """Remove comments, declarations and false tags, on which the parser would need quadratic time."""
    text = _EMBEDDED.sub("data:", text.replace("<![CDATA[", "").replace("]]>", ""))
    text = _DECLARATION.sub("", _COMMENT.sub("", text))
    return ">".join(_without_open_tags(one) if len(one) > _LONGEST_TAG else one for one in text.split(">"))


def _without_open_tags(text: str) -> str:
    """Escape each `<` in a long text before a `>`, except a last one that is near enough to begin a tag."""
    last = text.rfind("<")
    start = last if len(text) - last <= _LONGEST_TAG else len(text)
    return text[:start].replace("<", "&lt;") + text[start:]
