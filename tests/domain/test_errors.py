"""What an error says, and with which code the program ends for each kind."""

from watchlist.domain import errors
from watchlist.domain.errors import InvalidFile, NoSuchFilm, SeveralFilms, WatchlistError, WhichFilm


def test_an_error_says_the_fact_what_became_of_the_data_and_what_to_type_each_on_a_line() -> None:
    whole = WatchlistError("the disk is full", kept="Nothing was changed.", hint="Free some space.")
    assert whole.lines == ("the disk is full", "Nothing was changed.", "Free some space.")
    assert (str(whole), WatchlistError("no", hint="Try again.").lines) == ("the disk is full", ("no", "Try again."))


def test_the_films_that_could_be_meant_stand_between_the_fact_and_what_to_type() -> None:
    several = SeveralFilms("two films match", hint="Add the year.", candidates=("Heat (1995)", "Heat (1986)"))
    assert several.lines == ("two films match", "Heat (1995)", "Heat (1986)", "Add the year.")
    assert NoSuchFilm('no film has the title "Hete"').lines == ('no film has the title "Hete"',)


def test_a_faulty_file_knows_the_place_of_its_fault_where_there_is_one() -> None:
    assert [(one.line, one.column) for one in (InvalidFile("bad", line=3, column=7), InvalidFile("empty"))] == [
        (3, 7),
        (0, 0),
    ]


def test_each_kind_has_its_exit_code() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, WatchlistError)]
    general = (WatchlistError, WhichFilm)
    assert {kind.__name__: kind.exit_code for kind in kinds if kind not in general} == {
        "Refused": 1,
        "UsageMistake": 2,
        "NoSuchFilm": 3,
        "SeveralFilms": 4,
        "InvalidFile": 5,
        "DiskFailed": 6,
        "Busy": 7,
        "ChangedMeanwhile": 7,
        "NetworkFailed": 8,
        "Interrupted": 130,
    }
