"""Text from outside, made safe to show: characters that could control a terminal are written as codes."""

import re

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL and C1 controls, line breaks among them
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates
    "\ud800-\udfff"  # lone surrogates: bytes in a file name that are not text
    "\U000e0000-\U000e007f]"  # invisible tags
)
"""A pattern, which is compiled only if there is something that cannot be printed."""


def visible(text: str) -> str:
    r"""Write control characters, line breaks and direction overrides as codes: ESC becomes `\x1b`.

    Joiners and direction marks stay: emoji, Persian and Hebrew need them.
    """
    return text if text.isprintable() else re.sub(_UNSAFE, _spell, text)


def line(*fields: str) -> str:
    """Join the fields of a plain line with tabs; each is made safe."""
    return "\t".join(visible(field) for field in fields)


def _spell(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
