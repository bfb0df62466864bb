"""One film of two that are the same, and one entry of theirs: nothing that either says is lost."""

from datetime import date

from exports import ids
from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.film import Film
from watchlist.services.join import join, joined_entry

OLD, NEW = date(2024, 7, 1), date(2025, 7, 1)
FILM, OTHER = (
    Film("heat-1995", "Heat", other_ids=("heat",)),
    Film("hitze", "Hitze", other_ids=("heat", "heat-95", "heat-1995")),
)
FULL = Entry(
    "heat-1995",
    "Heat",
    added=NEW,
    status=Status.DROPPED,
    want=Want("JP"),
    rating=9,
    viewings=(NEW,),
    tags=("crime", "la"),
    note="Good",
    ids=ids(imdb="tt1"),
    undated_viewings=1,
    diary=(Viewing(NEW, 9),),
)
MORE = Entry(
    "hitze",
    "Hitze",
    added=OLD,
    status=Status.WATCHED,
    want=Want("US"),
    rating=5,
    viewings=(OLD, NEW),
    tags=("la", "night"),
    note="Long",
    ids=ids(imdb="tt2", tmdb="5"),
    undated_viewings=2,
    diary=(Viewing(OLD, 5),),
)
BOTH = Entry(
    "heat-1995",
    "Heat",
    added=OLD,
    status=Status.WATCHED,
    want=Want("JP"),
    rating=9,
    viewings=(OLD, NEW),
    tags=("crime", "la", "night"),
    note="Good\nLong",
    ids=ids(imdb="tt1", tmdb="5"),
    undated_viewings=2,
    diary=(Viewing(OLD, 5), Viewing(NEW, 9)),
)


def test_one_entry_has_what_both_say() -> None:
    assert joined_entry(FULL, MORE) == BOTH


def test_an_empty_entry_takes_all_of_the_other_but_its_id_and_title() -> None:
    assert joined_entry(Entry("a", "A", status=Status.KEPT), MORE) == MORE._replace(id="a", title="A")
    assert joined_entry(MORE, Entry("a", "A", note="Long")) == MORE


def test_what_was_watched_stays_watched_and_what_is_wanted_once_is_wanted() -> None:
    surest = [Status.WATCHED, Status.WANTED, Status.DROPPED, Status.KEPT]
    for at, status in enumerate(surest):
        for weaker in surest[at:]:
            one, other = Entry("a", "A", status=status), Entry("b", "B", status=weaker)
            assert joined_entry(one, other).status is joined_entry(other, one).status is status


def test_the_first_film_gets_the_ids_of_the_other_and_the_entry_of_the_other_goes() -> None:
    named = (UserFilm("heat-1995", other_ids=("heat", "hitze", "heat-95")),)
    assert join(FILM, OTHER, FULL, MORE) == Change((EntryChange(FULL, BOTH), EntryChange(MORE, None)), named)
    assert join(FILM, OTHER, None, MORE) == join(FILM, OTHER, FULL, None) == Change((), named)
