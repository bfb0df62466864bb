"""Text in which somebody wrote HTML, as in Letterboxd's reviews: the tags go, links stay as addresses."""

import html
import re

_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>a|abbr|b|blockquote|br|cite|code|del|div|em|h[1-6]|hr|i|li|ol|p|q|s|small|span|strike|"
    r"strong|sub|sup|tt|u|ul)\b(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)
"""The tags that reviews have; what else stands between angles is the reviewer's own."""

_ADDRESS = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BLOCKS = ("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "ul")


def plain_text(text: str) -> str:
    """Turn HTML into text: paragraphs and line breaks stay, the address of a link stands behind its words."""
    parts: list[str] = []
    links: list[tuple[str, int]] = []
    position = 0
    for tag in _TAG.finditer(text):
        parts.append(html.unescape(text[position : tag.start()]))
        position = tag.end()
        name = tag["tag"].lower()
        if name == "br":
            parts.append("\n")
        elif name in _BLOCKS:
            parts.append("\n\n")
        elif name == "a" and not tag["end"]:
            links.append((_address(tag["rest"]), len(parts)))
        elif name == "a" and links:
            address, start = links.pop()
            parts.append(_behind("".join(parts[start:]), address))
    parts.append(html.unescape(text[position:]))
    lines = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*", "\n\n", lines).strip()


def as_markup(text: str) -> str:
    """Write a text so that `plain_text` gives it back: what would be read as HTML is escaped."""
    return text if plain_text(text) == text else html.escape(text, quote=False)


def _address(attributes: str) -> str:
    found = _ADDRESS.search(attributes)
    return html.unescape(next(filter(None, found.groups()), "")) if found else ""


def _behind(words: str, address: str) -> str:
    """Return what comes behind the words of a link: its address, unless they are that already."""
    return f" ({address})" if address and words.strip() != address else ""
