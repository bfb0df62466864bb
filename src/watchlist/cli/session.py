"""What a command has at hand: the clock, the user's files, a way to ask, and a way to show."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from watchlist.domain.entry import Entry
from watchlist.domain.errors import NoSuchFilm, UsageMistake, WhichFilm
from watchlist.domain.film import Film
from watchlist.rendering.console import say, show
from watchlist.rendering.view import View
from watchlist.services.film_lookup import FilmLookup
from watchlist.storage.index.indexed_entries import Entries, open_entries
from watchlist.storage.paths import find_paths

if TYPE_CHECKING:  # what only some commands need is imported by them: each costs start-up time
    from watchlist.domain.change import Change
    from watchlist.domain.settings import Settings
    from watchlist.services.find_film import Found
    from watchlist.services.preferences import Preferences
    from watchlist.storage.changes.store import Store
    from watchlist.storage.changes.transaction import Committed
    from watchlist.storage.list_file import UserList
    from watchlist.storage.settings_file import Stated

Result = TypeVar("Result")

_LONGEST_TITLE = 500
_MOST_OFFERED = 5
_ISO_LENGTH = 10
_LARGE_FILE = 2_000_000
"""Bytes of a film file that takes over a second to compile."""


class Asked(NamedTuple):
    """What was said in front of the command: `watchlist --file mine.toml upcoming`."""

    file: Path | None = None
    as_of: str | None = None
    json: bool = False
    iso: bool = False
    no_input: bool = False


class Session:
    """One run of one command. The clock is read session and nowhere else."""

    def __init__(
        self,
        context: typer.Context,
        *,
        as_of: str | None = None,
        as_json: bool = False,
        iso: bool = False,
        styled: bool = True,
    ) -> None:
        """Begin; not `styled`, the settings are not read, so that they can be mended."""
        self.asked: Asked = context.obj or Asked()
        asked = self.asked
        self.now = datetime.now().astimezone()
        self.clock = self.now.date()
        asked_day = as_of or asked.as_of
        self.today = self._day(asked_day) if asked_day else self.clock
        self.paths = find_paths(asked.file)
        self._as_json = as_json or asked.json
        if styled and (self.paths.config.exists() or iso or asked.iso):
            from watchlist.rendering.style import use

            use(self.settings, iso=iso or asked.iso)

    @cached_property
    def stated(self) -> "Stated":
        """The settings, and which of them the user has set."""
        from watchlist.storage.settings_file import read_settings

        return read_settings(self.paths.config)

    @property
    def settings(self) -> "Settings":
        """The settings: all defaults where the user has no file."""
        return self.stated.settings

    @cached_property
    def films(self) -> FilmLookup:
        """The films that the program knows, given out as they are asked for."""
        from watchlist.storage.index.indexed_films import open_films

        return open_films(self.paths, self.watch)

    @staticmethod
    def watch(what: str, size: int) -> AbstractContextManager[Callable[[int], None]]:
        """Show on a terminal how far the reading of a large file is."""
        from watchlist.rendering.progress import progress

        return progress(what, size, from_total=_LARGE_FILE)

    @cached_property
    def store(self) -> "Store":
        """What changes the user's files."""
        from watchlist.storage.changes.store import Store

        return Store(self.paths)

    def has_film(self, film_id: str) -> bool:
        """Say whether there is a film with this id."""
        return film_id in self.films.films([film_id]).films

    @cached_property
    def entries(self) -> Entries:
        """The user's list; what is broken in it is said on stderr, the rest is there."""
        entries = open_entries(self.paths)
        say(*entries.broken)
        return entries

    @property
    def can_ask(self) -> bool:
        """True if somebody is there to answer, and wants to be asked."""
        return not self.asked.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def preferences(self) -> "Preferences":
        """What the user watches."""
        from watchlist.services.preferences import ANYTHING, Preferences

        if not self.paths.config.exists():
            return ANYTHING
        return Preferences(self.settings.regions, self.settings.channels, self.settings.services)

    def waiting(self, day: date | None = None) -> tuple[Entry, ...]:
        """Give the wanted entries that may still be to come, seen from today or from another day."""
        from watchlist.storage.index.unreleased import waiting

        return waiting(self.paths, self.entries, day or self.today, self.watch)

    def show(self, result: Result, view: View[Result]) -> None:
        """Print a result."""
        show(result, view, as_json=self._as_json)

    def film(self, words: list[str]) -> Film:
        """Find the film that is meant; ask on a terminal where it is not clear."""
        from watchlist.services.find_film import find, none

        query = title_of(words)
        try:
            return self._said(query, find(self.films, query))
        except WhichFilm as error:
            if not (self.can_ask and error.candidates):
                raise
            film = self.choose(query, error.candidates)
            if film is None:
                raise none(query, []) from None
            return film

    def film_or_none(self, query: str) -> Film | None:
        """Find the film with just this title; on a terminal, offer what is near.

        None if there is none: the words may be a film of the user's own.
        """
        from watchlist.services.find_film import find
        from watchlist.services.search import search

        try:
            return find(self.films, query, exactly=True).film
        except NoSuchFilm:
            if not self.can_ask:
                return None
            near = [match.film.id for match in search(self.films, query)[:_MOST_OFFERED]]
            return self.choose(query, near) if near else None
        except WhichFilm as error:
            if not self.can_ask:
                raise
            return self.choose(query, error.candidates)

    def anew(self, film: Film) -> Film:
        """Read a film again, after its claims have changed."""
        self.__dict__.pop("films", None)
        return self.films.films([film.id]).films.get(film.id, film)

    def film_of(self, entry: Entry) -> Film:
        """Give the film of an entry; where nobody knows it, what the entry itself says."""
        return self.films.films([entry.id]).films.get(entry.id) or Film(entry.id, entry.title, ids=entry.ids)

    def choose(self, query: str, candidates: Sequence[str]) -> Film | None:
        """Ask which of some films is meant; None if it is none of them."""
        say(f'"{query}" could be:')
        films = [self.films.films([key]).films.get(key) or Film(key, key) for key in candidates]
        for number, film in enumerate(films, 1):
            directors = f", {', '.join(film.directors)}" if film.directors else ""
            say(f"  {number}  {_named(film)}{directors}")
        say("  0  none of these")
        number = typer.prompt("Which one?", type=int, default=1, err=True, prompt_suffix=" ")
        return films[number - 1] if 0 < number <= len(films) else None

    def change(self, step: "Callable[[UserList], Change]", *, what: str) -> "Change":
        """Change the list by a pure function of it, as one step of the journal named `what`."""
        done = self.store.change(step, what=what, now=self.now)
        self.say_saved(done.committed)
        return done.change

    def say_saved(self, committed: "Committed") -> None:
        """Say what a person should know about a save beside that it was made."""
        if committed.outcome.value == "unconfirmed":
            say("Saved, but the disk did not confirm it: a power cut now could bring back the old list.")
        say(*committed.warnings)

    def _day(self, text: str) -> date:
        if len(text) == _ISO_LENGTH:  # what scripts write needs no parser of phrases, which costs time to import
            with suppress(ValueError):
                return date.fromisoformat(text)
        from watchlist.services.phrase import parse_day

        return parse_day(text, today=self.clock)

    def _said(self, query: str, found: "Found") -> Film:
        if found.guessed:
            say(f'Took "{query}" for "{_named(found.film)}".')
        return found.film


def title_of(words: list[str]) -> str:
    """Join the words of a title; raise `UsageMistake` for what no title can be."""
    title = " ".join(" ".join(words).split()) if words else ""
    try:
        title.encode()
    except UnicodeEncodeError:
        raise UsageMistake(f'the title "{title}" is not valid UTF-8') from None
    if len(title) > _LONGEST_TITLE:
        raise UsageMistake(f"a title has at most {_LONGEST_TITLE} characters, this one has {len(title):,}")
    if not any(letter.isprintable() and not letter.isspace() for letter in title):
        raise UsageMistake("a title needs a visible character", hint='For example: watchlist add "Drawing Closer"')
    return title


def confirm(question: str) -> bool:
    """Ask for yes or no on stderr."""
    from watchlist.rendering.safe_text import visible

    return typer.confirm(visible(question), default=True, err=True)


def _named(film: Film) -> str:
    from watchlist.rendering.wording import film_words

    return film_words(film)
