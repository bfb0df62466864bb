"""Tables are found by their id in a plain text as a parser of all TOML finds them, or the text is not plain."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.storage.toml.edit import Piece, pieces
from watchlist.storage.toml.find import find_tables, is_plain

TEXT = """schema = 1

[[films]]
id = "a"
note = "not b"

[[films.claims]]
id = "b"

# b comes now
[[films]]
id = "b"

[[sources]]
id = "b"
"""


def test_every_table_that_may_have_the_id_is_given_once_with_all_up_to_the_next() -> None:
    first, second = TEXT.index("[[films]]"), TEXT.index('[[films]]\nid = "b"')
    assert list(find_tables(TEXT, "films", "b")) == [
        Piece("films", 0, first, second),
        Piece("films", 1, second, len(TEXT)),
    ]
    assert list(find_tables(TEXT, "films", "nobody")) == []
    assert list(find_tables("# a\n", "films", "a")) == []
    assert list(find_tables('[[films]]\nid = "a"\n', "films", "a")) == [Piece("films", 0, 0, 19)]
    assert [one.number for one in find_tables('[[films]]\n\n[[films]]\nid = "a"\n', "films", "a")] == [1]


ODD = {
    'a string over lines: note = """\n[[films]]\n"""': False,
    "another one: note = '''\n'''": False,
    '[[ films ]]\nid = "b"': False,
    '[["films"]]\nid = "b"': False,
    '  [[films]]\nid = "b"': False,
    "note = '[[films]]'": False,
    '"id" = "b"': False,
    "'id' = \"b\"": False,
    'id = "\\u0062"': False,
    'note = "\\u0062 and \\"id\\""': True,
    'want = { "id" = 1 }': True,
    "[[films.claims]]\n[[sources]]\nx = [[1]]": True,
    "[[filmstars]]": False,
}


def test_a_text_in_which_an_id_or_a_header_can_hide_is_not_plain() -> None:
    for line, plain in ODD.items():
        _, _, text = line.rpartition(": ") if ": note" in line else ("", "", line)
        assert (line, is_plain(f'[[films]]\nid = "a"\n{text}\n', "films")) == (line, plain)
    assert [is_plain(text, "films") for text in ("", "schema = 1\n", "\ufeff[[films]]\n")] == [False, False, True]


LINES = st.sampled_from(
    [
        *('[[films]]\nid = "a"', '[[films]]\nid = "ab"', '[[films]]\nnote = "a"\nid = "b"', "[[films]]"),
        *('[[films.claims]]\ndate = "a"', '[[sources]]\nid = "a"', "# a [[films", 'title = "a"', "[other]\nx = 1", ""),
        *(
            'note = """\n[[films]]\n"""',
            '  [[films]]\nid = "a"',
            '[["films"]]\nid = "a"',
            '"id" = "a"',
            'x = "[[films]]"',
        ),
    ]
)


@given(st.lists(LINES, max_size=6), st.sampled_from(["a", "ab", "b"]))
@settings(max_examples=200)
def test_in_any_plain_text_just_the_tables_with_the_id_are_among_those_found(lines: list[str], wanted: str) -> None:
    text = "".join(f"{line}\n" for line in lines)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    if not is_plain(text, "films"):
        return
    found = list(find_tables(text, "films", wanted))
    assert found == [one for one in pieces(text, ["films"]) if one in found]
    having = [number for number, film in enumerate(tables["films"]) if film.get("id") == wanted]
    assert {*having} <= {one.number for one in found}
    for one in found:
        assert tomllib.loads(text[one.start : one.stop])["films"][0] == tables["films"][one.number]
