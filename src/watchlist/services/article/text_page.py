"""Reading plain text, Markdown and emails into a page: headings, paragraphs, list items, and what is marked in them."""

import re
from collections.abc import Iterator

from watchlist.services.article.article_part import own_blocks
from watchlist.services.article.boilerplate import is_not_headline
from watchlist.services.article.page import LONGEST, Block, Kind, MarkedText, Page, TooLong

_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,30}):[ \t]*(.*)")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"\s*(?:[-*+•·]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"\s*([-*_=]\s*){3,}$")
_QUOTED = re.compile(r"\s*>\s?")
_INLINE = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|\[(?P<link>[^\]\n]{1,300})\]\([^)\n]{0,500}\)"
    r"|(?P<stars>\*{1,3})(?=\S)(?P<starred>[^*\n]{1,300}?)(?<=\S)(?P=stars)"
    r"|(?<!\w)(?P<lines>_{1,3})(?=\S)(?P<lined>[^_\n]{1,300}?)(?<=\S)(?P=lines)(?!\w)"
)
_BYLINE = re.compile(r"(?i)\W*(?:by|published|posted|date|updated)\b|[\w ,.]{4,24}(?:19|20)\d\d\s*$")
_SHORTEST_WRAPPED = 60
_LONGEST_HEADING = 110
_MOST_HEADING_LINES = 3
_COLUMNS = re.compile(r"(?<=\S)(?: {3,}|\t+| ?\.{4,} ?)(?=\S)")
_MAIL = ("from", "date", "subject")


def read_text(text: str) -> Page:
    """Read Markdown or plain text, which may begin with front matter or email headers; raises `TooLong`."""
    if len(text) > LONGEST:
        raise TooLong
    facts, body = _head(text)
    blocks = list(_blocks(body))
    first = next((at for at, one in enumerate(blocks) if not is_not_headline(one.text)), 0)
    if blocks and blocks[first].kind is Kind.HEADING:
        blocks[first] = blocks[first]._replace(level=1)
    return Page(blocks=tuple(own_blocks(blocks)), everything=tuple(blocks), facts=facts)


def _head(text: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Split off front matter or email headers; return their fields, by prefixed lower-case names, and the rest."""
    front = _FRONT.match(text)
    if front:
        return _fields(front[1].split("\n"), "front:"), text[front.end() :]
    head, gap, body = text.lstrip("\n").partition("\n\n")
    lines = head.split("\n")
    fields = _fields(lines, "mail:")
    if gap and sum(f"mail:{name}" in fields for name in _MAIL) > 1:
        return fields, body
    return {}, text


def _fields(lines: list[str], prefix: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        match = _HEADER.match(line)
        if match and match[2].strip():
            value = (
                match[2].strip().strip("\"'").replace("''", "'") if match[2].strip()[0] in "\"'" else match[2].strip()
            )
            found.setdefault(f"{prefix}{match[1].lower()}", (value,))
    return found


def _blocks(body: str) -> Iterator[Block]:
    """Yield the blocks: a Markdown heading, a list item, or lines without a blank line between them."""
    lines: list[str] = []
    kind = Kind.PARAGRAPH
    for line in (*body.split("\n"), ""):
        bare = _QUOTED.sub("", line, count=1)
        heading = _HASHES.match(bare)
        is_rule = _RULE.match(bare) is not None
        bullet = None if is_rule else _BULLET.match(bare)
        if heading or bullet or is_rule or not bare.strip():
            if lines:
                yield from _block(kind, lines)
            lines, kind = [], Kind.PARAGRAPH
        if heading:
            yield _marked(Kind.HEADING, heading[2], len(heading[1]))
        elif bullet:
            lines, kind = [bare[bullet.end() :]], Kind.ITEM
        elif bare.strip() and not is_rule:
            lines.append(bare)


def _block(kind: Kind, lines: list[str]) -> Iterator[Block]:
    if sum(_COLUMNS.search(line) is not None for line in lines) > 1 and kind is Kind.PARAGRAPH:
        for line in lines:
            cells = tuple(cell.strip() for cell in _COLUMNS.split(line.strip()))
            yield (
                Block(Kind.ROW, " | ".join(cells), cells=cells)
                if len(cells) > 1
                else _marked(Kind.CAPTION, line.strip(), 0)
            )
        return
    if lines[0].lstrip().startswith("|") and len(lines) > 1:
        yield from _table(lines)
        return
    if kind is Kind.ITEM or not _ragged(lines) or "".join(lines).isupper():
        text = " ".join(line.strip() for line in lines)
        yield _marked(*_plain_kind(kind, text, len(lines)))
        return
    for at, line in enumerate(lines):
        indented = len(lines) > 1 and lines[1][:1].isspace() and not line[:1].isspace()
        leads = (
            at == 0
            and not line.strip()[:1].isdigit()
            and (indented or (len(line) < _SHORTEST_WRAPPED and any(re.search(r"\d", one) for one in lines[1:])))
        )
        alone = Kind.PARAGRAPH if _BYLINE.match(line) else Kind.ITEM
        yield _marked(*(_plain_kind(kind, line.strip(), 1) if leads else (alone, line.strip(), 0)))


def _ragged(lines: list[str]) -> bool:
    """Return whether lines are separate, and not one wrapped paragraph."""
    longest = max(len(line) for line in lines)
    if longest < _SHORTEST_WRAPPED and len(lines) > 1:
        return True
    return any(len(line) < longest * 0.6 for line in lines[:-1])


def _plain_kind(kind: Kind, text: str, count: int) -> tuple[Kind, str, int]:
    """Take a short line on its own for a heading, unless it ends like a sentence."""
    is_heading = (
        kind is Kind.PARAGRAPH
        and (count == 1 or (count <= _MOST_HEADING_LINES and text.isupper()))
        and len(text) <= _LONGEST_HEADING * count
        and (text.isupper() or text[-1] not in ".,;:!)”\"'")
        and text[0] not in "*_[(|"
        and text[:1].upper() == text[:1]
        and not re.search(r":\s+\d", text)
    )
    return (Kind.HEADING, text, 2) if is_heading else (kind, text, 0)


def _table(lines: list[str]) -> Iterator[Block]:
    rows = [[_marked(Kind.ROW, cell.strip(), 0).text for cell in line.strip().strip("|").split("|")] for line in lines]
    ruled = len(rows) > 1 and all(re.fullmatch(r":?-+:?", cell) for cell in rows[1])
    columns = tuple(rows[0]) if ruled else ()
    for row in rows[2:] if ruled else rows:
        yield Block(Kind.ROW, " | ".join(filter(None, row)), cells=tuple(row), columns=columns)


def _marked(kind: Kind, text: str, level: int) -> Block:
    """Replace the inline markup of Markdown by marks."""
    shown, marks, at = "", [], 0
    for match in _INLINE.finditer(text):
        shown += text[at : match.start()]
        inner = match["link"] or match["starred"] or match["lined"] or ""
        if inner:
            marks.append(MarkedText(len(shown), len(shown) + len(inner), is_link=bool(match["link"])))
        shown += inner
        at = match.end()
    return Block(kind, " ".join((shown + text[at:]).split()) if not marks else shown + text[at:], level, tuple(marks))
