"""What an import changes about one film in the user's own file: a film of their own, or a claim about a known one."""

from datetime import date
from typing import NamedTuple

from watchlist.domain.change import UserFilm
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.domain.names import fold
from watchlist.services.transfer.export_claims import Export, claim_of, date_of, has_own_date
from watchlist.services.transfer.row import ImportedRow


class UserFilmUpdate(NamedTuple):
    """A film during an import: as known before, as in the user's own file, and as it is now.

    `said` is the day of the export that last gave the year. If rows of the same day contradict each other, the first
    counts, so that repeating an import changes nothing.
    """

    known: Film
    in_user_file: Film | None
    now: Film
    said: date | None = None

    @classmethod
    def of_known(cls, known: Film, in_user_file: Film | None) -> "UserFilmUpdate":
        """Return the update of a known film, before the import says anything."""
        return cls(known, in_user_file, in_user_file or Film(known.id, ""))

    @classmethod
    def of_new(cls, film_id: str, row: ImportedRow) -> "UserFilmUpdate":
        """Return the update of a new film, which becomes one of the user's own."""
        film = Film(film_id, row.title, year=row.year, ids=row.ids)
        return cls(film, None, film)

    @property
    def is_own(self) -> bool:
        """True if the film is the user's own: their file gives it a title."""
        return bool(self.now.title)

    @property
    def title(self) -> str:
        """The title of the film."""
        return self.now.title or self.known.title

    def with_row(self, row: ImportedRow, export: Export) -> "UserFilmUpdate":
        """Add what a row says; its title, year and date only if they differ from what exports said before."""
        claims = (*self.known.claims, *(one for one in self.now.claims if one not in self.known.claims))
        year = self.now.year if self.now.year is not None else self.known.year
        is_old = export.is_old(claims) or (self.said is not None and self.said >= export.day)
        is_other_year = row.year is not None and row.year != year and (year is None or not is_old)
        shown = date_of(row, year_counts=not row.watched or (is_other_year and self.is_own))
        is_news = shown is not None and export.is_news(shown, claims)
        wants_date = is_news and (not has_own_date(claims) or (is_other_year and self.is_own))
        now = self._retitled(row.title) if self.is_own and not export.is_old(claims) else self.now
        if is_other_year and (year is None or (self.is_own and (is_news or row.watched))):
            now = now._replace(year=row.year)
        if shown is not None and wants_date:
            now = now._replace(claims=(*now.claims, claim_of(shown, row, export, claims)))
        if self.is_own:
            sites = dict((*self.known.ids, *now.ids))
            now = now._replace(ids=(*now.ids, *(key for key in row.ids if key.site not in sites)))
        return self._replace(now=now, said=export.day if row.year is not None else self.said)

    def _retitled(self, title: str) -> Film:
        """Return the film with a new title; the old one is kept as another title, unless only the case differs."""
        now = self.now
        if title == now.title or (fold(title) != fold(now.title) and fold(title) in map(fold, now.titles)):
            return now
        old = () if fold(title) == fold(now.title) else (AlsoKnownAs(now.title),)
        return now._replace(title=title, also_known_as=(*now.also_known_as, *old))

    def change(self) -> UserFilm | None:
        """Return what changes in the user's own file; None if nothing does."""
        before = self.in_user_file or Film(self.now.id, "")
        ids = tuple(key for key in self.now.ids if key not in before.ids)
        changed = UserFilm(
            self.now.id,
            title=self.now.title if self.now.title != before.title else "",
            year=self.now.year if self.now.year != before.year else None,
            ids=ids,
            claims=tuple(claim for claim in self.now.claims if claim not in before.claims),
            also_known_as=self.now.also_known_as if self.now.also_known_as != before.also_known_as else (),
        )
        return changed if changed != UserFilm(self.now.id) else None
