from datetime import date

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.film import Film
from watchlist.services.preferences import Lacking, ReleaseFilter
from watchlist.services.upcoming import Upcoming, upcoming

TODAY = date(2026, 11, 20)
SAID = "2026-01-01"


def film(name: str, *claims: object) -> Film:
    return Film(name, name.title(), claims=claims)  # type: ignore[arg-type]


DAY = film("day", claim("2026-12-25", reported=SAID))
MONTH = film("month", claim("2026-12", reported=SAID))
YEAR = film("year", claim("2026", reported=SAID))
TBA = film("tba", claim("XXXX", reported=SAID))
OUT = film("out", claim("2026-10-01", reported=SAID))
LATE = film("late", claim("2026-22", reported=SAID))
OFF = film("off", claim(None, "cancelled", reported=SAID))
FESTIVAL = film("festival", claim("2026-12-01", reported=SAID, channel=Channel.PREMIERE))
TWO = film(
    "two",
    claim("2026-12-23", reported=SAID, region="WW", channel=Channel.DIGITAL, service="Netflix"),
    claim("2026-11-25", reported=SAID, region="WW"),
)
UNKNOWN = film("unknown")
ALL = {one.id: one for one in (DAY, MONTH, YEAR, TBA, OUT, LATE, OFF, FESTIVAL, TWO, UNKNOWN)}
LIST = [Entry(key, key) for key in ALL]


def ids(result: Upcoming) -> list[str]:
    return [one.film.id for one in result.films]


def look(*, entries: list[Entry] = LIST, release_filter: ReleaseFilter = ReleaseFilter(), **rest: object) -> Upcoming:  # noqa: B008
    return upcoming(ALL, entries, today=TODAY, release_filter=release_filter, **rest)  # type: ignore[arg-type]


def test_the_soonest_comes_first_then_overdue_undated_and_cancelled_films() -> None:
    assert ids(look()) == ["two", "day", "month", "year", "late", "tba", "festival", "unknown", "off"]


def test_a_festival_is_no_release_unless_it_is_asked_for() -> None:
    festival = next(one for one in look().films if one.film is FESTIVAL)
    assert festival.shown is None
    assert ids(look(release_filter=ReleaseFilter(channels=(Channel.PREMIERE,)))) == ["festival"]


def test_the_window_keeps_what_can_fall_in_it() -> None:
    assert ids(look(until=date(2026, 12, 10))) == ["two", "month", "year"]


def test_a_film_that_is_not_wanted_any_more_is_left_out() -> None:
    entries = [Entry("day", "day", status=Status.WATCHED), Entry("month", "month")]
    assert ids(look(entries=entries)) == ["month"]


def test_the_whole_catalogue_needs_no_list_and_no_claims() -> None:
    assert ids(look(entries=[], all_films=True)) == ["two", "day", "month", "year", "late", "tba", "off"]


def test_the_wish_of_an_entry_decides_which_release_counts() -> None:
    entry = Entry("two", "two", want=Want(service="netflix"))
    (two,) = look(entries=[entry]).films
    assert two.shown is not None
    assert two.shown.release.key.service == "Netflix"


def test_a_worldwide_release_happens_in_each_region() -> None:
    assert ids(look(entries=[], all_films=True, release_filter=ReleaseFilter(regions=("JP",)))) == ["two"]


def test_a_film_of_the_list_without_a_date_in_the_region_asked_for_is_shown_with_another_date() -> None:
    found = look(release_filter=ReleaseFilter(regions=("JP",)))
    assert [(one.film.id, one.lacking is not None) for one in found.films] == [
        ("two", False),
        ("day", True),
        ("month", True),
        ("year", True),
        ("late", True),
        ("out", True),
    ]
    assert {one.lacking for one in found.films[1:]} == {Lacking(regions=("JP",))}


def test_a_filter_by_channel_leaves_out_every_film_without_such_a_release() -> None:
    assert ids(look(release_filter=ReleaseFilter(channels=(Channel.DIGITAL,)))) == ["two"]
    assert ids(look(release_filter=ReleaseFilter(("JP",), (Channel.DIGITAL,)))) == ["two"]


def test_what_else_is_to_come_is_there_too() -> None:
    first = look().films[0]
    assert [other.release.key.service for other in first.others] == ["Netflix"]


def test_nothing_known_yet_is_no_release() -> None:
    early = upcoming(ALL, LIST, today=date(2025, 1, 1), release_filter=ReleaseFilter())
    assert {one.shown for one in early.films} == {None}
    assert upcoming(ALL, [], today=date(2025, 1, 1), release_filter=ReleaseFilter(), all_films=True).films == ()
