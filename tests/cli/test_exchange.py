"""Exports of other programs, brought in as a person does it: nothing is lost without a word."""

import json
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from corpus import CORPUS, DIARY, HEADER, LIST_BODY, LIST_HEAD, REVIEWS, Export
from program import Run, data


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def entries(run: Run) -> dict[str, Any]:
    return {entry["id"]: entry for entry in data(run("list", "--json"))}


def words_of(out: str) -> list[str]:
    """Give the lines that name what did not come in."""
    return [
        line.split("\t")[-1] for line in out.splitlines() if line.startswith(("unreadable\t", "lost\t", "unclear\t"))
    ]


@pytest.mark.parametrize("export", CORPUS[:-1], ids=lambda export: export.name)
def test_each_row_comes_in_or_is_named(run: Run, tmp_path: Path, export: Export) -> None:
    ran = run("import", str(write(tmp_path / export.name, export.content)))
    assert (ran.code, ran.err) == (0, "")
    for words in export.named:
        assert words in ran.out
    assert len(words_of(ran.out)) == sum("by its name" not in words for words in export.named)
    assert len(entries(run)) == export.films


@pytest.mark.parametrize("kind", ["archive", "folder"])
def test_all_of_them_come_in_together_from_an_archive_and_from_its_unpacked_folder(
    run: Run, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "export"
    for export in CORPUS:
        write(path / export.name, export.content)
    write(path / "__MACOSX" / "._diary.csv", b"\x00\x05")
    write(path / "profile.csv", "Username,Bio\nme,hello\n")
    if kind == "archive":
        with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
            for file in sorted(path.rglob("*.*")):
                archive.write(file, file.relative_to(path).as_posix())
        path = tmp_path / "export.zip"
    ran = run("import", str(path))
    assert ran.code == 0
    assert "unreadable\tnul.csv\tcontains only NUL characters\n" in ran.out
    assert "file\tprofile.csv\tis not a list in a known format\n" in ran.out
    assert len(entries(run)) == sum(export.films for export in CORPUS)
    assert len(words_of(ran.out)) == 9
    again = run("import", str(path)).out.splitlines()[-1]
    assert f"{sum(export.films for export in CORPUS)} films; 0 new, 0 changed" in again


def test_a_file_of_nul_alone_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("import", str(write(tmp_path / "nul.csv", b"\x00" * 9)))
    assert (ran.code, ran.err.splitlines()[0]) == (5, "watchlist: nul.csv: contains only NUL characters")


def test_a_film_of_a_list_is_tagged_and_kept_and_only_want_wants_it(run: Run, tmp_path: Path) -> None:
    text = f"Letterboxd list export v7\n{LIST_HEAD}2024-01-01,Rainy Days,,https://boxd.it/l,\n\n{LIST_BODY}"
    path = write(tmp_path / "rainy.csv", f"{text}1,Listed One,2031,https://boxd.it/aaa1,\n")
    run("import", str(path))
    listed = entries(run)["listed-one-2031"]
    assert (listed["status"], listed["tags"]) == ("kept", ["Rainy Days"])
    assert "Listed One" not in run("upcoming").out
    run("import", str(path), "--want")
    assert entries(run)["listed-one-2031"]["status"] == "wanted"


def test_a_film_of_the_watchlist_that_was_watched_is_wanted_again(run: Run, tmp_path: Path) -> None:
    row = "2024-07-02,Both,2019,https://boxd.it/aaa1\n"
    folder = tmp_path / "letterboxd"
    for name in ("watched.csv", "watchlist.csv"):
        write(folder / name, HEADER + row)
    for _ in ("first", "again"):
        ran = run("import", str(folder))
        both = entries(run)["both-2019"]
        assert (both["status"], both["undated_viewings"]) == ("wanted", 1)
    assert ran.out.splitlines()[-1].endswith("1 film; 0 new, 0 changed, 1 unchanged.")
    assert "wanted again" in run("show", "both-2019").out
    assert [len(data(run("list", "--json", "--status", status))) for status in ("wanted", "watched")] == [1, 1]
    run("watched", "both-2019", "--date", "2026-01-01")
    run("import", str(folder))
    assert entries(run)["both-2019"]["status"] == "watched"


def test_each_viewing_keeps_its_review_and_rating_and_the_newest_rating_counts(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "letterboxd"
    write(
        folder / "diary.csv",
        DIARY
        + "2024-07-02,Seen Twice,2019,https://boxd.it/e2,4.5,Yes,,2024-07-01\n"
        + "2020-07-02,Seen Twice,2019,https://boxd.it/e1,3,,,2020-07-01\n",
    )
    write(
        folder / "reviews.csv",
        REVIEWS
        + '2024-07-02,Seen Twice,2019,https://boxd.it/e2,4.5,Yes,"<b>Better</b>",,2024-07-01\n'
        + "2020-07-02,Seen Twice,2019,https://boxd.it/e1,3,,Dull,,2020-07-01\n",
    )
    write(folder / "ratings.csv", HEADER.strip() + ",Rating\n2021-01-01,Seen Twice,2019,https://boxd.it/aaa,2\n")
    run("import", str(folder))
    seen = entries(run)["seen-twice-2019"]
    assert (seen["rating"], seen["viewings"], seen["note"]) == (4.5, ["2020-07-01", "2024-07-01"], None)
    assert seen["diary"] == [
        {"day": "2020-07-01", "rating": 3.0, "rewatch": None, "review": "Dull"},
        {"day": "2024-07-01", "rating": 4.5, "rewatch": True, "review": "Better"},
    ]
    assert run("import", str(folder)).out.splitlines()[-1].endswith("0 new, 0 changed, 1 unchanged.")


def test_a_film_that_was_watched_twice_on_one_day_keeps_both_viewings_out_and_in_again(
    run: Run, tmp_path: Path
) -> None:
    rows = ["4,,,2024-07-01", "2.5,Yes,,2024-07-01", ",,,2024-07-03", ",,,2024-07-03"]
    diary = "".join(f"2024-07-02,Double Feature,2019,https://boxd.it/e{n},{row}\n" for n, row in enumerate(rows))
    path = write(tmp_path / "diary.csv", DIARY + diary)
    run("import", str(path))
    seen = entries(run)["double-feature-2019"]
    assert (seen["viewings"], [one["rating"] for one in seen["diary"]]) == (
        ["2024-07-01", "2024-07-03"],
        [4.0, 2.5, None, None],
    )
    assert "watched on 1 July 2024 (twice) and 3 July 2024 (twice)" in run("show", "double-feature-2019").out
    assert run("import", str(path)).out.splitlines()[-1].endswith("0 new, 0 changed, 1 unchanged.")
    run("export", "letterboxd", "--output", str(tmp_path / "out.csv"))
    run("remove", "double-feature-2019")
    run("import", str(tmp_path / "out-diary.csv"))
    assert entries(run)["double-feature-2019"]["diary"] == seen["diary"]


SNAPSHOTS = {
    "letterboxd-me-2024-03-01": ["Later Still,2027,https://boxd.it/aaa1", "Gone Since,2028,https://boxd.it/aaa2"],
    "letterboxd-me-2025-03-01": ["Later Than Ever,2027,https://boxd.it/aaa1", "Gone Since,2028,https://boxd.it/aaa2"],
    "letterboxd-me-2026-03-01": ["Later Than Ever,2029,https://boxd.it/aaa1", "New There,,https://boxd.it/aaa3"],
}
"""Exports of a watchlist over time: a title changes, a year slips, a film goes."""


@pytest.fixture
def snapshots(tmp_path: Path) -> list[str]:
    for name, rows in SNAPSHOTS.items():
        lines = "".join(f"2024-01-01,{row}\n" for row in rows)
        write(tmp_path / name / "watchlist.csv", HEADER + lines)
    return [str(tmp_path / name) for name in SNAPSHOTS]


def own_files(list_file: Path) -> list[str]:
    return [path.read_text() for path in (list_file, list_file.with_name("films.toml"))]


def test_exports_that_come_in_together_are_taken_in_the_order_of_their_days(
    run: Run, snapshots: list[str], list_file: Path
) -> None:
    together = run("import", *snapshots[::-1])
    assert "1 film is no longer on your Letterboxd watchlist" in together.out
    at_once = own_files(list_file)
    assert "0 new, 0 changed, 3 unchanged." in run("import", *snapshots).out
    assert own_files(list_file) == at_once
    assert "slipped to 2029 (+731 days)" in run("history", "Later Than Ever").out
    assert data(run("show", "Later Still", "--json"))["year"] == 2029
    run("undo")
    for path in snapshots:
        one_by_one = run("import", path)
    assert "1 film is no longer on your Letterboxd watchlist" in one_by_one.out
    assert [tomllib.loads(text)["films"] for text in own_files(list_file)] == [
        tomllib.loads(text)["films"] for text in at_once
    ]


def test_a_list_with_what_exports_changed_goes_out_and_in_byte_for_byte(
    run: Run, snapshots: list[str], list_file: Path, tmp_path: Path
) -> None:
    for path in snapshots:
        run("import", path)
    before = own_files(list_file)
    run("export", "json", "--output", str(tmp_path / "list.json"))
    for name in ("watchlist.toml", "films.toml"):
        list_file.with_name(name).unlink()
    run("import", "--create", str(tmp_path / "list.json"))
    assert own_files(list_file) == before


def test_two_exports_of_one_day_tell_a_slip(run: Run, tmp_path: Path) -> None:
    for year in ("2027", "2029"):
        path = write(tmp_path / "watchlist.csv", HEADER + f"2024-07-02,Later Still,{year},https://boxd.it/aaa1\n")
        run("import", str(path))
    assert "slipped to 2029 (+731 days)" in run("history", "later-still-2027").out
    assert "slipped to 2029 (+731 days), was 2027" in run("moved", "--listed").out
    assert entries(run)["later-still-2027"]["release"]["date"] == "2029"
    assert run("import", str(path)).out.splitlines()[-1].endswith("0 new, 0 changed, 1 unchanged.")


def test_what_was_deleted_is_named_as_such_when_it_is_given_by_hand(run: Run, tmp_path: Path) -> None:
    rows = DIARY + "2024-07-02,Gone,2019,https://boxd.it/e2,4.5,Yes,,2024-07-01\n"
    for folder, words in (
        ("deleted", "what you deleted on Letterboxd"),
        ("orphaned", "what Letterboxd no longer has a film for"),
    ):
        ran = run("import", str(write(tmp_path / folder / "diary.csv", rows)))
        assert ran.out.splitlines() == [
            f"file\t{folder}/diary.csv\tleft out, {words}",
            "0 films; 0 new, 0 changed, 0 unchanged, 1 deleted or orphaned rows left out.",
        ]


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("watchlist.csv", "wanted", "read as a watchlist, by its name"),
        ("WATCHED.CSV", "watched", "read as watched films, by its name"),
        ("letterboxd-watched-2024.csv", "watched", "read as watched films, by its name"),
        ("likes/films.csv", "watched", "read as liked films, by its name"),
        ("export.csv", "wanted", "read as a watchlist, because its name does not say otherwise"),
    ],
)
def test_the_name_decides_only_where_the_forms_are_equal_and_then_it_is_said(
    run: Run, tmp_path: Path, name: str, status: str, words: str
) -> None:
    ran = run("import", str(write(tmp_path / name, HEADER + "2024-07-02,By Name,2031,https://boxd.it/aaa1\n")))
    assert words in ran.out
    assert entries(run)["by-name-2031"]["status"] == status


