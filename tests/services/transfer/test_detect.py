"""Each format in its variants, as small files of our own that have the traps of the real ones."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, timedelta, timezone

import pytest

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import ExternalId
from watchlist.domain.incoming import Incoming
from watchlist.services.transfer.detect import Arrived, read_all
from watchlist.services.transfer.row import ImportedRow, Parsed


def arrive(name: str, content: str | bytes | Sequence[object], archive: str | None = None) -> Arrived:
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    data = content.encode() if isinstance(content, str) else content
    return read_all([Incoming(name, data, archive)], UTC)


def read(name: str, content: str | bytes | Sequence[object]) -> Parsed:
    (parsed,) = arrive(name, content).parsed
    return parsed


def ids(**ids: str) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(site, key) for site, key in ids.items())


WATCHLIST = "Date,Name,Year,Letterboxd URI\r\n2025-02-08,Heat 2,,https://boxd.it/DErS\r\n"
DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    '2024-07-02,Drawing Closer,2024,https://boxd.it/4P7hnr,4.5,Yes,"netflix, tears",2024-07-01\n'
)


def test_letterboxd_takes_unreleased_films_without_a_year() -> None:
    assert read("watchlist.csv", WATCHLIST).rows == (
        ImportedRow(2, "Heat 2", ids=ids(letterboxd="DErS"), added=date(2025, 2, 8), file="watchlist.csv"),
    )


@pytest.mark.parametrize(
    ("name", "watched", "tags"),
    [
        ("watchlist.csv", False, ()),
        ("watchlist (2).csv", False, ()),
        ("watched.csv", True, ()),
        ("watched (1).csv", True, ()),
        ("likes/films.csv", True, ("liked",)),
    ],
)
def test_the_name_of_a_letterboxd_file_says_what_its_header_does_not(
    name: str,
    watched: bool,
    tags: tuple[str, ...],
) -> None:
    (row,) = read(name, WATCHLIST).rows
    assert (row.watched, row.tags) == (watched, tags)


def test_a_diary_names_the_entry_and_not_the_film() -> None:
    (row,) = read("diary.csv", DIARY).rows
    assert row == ImportedRow(
        *(2, "Drawing Closer", 2024),
        watched=True,
        rating=9,
        viewings=(date(2024, 7, 1),),
        tags=("netflix", "tears"),
        file="diary.csv",
    )


def test_a_review_reaches_over_lines() -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
        '2024-07-02,A,2024,https://boxd.it/x,,,"One ""line""\n\nand <b>another</b>",,2024-07-01\n'
        "2024-07-03,B,2024,https://boxd.it/y,5,,Good,,2024-07-02\n"
    )
    rows = read("reviews.csv", text).rows
    assert [(row.line, row.title, row.note) for row in rows] == [
        (2, "A", 'One "line"\n\nand <b>another</b>'),
        (5, "B", "Good"),
    ]


def test_a_letterboxd_list_is_two_tables_and_its_name_a_tag() -> None:
    text = (
        "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-01,Best of 2024,,https://boxd.it/l,\n\n"
        "Position,Name,Year,URL,Description\n1,Drawing Closer,2024,https://boxd.it/abcd,\n"
    )
    assert read("lists/best.csv", text).rows == (
        ImportedRow(
            6, "Drawing Closer", 2024, ids=ids(letterboxd="abcd"), tags=("Best of 2024",), file="lists/best.csv"
        ),
    )


def test_deleted_and_orphaned_rows_are_no_viewings() -> None:
    for name in ("deleted/diary.csv", "orphaned/diary.csv"):
        (parsed,) = arrive(name, DIARY, archive="letterboxd-me.zip").parsed
        assert (parsed.rows, parsed.left_out) == ((), 1)


def test_what_letterboxd_imports_is_read_too() -> None:
    text = (
        "LetterboxdURI,tmdbID,imdbID,Title,Year,Rating10,WatchedDate\n"
        ",348,tt0078748,Alien,1979,9,1980-01-01\n,,,Heat 2,,,\n"
    )
    assert read("films.csv", text).rows == (
        ImportedRow(
            *(2, "Alien", 1979),
            ids=ids(imdb="tt0078748", tmdb="348"),
            watched=True,
            rating=9,
            viewings=(date(1980, 1, 1),),
            file="films.csv",
        ),
        ImportedRow(3, "Heat 2", file="films.csv"),
    )


IMDB_2017 = (
    '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating",'
    '"Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"\n'
    '"1","tt0078748","Fri Nov  7 09:07:24 2014","","","Alien","Feature Film","Ridley Scott","9","8.5","117","1979",'
    '"horror, sci_fi","1","1979-05","http://www.imdb.com/title/tt0078748/"\n'
    '"2","tt0944947","Fri Nov  7 09:07:24 2014","","","Throne","TV Series","","","","","2011","","","2011-04-17",""\n'
)
IMDB_2020 = (
    "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,"
    "Release Date,Directors\n"
    '1,tt1,2020-01-02,2020-01-02,,"180° South",https://www.imdb.com/title/tt1234567/,movie,7.5,85,2010,Documentary,1,'
    "2010-01-01,X\n"
    "2,tt7654321,2020-01-02,2020-01-02,,Creed IV,https://www.imdb.com/title/tt7654321/,movie,,,,,,,\n"
    "3,tt7654322,2020-01-02,2020-01-02,,The Mosquito Bowl,https://x/,movie,,,2026,,,2026,\n"
    "4,tt7654323,2020-01-02,2020-01-02,,An Episode,https://x/,tvEpisode,,,2020,,,2020-01-01,\n"
)
IMDB_2024 = (
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,"
    "Release Date,Directors\n"
    'tt0078748,9,2024-07-01,"Alien","Alien","https://www.imdb.com/title/tt0078748",Film,8.5,117,1979,"x",1,1979-05-25,"Y"\n'
    "tt2,8,2024-07-01,Serie,Serie,https://x/,Fernsehserie,8,1,2020,x,1,2020-01-01,Y\n"
)
IMDB_LIST = (
    "Position,Added,Title,URL,Type,Year,Country,My Rating\n"
    "1,2024-01-02,Alien,https://www.imdb.com/title/tt0078748/?ref_=x,Movie,1979–1980,US,\n"
)


def test_imdb_before_2017_has_partial_dates_and_dates_as_c_prints_them() -> None:
    parsed = read("WATCHLIST.csv", IMDB_2017)
    assert parsed.no_films == 1
    assert parsed.rows == (
        ImportedRow(
            *(2, "Alien", 1979),
            ids=ids(imdb="tt0078748"),
            watched=True,
            rating=9,
            added=date(2014, 11, 7),
            release=Edtf.parse("1979-05"),
            file="WATCHLIST.csv",
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_imdb_of_2020_comes_in_two_encodings(encoding: str) -> None:
    parsed = read("watchlist.csv", IMDB_2020.encode(encoding))
    assert parsed.no_films == 1
    assert [(row.title, row.year, row.release and row.release.text) for row in parsed.rows] == [
        ("180° South", 2010, "2010"),
        ("Creed IV", None, None),
        ("The Mosquito Bowl", 2026, "2026"),
    ]
    assert parsed.rows[0].ids == ids(imdb="tt1234567")


def test_imdb_of_2024_writes_types_in_the_language_of_the_account() -> None:
    parsed = read("ratings.csv", IMDB_2024)
    assert (parsed.no_films, len(parsed.rows)) == (1, 1)
    assert (parsed.rows[0].rating, parsed.rows[0].viewings) == (9, (date(2024, 7, 1),))


def test_an_imdb_list_without_ids_has_them_in_the_addresses() -> None:
    (row,) = read("list.csv", IMDB_LIST).rows
    assert (row.ids, row.year, row.added) == (ids(imdb="tt0078748"), 1979, date(2024, 1, 2))


def test_a_spreadsheet_writes_semicolons_other_dates_and_empty_rows() -> None:
    text = (
        "Position;Const;Created;Title;URL;Title Type;Year;Release Date;;\r\n"
        "1;tt0078748;7/31/2026;Alien;https://x/;movie;1979;7/8/1979;;\r\n"
        ";;;;;;;;;\r\n;;;;;;;;;\r\n"
    )
    (row,) = read("book1.csv", text).rows
    assert (row.added, row.release) == (date(2026, 7, 31), Edtf.parse("1979-07-08"))
    text = text.replace("7/31/2026", "31-07-26").replace("7/8/1979", "8-7-79")
    (row,) = read("book1.csv", text).rows
    assert row.added == date(2026, 7, 31)


MOVIE = {
    "title": "Another Simple Favor",
    "year": 2025,
    "ids": {"trakt": 1, "slug": "x", "imdb": "tt9999999", "tmdb": 5},
}


@pytest.mark.parametrize(
    ("name", "item", "expected"),
    [
        (
            "lists-watchlist-1.json",
            {"rank": 1, "id": 1, "listed_at": "2024-07-09T00:20:02.000Z", "notes": None, "type": "movie"},
            {"added": date(2024, 7, 8)},
        ),
        (
            "watched-history-3.json",
            {"id": 1, "watched_at": "2024-07-09T12:00:00.000Z", "action": "watch", "type": "movie"},
            {"watched": True, "viewings": (date(2024, 7, 9),)},
        ),
        ("ratings-movies.json", {"rated_at": "2024-07-09T12:00:00.000Z", "rating": 9}, {"watched": True, "rating": 9}),
        (
            "watched-movies.json",
            {"plays": 2, "last_watched_at": "2024-07-09T12:00:00Z", "last_updated_at": "2024-07-09T12:00:00Z"},
            {"watched": True, "viewings": (date(2024, 7, 9),)},
        ),
        (
            "lists-list-123-rainy-days.json",
            {"listed_at": "2024-07-09T12:00:00.000Z"},
            {"added": date(2024, 7, 9), "tags": ("rainy-days",)},
        ),
    ],
)
def test_trakt_moments_become_days_where_the_user_is(
    name: str, item: Mapping[str, object], expected: Mapping[str, object]
) -> None:
    data = json.dumps([{**item, "movie": MOVIE}, {**item, "show": {"title": "S"}}]).encode()
    (parsed,) = read_all([Incoming(name, data)], timezone(timedelta(hours=-5))).parsed
    assert parsed.no_films == 1
    assert parsed.rows == (
        ImportedRow(
            line=1,
            title="Another Simple Favor",
            year=2025,
            ids=ids(imdb="tt9999999", tmdb="5", trakt="1"),
            file=name,
            **expected,  # type: ignore[arg-type]
        ),
    )


def test_a_trakt_film_without_a_year_comes_in() -> None:
    (row,) = read(
        "lists-watchlist.json", [{"listed_at": "2024-01-01T00:00:00Z", "movie": {**MOVIE, "year": None}}]
    ).rows
    assert row.year is None


def test_tmdb_and_simkl() -> None:
    header = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
    parsed = read(
        "tmdb.csv",
        header + "396535,tt5700672,movie,부산행,2016-07-20T00:00:00Z,,,7.7,9,2024-07-01T10:00:00Z\n1,,tv,S,,,,,,\n",
    )
    assert (parsed.no_films, parsed.rows) == (
        1,
        (
            ImportedRow(
                *(2, "부산행", 2016),
                ids=ids(tmdb="396535", imdb="tt5700672"),
                watched=True,
                rating=9,
                viewings=(date(2024, 7, 1),),
                release=Edtf.parse("2016-07-20"),
                file="tmdb.csv",
            ),
        ),
    )
    header = "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB\n"
    parsed = read(
        "SimklBackup.csv",
        header
        + "1,Alien,movie,1979,completed,,18-12-2023 21:50:41,9,Great,,348,tt0078748\n"
        + "2,Heat 2,movie,,plantowatch,,,,,,,\n3,Bad,movie,2020,dropped,,,,,,,\n4,S,tv,2020,watching,,,,,,,\n",
    )
    assert parsed.no_films == 1
    assert [(row.title, row.watched, row.dropped, row.viewings) for row in parsed.rows] == [
        ("Alien", True, False, (date(2023, 12, 18),)),
        ("Heat 2", False, False, ()),
        ("Bad", False, True, ()),
    ]


def test_bad_rows_are_told_with_their_numbers_and_the_good_ones_are_there() -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating\n"
        "2024-01-01,Good,2024,https://boxd.it/a,4\n"
        "2024-01-01,Too many,2024,https://boxd.it/b,4,and,more\n"
        "2024-01-01,,2024,https://boxd.it/c,4\n"
        "2024-01-01,Rated,2024,https://boxd.it/d,11\n"
        "2024-01-01,Nul\x00,2024,https://boxd.it/e,4\n"
    )
    parsed = read("ratings.csv", text)
    assert [row.title for row in parsed.rows] == ["Good"]
    assert [(bad.line, bad.words) for bad in parsed.bad] == [
        (3, "has 7 fields, the header has 5"),
        (6, "holds a NUL"),
        (4, "has no title"),
        (5, '"11" is not a rating of 1 to 5'),
    ]


def test_a_quote_that_never_ends_is_one_bad_row() -> None:
    parsed = read("watchlist.csv", WATCHLIST + '2025-02-08,"Heat 3,,\n2025-02-08,Heat 4,,\n')
    assert ([row.title for row in parsed.rows], len(parsed.bad)) == (["Heat 2"], 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("a,b,c\n1,2,3\n", "is no list that we know"),
        ("3", "is no list that we know"),
        ('{"a": 1}', "is no list that we know"),
        ("[" * 100_000, "is nested too deeply"),
        ('[{"listed_at": NaN}]', "NaN is no number that JSON knows"),
        ('["\\ud800"]', "holds half a character"),
        ("[1,", "line 1, column 4: "),
        ("[" + "9" * 5000 + "]", "Exceeds the limit"),
    ],
)
def test_what_is_no_list_is_refused(content: str, words: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        arrive("x.json", content)
    assert words in raised.value.fact
