"""Which film a date belongs to, among those that the sentence, the heading and the article name."""

import re

from watchlist.services.article.dated_words import DatedWords, SentenceState
from watchlist.services.article.sentence_words import (
    ALL_OF_THEM,
    ANAPHOR,
    AND_FILM,
    FOR_FILM,
    IN_CAPITALS,
    NAMED,
    OTHER_ONE,
    SEQUEL,
    SEQUEL_TO,
)
from watchlist.services.article.titles import FilmMention, FilmName

_TURNS = re.compile(r"[),;]\s*(?:(?:and|plus|then)\b,?\s*)?(?:(?:from|on|this|next)\s+)?$")


def films_of(words: DatedWords, before: SentenceState) -> tuple[FilmName | None, ...]:
    """Return the film of a date, then those named together with it: "A and B open on June 12"; None if not clear."""
    film = _film(words, before)
    if words.in_brackets():
        return (film,)
    if ALL_OF_THEM.search(words.left()):
        return tuple(dict.fromkeys(one.film for one in words.films if one.end <= words.part.date.start)) or (film,)
    near = [one for one in words.films if words.part.left[0] <= one.start < words.part.right[1]]
    near = (
        [one for one in near if one.end <= words.part.date.start]
        if any(one.film == film and one.end <= words.part.date.start for one in near)
        else [one for one in near if one.start >= words.part.date.end]
    )
    at = next((at for at, one in enumerate(near) if one.film == film), None)
    if at is None:
        return (film,)
    first, last = at, at
    while first > 0 and AND_FILM.fullmatch(words.text[near[first - 1].end : near[first].start]):
        first -= 1
    while last + 1 < len(near) and AND_FILM.fullmatch(words.text[near[last].end : near[last + 1].start]):
        last += 1
    return (film, *dict.fromkeys(one.film for one in near[first : last + 1] if one.film != film))


def _film(words: DatedWords, before: SentenceState) -> FilmName | None:
    date = words.part.date
    left = [film for film in words.films if words.part.left[0] <= film.start and film.end <= date.start]
    right = [film for film in words.films if date.end <= film.start < words.part.right[1]]
    if right and FOR_FILM.match(words.text[date.end : right[0].start]):
        return right[0].film
    earlier = [film for film in words.films if film.end <= date.start]
    if right and earlier and _turns_to(words, earlier[-1], right[0]):
        return right[0].film
    if earlier and words.in_brackets():
        return earlier[-1].film
    if left:
        return None if len(left) == 1 and _follows_a(words, left[0]) else _subject(words, left)
    if OTHER_ONE.search(words.left()):
        return _first_film(words) if words.context.is_list else None
    is_section = words.context.is_list or words.context.asked_place is not None
    if is_section and words.context.film and not words.films and words.is_to_come():
        return words.context.film
    if _names_another(words) and not words.in_brackets_of_a_country():
        return right[0].film if right and not words.text[date.end : right[0].start].strip(" ,“\"‘'") else None
    if before.film and before.at:
        return before.film
    if earlier:
        return _subject(words, earlier)
    return right[0].film if right else _only_film(words) or words.context.film


def _only_film(words: DatedWords) -> FilmName | None:
    """Return the film of a sentence if it names only one."""
    films = {film.film for film in words.films}
    return films.pop() if len(films) == 1 else None


def _turns_to(words: DatedWords, last: FilmMention, following: FilmMention) -> bool:
    """Return whether the date belongs to the film after it: "A (out Monday) and, from Friday, B"."""
    left, right = words.text[last.end : words.part.date.start], words.text[words.part.date.end : following.start]
    return _TURNS.search(left) is not None and re.fullmatch(r",?\s*[“\"‘']?", right) is not None


def _follows_a(words: DatedWords, film: FilmMention) -> bool:
    """Return whether a film is named only because another one follows it: "a sequel to Emberline"."""
    return SEQUEL_TO.search(words.text[max(0, film.start - 40) : film.start]) is not None


def _first_film(words: DatedWords) -> FilmName | None:
    """Return the film that a section about a sequel calls "the first film"; the section's own if that is no sequel."""
    film = words.context.film
    number = SEQUEL.search(film.title) if film else None
    return FilmName(film.title[: number.start()]) if film and number else film


def _names_another(words: DatedWords) -> bool:
    """Return whether the words before the date name something unknown, and do not refer back with "it" or such."""
    start, end = words.part.left
    left = words.left()
    for one in words.places:
        if start <= one.start and one.end <= end:
            left = left.replace(words.text[one.start : one.end], "-")
    return (NAMED.search(left) or IN_CAPITALS.search(left)) is not None and ANAPHOR.search(left) is None


def _subject(words: DatedWords, films: list[FilmMention]) -> FilmName:
    """Return the subject among the films before a date: not one that it is compared with ("A opens after B")."""
    last = films[-1]
    lead = words.text[max(0, last.start - 24) : last.start]
    if len(films) > 1 and re.search(
        r"\b(?:with|against|ahead of|after|behind|alongside|from|follows|followed|like|than|as|of|sequel to)\s+(?:the )?[“\"‘']?$",
        lead,
    ):
        return films[-2].film
    return last.film
