from pathlib import Path

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.storage.toml.read import outline, read_document

FILE = Path("list.toml")

TEXT = '''# a list
schema = 1
note = """
[[films]]   # not a table: inside text
"""

[[films]]
id = "a" # the first
tags = [
    "x", # a comment
    "]",
]
"quoted key" = 'v'

[films.want]
region = "JP"

[[films.claims]]
date = "2027"

[[films.claims]]
date = "2028"

[[films]]
id = "b"
dotted.key = 1
'''


def test_the_outline_knows_where_each_value_stands() -> None:
    places = [(statement.line, statement.at) for statement in outline(TEXT)]
    assert places == [
        (2, ("schema",)),
        (3, ("note",)),
        (7, ("films", 0)),
        (8, ("films", 0, "id")),
        (9, ("films", 0, "tags")),
        (13, ("films", 0, "quoted key")),
        (15, ("films", 0, "want")),
        (16, ("films", 0, "want", "region")),
        (18, ("films", 0, "claims", 0)),
        (19, ("films", 0, "claims", 0, "date")),
        (21, ("films", 0, "claims", 1)),
        (22, ("films", 0, "claims", 1, "date")),
        (24, ("films", 1)),
        (25, ("films", 1, "id")),
        (26, ("films", 1, "dotted", "key")),
    ]


def test_the_outline_gives_each_value_by_its_offsets() -> None:
    values = {statement.at: TEXT[statement.value : statement.end] for statement in outline(TEXT)}
    assert values["films", 0, "id"] == '"a"'
    assert values["films", 0, "tags"] == '[\n    "x", # a comment\n    "]",\n]'
    assert values["films", 1] == "[[films]]"


def test_a_place_inside_a_value_has_the_line_of_the_value() -> None:
    assert read_document(FILE, TEXT.encode()).place(("films", 0, "tags", 1)) == (9, 8)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\nb = great\n", 'list.toml:2:5: invalid value: "b = great"'),
        (b"a = 1\n[b]\na = 1\na = 2\n", 'list.toml:4:1: this is defined twice: "a = 2"'),
        (b'a = "\xff"\n', "list.toml:1:6: byte 0xff is not UTF-8"),
        ("a = 1".encode("utf-16"), "list.toml:1:1: byte 0xff is not UTF-8"),
        (b"a = 1\n<<<<<<< HEAD\n", 'list.toml:2:1: an unfinished merge: "<<<<<<< HEAD"'),
        (b"a = [", "list.toml:1:1: "),
        (b".".join([b"a"] * 100_000) + b" = 1", "list.toml:1:1: a key of more than 100 parts"),
        (b"a = " + b"[" * 100_000, "list.toml:1:1: nested more than 100 levels deep"),
        (b"a = 0x" + b"f" * 5000, "list.toml:1:1: a number of more than 4000 digits"),
        (b"a = " + b"9" * 4301, "list.toml:1:1: a number of more than 4000 digits"),
        (b"a" * (33 * 1024 * 1024), "list.toml: larger than 32 MiB"),
        (b"a = 1\x00", "list.toml:1:6: "),
        (b"['\x00']", "list.toml:1:3: "),
    ],
)
def test_what_is_no_toml_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        read_document(FILE, data)
    assert raised.value.fact.startswith(message)
    assert len(raised.value.lines) <= 3


def test_a_byte_order_mark_is_accepted_and_kept() -> None:
    document = read_document(FILE, b"\xef\xbb\xbfschema = 1\r\n")
    assert (document.tables, document.text) == ({"schema": 1}, "\ufeffschema = 1\r\n")
