"""A file has another checksum after a change, whatever it is; the bytes and the file that holds them have one."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from watchlist.storage.checksum import checksum, file_checksum

TEXT = b'schema = 1\n\n[[films]]\nid = "alien-1979"\nrating = 8\n' * 40


def test_a_checksum_is_sixteen_letters_and_the_same_on_every_machine() -> None:
    assert checksum(b"") == "0000000000000001"
    assert checksum(b"watchlist") == "340388d3130b03d4"


@given(st.integers(0, len(TEXT) - 5), st.binary(min_size=0, max_size=4))
def test_a_few_bytes_that_change_change_it(place: int, new: bytes) -> None:
    changed = TEXT[:place] + new + TEXT[place + 4 :]
    assert (checksum(changed) == checksum(TEXT)) == (changed == TEXT)


def test_two_entries_that_change_places_change_it() -> None:
    one, other = (f'[[films]]\nid = "{name}"\n\n'.encode() for name in ("alien", "brazil"))
    assert checksum(one + other) != checksum(other + one)


def test_a_file_has_the_checksum_of_its_bytes_however_long_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    for data in (b"", TEXT, TEXT * 100):
        path.write_bytes(data)
        assert file_checksum(path) == checksum(data)
