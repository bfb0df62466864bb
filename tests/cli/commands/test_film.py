"""Film: a film of one's own is changed, and taken away."""

from pathlib import Path

from program import Run, data


def test_a_film_of_ones_own_is_edited(run: Run, films_file: Path) -> None:
    run("add", "Zzyzx", "--new")
    edited = run(
        *("film", "edit", "zzyzx", "--title", "Zzyzx Road", "--year", "2019", "--original-title", "Route Z"),
        *("--director", "Ann Onym", "--id", "tt9999999", "--release", "2019-05-30"),
    )
    assert edited.out == "Saved: Zzyzx Road (2019), Route Z, Ann Onym, imdb:tt9999999.\n"
    film = data(run("show", "tt9999999", "--json"))
    assert (film["id"], film["releases"][0]["date"], film["releases"][0]["state"]) == ("zzyzx", "2019-05-30", "out")
    assert films_file.read_text().count("[[films]]") == 1


def test_nothing_to_change_is_a_mistake(run: Run) -> None:
    assert run("film", "edit", "alien-1979").code == 2
    assert run("film", "edit", "alien-1979", "--id", "alien").code == 2


def test_an_entry_is_reached_by_its_title_when_its_film_is_gone(run: Run, list_file: Path) -> None:
    run("add", "Zzyzx", "--new")
    assert run("film", "remove", "Zzyzx").out.splitlines()[1] == (
        "It is still on your list. To remove it: watchlist remove zzyzx"
    )
    assert run("rate", "zzyzx", "4").out.startswith("Zzyzx: wanted; 4 of 5 stars; ")
    assert run("remove", "Zzyzx").code == 0
    assert "zzyzx" not in list_file.read_text()
    run("undo", "3")
    assert data(run("show", "Zzyzx", "--json"))["id"] == "zzyzx"


def test_a_film_that_comes_with_the_program_cannot_be_taken_away(run: Run) -> None:
    ran = run("film", "remove", "alien-1979")
    assert (ran.code, ran.err) == (1, "watchlist: Alien (1979) is not a film of your own\n")
