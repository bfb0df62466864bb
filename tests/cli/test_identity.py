"""A film stays on the list when other files get to know it, under whatever id."""

from pathlib import Path

import pytest

from nightfall import LISTED_TWICE, NIGHTFALL, film_file, us_claim
from program import Run, data


def test_a_film_that_a_catalogue_gets_to_know_stays_on_the_list(run: Run, trakt: Path, home: Path) -> None:
    assert run("import", str(trakt)).code == 0
    catalogue = film_file(home / "more.toml", {**NIGHTFALL, "claims": [us_claim("2097-03-05")]})
    assert run("catalogue", "add", str(catalogue)).code == 0
    (coming,) = data(run("upcoming", "--json"))
    assert (coming["id"], coming["date"], coming["listed"]) == ("nightfall-2097", "2097-03-05", True)
    (listed,) = data(run("list", "--json"))
    assert listed["film"]["year"] == 2097
    assert "5 March 2097" in run("show", "The Nightfall").out


def test_a_date_that_a_catalogue_knows_counts_before_the_guess_of_an_export(run: Run, trakt: Path, home: Path) -> None:
    run("import", str(trakt))
    run("catalogue", "add", str(film_file(home / "more.toml", {**NIGHTFALL, "claims": [us_claim("2098-03-05")]})))
    (coming,) = data(run("upcoming", "--json"))
    assert (coming["region"], coming["date"]) == ("US", "2098-03-05")


def test_it_is_found_by_every_id_that_it_has_anywhere(run: Run, trakt: Path, home: Path) -> None:
    run("import", str(trakt))
    run("catalogue", "add", str(film_file(home / "more.toml", {**NIGHTFALL, "claims": [us_claim("2097-03-05")]})))
    for word in ("nightfall-2097", "the-nightfall", "tmdb:777777", "Nightfall", "The Nightfall"):
        assert data(run("show", word, "--json"))["id"] == "nightfall-2097", word
    assert run("tag", "the-nightfall", "soon").code == 0
    (listed,) = data(run("list", "--json"))
    assert (listed["id"], listed["tags"]) == ("nightfall-2097", ["soon"])


def test_what_one_said_oneself_comes_along(run: Run, trakt: Path, home: Path) -> None:
    run("import", str(trakt))
    assert run("claim", "Nightfall", "2097-04-01", "--region", "FR", "--certainty", "announced").code == 0
    run("catalogue", "add", str(film_file(home / "more.toml", {**NIGHTFALL, "claims": [us_claim("2097-03-05")]})))
    shown = data(run("show", "nightfall-2097", "--json"))
    assert {(one["region"], one["date"]) for one in shown["releases"]} >= {("FR", "2097-04-01"), ("US", "2097-03-05")}
    assert shown["title"] == "Nightfall"


def test_a_word_of_ones_own_is_taken_back_under_whatever_id_it_was_said(run: Run, trakt: Path, home: Path) -> None:
    run("import", str(trakt))
    run("claim", "Nightfall", "2097-04-01", "--region", "FR", "--certainty", "announced")
    run("catalogue", "add", str(film_file(home / "more.toml", NIGHTFALL)))
    run("remove", "Nightfall")
    assert data(run("show", "the-nightfall", "--json"))["id"] == "the-nightfall"
    assert run("claim", "the-nightfall", "--remove").out.startswith("Taken back: 1 April 2097")
    assert [one["region"] for one in data(run("show", "the-nightfall", "--json"))["releases"]] == ["WW"]


def test_a_film_whose_catalogue_names_it_anew_stays_on_the_list(run: Run, home: Path) -> None:
    more = film_file(home / "more.toml", {**NIGHTFALL, "claims": [us_claim("2097-03-05")]})
    run("catalogue", "add", str(more))
    run("add", "the-nightfall")
    run("claim", "the-nightfall", "2097-04-01", "--region", "FR")
    run("catalogue", "remove", "more.toml")
    renamed = {**NIGHTFALL, "id": "nightfall-2", "claims": [us_claim("2097-03-06")]}
    run("catalogue", "add", str(film_file(home / "other.toml", renamed)))
    shown = data(run("show", "The Nightfall", "--json"))
    assert shown["id"] == "the-nightfall"
    assert {(one["region"], one["date"]) for one in shown["releases"]} == {("FR", "2097-04-01"), ("US", "2097-03-06")}


def test_a_film_is_found_by_an_id_that_it_had(run: Run, home: Path, list_file: Path) -> None:
    list_file.parent.mkdir(parents=True, exist_ok=True)
    list_file.write_text('schema = 1\n\n[[films]]\nid = "old-name"\ntitle = "Nightfall"\nadded = 2026-10-01\n')
    film = {"id": "nightfall-2097", "other_ids": ["old-name"], "title": "Nightfall", "claims": [us_claim("2097-03-05")]}
    run("catalogue", "add", str(film_file(home / "more.toml", film)))
    (coming,) = data(run("upcoming", "--json"))
    assert (coming["id"], coming["date"]) == ("old-name", "2097-03-05")


@pytest.mark.usefixtures("twice")
def test_joining_makes_one_entry_that_has_what_both_had(run: Run, list_file: Path) -> None:
    joined = run("film", "join", "nightfall", "night-fall")
    assert (joined.code, joined.err) == (0, "")
    first, other = data(run("list", "--json"))
    assert (first["id"], other["id"]) == ("nightfall", "heat-1995")
    assert first["status"] == "watched"
    assert (first["added"], first["rating"], first["viewings"]) == ("2026-09-01", 3.5, ["2026-09-03"])
    assert (first["tags"], first["note"]) == (["soon"], "at the festival")
    assert 'ids = { tmdb = "777777", imdb = "tt7777777" }' in list_file.read_text()
    assert data(run("show", "night-fall", "--json"))["id"] == "nightfall"
    run("undo")
    assert list_file.read_text() == LISTED_TWICE


