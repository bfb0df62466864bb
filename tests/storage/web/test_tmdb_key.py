"""The key for TMDB is the user's alone: no other user may read it, and no message has it in it."""

from pathlib import Path

import pytest

from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.storage.web.tmdb_key import parse_tmdb_key, read_tmdb_key, write_tmdb_key

KEYS = ("0123456789abcdef0123456789abcdef", "eyJhbGciOi.eyJhdWQiOi_x.Rk-9")
"""One of version 3, and the form of a read token."""


def test_a_key_is_saved_for_this_user_alone_and_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "new" / "tmdb-key"
    assert read_tmdb_key(path) == ""
    for key in KEYS:
        write_tmdb_key(path, key)
        assert (read_tmdb_key(path), path.read_text()) == (key, f"{key}\n")
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
    for _ in ("there", "not there any more"):
        write_tmdb_key(path, None)
        assert (path.exists(), read_tmdb_key(path)) == (False, "")


def test_a_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "tmdb-key"
    path.write_text(KEYS[0])
    for mode in (0o640, 0o604, 0o620):
        path.chmod(mode)
        with pytest.raises(InvalidFile) as raised:
            read_tmdb_key(path)
        assert raised.value.lines == (
            *(f"{path} can be read by others", "The key in it was not used.", f"Type: chmod 600 {path}"),
        )


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tmdb-key"
    path.write_text(KEYS[0])
    path.chmod(0o644)
    monkeypatch.setenv("WATCHLIST_TMDB_KEY", KEYS[1])
    assert read_tmdb_key(path) == KEYS[1]


BAD = ("two words", "clé", "a?b", "http://x", "x" * 2001, "...", "\x00abc")


def test_what_is_no_key_is_refused_and_not_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tmdb-key"
    path.touch(0o600)
    assert parse_tmdb_key(f" {KEYS[0]}\n") == KEYS[0]
    for text in BAD:
        with pytest.raises(BadValue, match=r"^that is not a TMDB key: keys have letters and digits only$"):
            parse_tmdb_key(text)
        path.write_text(text)
        with pytest.raises(InvalidFile) as raised:
            read_tmdb_key(path)
        assert raised.value.lines == (f"{path} has no valid TMDB key", "Type: watchlist config set tmdb-key")
    path.write_bytes(b"\xff")
    with pytest.raises(InvalidFile, match="has no valid TMDB key"):
        read_tmdb_key(path)
    monkeypatch.setenv("WATCHLIST_TMDB_KEY", "two words")
    with pytest.raises(InvalidFile, match=r"^WATCHLIST_TMDB_KEY has no valid TMDB key$"):
        read_tmdb_key(path)
