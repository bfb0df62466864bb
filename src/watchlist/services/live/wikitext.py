"""Parsing wikitext, as far as infoboxes need it: templates, their arguments, references, and plain text.

It takes one pass over the text, in linear time, whatever the text contains.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from watchlist.services.live.shape import clean

MOST_TEXT = 64 * 1024
"""How many characters of a section are looked at."""
_DEEPEST = 20

_MARK = re.compile(r"<!--|<nowiki\s*>|<ref\b[^<>]*>|\{\{|\}\}|\[\[|\]\]|\||=", re.IGNORECASE)
_ENDS = {"<!--": "-->", "<nowiki": "</nowiki>", "<ref": "</ref>"}
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_OUTSIDE_LINK = re.compile(r"\[https?://[^\s\]]+ ([^\[\]]*)\]")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>|\{\{break\}\}|\n", re.IGNORECASE)
_SPACE = re.compile(r"&nbsp;|&#160;|\{\{nbsp\}\}|\{\{spaces?\}\}", re.IGNORECASE)


class Template(NamedTuple):
    """A template: its name in lower case, its unnamed and named arguments, and its offsets."""

    name: str
    places: tuple[str, ...]
    named: Mapping[str, str]
    start: int
    stop: int


class Footnote(NamedTuple):
    """A reference: its content, the name for using it elsewhere, and its offsets."""

    content: str
    name: str | None
    start: int
    stop: int


class _Mark(NamedTuple):
    kind: str
    start: int
    stop: int


def without_comments(text: str) -> str:
    """Remove comments; one that is not closed extends to the end."""
    return re.sub(r"<!--(?s:.*?)(?:-->|\Z)", "", text[:MOST_TEXT])


def templates(text: str) -> list[Template]:
    """Return the templates of a text, outer before inner ones; none at all if they are nested more than 20 deep."""
    open_at: list[tuple[int, list[_Mark]]] = []
    found: list[Template] = []
    links = 0
    for mark in _marks(text):
        if mark.kind == "{{":
            open_at.append((mark.start, []))
            if len(open_at) > _DEEPEST:
                return []
        elif mark.kind == "}}" and open_at:
            start, inner = open_at.pop()
            found.append(_template(text, start, mark.stop, inner))
            links = 0
        elif mark.kind == "[[":
            links += 1
        elif mark.kind == "]]":
            links = max(0, links - 1)
        elif open_at and mark.kind in ("|", "=") and not links:
            open_at[-1][1].append(mark)
    return sorted(found, key=lambda one: one.start)


def references(text: str) -> list[Footnote]:
    """Return the references of a text, including those that only name another one."""
    marks = (mark for mark in _marks(text) if mark.kind == "ref")
    return [Footnote(_inside(text, one), _ref_name(text, one), one.start, one.stop) for one in marks]


def without(text: str, left_out: Iterable[Footnote]) -> str:
    """Remove references from a text."""
    return _without(text, [(one.start, one.stop) for one in left_out])


def lines(text: str) -> list[str]:
    """Return the lines of a field that are not empty, also split at <br>."""
    return [line for line in _BREAK.split(text) if line.strip()]


def plain(text: str) -> str:
    """Return the visible text of wikitext, on one line, without templates and references."""
    bare = _without(text, [(one.start, one.stop) for one in _marks(text) if one.kind in ("ref", "nowiki")])
    bare = _SPACE.sub(" ", bare)
    bare = _without(bare, [(one.start, one.stop) for one in templates(bare)])
    bare = _OUTSIDE_LINK.sub(r"\1", _LINK.sub(r"\1", bare))
    return clean(_TAG.sub("", bare).replace("'''", "").replace("''", "")) or ""


def _marks(text: str) -> Iterator[_Mark]:
    """Yield the markup of a text, in order; a comment or reference is one mark with all inside it."""
    at = 0
    unclosed: set[str] = set()
    while match := _MARK.search(text, at):
        at, kind = match.end(), match.group().lower()
        opening = next((one for one in _ENDS if kind.startswith(one)), None)
        if opening is None or kind.endswith("/>"):
            yield _Mark("ref" if opening else kind, match.start(), at)
            continue
        end = -1 if opening in unclosed else text.find(_ENDS[opening], at)
        if end < 0:
            unclosed.add(opening)
            continue
        at = end + len(_ENDS[opening])
        if opening != "<!--":
            yield _Mark(opening.removeprefix("<"), match.start(), at)


def _template(text: str, start: int, stop: int, marks: list[_Mark]) -> Template:
    """Make a template from its text and the `|` and `=` marks that belong to it."""
    places: list[str] = []
    named: dict[str, str] = {}
    edges = [mark.start for mark in marks if mark.kind == "|"] + [stop - 2]
    signs = deque(mark.start for mark in marks if mark.kind == "=")
    for left, right in pairwise(edges):
        while signs and signs[0] < left:
            signs.popleft()
        sign = signs[0] if signs and signs[0] < right else None
        if sign is None:
            places.append(text[left + 1 : right].strip())
        else:
            named[text[left + 1 : sign].strip().lower()] = text[sign + 1 : right].strip()
    name = " ".join(text[start + 2 : edges[0]].replace("_", " ").split()).lower()
    return Template(name, tuple(places), named, start, stop)


def _inside(text: str, mark: _Mark) -> str:
    whole = text[mark.start : mark.stop]
    return "" if whole.rstrip(">").endswith("/") and whole.count("<") == 1 else whole[whole.find(">") + 1 : -6]


def _ref_name(text: str, mark: _Mark) -> str | None:
    head = text[mark.start : text.find(">", mark.start)]
    match = re.search(r'name\s*=\s*(?:"([^"]*)"|([^\s"/>]+))', head)
    return (match[1] or match[2]) if match else None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, stop in spans:
        if start >= at:
            kept.append(text[at:start])
        at = max(at, stop)
    return "".join((*kept, text[at:]))
