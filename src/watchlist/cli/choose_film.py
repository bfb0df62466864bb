"""Find the film that the command line means: a change never guesses; a view says what it assumes."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from watchlist.cli.ask import ask, confirm, stopped
from watchlist.cli.session import Session
from watchlist.domain.change import UserFilm
from watchlist.domain.errors import NoSuchFilm, SeveralFilms, UsageMistake, WhichFilm
from watchlist.domain.film import Film
from watchlist.domain.film_reference import FilmReference, parse_reference
from watchlist.rendering.console import message
from watchlist.rendering.wording import film_words
from watchlist.services.choose import Ask, Choice, Chosen, NotFound, Scope, choose
from watchlist.services.listed_films import ListedFilms, film_of_entry

_LONGEST_TITLE = 500
"""Characters."""
_MOST_OFFERED = 5
"""Candidates at a time."""


class Make(Enum):
    """What a command does with an unknown film."""

    NEVER = "never"
    OFFER = "offer"
    """Ask whether to create it as a film of the user's own; without a terminal, refuse it."""
    AT_ONCE = "at once"


class Meant(NamedTuple):
    """The film that was meant; `user_films` contains it if it is a new film of the user's own."""

    film: Film
    user_films: tuple[UserFilm, ...] = ()


def film_to_change(
    session: Session, words: list[str], scope: Scope = Scope.LIST_FIRST, *, make: Make = Make.NEVER
) -> Meant:
    """Find the film to change; on a terminal, ask if it is not clear which one is meant.

    Raises `SeveralFilms` or `NoSuchFilm` if nobody can be asked, and `Refused` or `Interrupted` if a question
    is left unanswered.
    """
    reference = parse_reference(title_of(words))
    choice = _choose(session, reference, scope)
    if isinstance(choice, Chosen):
        return Meant(choice.film)
    if make is Make.AT_ONCE and _is_new(choice, reference):
        return _made(session, reference)
    candidates = _candidates(session, reference, choice).films
    if not session.can_ask:
        raise _unclear(session, words, choice, candidates)
    if candidates:
        answer = _ask_which(session, reference.text, candidates)
        if isinstance(answer, str):
            return film_to_change(session, [answer], scope, make=make)
        if answer is not None:
            return Meant(answer)
    if make is not Make.NEVER and _is_title(reference) and _agrees_to_make(reference, make):
        return _made(session, reference)
    raise _no_such_film(reference)


def film_to_read(session: Session, words: list[str]) -> Film:
    """Find the film to show; if no film has that name, take the nearest one and say so."""
    reference = parse_reference(title_of(words))
    choice = _choose(session, reference, Scope.LIST_FIRST)
    if isinstance(choice, Chosen):
        return choice.film
    taken, candidates = _candidates(session, reference, choice)
    if taken is not None:
        _say_what_is_assumed(session, taken, [film for film in candidates if film != taken])
        return taken
    if not (session.can_ask and candidates):
        raise _unclear(session, words, choice, candidates)
    answer = _ask_which(session, reference.text, candidates)
    if isinstance(answer, str):
        return film_to_read(session, [answer])
    if answer is None:
        raise _no_such_film(reference)
    return answer


def films_called(session: Session, words: list[str]) -> tuple[Film, ...]:
    """Return the films that some words name in full."""
    choice = _choose(session, parse_reference(title_of(words)), Scope.CATALOGUE)
    match choice:
        case Chosen(film):
            return (film,)
        case Ask(candidates):
            return candidates
    return ()


def is_known(session: Session, words: list[str]) -> bool:
    """Return whether some words name at least one film in full."""
    return not isinstance(_choose(session, parse_reference(title_of(words)), Scope.CATALOGUE), NotFound)


def near_titles(session: Session, words: list[str]) -> list[Film]:
    """Return the films with titles similar to words that name no film."""
    return _candidates(session, parse_reference(title_of(words)), NotFound()).films


def choose_film(session: Session, query: str, candidates: Sequence[str]) -> Film | None:
    """Ask which of the films with some ids is meant; return None for none of them."""
    known = session.films.films(candidates).films
    films = [known.get(key) or _film_of_entry(session, key) for key in candidates]
    answer = _ask_which(session, query, films)
    return film_to_change(session, [answer], Scope.CATALOGUE).film if isinstance(answer, str) else answer


def film_with_id(session: Session, film_id: str) -> Film:
    """Return a film by its id; if no file describes it, what its entry says."""
    return session.films.films([film_id]).films.get(film_id) or _film_of_entry(session, film_id)


def title_of(words: list[str]) -> str:
    """Join the words of a title; raise `UsageMistake` if they cannot be one."""
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


def _choose(session: Session, reference: FilmReference, scope: Scope) -> Choice:
    return choose(reference, ListedFilms(session.listed, session.films), session.films, scope)


def _film_of_entry(session: Session, film_id: str) -> Film:
    entry = session.listed.entry(film_id)
    return film_of_entry(entry) if entry else Film(film_id, film_id)


class _Candidates(NamedTuple):
    """The films that may be meant, the likeliest first; `nearest` is the one that a reading command may assume."""

    nearest: Film | None
    films: list[Film]


