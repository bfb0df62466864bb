"""Which film: titles of the catalogue, and unknown ones by quotation marks, emphasis, headings and capitals."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from watchlist.domain.names import fold
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.page import Block, Kind
from watchlist.services.article.places import find_places
from watchlist.services.article.title_forms import (
    CAPITALS,
    MOST_WORDS,
    NO_BEGINNING,
    QUOTED,
    SMALL,
    SPLIT,
    candidates,
    is_other,
    item_head,
    looks_like_title,
    subjects,
    tidy,
)


class FilmName(NamedTuple):
    """A film as an article names it: `ids` are those of the catalogue's films with that title, none or several."""

    title: str
    ids: tuple[str, ...] = ()


class Mention(NamedTuple):
    """A film in a text, and where its name stands."""

    start: int
    end: int
    film: FilmName


Known = Callable[[Iterable[str]], Mapping[str, tuple[tuple[str, str], ...]]]
"""Looks folded titles up: gives, for those that films have, the id and main title of each film."""

_SEQUEL = re.compile(
    r" (?:[2-9]|1\d|II|III|IV|VI{0,3}|IX|X)\b(?![.,:]\d|%| (?:million|billion|weeks?|days?|months?|years?|hours?|minutes?|percent|screens|theaters|countries|markets|of)\b)"
)
_MOST_LOOKED_UP = 20_000


