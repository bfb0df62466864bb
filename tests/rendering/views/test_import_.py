from datetime import date

from drawn import draw
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry
from watchlist.rendering.views import import_
from watchlist.services.transfer.import_plan import ImportPlan, Missing, Unclear
from watchlist.services.transfer.list_exports import OlderExport
from watchlist.services.transfer.row import BadRow, ImportedRow


def plan(new: int = 0, unchanged: int = 0, unclear: int = 0, bad: int = 0, **counts: int) -> ImportPlan:
    return ImportPlan(
        change=Change(tuple(EntryChange(None, Entry(f"f{n}", f"Film {n}")) for n in range(new))),
        unclear=tuple(
            Unclear(ImportedRow(n, "Heat", file="a.csv"), ("heat-1995", "heat-2")) for n in range(1, unclear + 1)
        ),
        bad=tuple(BadRow(n, "no title", file="a.csv") for n in range(1, bad + 1)),
        formats=("Letterboxd", "IMDb"),
        films=new + unchanged,
        other_items=counts.get("no_films", 0),
        left_out=counts.get("left_out", 0),
    )


def test_an_import_is_summed_up_in_one_sentence() -> None:
    assert import_.summary(plan(2, unchanged=1)) == "Letterboxd and IMDb: 3 films; 2 new, 0 changed, 1 unchanged."
    assert import_.summary(plan(unclear=1, bad=2, no_films=3, left_out=4)) == (
        "Letterboxd and IMDb: 0 films; 0 new, 0 changed, 0 unchanged, 1 unclear, 2 unreadable, "
        "3 series and episodes left out, 4 deleted or orphaned rows left out."
    )


def test_a_terminal_shows_the_first_rows_of_each_kind_and_a_pipe_all() -> None:
    drawn = draw(import_, plan(25), 80)
    assert ("New (25)" in drawn, "Film 19" in drawn, "Film 20" in drawn, "and 5 more" in drawn) == (
        True,
        True,
        False,
        True,
    )
    assert len(list(import_.as_lines(plan(25)))) == 26


def test_rows_that_are_left_out_say_where_they_are_and_why() -> None:
    assert list(import_.as_lines(plan(unclear=1, bad=1)))[:2] == [
        "unclear\tHeat\ta.csv:1\tcould be heat-1995, heat-2",
        "unreadable\ta.csv:1\tno title",
    ]


def test_films_that_left_a_list_elsewhere_are_told_at_the_end() -> None:
    films = tuple(Entry(f"f{number}", f"Film {number}") for number in range(2))
    missing = (Missing("Letterboxd watchlist", films), Missing("Trakt", films[:1]))
    how = "watchlist import --drop-missing with the same file."
    assert list(import_.missing_words(plan()._replace(missing=missing))) == [
        f"2 films are no longer on your Letterboxd watchlist; to stop waiting for them: {how}",
        f"1 film is no longer on your Trakt; to stop waiting for it: {how}",
    ]
    older = (OlderExport("Letterboxd watchlist", date(2026, 10, 1), date(2026, 11, 18)),)
    (said,) = import_.missing_words(plan()._replace(older=older))
    assert said == (
        "This Letterboxd watchlist of 1 October 2026 is older than the one imported before, of 18 November 2026: "
        "no film is taken as missing."
    )
    (dropped, _) = import_.missing_words(plan()._replace(missing=missing, drops_missing=True))
    assert dropped == "2 films are no longer on your Letterboxd watchlist, and you no longer wait for them."
