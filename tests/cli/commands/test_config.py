"""Settings: each can be seen, set and forgotten, and what they say is done."""

import json
from pathlib import Path

import pytest

from program import Run
from watchlist.domain.settings import SETTINGS


@pytest.fixture
def config_file(home: Path) -> Path:
    return home / "config" / "watchlist" / "config.toml"


def value(run: Run, name: str) -> tuple[str, str]:
    setting = json.loads(run("config", "--json").out)["settings"][name]
    return setting["value"], setting["from"]


def test_a_setting_is_set_seen_and_forgotten(run: Run, config_file: Path) -> None:
    assert value(run, "regions") == ("", "default")
    assert run("config", "set", "regions", "jp,us").out == "regions: JP, US\n"
    assert value(run, "regions") == ("JP, US", "file")
    assert config_file.read_text() == 'regions = ["JP", "US"]\n'
    assert run("config", "unset", "regions").out == "regions: not set\n"
    assert value(run, "regions") == ("", "default")


def test_a_setting_can_be_undone(run: Run, config_file: Path) -> None:
    run("config", "set", "dates", "iso")
    assert run("undo").code == 0
    assert config_file.read_text() == ""


@pytest.mark.parametrize(
    ("arguments", "fact"),
    [
        (["set", "datse", "iso"], '"datse" is not a setting: did you mean dates?'),
        (["set", "dates", "roman"], '"roman" must be one of day, month, iso'),
        (["set", "dates", "iso", "day"], "exactly one value is needed: day, month, iso"),
        (["set", "regions", "XX"], '"XX" is not a region'),
        (["unset", "nothing"], '"nothing" is not a setting'),
    ],
)
def test_a_mistake_is_named_and_changes_nothing(run: Run, config_file: Path, arguments: list[str], fact: str) -> None:
    ran = run("config", *arguments)
    assert (ran.code, fact in ran.err, config_file.exists()) == (2, True, False)


@pytest.mark.parametrize("remedy", [["unset", "dates"], ["set", "dates", "iso"]])
def test_the_remedy_for_a_wrong_setting_works(run: Run, config_file: Path, remedy: list[str]) -> None:
    config_file.parent.mkdir(parents=True)
    config_file.write_text('dates = "roman"\n')
    assert "watchlist config unset dates" in run("list").err
    assert run("config", *remedy).code == 0
    assert run("list").code == 0


def test_dates_and_names_and_titles_are_worded_as_set(run: Run) -> None:
    run("config", "set", "dates", "month")
    assert "Thursday, June 27, 2024" in run("show", "drawing closer").out
    run("config", "set", "names", "family")
    run("config", "set", "titles", "original")
    shown = run("show", "drawing closer").out.splitlines()
    assert shown[0] == "film\t余命一年の僕が、余命半年の君と出会った話。 (2024)\tdrawing-closer-2024"
    assert shown[1] == "other title\tDrawing Closer"
    assert "directed by\tMiki Takahiro" in shown


def test_iso_goes_before_the_setting(run: Run) -> None:
    run("config", "set", "dates", "month")
    assert "Thursday 2024-06-27" in run("show", "drawing closer", "--iso").out
    assert "Thursday 2024-06-27" in run("--iso", "show", "drawing closer").out


def test_the_release_that_one_can_watch_counts_first_and_hides_none(run: Run) -> None:
    def first(*settings: str) -> tuple[str, str, int]:
        if settings:
            run("config", "set", *settings)
        out = run("upcoming", "--as-of", "2026-11-20", "--json", "--all", "--within", "60d").out
        row = next(row for row in json.loads(out) if row["id"] == "the-adventures-of-cliff-booth-2026")
        return row["channel"], row["date"], len(json.loads(out))

    limited = first()
    assert limited[:2] == ("limited", "2026-11-25")
    assert first("channels", "digital") == ("digital", "2026-12-23", limited[2])
    assert first("services", "MUBI") == limited


def test_what_is_on_a_service_of_ones_own_is_marked(run: Run) -> None:
    run("config", "set", "services", "netflix")
    assert "Netflix, worldwide (yours)" in run("show", "drawing closer").out


