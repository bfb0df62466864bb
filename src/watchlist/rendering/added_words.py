"""Words for a film that was added: the release that counts for it, and what was noted."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchlist.domain.change import EntryChange, UserFilm
from watchlist.domain.countdown import State
from watchlist.rendering import wording
from watchlist.rendering.age_words import lacking_words
from watchlist.rendering.claim_words import certainty_hint
from watchlist.rendering.step_words import difference_words, noted_words
from watchlist.services.upcoming import UpcomingFilm


def added_words(change: EntryChange, user_films: Iterable[UserFilm], one: UpcomingFilm, today: date) -> Iterator[str]:
    """Word what was added or was there already, the release that counts for it, and what was noted."""
    name, release = wording.film_words(one.film), release_words(one, today)
    if change.before is None:
        yield f"Added {name}: {release}."
        noted = noted_words(change.entry)
        yield from [f"With {noted}."] if noted else []
    else:
        since = f" since {wording.day_words(change.before.added)}" if change.before.added else ""
        yield f"{name} is on your list{since}: {release}."
        differs = ", ".join(difference_words(change.before, change.entry))
        yield from [f"Changed: {differs}."] if differs else []
    said = [new for new in user_films if new.film_id == one.film.id]
    if any(new.title for new in said):
        yield f"It is a film of your own. To add details: watchlist film edit {one.film.id}"
    for claim in (claim for new in said for claim in new.claims):
        said_on = "" if claim.known_from == today else f", reported {wording.reported_words(claim)}"
        yield (
            f"Noted: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
            f"{wording.source_words(claim.source)}{said_on}."
        )
        yield from certainty_hint(claim)


def release_words(one: UpcomingFilm, today: date) -> str:
    """Word the release that counts for a film: "18 December 2026, in 27 days, cinemas, US"."""
    if one.shown is None:
        return "no date yet"
    release, countdown = one.shown.release, one.shown.countdown
    when = wording.countdown_words(countdown, release.span, today)
    place = wording.place_words(release.key)
    if countdown.state in (State.UNDATED, State.CANCELLED):
        return f"{when}, {place}"
    lacking = lacking_words(one.lacking)
    return f"{lacking}{'; ' if lacking else ''}{wording.release_date_words(release)}, {when}, {place}"
