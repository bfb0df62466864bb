"""The context of one run: the clock, the user's files, and the terminal."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from watchlist.cli.clock import local_time
from watchlist.domain.dates import Edtf, Hemisphere
from watchlist.domain.entry import Entry
from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.domain.film import Film
from watchlist.rendering.console import message, print_json, report, show
from watchlist.storage import grounds
from watchlist.storage.changes.journal_file import journal_path, last_ended
from watchlist.storage.index.indexed_entries import Entries, open_entries
from watchlist.storage.paths import Paths, find_paths

if TYPE_CHECKING:  # modules that only some commands need are imported late: each costs start-up time
    from watchlist.domain.change import Change
    from watchlist.domain.settings import Settings
    from watchlist.rendering.view import Draw, View
    from watchlist.services.preferences import Preferences
    from watchlist.storage.changes.store import Store, What
    from watchlist.storage.changes.transaction import Committed
    from watchlist.storage.index.indexed_films import IndexedFilms
    from watchlist.storage.list_file import UserList
    from watchlist.storage.settings_file import FileSettings

Result = TypeVar("Result")

_ISO_LENGTH = 10
_LARGE_FILE = 2_000_000
"""Bytes of a film file that takes over a second to compile."""


ARGUMENTS = "watchlist.arguments"
"""Where the context keeps the command's name and what was typed after it."""


class GlobalOptions(NamedTuple):
    """The options of every command, before its name or after it: `watchlist --file mine.toml upcoming`."""

    as_of: str | None = None
    as_json: bool = False
    iso: bool = False
    file: Path | None = None
    no_input: bool = False
    create: bool = False

    def over(self, before: "GlobalOptions") -> "GlobalOptions":
        """Return these options; one that was not given is taken from `before`."""
        return before._replace(**{name: said for name, said in self._asdict().items() if said})


