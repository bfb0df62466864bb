"""How one list becomes another, and when a change says nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims import claim
from watchlist.domain.change import Change, EntryChange, UserFilm, WholeFilms, changes_between
from watchlist.domain.claim import Source
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.people import Person

A, B, C = (Entry(letter, letter.upper()) for letter in "abc")


def test_what_comes_is_named_first_then_what_goes_then_what_is_another_now() -> None:
    rated = A._replace(rating=9)
    assert changes_between([A, B], [C, rated]) == (EntryChange(None, C), EntryChange(B, None), EntryChange(A, rated))


def test_another_order_alone_is_no_change() -> None:
    assert changes_between([A, B], [B, A]) == ()


LISTS = st.lists(
    st.builds(Entry, st.sampled_from("abcd"), st.just("Title"), rating=st.sampled_from([None, 8])),
    unique_by=lambda entry: entry.id,
)


@given(LISTS, LISTS)
@settings(max_examples=50)
def test_the_changes_lead_from_one_list_to_the_other_and_back(before: list[Entry], after: list[Entry]) -> None:
    changes = changes_between(before, after)
    there, back = ({entry.id: entry for entry in entries} for entries in (before, after))
    for one in changes:
        assert there.pop(one.entry.id, None) == one.before
        there |= {one.after.id: one.after} if one.after else {}
    assert there == back
    assert {one.entry.id: one for one in changes_between(after, before)} == {
        one.entry.id: EntryChange(one.after, one.before) for one in changes
    }


def test_the_entry_of_a_change_is_the_one_that_is_there_now_or_was_there() -> None:
    changes = (EntryChange(None, A), EntryChange(A, None), EntryChange(A, A._replace(rating=9)))
    assert [one.entry for one in changes] == [A, A, A._replace(rating=9)]


def test_a_change_that_leaves_everything_as_it_is_says_nothing() -> None:
    nothing = [
        Change(),
        Change((EntryChange(A, A),)),
        Change(user_films=(UserFilm("a"),)),
        Change(whole_films=WholeFilms(sources=(Source("v", "Variety"),))),
    ]
    something = [
        Change((EntryChange(A, A), EntryChange(None, B))),
        Change(user_films=(UserFilm("a"), UserFilm("b", claims=(claim("2027"),)))),
        Change(removed_user_films=("a",)),
        Change(whole_films=WholeFilms(films=(Film("a", "A"),))),
        Change(whole_films=WholeFilms(people=(Person("Ren Nagase"),))),
    ]
    assert [bool(one) for one in (*nothing, *something)] == [False] * len(nothing) + [True] * len(something)