def test_the_form_decides_whatever_the_name(run: Run, tmp_path: Path) -> None:
    rows = HEADER.strip() + ",Rating\n2024-07-02,Rated,2019,https://boxd.it/aaa1,4\n"
    ran = run("import", str(write(tmp_path / "watchlist.csv", rows)))
    assert "by its name" not in ran.out
    assert entries(run)["rated-2019"]["status"] == "watched"


def test_ids_alone_are_found_in_the_catalogue_and_others_are_named(run: Run, tmp_path: Path) -> None:
    ran = run("import", str(write(tmp_path / "imdb.txt", "tt0078748\ntt9999991\n")))
    assert "unreadable\timdb.txt:2\thas no title, and no film has the id imdb tt9999991\n" in ran.out
    assert "Left out of imdb.txt; fix and import these lines:\ntt9999991\n" in ran.out
    assert list(entries(run)) == ["alien-1979"]


def test_items_of_json_that_are_left_out_can_be_mended_and_imported(run: Run, tmp_path: Path) -> None:
    items = [
        {"listed_at": "2024-01-01T00:00:00Z", "movie": {"title": "Fine", "year": 2031, "ids": {"trakt": 1}}},
        {"listed_at": "2024-01-01T00:00:00Z", "movie": {"year": 2031, "ids": {}}},
    ]
    out = run("import", str(write(tmp_path / "lists-watchlist.json", json.dumps(items)))).out
    lines = out.splitlines()
    start = lines.index("Left out of lists-watchlist.json; fix and import these lines:")
    assert json.loads("\n".join(lines[start + 1 : -1])) == items[1:]