def test_seasons_are_those_of_ones_own_hemisphere(run: Run, films_file: Path) -> None:
    run("config", "set", "regions", "AU")
    run("claim", "Coco 2", "winter 2029")
    run("claim", "Coco 2", "winter 2028", "--region", "US", "--source", "Variety")
    assert 'date = "2029-32"' in films_file.read_text()
    assert 'date = "2028-24"' in films_file.read_text()


def test_channels_are_set_by_their_words_on_the_screen(run: Run, config_file: Path) -> None:
    assert run("config", "set", "channels", "Cinema", "blu-ray").out == "channels: cinemas, disc\n"
    assert config_file.read_text() == 'channels = ["theatrical", "physical"]\n'
    assert value(run, "channels") == ("cinemas, disc", "file")


def test_an_alias_stands_for_a_command_with_its_options_and_takes_more(run: Run) -> None:
    assert run("config", "set", "aliases.soon", "upcoming --all --within 30d").out == (
        "soon: upcoming --all --within 30d\n"
    )
    assert value(run, "aliases") == ("soon = upcoming --all --within 30d", "file")
    whole = run("upcoming", "--all", "--within", "30d", "--as-of", "2026-11-20", "--json")
    assert run("soon", "--as-of", "2026-11-20", "--json").out == whole.out
    assert run("config", "unset", "aliases.soon").out == "aliases.soon: not set\n"
    assert (run("soon").code, value(run, "aliases")) == (2, ("", "default"))


def test_aliases_on_one_line_are_left_as_they_are(run: Run, config_file: Path) -> None:
    config_file.parent.mkdir(parents=True)
    config_file.write_text('aliases = { x = "log" }\n')
    assert run("x").code == 0
    assert (run("config", "set", "aliases.soon", "list").code, config_file.read_text()) == (
        5,
        'aliases = { x = "log" }\n',
    )


def test_an_alias_may_have_letters_of_any_language(run: Run, config_file: Path) -> None:
    assert run("config", "set", "aliases.été", "list --sort title").code == 0
    assert config_file.read_text() == 'aliases."été" = "list --sort title"\n'
    assert run("été").code == 0


@pytest.mark.parametrize(
    ("arguments", "fact"),
    [
        (["set", "aliases.list", "log"], '"list" is a command: an alias cannot replace it'),
        (["set", "aliases.rm", "log"], '"rm" is a command: an alias cannot replace it'),
        (["set", "aliases.re", "remove --yes"], 'the alias "re" cannot stand for remove: that must be typed in full'),
        (["set", "aliases.re", "rm"], 'the alias "re" cannot stand for remove: that must be typed in full'),
        (["set", "aliases.old", "restore 1"], 'the alias "old" cannot stand for restore: that must be typed in full'),
        (
            ["set", "aliases.fr", "film remove"],
            'the alias "fr" cannot stand for film remove: that must be typed in full',
        ),
        (["set", "aliases.x", "up"], 'the alias "x" must begin with the whole name of a command'),
        (["set", "aliases.x", "list 'a"], 'the alias "x" has an unclosed quote: list \'a'),
        (["set", "aliases.x"], '"x" needs a command'),
        (["set", "aliases.-x", "list"], '"-x" cannot be the name of an alias'),
        (["set", "aliases.a b", "list"], '"a b" cannot be the name of an alias'),
        (["set", "aliases", "soon=list"], "set or unset each alias by its own name"),
        (["unset", "aliases"], "set or unset each alias by its own name"),
    ],
)
def test_an_alias_that_may_not_be_is_refused(run: Run, config_file: Path, arguments: list[str], fact: str) -> None:
    ran = run("config", *arguments)
    assert (ran.code, fact in ran.err, config_file.exists()) == (2, True, False)


def test_every_setting_is_in_the_table_of_the_readme() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    for name, setting in SETTINGS.items():
        assert f"| `{name}` | {setting.may_be} | {setting.meaning} |" in readme
