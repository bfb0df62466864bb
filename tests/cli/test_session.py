"""One run: its day, the user's files, what they are told, and where they can be asked."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Run
from watchlist.cli.session import ARGUMENTS, GlobalOptions, Session
from watchlist.domain.claim import Channel
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.services.preferences import ANYTHING, Preferences
from watchlist.storage.changes.transaction import Committed
from watchlist.storage.files import Saved

OPTIONS = st.builds(
    GlobalOptions,
    as_of=st.none() | st.sampled_from(["2024-06-01", "2w"]),
    as_json=st.booleans(),
    iso=st.booleans(),
    file=st.none() | st.just(Path("mine.toml")),
    no_input=st.booleans(),
    create=st.booleans(),
)


def session(before: GlobalOptions = GlobalOptions(), *typed: str, **behind: object) -> Session:  # noqa: B008  frozen
    context = typer.Context(typer.main.get_command(typer.Typer(callback=lambda: None)))
    context.obj = before
    context.meta[ARGUMENTS] = list(typed)
    return Session(context, GlobalOptions()._replace(**behind))  # type: ignore[arg-type]


@settings(max_examples=50)
@given(OPTIONS, OPTIONS, OPTIONS)
def test_an_option_behind_the_name_goes_before_one_in_front(
    one: GlobalOptions, two: GlobalOptions, three: GlobalOptions
) -> None:
    assert one.over(GlobalOptions()) == GlobalOptions().over(one) == one.over(one) == one
    assert one.over(two).over(three) == one.over(two.over(three))
    assert one.over(two).as_of == (one.as_of or two.as_of)


@pytest.mark.parametrize("as_of", ["2024-06-01", "1 June 2024"])
def test_another_day_is_answered_for_and_never_changed(as_of: str) -> None:
    then = session(GlobalOptions(as_of="2020-01-01"), as_of=as_of)
    assert (then.today, then.is_of_another_day) == (date(2024, 6, 1), True)
    assert (then.day("tomorrow"), then.last_day("90d")) == (date(2024, 6, 2), date(2024, 8, 30))
    with pytest.raises(BadValue, match="--as-of only looks at another day"):
        then.refuse_another_day()


def test_without_another_day_it_is_that_of_the_clock() -> None:
    now = session()
    now.refuse_another_day()
    assert (now.today, now.is_of_another_day) == (now.now.date(), False)
    assert now.first_day("1w") == now.today - timedelta(days=7)


def test_settings_say_what_the_user_likes_and_without_them_anything_goes(home: Path) -> None:
    assert session().preferences is ANYTHING
    path = home / "config" / "watchlist" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('regions = ["AU"]\nchannels = ["theatrical"]\n')
    mine = session()
    assert mine.preferences == Preferences(("AU",), (Channel.THEATRICAL,))
    assert mine.release_date("winter 2029", None) == Edtf.parse("2029-32")
    assert mine.release_date("winter 2029", "US") == mine.vague_date("winter 2029") == Edtf.parse("2029-24")


LIST = """schema = 1
[[films]]
id = "drawing-closer-2024"
title = "Drawing Closer"
[[films]]
title = "Nobody"
[[films]]
id = "shrek-5-2027"
title = "Shrek 5"
status = "dropped"
"""


def test_broken_entries_are_said_once_and_the_wanted_films_are_those_of_the_list(
    list_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(LIST)
    mine = session()
    assert [entry.id for entry in mine.waiting()] == ["drawing-closer-2024"]
    assert mine.entries is mine.entries
    (said,) = capsys.readouterr().err.splitlines()
    assert f"{list_file}:5" in said
    first, last = date(2027, 6, 1), date(2027, 7, 1)
    assert [film.id for film in mine.films_between(first, last, everything=False)] == ["drawing-closer-2024"]
    assert "shrek-5-2027" in [film.id for film in mine.films_between(first, last, everything=True)]
    assert (mine.has_film("shrek-5-2027"), mine.has_film("nobody")) == (True, False)


def test_a_list_that_is_named_and_not_there_is_refused_unless_it_may_begin(tmp_path: Path) -> None:
    typo = tmp_path / "typo.toml"
    with pytest.raises(InvalidFile, match="there is no list at"):
        session(file=typo).look_for_list()
    session(file=typo, create=True).look_for_list()
    assert not typo.exists()


def test_a_command_line_to_paste_has_the_id_in_the_place_of_the_title() -> None:
    typed = session(GlobalOptions(file=Path("my list.toml")), "watched", "--date", "today", "the", "exorcist", "--yes")
    assert typed.typed_again(["the", "exorcist"], "the-exorcist-1973") == [
        *("watchlist", "--file", "my list.toml", "watched", "--date", "today", "the-exorcist-1973", "--yes")
    ]
    assert session(GlobalOptions(), "add", "-").typed_again(["Alien"], "alien-1979") == ["alien-1979"]


def test_a_report_is_in_words_or_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    session().report(["Removed Up."], lambda: {"id": "up"})
    session(as_json=True).report(["Removed Up."], lambda: {"id": "up"})
    assert capsys.readouterr().out == 'Removed Up.\n{\n  "id": "up"\n}\n'


def test_a_save_that_the_disk_did_not_confirm_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    session().report_saved(Committed(Saved.SAVED))
    assert capsys.readouterr().err == ""
    session().report_saved(Committed(Saved.UNCONFIRMED, ("The copy is missing.",)))
    assert capsys.readouterr().err.splitlines() == [
        "Saved, but the disk did not confirm it: a power cut now could bring back the old list.",
        "The copy is missing.",
    ]


def test_nobody_is_asked_without_a_terminal_or_with_no_input(run: Run) -> None:
    assert (session().can_ask, session().never_asks, session(no_input=True).never_asks) == (False, False, True)
    assert run("show", "The Exorcist").code == 4