class Titles:
    """The films that an article names, and where a text names them again."""

    def __init__(
        self, blocks: tuple[Block, ...], headline: str | None, known: Known, stated: Iterable[str] = ()
    ) -> None:
        marked = {title for block in blocks for title in candidates(block)}
        weak = {title for block in blocks for title in subjects(block)}
        marked |= {title for title in weak if not any(_is_part(one, title) for one in marked)}
        others = {
            fold(block.text[m.start() : m.end()])
            for block in blocks
            for m in QUOTED.finditer(block.text)
            if is_other(block.text, m.start(), m.end())
        }
        others |= {
            fold(block.text[m.start : m.end])
            for block in blocks
            for m in block.marks
            if is_other(block.text, m.start, m.end)
        }
        texts = [headline or "", *(block.text for block in blocks)]
        marked -= _speakers(blocks) | _labels(blocks) | _questions(blocks)
        marked |= _under_dates(blocks) | _of_a_table_of_countries(blocks)
        marked |= _recurring(blocks, headline or "")
        marked |= {tidy(title) for title in stated if looks_like_title(tidy(title))}
        plain = set(_phrases(texts))
        found = known({fold(title) for title in (*marked, *plain)})
        self._forms: dict[str, list[tuple[str, FilmName]]] = {}
        self.main: FilmName | None = None
        for title in sorted(marked | plain, key=lambda one: (one not in marked, -len(one), one)):
            films = found.get(fold(title), ())
            if fold(title) in others and title not in marked:
                continue
            if title in marked or (films and _is_clear(title)):
                self._add(title, films)
        self._join(texts)
        self.main = self._main(headline or "", texts)

    def _add(self, title: str, films: tuple[tuple[str, str], ...]) -> None:
        name = FilmName(films[0][1] if len(films) == 1 else _shown(title), tuple(key for key, _ in films))
        for form in dict.fromkeys((_plain(title), _plain(title).title() if title.isupper() else _plain(title))):
            first = fold(form).split()[:1]
            if first:
                self._forms.setdefault(first[0], []).append((form, name))

    def _join(self, texts: list[str]) -> None:
        """Let a short form that the article marks too be the film of the longer title: "Toxic" of "Toxic: A Fairy Tale"."""
        names = {name for forms in self._forms.values() for _, name in forms}
        longer = {name for name in names if ":" in name.title}
        shown = {}
        for name in names:
            wholes = {
                one
                for one in longer
                if one != name and fold(name.title) in {fold(part) for part in one.title.split(":")}
            }
            wholes = {one for one in wholes if not any(other != one and other in wholes for other in longer)}
            wholes = {one for one in wholes if _comes_first(one.title, name.title, texts)}
            if len(wholes) == 1 and not name.ids:
                shown[name] = wholes.pop()
        for key, forms in self._forms.items():
            self._forms[key] = sorted(
                {(form, shown.get(name, name)) for form, name in forms}, key=lambda one: -len(one[0])
            )

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Find the films that a text names, the longest name first where they overlap."""
        plain, found, after = _plain(text), [], 0
        for match in re.finditer(r"[\w]+(?:['&][\w]+)*", plain):
            if match.start() < after:
                continue
            for form, film in self._forms.get((fold(match[0]).split() or [""])[0], ()):
                start = match.start() - (len(form) - len(form.lstrip("'([.#")))
                if plain.startswith(form, start) and not plain[start + len(form) : start + len(form) + 1].isalnum():
                    if _goes_on(plain, start + len(form)):
                        continue
                    number = _SEQUEL.match(plain, start + len(form))
                    end = number.end() if number else start + len(form)
                    shown = film._replace(title=plain[start:end], ids=()) if number else film
                    if not is_other(text, start, end):
                        found.append(Mention(start, end, shown))
                    after = end
                    break
        return tuple(found)

    def _main(self, headline: str, texts: list[str]) -> FilmName | None:
        """Return the film that the article is about: the first in its headline, else the one that it names most."""
        first = self.mentions(headline)
        if len({one.film for one in first}) == 1:
            return first[0].film
        counted: dict[FilmName, int] = {}
        for text in texts[:400]:
            for one in self.mentions(text):
                counted[one.film] = counted.get(one.film, 0) + 1
        if first:
            return max((one.film for one in first), key=lambda film: counted.get(film, 0))
        best = sorted(counted.items(), key=lambda one: -one[1])[:2]
        is_often = bool(best) and best[0][1] > 1
        return best[0][0] if is_often and (len(best) == 1 or best[0][1] > 2 * best[1][1]) else None


_OWN_WORD = re.compile(r" (?:(?:of |and )?the )?(?P<word>[A-Z][a-z]+)\b")
_NO_TITLE_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Blu|Director|Star|Producer|Writer|On|In|From|At|To|Is|Will|Out|Opens|Release|Coming|Season|Now|Early|Late|Christmas|Thanksgiving"
)
_FEW_WORDS = 8


def _goes_on(text: str, end: int) -> bool:
    """Return whether a name goes on behind a title, so that it is another one: "Shrek" in "Shrek the Third came"."""
    match = _OWN_WORD.match(text, end)
    if match is None or _NO_TITLE_WORD.match(match["word"]):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= _FEW_WORDS or sum(word[0].islower() for word in words) * 2 > len(words)


def _is_part(marked: str, title: str) -> bool:
    """Return whether a title that nothing marks is only a longer or shorter stretch of words around one that is marked."""
    return title in marked or (marked in title and not title.startswith(f"{marked} "))


def _comes_first(whole: str, short: str, texts: list[str]) -> bool:
    """Return whether an article gives a title whole before it shortens it; else the short one is another film."""
    for text in texts[1:]:
        if short in text:
            return text.find(whole) == text.find(short) if whole.startswith(short) else whole in text
    return True


def _speakers(blocks: tuple[Block, ...]) -> set[str]:
    """Return the names before a colon at the start of several paragraphs: who speaks in an interview is no film."""
    heads = [
        match[1].strip()
        for block in blocks
        if (match := re.match(r"([^:\n]{2,40}):\s", block.text)) and block.kind is Kind.PARAGRAPH
    ]
    return {head for head in heads if heads.count(head) > 1}


def _labels(blocks: tuple[Block, ...]) -> set[str]:
    """Return the words before a colon that begin several lines: "Released" is the name of a field, and no film."""
    lines = [line for block in blocks for line in block.text.split("\n")]
    heads = [match[1].strip() for line in lines if (match := re.match(r"\W*([^:\n]{2,30}):(?:\s|$)", line))]
    return {head for head in heads if heads.count(head) > 1}


def _questions(blocks: tuple[Block, ...]) -> set[str]:
    """Return the headings that ask, where several do: none of them is a title."""
    asking = {tidy(block.text) for block in blocks if block.kind is Kind.HEADING and block.text.endswith("?")}
    return asking if len(asking) > 1 else set()


def _under_dates(blocks: tuple[Block, ...]) -> set[str]:
    """Return the items that are nothing but a title, under headings with a date: "July 1", "Jaws", "Jaws 2"."""
    found: set[str] = set()
    is_dated = False
    for block in blocks:
        if block.kind is Kind.HEADING:
            is_dated = any(one.form is not Form.YEAR for one in find_dates(block.text))
        elif is_dated and block.kind is Kind.ITEM:
            title = item_head(block.text)
            if looks_like_title(title) and not find_dates(title) and not _is_other_item(block.text, title):
                found.add(title)
    return found


def _is_other_item(text: str, title: str) -> bool:
    start = max(0, text.find(title))
    return is_other(text, start, start + len(title))


def _of_a_table_of_countries(blocks: tuple[Block, ...]) -> set[str]:
    """Return the first heading of a page that says for several countries when a film comes: it is its title."""
    rows = [block for block in blocks if block.kind is Kind.ROW and find_dates(block.text)]
    countries = [row for row in rows if any(one.regions for one in find_places(row.cells[0]))]
    head = next((tidy(block.text) for block in blocks if block.level == 1), "")
    return {head} if len(countries) > 1 and looks_like_title(head) else set()


def _recurring(blocks: tuple[Block, ...], headline: str) -> set[str]:
    """Return the titles at the head of a headline that the article repeats: "The Salt Road: when it opens"."""
    heads = {tidy(SPLIT.split(text)[0]) for text in (headline, *(one.text for one in blocks if one.level == 1))}
    bodies = [block.text for block in blocks if block.level != 1 and block.text != headline]
    return {
        head
        for head in heads
        if looks_like_title(head) and not NO_BEGINNING.match(head) and any(head in body for body in bodies)
    }


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")


def _shown(title: str) -> str:
    """Write a title that is all capitals as titles are written."""
    if not title.isupper() or len(title) < 5:
        return title
    words = [word if word.isdigit() else word.capitalize() for word in title.split()]
    return " ".join(word.lower() if at and word.lower() in SMALL else word for at, word in enumerate(words))


def _is_clear(title: str) -> bool:
    """Return whether a title of the catalogue can be nothing else in plain text: of two words or more, each with a capital."""
    words = title.split()
    return len(words) > 1 and sum(word[:1].isupper() or word[:1].isdigit() for word in words) > 1 and len(title) > 6


def _phrases(texts: list[str]) -> Iterator[str]:
    """Return the runs of words with capitals that could be titles of the catalogue."""
    given = 0
    for text in texts:
        for run in CAPITALS.finditer(text):
            if given > _MOST_LOOKED_UP:
                return
            words = re.split(r"(?<=[ ])", run[0])
            for start in range(len(words)):
                if words[start].strip(" ,:").lower() in SMALL and words[start][:1].islower():
                    continue
                for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
                    phrase = "".join(words[start:end]).strip(" ,:")
                    phrase = re.sub(r"['’]s$", "", phrase)
                    if end - start > 1:
                        yield phrase
                        given += 1
