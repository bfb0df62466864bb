"""Finding films in an article: by titles of the catalogue, and unknown ones by how they are marked."""

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
    """A film as an article names it; `ids` are those of all films in the catalogue with that title, perhaps none."""

    title: str
    ids: tuple[str, ...] = ()


class FilmMention(NamedTuple):
    """A film in a text, and the offsets of its name."""

    start: int
    end: int
    film: FilmName


Known = Callable[[Iterable[str]], Mapping[str, tuple[tuple[str, str], ...]]]
"""Looks folded titles up: returns, for each title that films have, the id and main title of each of them."""

_SEQUEL = re.compile(
    r" (?:[2-9]|1\d|II|III|IV|VI{0,3}|IX|X)\b(?![.,:]\d|%| (?:million|billion|weeks?|days?|months?|years?|hours?|minutes?|percent|screens|theaters|countries|markets|of)\b)"
)
_MOST_LOOKED_UP = 20_000


class Titles:
    """The films that an article names: `mentions` finds them in a text, `main` is the one that it is about, if any."""

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
        """Treat a short form as the film with the longer title: "Toxic" as "Toxic: A Fairy Tale"."""
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

    def mentions(self, text: str) -> tuple[FilmMention, ...]:
        """Find the films that a text names, in order; if names overlap, the longest counts."""
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
                        found.append(FilmMention(start, end, shown))
                    after = end
                    break
        return tuple(found)

    def _main(self, headline: str, texts: list[str]) -> FilmName | None:
        """Return the film that the article is about: the one in its headline, else the one named most, if any is."""
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
    """Return whether a longer name continues after a title, as after "Shrek" in "Shrek the Third came"."""
    match = _OWN_WORD.match(text, end)
    if match is None or _NO_TITLE_WORD.match(match["word"]):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= _FEW_WORDS or sum(word[0].islower() for word in words) * 2 > len(words)


def _is_part(marked: str, title: str) -> bool:
    """Return whether an unmarked title is part of a marked one, or has it inside and begins with other words."""
    return title in marked or (marked in title and not title.startswith(f"{marked} "))


def _comes_first(whole: str, short: str, texts: list[str]) -> bool:
    """Return whether an article uses a full title before its short form; if not, the short one is another film."""
    for text in texts[1:]:
        if short in text:
            return text.find(whole) == text.find(short) if whole.startswith(short) else whole in text
    return True


def _speakers(blocks: tuple[Block, ...]) -> set[str]:
    """Return the names before a colon that begin several paragraphs: speakers in an interview, not films."""
    heads = [
        match[1].strip()
        for block in blocks
        if (match := re.match(r"([^:\n]{2,40}):\s", block.text)) and block.kind is Kind.PARAGRAPH
    ]
    return {head for head in heads if heads.count(head) > 1}


def _labels(blocks: tuple[Block, ...]) -> set[str]:
    """Return the words before a colon that begin several lines: names of fields, such as "Released", not films."""
    lines = [line for block in blocks for line in block.text.split("\n")]
    heads = [match[1].strip() for line in lines if (match := re.match(r"\W*([^:\n]{2,30}):(?:\s|$)", line))]
    return {head for head in heads if heads.count(head) > 1}


def _questions(blocks: tuple[Block, ...]) -> set[str]:
    """Return the headings that are questions, if there are several: then none of them is a title."""
    asking = {tidy(block.text) for block in blocks if block.kind is Kind.HEADING and block.text.endswith("?")}
    return asking if len(asking) > 1 else set()


def _under_dates(blocks: tuple[Block, ...]) -> set[str]:
    """Return the list items that are only a title, under headings with a date: "July 1", "Jaws", "Jaws 2"."""
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
    """Return the main heading of a page with a table of release dates by country: it is the film's title."""
    rows = [block for block in blocks if block.kind is Kind.ROW and find_dates(block.text)]
    countries = [row for row in rows if any(one.regions for one in find_places(row.cells[0]))]
    head = next((tidy(block.text) for block in blocks if block.level == 1), "")
    return {head} if len(countries) > 1 and looks_like_title(head) else set()


def _recurring(blocks: tuple[Block, ...], headline: str) -> set[str]:
    """Return titles at the start of a headline that the article repeats: "The Salt Road: when it opens"."""
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
    """Write a title that is all in capitals the usual way."""
    if not title.isupper() or len(title) < 5:
        return title
    words = [word if word.isdigit() else word.capitalize() for word in title.split()]
    return " ".join(word.lower() if at and word.lower() in SMALL else word for at, word in enumerate(words))


def _is_clear(title: str) -> bool:
    """Return whether a catalogue title is clear without marks: two words or more with capitals."""
    words = title.split()
    return len(words) > 1 and sum(word[:1].isupper() or word[:1].isdigit() for word in words) > 1 and len(title) > 6


def _phrases(texts: list[str]) -> Iterator[str]:
    """Yield the runs of capitalised words that could be titles in the catalogue."""
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