def _candidates(session: Session, reference: FilmReference, choice: Choice) -> _Candidates:
    """Return the films that may be meant: those with that name, then those with similar titles."""
    from watchlist.services.near_films import (  # half the start-up time of `show`, and only needed here
        near_films,
        nearest,
    )

    named = choice.candidates if isinstance(choice, Ask) else ()
    near = near_films(session.films, reference)
    films = {film.id: film for film in (*named, *(match.film for match in near))}
    return _Candidates(nearest(reference, choice, near), list(films.values()))


def _say_what_is_assumed(session: Session, taken: Film, others: Sequence[Film]) -> None:
    message(f"Assuming {film_words(taken)}.")
    if others:
        names = [(_name(session, film), film_words(film)) for film in others[:_MOST_OFFERED]]
        widest = max(len(name) for name, _ in names)
        message("For another film, type its id:", *(f"  {name.ljust(widest)}  {words}" for name, words in names))


def _ask_which(session: Session, text: str, films: Sequence[Film]) -> Film | str | None:
    """Ask which of some films is meant; return None for none of them, or another title or id that was typed."""
    message(f'"{text}" could be:')
    shown = min(_MOST_OFFERED, len(films))
    _offer(session, films, range(shown))
    while True:
        more = ", m for more" if shown < len(films) else ""
        answer = ask(f"Which one? 1-{shown}, a title or an id, n for none{more}, q to stop:")
        if answer.casefold() == "q":
            raise stopped()
        if answer.casefold() == "n":
            return None
        if answer.casefold() == "m":
            following = min(shown + _MOST_OFFERED, len(films))
            _offer(session, films, range(shown, following))
            shown = following
        elif answer.isascii() and answer.isdecimal() and len(answer) < len(str(shown)) + 1:
            if 0 < int(answer) <= shown:
                return films[int(answer) - 1]
            message(f"There is no number {answer}.")
        else:
            return answer


def _offer(session: Session, films: Sequence[Film], numbers: range) -> None:
    for number, words in zip(numbers, _described(session, [films[one] for one in numbers]), strict=True):
        message(f"  {number + 1}  {words}")


def _described(session: Session, films: Sequence[Film]) -> list[str]:
    from watchlist.cli.candidates import described  # a tenth of the start of `rate`, and only needed to ask

    return described(session, films)


def _is_title(reference: FilmReference) -> bool:
    return not (reference.external or reference.is_link or reference.is_id)


def _is_new(choice: Choice, reference: FilmReference) -> bool:
    """Return whether no known film was typed: none has the title, or none with the title has the year."""
    if not _is_title(reference):
        return False
    dated = reference.dated
    return isinstance(choice, NotFound) or bool(
        dated and dated.bracketed and isinstance(choice, Ask) and all(film.year for film in choice.candidates)
    )


def _agrees_to_make(reference: FilmReference, make: Make) -> bool:
    return make is Make.AT_ONCE or confirm(f'Create "{reference.text}" as a film of your own?')


def _made(session: Session, reference: FilmReference) -> Meant:
    """Create a film of the user's own; a year in brackets becomes its year."""
    from watchlist.services.track import free_id

    dated = reference.dated if reference.dated and reference.dated.bracketed else None
    title, year = (dated.text, dated.year) if dated else (reference.text, None)
    film = Film(free_id(title, lambda key: _is_taken(session, key), year), title, year=year)
    session.made.add(film.id)
    return Meant(film, (UserFilm(film.id, title, year),))


def _is_taken(session: Session, film_id: str) -> bool:
    return film_id in session.made or session.has_film(film_id) or session.listed.entry(film_id) is not None


def _unclear(session: Session, words: list[str], choice: Choice, candidates: Sequence[Film]) -> WhichFilm:
    """Return the error for an unclear title if nobody can be asked; its candidates are command lines to paste."""
    films = candidates[:_MOST_OFFERED]
    lines = tuple(
        f"  {_pasteable(session.typed_again(words, _name(session, film)))}  # {about}"
        for film, about in zip(films, _described(session, films), strict=True)
    )
    text = title_of(words)
    if isinstance(choice, Ask):
        return SeveralFilms(f'"{text}" could be {_number(candidates)}', candidates=lines)
    return _no_such_film(parse_reference(text), lines)


def _pasteable(words: Iterable[str]) -> str:
    """Write words as a shell reads them."""
    import shlex  # only for what is said of an unclear title

    return shlex.join(words)


def _name(session: Session, film: Film) -> str:
    """Return what names this film and no other: its id, marked as one where it may also be a title."""
    meant = _choose(session, parse_reference(film.id), Scope.LIST_FIRST)
    return film.id if isinstance(meant, Chosen) and meant.film.id == film.id else f"id:{film.id}"


def _number(films: Sequence[Film]) -> str:
    return "one of these films:" if len(films) > 1 else "this film:"


def _no_such_film(reference: FilmReference, candidates: tuple[str, ...] = ()) -> NoSuchFilm:
    if not _is_title(reference):
        return NoSuchFilm(f'no known film has the id or link "{reference.text}"')
    return NoSuchFilm(
        f'no film is called "{reference.text}"' + (". Similar:" if candidates else ""),
        hint=f"To add it as a film of your own: watchlist add {_pasteable([reference.text])} --new",
        candidates=candidates,
    )
