import copy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.errors import InvalidFile
from watchlist.storage.toml.edit import (
    Append,
    AppendNested,
    Edit,
    Remove,
    RemoveNested,
    SetKeys,
    apply,
    write_value,
)
from watchlist.storage.toml.read import Document, read_document

TEXT = """# my list

schema = 1

# the best one
[[films]]
id = "a"   # never change this
rating=8 # high
odd = { x = 1 }

[[films]]
id = "b"

[films.want]
region = "JP"

# to be sorted
[[films]]
id = "c"
"""


def document(text: str = TEXT) -> Document:
    return read_document(Path("list.toml"), text.encode())


def edited(*edits: Edit, text: str = TEXT) -> str:
    result = apply(document(text), edits)
    assert result.touched is not None
    return result.text


def test_a_new_value_stands_where_the_old_one_stood() -> None:
    assert edited(SetKeys("films", 0, {"rating": 9})) == TEXT.replace("rating=8 # high", "rating=9 # high")


def test_a_new_key_comes_behind_the_last_one_of_its_own_table() -> None:
    assert edited(SetKeys("films", 1, {"tags": ["x", "y"]})) == TEXT.replace(
        'id = "b"\n', 'id = "b"\ntags = ["x", "y"]\n'
    )


def test_a_key_that_goes_takes_its_line_with_it() -> None:
    assert edited(SetKeys("films", 0, {"odd": None, "absent": None})) == TEXT.replace("odd = { x = 1 }\n", "")


def test_a_table_that_goes_leaves_the_comment_above_it() -> None:
    assert edited(Remove("films", 0)) == TEXT.replace(
        'id = "a"   # never change this\nrating=8 # high\nodd = { x = 1 }\n\n[[films]]\n', ""
    )


def test_the_last_table_goes_without_a_trace() -> None:
    assert edited(Remove("films", 2)) == TEXT.removesuffix('[[films]]\nid = "c"\n')


def test_a_new_table_comes_last_after_a_blank_line() -> None:
    assert edited(Append("films", {"id": "d"})) == f'{TEXT}\n[[films]]\nid = "d"\n'


def test_a_nested_table_comes_at_the_end_of_its_outer_one() -> None:
    assert edited(AppendNested("films", 1, "claims", {"date": "2027"})) == TEXT.replace(
        'region = "JP"\n\n', 'region = "JP"\n\n[[films.claims]]\ndate = "2027"\n\n'
    )


def test_a_header_in_quotes_is_changed_in_place_too() -> None:
    text = '[["films"]]\nid = "a" # one\n\n[["films"]]\nid = "b" # two\n'
    assert edited(SetKeys("films", 1, {"id": "c"}), text=text) == text.replace('"b"', '"c"')


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    after = edited(SetKeys("films", 0, {"note": "n"}), Append("films", {"id": "d"}), text=windows)
    assert after.startswith("\ufeff# my list\r\n")
    assert "\n" not in after.replace("\r\n", "")


def test_a_file_without_a_last_newline_gets_one_before_what_is_added() -> None:
    assert edited(Append("films", {"id": "d"}), text='schema = 1\n[[films]]\nid = "a"').endswith(
        'id = "a"\n\n[[films]]\nid = "d"\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        'films = [{ id = "a" }, { id = "b" }]\n',
        'films = [\n    { id = "a" }, # one\n]\n',
    ],
)
def test_what_cannot_be_proved_is_written_anew_and_says_so(text: str) -> None:
    after = apply(document(text), [SetKeys("films", 0, {"want": {"region": "US"}, "id": "z"})])
    assert after.touched is None
    assert tomllib.loads(after.text)["films"][0] == {"id": "z", "want": {"region": "US"}}