class Session:
    """One run of one command. The clock is read once."""

    def __init__(
        self,
        context: typer.Context,
        after: GlobalOptions = GlobalOptions(),  # noqa: B008  a value that nothing changes
        *,
        styled: bool = True,
    ) -> None:
        """Start a run; an option after the command's name overrides the same one before it.

        With `styled` false, the settings do not affect the words, so that a command can repair broken ones.
        """
        self._before: GlobalOptions = context.obj or GlobalOptions()
        self._options = after.over(self._before)
        self._arguments: list[str] = context.meta.get(ARGUMENTS, [])
        self.now = local_time()
        self.clock = self.now.date()
        self.today = self._as_of(self._options.as_of)
        self.paths = find_paths(self._options.file)
        self._may_begin = self._options.create
        _settle(self.paths, self.now)
        self.is_last_command = context.invoked_subcommand is None
        self.as_json = self._options.as_json
        self.made: set[str] = set()
        """The ids of films that this run creates; no other film may get them."""
        if styled and (grounds.exists(self.paths.config) or self._options.iso):
            from watchlist.rendering.chosen_style import use

            use(self.settings, iso=self._options.iso)

    @cached_property
    def stated(self) -> "FileSettings":
        """The settings, and which of them the user has set."""
        from watchlist.storage.settings_file import read_settings

        return read_settings(self.paths.config)

    @property
    def settings(self) -> "Settings":
        """The settings: all defaults if the user has no file."""
        return self.stated.settings

    @cached_property
    def films(self) -> "IndexedFilms":
        """The catalogue; films are looked up when they are asked for."""
        from watchlist.storage.index.indexed_films import open_films

        return open_films(self.paths, self.progress, self._list_of_films)

    def _list_of_films(self) -> Entries | None:
        """Return the list, for the ids that films have there; None if it is damaged, which `listed` reports."""
        with suppress(InvalidFile):
            return self._open_list
        return None

    @cached_property
    def _open_list(self) -> Entries:
        return open_entries(self.paths)

    def has_film(self, film_id: str) -> bool:
        """Return whether there is a film with this id."""
        return film_id in self.films.films([film_id]).films

    def forget_films(self) -> None:
        """Forget the films that were looked up: one of their files has changed, or the list that gives them ids."""
        for looked_up in ("films", "_open_list"):
            self.__dict__.pop(looked_up, None)

    @staticmethod
    def progress(what: str, size: int) -> AbstractContextManager[Callable[[int], None]]:
        """Show a progress bar on a terminal while a large file is read; `size` in bytes."""
        from watchlist.rendering.progress import progress

        if size >= _LARGE_FILE and sys.stderr.isatty():
            grounds.is_unique()
        return progress(what, size, from_total=_LARGE_FILE)

    @property
    def store(self) -> "Store":
        """What changes the user's files."""
        from watchlist.storage.changes.store import Store

        return Store(self.paths, self._may_begin)

    @cached_property
    def entries(self) -> Entries:
        """The user's list; broken entries are reported on stderr and left out."""
        message(*self.listed.broken)
        return self.listed

    @cached_property
    def listed(self) -> Entries:
        """The user's list, for looking films up; broken entries are left out silently."""
        grounds.note(self.paths.list)
        self.look_for_list()
        return self._open_list

    def look_for_list(self) -> None:
        """Raise `InvalidFile` if the list is gone, or if the user named a missing one and does not want a new one."""
        if not self._may_begin and not os.path.lexists(self.paths.list):
            from watchlist.cli.missing_list import may_begin

            self._may_begin = may_begin(self.paths, ask=self.can_ask)

    @property
    def never_asks(self) -> bool:
        """True if the user has said that nothing may be asked."""
        return self._options.no_input

    @property
    def can_ask(self) -> bool:
        """True if there is a terminal to ask on, and the user has not said --no-input."""
        return not self._options.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    def typed_again(self, words: list[str], film_id: str) -> list[str]:
        """Return the command line as it was typed, with the id of a film in place of its title."""
        name, *rest = self._arguments
        if words[0] not in rest:  # the title came on standard input: only its line is replaced
            return [film_id]
        place = rest.index(words[0])
        for word in words:
            rest.remove(word)
        rest.insert(place, film_id)
        file = ["--file", str(self._before.file)] if self._before.file else []
        return ["watchlist", *file, name, *rest]

    @property
    def preferences(self) -> "Preferences":
        """Where and how the user watches films."""
        from watchlist.services.preferences import ANYTHING, Preferences

        if not grounds.exists(self.paths.config):
            return ANYTHING
        return Preferences(self.settings.regions, self.settings.channels, self.settings.services)

    def waiting(self, day: date | None = None) -> tuple[Entry, ...]:
        """Return the wanted entries that may still be to come for the user, as of today or of another day."""
        from watchlist.storage.index.unreleased import unreleased

        since = self.preferences.awaited_since(day or self.today)
        return unreleased(self.paths, self.entries, since, self.progress)

    def films_between(self, first: date, last: date, *, everything: bool) -> list[Film]:
        """Return the wanted films on the list; with `everything`, all that may have a release between two days."""
        if everything:
            return list(self.films.to_come(first, last).films.values())
        entries = self.waiting(first)
        known = self.films.films(entry.id for entry in entries).films
        return [known[entry.id] for entry in entries if entry.id in known]

    def show(self, result: Result, view: "View[Result]", draw: "Draw[Result] | None" = None) -> None:
        """Print a result in one of its views; on a terminal, drawn by `draw`, or else in the usual way of the view."""
        if not show(result, view, draw or view.as_drawing, as_json=self.as_json):
            grounds.is_unique()

    def report(self, words: Iterable[str], as_json: Callable[[], object]) -> None:
        """Print what a command did: its words, or with --json what `as_json` gives."""
        if self.as_json:
            print_json(as_json())
        else:
            report(*words)

    def change(self, step: "Callable[[UserList], Change]", *, what: "What") -> "Change":
        """Change the list with a pure function, as one step, which `what` describes in the journal."""
        done = self.store.change(step, what=what, now=self.now)
        self.report_saved(done.committed)
        return done.change

    def report_saved(self, committed: "Committed") -> None:
        """Print the warnings about a save, such as a disk that did not confirm it."""
        from watchlist.storage.files import Saved

        if committed.outcome is Saved.UNCONFIRMED:
            message("Saved, but the disk did not confirm it: a power cut now could bring back the old list.")
        message(*committed.warnings)

    def day(self, text: str) -> date:
        """Parse a day in any form, relative to the day that is asked about; raise `BadValue` for anything else."""
        return _day(text, self.today)

    def first_day(self, text: str) -> date:
        """Parse the start of a period ("2w", "last Friday", "June 2026"); raise `BadValue` for anything else."""
        from watchlist.services.phrase import parse_since

        return parse_since(text, today=self.today)

    def last_day(self, window: str) -> date:
        """Parse the end of a period ahead ("90d", "next Friday"); raise `BadValue` for anything else."""
        from watchlist.services.phrase import parse_window

        return parse_window(window, today=self.today)

    def release_date(self, text: str, region: str | None) -> Edtf:
        """Parse the date of a release, in any form; raise `BadValue` for anything else.

        Without a region, its seasons are those of the user's hemisphere.
        """
        return self.vague_date(text, Hemisphere.NORTH if region else self.settings.seasons)

    def vague_date(self, text: str, seasons: Hemisphere = Hemisphere.NORTH) -> Edtf:
        """Parse a date in any form and keep it as vague as it is; raise `BadValue` for anything else."""
        from watchlist.services.phrase import parse_phrase

        return parse_phrase(text, today=self.today, seasons=seasons)

    @property
    def is_of_another_day(self) -> bool:
        """True if --as-of names another day than today."""
        return self.today != self.clock

    def refuse_another_day(self) -> None:
        """Raise `BadValue` if --as-of was given: it is not for commands that change something."""
        if self._options.as_of is not None:
            raise BadValue("--as-of only looks at another day; leave it out to make changes")

    def _as_of(self, text: str | None) -> date:
        if text is None:
            return self.clock
        if len(text) == _ISO_LENGTH:  # what scripts write needs no phrase parser, which is slow to import
            with suppress(ValueError):
                return date.fromisoformat(text)
        return _day(text, self.clock)


def _day(text: str, today: date) -> date:
    from watchlist.services.phrase import parse_day

    return parse_day(text, today=today)


def _settle(paths: Paths, now: datetime) -> None:
    """Finish what a killed process left half done, before anything is read."""
    if last_ended(journal_path(paths.state, Path(grounds.real_place(paths.list)))) is None:
        from watchlist.storage.changes.transaction import finish_half_made

        finish_half_made(paths, now)
