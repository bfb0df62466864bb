"""A command line that is still being typed, split as the shell would split it."""

from typing import NamedTuple

BREAKS = "\"'@><=;|&(:"
"""After any of these, readline starts the part that it replaces, unless `COMP_WORDBREAKS` says otherwise."""


class TypedLine(NamedTuple):
    """The words before the cursor without their quotes, and the word that the cursor is in.

    `quote` is the quotation mark that is still open in it. `kept` is the part of the word, without
    quotes, that readline leaves on the line, because it ends at a quotation mark or a break.
    """

    words: tuple[str, ...]
    word: str
    quote: str
    kept: str


def read_line(line: str, *, fish: bool = False, breaks: str = BREAKS) -> TypedLine:
    """Split a line that ends at the cursor, by the rules of bash and zsh, or by those of fish."""
    reader = _Reader(_ESCAPED[fish], breaks)
    for sign in line:
        reader.take(sign)
    return TypedLine(tuple(reader.words), reader.word or "", reader.quote, reader.kept)


_ESCAPED = {
    False: {"'": "", '"': '$`"\\\n'},
    True: {"'": "'\\", '"': '"$\\\n'},
}
"""What a backslash escapes within each quotation mark: by the rules of bash and zsh, and by those of fish."""


class _Reader:
    """Reads one character at a time."""

    def __init__(self, escaped: dict[str, str], breaks: str) -> None:
        self._escaped = escaped
        self._breaks = breaks
        self._after_backslash = False
        self._kept_before = ""
        self.words: list[str] = []
        self.word: str | None = None
        self.quote = ""
        self.kept = ""

    def take(self, sign: str) -> None:
        if self._after_backslash:
            self._after_backslash = False
            self._take_escaped(sign)
        elif sign == "\\" and (not self.quote or self._escaped[self.quote]):
            self._after_backslash = True
        elif self.quote:
            if sign == self.quote:
                self.quote, self.kept = "", self._kept_before
            else:
                self._add(sign)
        else:
            self._take_bare(sign)

    def _take_escaped(self, sign: str) -> None:
        if self.quote and sign not in self._escaped[self.quote]:
            self._add("\\" + sign)
        elif sign != "\n":
            self._add(sign)

    def _take_bare(self, sign: str) -> None:
        if sign.isspace():
            if self.word is not None:
                self.words.append(self.word)
            self.word, self.kept = None, ""
        elif sign in "'\"":
            self.quote = sign
            self._add("")
            self._kept_before, self.kept = self.kept, self.word or ""
        else:
            self._add(sign)
            if sign in self._breaks:
                self.kept = self.word or ""

    def _add(self, text: str) -> None:
        self.word = (self.word or "") + text