VALUES = st.recursive(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
        st.integers(-(2**40), 2**40),
        st.booleans(),
        st.dates(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc-_ é\"'.", max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(VALUES)
def test_a_value_on_one_line_reads_back_as_itself(value: Any) -> None:
    written = write_value(value)
    assert "\n" not in written
    assert tomllib.loads(f"k = {written}") == {"k": value}


KEYS = st.sampled_from(["id", "rating", "odd", "note", "new key"])


@given(st.dictionaries(st.integers(0, 2), st.dictionaries(KEYS, st.one_of(st.none(), VALUES), max_size=3)))
def test_any_keys_can_be_set_and_the_comments_stay(changes: dict[int, dict[str, Any]]) -> None:
    after = apply(document(), [SetKeys("films", number, values) for number, values in changes.items()])
    assert after.touched is not None
    assert all(comment in after.text for comment in ("# my list", "# the best one", "# to be sorted"))


LAYOUT = st.lists(
    st.sampled_from(
        [
            *(
                "[[films]]\n",
                '[[films]]\nid = "a"\n',
                '[[films]] # c\nid = "b"\n',
                "\n",
                "# c\n",
                "mine = 1\n",
                "rating=7\n",
            ),
            *(
                'note = """\n[[films]]\nx\n"""\n',
                "lit = '''\n[[films]]\n'''\n",
                'tags = [\n "x",\n]\n',
                "arr = [\n[[1]],\n]\n",
            ),
            *(
                '[films.want]\nregion = "JP"\n',
                '[[films.claims]]\ndate = "1"\n',
                "[other]\nx = 1\n",
                "[[more]]\ny = 1\n",
            ),
            *(
                '[["films"]]\nid = "q"\n',
                '[[ films ]]\nid = "s"\n',
                '  [[films]]\nid = "i"\n',
                "films = []\n",
                "a.b = 2\n",
            ),
            *("in = { a = 1 } # t\n", "[films.deep.er]\nz = 1\n", "films2 = []\n", "schema = 1\n", "\ufeff"),
        ]
    ),
    max_size=10,
).map("".join)
EDITS: dict[str, Callable[[int], list[Edit]]] = {
    "set": lambda number: [SetKeys("films", number, {"rating": 9, "new": "x"})],
    "unset": lambda number: [SetKeys("films", number, {"rating": None, "id": None})],
    "append": lambda _: [Append("films", {"id": "new"}), Append("films", {"id": "newer"})],
    "remove": lambda number: [Remove("films", number)],
    "nest": lambda number: [AppendNested("films", number, "claims", {"date": "2"})],
    "unnest": lambda number: [RemoveNested("films", number, "claims", 0)],
}


@given(LAYOUT, st.integers(0, 5), st.sampled_from(sorted(EDITS)), st.booleans())
@settings(max_examples=600)
def test_any_valid_layout_is_changed_as_meant_and_its_other_lines_stay(
    text: str, number: int, name: str, windows: bool
) -> None:
    text = text.replace("\n", "\r\n") if windows else text
    try:
        before = document(text)
    except InvalidFile:
        return
    films = before.tables.get("films", [])
    if not isinstance(films, list) or (not films and name != "append"):
        return
    edits = EDITS[name](number % max(1, len(films)))
    meant = copy.deepcopy(dict(before.tables))
    try:
        for edit in edits:
            edit.on_tables(meant, number % max(1, len(films)))
    except KeyError:
        return
    after = apply(before, edits)
    assert tomllib.loads(after.text.removeprefix("\ufeff")) == meant
    if after.touched is not None and name in ("set", "append", "nest"):
        new = iter(after.text.replace("\ufeff", "").splitlines())
        for line in text.replace("\ufeff", "").splitlines():
            assert line.startswith("rating") or line in new


WANTS = {
    "inline": 'want = { region = "US", mine = 1 } # wish',
    "dotted": 'want.region = "US" # wish\nwant.mine = 1',
}


@pytest.mark.parametrize("written", WANTS)
def test_a_table_inside_is_changed_in_place_however_it_is_written(written: str) -> None:
    text = f'[[films]]\nid = "a"\n{WANTS[written]}\n# end\nnote = "n"\n'
    after = edited(SetKeys("films", 0, {"want": {"region": None, "channel": "digital"}}), text=text)
    assert (
        after
        == {
            "inline": '[[films]]\nid = "a"\nwant = { mine = 1, channel = "digital" } # wish\n# end\nnote = "n"\n',
            "dotted": '[[films]]\nid = "a"\nwant.mine = 1\nwant.channel = "digital"\n# end\nnote = "n"\n',
        }[written]
    )


def test_a_table_with_a_header_of_its_own_is_changed_in_place_and_goes_with_its_last_key() -> None:
    text = '[[films]]\nid = "a"\n\n# what for\n[films.want]\nregion = "US" # here\n\n[[films]]\nid = "b"\n'
    changed = edited(SetKeys("films", 0, {"want": {"region": "GB", "channel": "tv"}}), text=text)
    assert changed == text.replace('"US" # here\n', '"GB" # here\nchannel = "tv"\n')
    gone = edited(SetKeys("films", 0, {"want": {"region": None}}), text=text)
    assert gone == text.replace('[films.want]\nregion = "US" # here\n', "")


def test_a_list_of_tables_in_lines_can_be_replaced_and_so_can_one_that_is_written_as_tables() -> None:
    diary = {"diary": [{"rating": 9}, {"rating": 8}]}
    written = edited(Append("films", {"id": "d", **diary}, in_lines=True))
    assert written.endswith('id = "d"\ndiary = [{ rating = 9 }, { rating = 8 }]\n')
    text = '[[films]]\nid = "a" # mine\n\n[[films.diary]]\nrating = 7\n\n[[films.diary]]\nrating = 6\n'
    assert edited(SetKeys("films", 0, diary), text=text) == (
        '[[films]]\nid = "a" # mine\ndiary = [{ rating = 9 }, { rating = 8 }]\n\n'
    )
