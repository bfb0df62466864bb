"""Markdown: tables of wanted films and lists of the others, with nothing that is read as markup."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.preferences import Lacking
from watchlist.services.transfer.export_request import ExportFile, ExportRequest, PageRow
from watchlist.services.transfer.markdown import write
from watchlist.services.upcoming import Upcoming


class Words:
    """Words of the simplest kind."""

    def page_rows(self, result: Upcoming, /) -> tuple[PageRow, ...]:
        return tuple(self.row(one.film) for one in result.films)

    def row(self, film: Film) -> PageRow:
        is_near = film.id == "near"
        moved = "later" if is_near else ""
        return PageRow(film.title, "", "5 June", "soon", "", "sure|ly", None, None, is_near=is_near, moved=moved)

    def watched_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        return tuple(film.title for entry, film in films if entry.status is Status.WATCHED)

    def noted_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        return tuple(film.title for _, film in films)

    def event_words(self, film: Film, one: ReleaseToday, lacking: Lacking | None, /) -> Mapping[str, str]:
        raise AssertionError((film, one, lacking))


def text_of(*entries: Entry) -> str:
    request = ExportRequest(
        entries, {}, datetime(2026, 11, 20, tzinfo=UTC), date(2026, 11, 20), "20 November 2026", Words()
    )
    result = write(request)
    ((data, suffix),) = result.files
    assert (suffix, result.messages, result.published) == ("", (), None)
    return data.decode()


def test_an_empty_list_has_a_heading_and_a_day() -> None:
    assert text_of() == "# Watchlist\n\nAs of 20 November 2026.\n"


def test_wanted_films_are_rows_and_others_are_lines() -> None:
    seen = Entry("b", "<b>*_#`[x]|\\\x07", status=Status.WATCHED)
    assert text_of(Entry("near", "A|B"), Entry("far", "C"), seen) == (
        "# Watchlist\n\nAs of 20 November 2026.\n"
        "\n## No date known\n\n"
        "| film | date | countdown | where | how sure |\n|---|---|---|---|---|\n"
        "| A\\|B | 5 June | **soon** |  | sure\\|ly; **later** |\n"
        "| C | 5 June | soon |  | sure\\|ly |\n"
        "\n## Watched\n\n"
        "- \\<b\\>\\*\\_\\#\\`\\[x\\]\\|\\\\\n"
    )


def test_it_is_one_file_in_utf_8() -> None:
    request = ExportRequest(
        (Entry("a", "Amélie"),), {}, datetime(2026, 11, 20, tzinfo=UTC), date(2026, 11, 20), "", Words()
    )
    (file,) = write(request).files
    assert isinstance(file, ExportFile)
    assert "Amélie".encode() in file.data
