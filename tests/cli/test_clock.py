"""The clock tells the user's local time."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from watchlist.cli.clock import local_time


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "XXX-14")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_east")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
def test_the_time_is_that_of_the_users_zone() -> None:
    before, now, after = datetime.now(UTC), local_time(), datetime.now(UTC)
    assert before <= now <= after
    assert now.utcoffset() == timedelta(hours=14)