def test_films_that_nobody_knows_to_be_one_are_joined_for_good(run: Run, home: Path) -> None:
    run("add", "--new", "Nightfall (2097)", "--release", "2097-03-05")
    run("add", "--new", "Nacht (2097)", "--release", "2097-04-05", "--region", "DE")
    assert run("film", "join", "nightfall-2097", "nacht-2097").code == 0
    (one,) = data(run("list", "--json"))
    shown = data(run("show", "Nacht", "--json"))
    assert (one["id"], shown["id"]) == ("nightfall-2097", "nightfall-2097")
    assert {one["date"] for one in shown["releases"]} == {"2097-03-05", "2097-04-05"}
    run("catalogue", "add", str(film_file(home / "more.toml", {"id": "nacht-2097", "title": "Nacht"})))
    assert data(run("show", "Nacht", "--json"))["id"] == "nightfall-2097"


def letterboxd(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["Date,Name,Year,Letterboxd URI", *rows, ""]), encoding="utf-8")
    return path


def test_a_year_that_slips_from_export_to_export_is_told_with_the_day_of_the_export(run: Run, home: Path) -> None:
    first = letterboxd(home / "watchlist-2026-06-01.csv", "2026-01-01,Night Fall,2096,https://boxd.it/aaaa")
    second = letterboxd(home / "watchlist-2026-10-01.csv", "2026-01-01,Night Falls,2098,https://boxd.it/aaaa")
    assert run("import", str(first)).out.endswith("1 new, 0 changed, 0 unchanged.\n")
    assert run("import", str(second)).out.endswith("0 new, 1 changed, 0 unchanged.\n")
    history = run("history", "Night Fall").out
    assert "1 October 2026" in history
    assert "Letterboxd (your export)" in history
    (moved,) = [one for one in data(run("moved", "--listed", "--json")) if one["kind"] == "slip"]
    assert (moved["from"], moved["to"]) == ("2096", "2098")
    assert data(run("show", "night-fall-2096", "--json"))["title"] == "Night Falls"


def test_a_second_import_of_one_file_writes_nothing(run: Run, home: Path, list_file: Path, films_file: Path) -> None:
    rows = [
        "2026-01-01,Night Fall,2096,https://boxd.it/aaaa",
        "2026-01-01,Night Fall,2096,https://boxd.it/bbbb",
        "2026-01-01,Níght Fall!,2097,https://boxd.it/cccc",
        "2026-01-01,Night Fall,,https://boxd.it/dddd",
        "2026-01-01,Blade,1998,https://boxd.it/eeee",
    ]
    export = letterboxd(home / "watchlist.csv", *rows)
    run("import", str(export))
    assert len(data(run("list", "--json"))) == len(rows)
    blade = data(run("show", "blade-1998", "--json"))
    assert (blade["year"], data(run("show", "id:blade", "--json"))["entry"]) == (1998, None)
    before = (
        list_file.read_bytes(),
        films_file.read_bytes(),
        list_file.stat().st_mtime_ns,
        films_file.stat().st_mtime_ns,
    )
    assert run("import", str(export)).out.endswith("0 new, 0 changed, 5 unchanged.\n")
    after = list_file.read_bytes(), films_file.read_bytes(), list_file.stat().st_mtime_ns, films_file.stat().st_mtime_ns
    assert after == before


def test_what_is_no_longer_on_the_list_elsewhere_is_told_and_dropped_on_request(run: Run, home: Path) -> None:
    rows = [f"2026-01-01,Film {number},2096,https://boxd.it/{number}aaa" for number in range(3)]
    run("import", str(letterboxd(home / "watchlist.csv", *rows)))
    shorter = letterboxd(home / "watchlist.csv", *rows[:1])
    said = "2 films are no longer on your Letterboxd watchlist"
    assert run("import", str(shorter), "--dry-run").out.splitlines()[-1].startswith(said)
    assert data(run("list", "--status", "wanted", "--json"))[1:] != []
    assert (
        run("import", str(shorter), "--drop-missing").out.splitlines()[-1]
        == f"{said}, and you no longer wait for them."
    )
    dropped = data(run("list", "--status", "dropped", "--json"))
    assert [one["id"] for one in dropped] == ["film-1-2096", "film-2-2096"]
    assert said not in run("import", str(shorter)).out


def test_a_list_that_comes_back_finds_its_films_under_the_ids_that_they_have_here(
    run: Run, trakt: Path, home: Path
) -> None:
    run("import", str(trakt))
    run("tag", "nightfall-2097", "soon")
    for form in ("json", "csv"):
        run("export", form, "--output", str(home / f"list.{form}"))
    run("remove", "nightfall-2097")
    run("film", "remove", "nightfall-2097")
    run("add", "--new", "Nightfall")
    run("film", "edit", "nightfall", "--id", "tmdb:777777")
    for form in ("json", "csv"):
        ran = run("import", str(home / f"list.{form}"))
        assert (ran.err, ran.out.splitlines()[-1]) == ("", "watchlist: 1 film; 0 new, 1 changed, 0 unchanged.")
        (listed,) = data(run("list", "--json"))
        assert (listed["id"], listed["tags"]) == ("nightfall", ["soon"])
        run("undo")
