"""What sites answered is recorded without keys, and played again in the order of the file."""

import json
from pathlib import Path

import pytest

from watchlist.domain.errors import DiskFailed, InvalidFile
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Response
from watchlist.storage.web.recording import Replay, Trace

A, B = "https://x.example/a?key=s3cret", "https://x.example/b"


def test_each_exchange_is_a_line_without_keys_and_with_the_headers_that_matter(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text("of an earlier run\n")
    trace = Trace(file, "s3cret")
    headers = {"content-type": "application/json", "set-cookie": "x", "retry-after": "5", "date": "today"}
    trace.note(A, Response(200, headers, b'{"key": "s3cret"} \xff'))
    trace.note_fault(B, Fault("broke off s3cret"))
    assert [json.loads(line) for line in file.read_text().splitlines()] == [
        {
            "url": "https://x.example/a?key=***",
            "status": 200,
            "headers": {"content-type": "application/json", "date": "today", "retry-after": "5"},
            "body": '{"key": "***"} \udcff',
        },
        {"url": B, "fault": "broke off ***"},
    ]


def test_it_is_for_this_user_alone_and_one_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    Trace(tmp_path / "said.jsonl")
    assert (tmp_path / "said.jsonl").stat().st_mode & 0o777 == 0o600
    with pytest.raises(DiskFailed, match=r"^cannot write .*: it is a directory"):
        Trace(tmp_path)


def test_what_was_recorded_is_played_once_each_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    trace = Trace(file)
    first, second = Response(200, {"date": "today"}, b"one \xff"), Response(503, {}, b"")
    trace.note(A, first)
    trace.note(B, second)
    trace.note_fault(A, Fault("broke off"))
    trace.note(A, second)
    replay = Replay(file)
    assert [replay.has_answers_of(address) for address in ("https://x.example/", "https://y.example/")] == [True, False]
    assert (replay.get(A, {}), replay.get(B, {"any": "header"})) == (first, second)
    with pytest.raises(Fault, match=r"^broke off$"):
        replay.get(A, {})
    assert replay.get(A, {}) == second
    for address in (A, "https://y.example/"):
        with pytest.raises(Fault) as raised:
            replay.get(address, {})
        assert raised.value.cause == f"the recording has no answer for {address}"


LINES = (
    *("nonsense", "[]", '{"url": 1}', '{"url": "x", "status": "200", "headers": {}}', "[" * 100_000),
    *('{"url": "x", "status": 200, "headers": []}', '{"url": "x", "status": 200, "headers": {}}', "3"),
)


def test_a_line_that_is_no_recording_is_named(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    for line in LINES:
        file.write_text('{"url": "x", "fault": "y"}\n' + line)
        with pytest.raises(InvalidFile) as raised:
            Replay(file)
        assert raised.value.lines == (f"{file}:2: this line was not written by --trace", "Nothing was changed.")


def test_a_recording_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="there is no such file"):
        Replay(tmp_path / "said.jsonl")
