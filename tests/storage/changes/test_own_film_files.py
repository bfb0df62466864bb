"""What the files of the user's own films could not give back is refused before it is written."""

from datetime import date

from claims import claim
from exports import ids
from watchlist.domain.change import Change, UserFilm, WholeFilms
from watchlist.domain.claim import Source
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.storage.changes.own_film_files import refuse_unreadable_films

SOURCE = Source("v", "Variety")


def said(change: Change) -> str:
    try:
        refuse_unreadable_films(change)
    except BadValue as error:
        return str(error)
    return ""


def test_each_value_that_could_not_be_read_again_is_refused_under_the_film_or_source_it_belongs_to() -> None:
    films = {
        UserFilm("a", "Alpha", year=1066): '"Alpha": year: must be a whole number from 1870 to 2200, not 1066',
        UserFilm("a", ids=ids(imdb="t t")): '"a": imdb: must have no spaces, not "t t"',
        UserFilm("a", claims=(claim("2027")._replace(region="XX"),)): '"a": region: "XX" is not a region',
        UserFilm("a", claims=(claim("2027")._replace(source=SOURCE._replace(url="x")),)): '"Variety": url: ',
    }
    for film, words in films.items():
        assert said(Change(user_films=(film,))).startswith(words)
    wholes = {
        Film("a", "Alpha", runtime=0): '"Alpha": runtime: must be a whole number from 1 to 10000, not 0',
        Film("a", "", claims=(claim("2027")._replace(said="x\ud800"),)): '"a": claims: is not valid UTF-8',
    }
    for whole, words in wholes.items():
        assert said(Change(whole_films=WholeFilms(films=(whole,)))) == words


def test_a_claim_names_its_source_among_those_that_come_with_it() -> None:
    one = claim("2027")._replace(source=SOURCE, seen=date(2026, 11, 20))
    assert (
        said(
            Change(user_films=(UserFilm("a", claims=(one,)),), whole_films=WholeFilms((Film("b", "B", claims=(one,)),)))
        )
        == ""
    )
