"""Films, claims, sources and people as tables of a film file: what is written is read again as it was."""

from datetime import date
from pathlib import Path

from bundled import FILMS_FILE
from claims import claim
from exports import ids
from watchlist.domain.change import UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Dispute, DisputedValue, Film, Filming
from watchlist.domain.people import Person
from watchlist.storage.films.film_file import load_bundled, read_film_file
from watchlist.storage.films.film_tables import (
    claim_table,
    film_keys,
    film_table,
    person_table,
    source_table,
    sources_of,
    whole_film_table,
)
from watchlist.storage.toml.edit import write_table
from watchlist.storage.toml.read import read_document

HEAD = 'schema = 1\nseen = "2026-11-20"\n'
VARIETY = Source("variety", "Variety", "A title", "Ann", "https://v.example/", Edtf.parse("2026-05"), "a note")


def test_every_bundled_film_source_and_person_is_read_again_as_it_was_written() -> None:
    file = load_bundled(FILMS_FILE)
    sources = [one for one in file.sources.values() if one != UNSOURCED]
    blocks = [write_table("sources", source_table(one)) for one in sources]
    blocks += [write_table("people", person_table(one)) for one in file.layer.people]
    blocks += [write_table("films", whole_film_table(one)) for one in file.layer.films]
    assert read_film_file(read_document(Path("films.toml"), "\n".join([HEAD, *blocks]).encode())) == file


def test_a_film_of_ones_own_has_the_keys_that_say_something() -> None:
    one = claim("2027", "rumoured")._replace(source=VARIETY)
    film = UserFilm(
        "a",
        "Alpha",
        2027,
        ids=ids(imdb="tt1", tmdb="5"),
        claims=(one,),
        original_title="アルファ",
        directors=("Ren Nagase",),
        other_ids=("old",),
        also_known_as=(AlsoKnownAs("First"), AlsoKnownAs("Second")),
    )
    table = {
        "id": "a",
        "title": "Alpha",
        "original_title": "アルファ",
        "also_known_as": ["First", "Second"],
        "year": 2027,
        "directors": ["Ren Nagase"],
        "ids": {"imdb": "tt1", "tmdb": "5"},
        "other_ids": ["old"],
        "claims": [claim_table(one)],
    }
    assert film_table(film) == table
    assert film_keys(film) == {key: value for key, value in table.items() if key not in ("id", "claims")}
    assert film_table(UserFilm("a")) == {"id": "a"}


def test_other_titles_are_plain_texts_unless_there_is_something_to_say_about_one() -> None:
    titles = (AlsoKnownAs("First"), AlsoKnownAs("Zweiter", "de", "on posters"))
    assert film_keys(UserFilm("a", also_known_as=titles)) == {
        "also_known_as": [{"title": "First"}, {"title": "Zweiter", "language": "de", "note": "on posters"}]
    }


def test_a_claim_names_its_source_and_leaves_out_what_it_does_not_say() -> None:
    one = claim(None, "released", "2026-05-04", service="Netflix")._replace(
        source=VARIETY, said="now", note="n", error="e"
    )
    assert claim_table(one) == {
        "region": "US",
        "channel": "theatrical",
        "service": "Netflix",
        "said": "now",
        "certainty": "released",
        "source": "variety",
        "reported": "2026-05-04",
        "seen": date(2026, 11, 20),
        "note": "n",
        "error": "e",
    }
    plain = claim("2027-21")._replace(source=UNSOURCED, certainty=Certainty.CONFIRMED)
    assert claim_table(plain) == {
        "region": "US",
        "channel": "theatrical",
        "date": "2027-21",
        "certainty": "confirmed",
        "source": "unsourced",
        "seen": date(2026, 11, 20),
    }


def test_sources_and_people_have_the_keys_that_say_something() -> None:
    assert source_table(VARIETY) == {
        "id": "variety",
        "publisher": "Variety",
        "title": "A title",
        "author": "Ann",
        "published": "2026-05",
        "url": "https://v.example/",
        "note": "a note",
    }
    assert source_table(Source("v", "Variety")) == {"id": "v", "publisher": "Variety"}
    assert person_table(Person("Ren Nagase", "Nagase", ("永瀬廉",))) == {
        "name": "Ren Nagase",
        "family": "Nagase",
        "written": ["永瀬廉"],
    }


def test_the_sources_of_a_film_are_those_of_its_claims_its_disputes_and_its_filming() -> None:
    one, other, third = (Source(name, name.title()) for name in ("one", "other", "third"))
    film = Film(
        "a",
        "Alpha",
        claims=(claim("2027")._replace(source=one), claim("2028")._replace(source=UNSOURCED)),
        disputes=(
            Dispute("runtime", (DisputedValue("118", other), DisputedValue("120", one), DisputedValue("1", UNSOURCED))),
        ),
        filming=Filming(source=third),
    )
    assert list(sources_of(film)) == [one, other, one, third]
    assert list(sources_of(Film("b", "Bravo", filming=Filming(place="Tokyo")))) == []
