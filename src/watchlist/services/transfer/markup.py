"""Text with HTML in it, as in Letterboxd's reviews: converting it to plain text, and back."""

import html
import re

_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>a|abbr|b|blockquote|br|cite|code|del|div|em|h[1-6]|hr|i|li|ol|p|q|s|small|span|strike|"
    r"strong|sub|sup|tt|u|ul)\b(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)
"""The tags that reviews may have; anything else in angle brackets is text."""

_ADDRESS = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BLOCKS = ("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "ul")


def plain_text(text: str) -> str:
    """Turn HTML into text: paragraphs and line breaks are kept, and a link is followed by its address in brackets."""
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
            parts.append(_link_suffix("".join(parts[start:]), address))
    parts.append(html.unescape(text[position:]))
    lines = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*", "\n\n", lines).strip()


def as_markup(text: str) -> str:
    """Escape a text where `plain_text` would change it, so that `plain_text` returns the original."""
    return text if plain_text(text) == text else html.escape(text, quote=False)


def _address(attributes: str) -> str:
    found = _ADDRESS.search(attributes)
    return html.unescape(next(filter(None, found.groups()), "")) if found else ""


def _link_suffix(words: str, address: str) -> str:
    """Return what follows the words of a link: its address in brackets, unless the words are the address."""
    return f" ({address})" if address and words.strip() != address else ""
