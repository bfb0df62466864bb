"""The films and lists that the benchmarks read: made by rule from a seed, the same on every machine."""

import gzip
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 20261120
OTHER_SEED = 20261121
"""For the films of the large catalogue, which are not those of the list."""
TODAY = date(2026, 11, 20)
NEXT = 30
"""Films of every list that are still to come; all others of it are out."""

_ONSETS = (*"bcdfghjklmnprstvw", "br", "ch", "sh", "st", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "ou")
_CODAS = ("", "", "", "n", "r", "l", "s", "t", "ng", "ck", "m")
_SMALL = ("of", "the", "in", "and", "a")


def words(chance: random.Random, number: int) -> list[str]:
    """Make words that sound like names, all different."""
    made: dict[str, None] = {}
    while len(made) < number:
        syllables = [
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(chance.randint(1, 3))
        ]
        made["".join(syllables).capitalize()] = None
    return list(made)


def titles(number: int, seed: int = SEED) -> Iterator[str]:
    """Make titles of one to five words, frequent words more often, as in real ones; each is there once."""
    chance = random.Random(seed)  # noqa: S311
    known = words(chance, 20_000)
    frequency = [1 / (rank + 10) for rank in range(len(known))]
    seen: set[str] = set()
    pool: list[str] = []
    while len(seen) < number:
        if len(pool) < 5:
            pool = chance.choices(known, weights=frequency, k=100_000)
        title = " ".join(pool.pop() for _ in range(chance.choice((1, 2, 2, 3, 3, 4))))
        if chance.random() < 0.3:
            title = f"{title} {chance.choice(_SMALL)} {pool.pop()}"
        if title not in seen:
            seen.add(title)
            yield title


def write_titles(path: Path, number: int) -> None:
    """Write films in the form of IMDb's `title.basics.tsv.gz`."""
    chance = random.Random(SEED)  # noqa: S311
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        file.write(
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
        )
        for at, title in enumerate(titles(number, OTHER_SEED)):
            year, minutes = chance.randint(1920, 2026), chance.randint(60, 180)
            file.write(f"tt{at:08}\tmovie\t{title}\t{title}\t0\t{year}\t\\N\t{minutes}\tDrama\n")


def release_day(at: int, number: int) -> date:
    """Give the day of the film at a place: the last thirty are still to come, a day apart."""
    ahead = at - max(0, number - NEXT)
    return TODAY + timedelta(days=ahead + 1 if ahead >= 0 else -1 - at % 9000)


def write_films(path: Path, number: int) -> None:
    """Write films in our own schema, each with a release."""
    with path.open("w", encoding="utf-8") as file:
        file.write(
            'schema = 1\nseen = "2026-11-20"\n\n'
            '[[sources]]\nid = "made"\npublisher = "Made by rule"\npublished = "2001-01-01"\n'
        )
        for at, title in enumerate(titles(number)):
            day = release_day(at, number)
            file.write(
                f'\n[[films]]\nid = "film-{at}"\ntitle = "{title}"\nyear = {day.year}\n'
                f'[[films.claims]]\nregion = "US"\nchannel = "theatrical"\ndate = "{day}"\n'
                'certainty = "announced"\nsource = "made"\n'
            )


def write_list(path: Path, number: int) -> None:
    """Write a list of those films, all of them wanted."""
    with path.open("w", encoding="utf-8") as file:
        file.write("schema = 1\n")
        for at, title in enumerate(titles(number)):
            file.write(f'\n[[films]]\nid = "film-{at}"\ntitle = "{title}"\nadded = 2026-01-01\n')
