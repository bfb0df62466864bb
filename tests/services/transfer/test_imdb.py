"""IMDb: four generations of its CSV, as small files that have the traps of the real ones."""

from datetime import date

import pytest

from exports import ids, read
from watchlist.domain.dates import Edtf
from watchlist.services.transfer.imdb import is_series
from watchlist.services.transfer.row import ImportedRow

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
    assert parsed.other_items == 1
    assert parsed.rows == (
        ImportedRow(
            line=2,
            title="Alien",
            year=1979,
            ids=ids(imdb="tt0078748"),
            watched=True,
            again=True,
            rating=9,
            added=date(2014, 11, 7),
            release=Edtf.parse("1979-05"),
            file="WATCHLIST.csv",
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_imdb_of_2020_comes_in_two_encodings(encoding: str) -> None:
    parsed = read("watchlist.csv", IMDB_2020.encode(encoding))
    assert parsed.other_items == 1
    assert [(row.title, row.year, row.release and row.release.text) for row in parsed.rows] == [
        ("180° South", 2010, "2010"),
        ("Creed IV", None, None),
        ("The Mosquito Bowl", 2026, "2026"),
    ]
    assert parsed.rows[0].ids == ids(imdb="tt1234567")


def test_imdb_of_2024_writes_types_in_the_language_of_the_account() -> None:
    parsed = read("ratings.csv", IMDB_2024)
    assert (parsed.other_items, len(parsed.rows)) == (1, 1)
    (row,) = parsed.rows
    assert (row.watched, row.rating, row.rated, row.viewings) == (True, 9, date(2024, 7, 1), ())


@pytest.mark.parametrize(
    "title_type",
    [
        *("TV Series", "TV Mini Series", "TV Episode", "Podcast Series", "Video Game", "tvEpisode"),
        *("Fernsehserie", "Fernseh-Miniserie", "Fernsehfolge", "Videospiel", "Podcast-Folge"),
        *("Série télévisée", "Mini-série télévisée", "Épisode télévisé", "Jeu vidéo", "Épisode de balado"),
        *("Serie TV", "Miniserie TV", "Episodio TV", "Videogioco"),
        *("Serie de televisión", "Miniserie de TV", "Episodio de TV", "Videojuego"),
        *("Série de TV", "Minissérie de televisão", "Episódio de podcast", "Jogo eletrônico"),
        *("टीवी सीरीज़", "टीवी मिनी सीरीज़", "टीवी एपिसोड", "वीडियो गेम"),
    ],
)
def test_a_series_is_none_in_any_language_of_imdb(title_type: str) -> None:
    assert is_series(title_type)


@pytest.mark.parametrize(
    "title_type",
    [
        *("Movie", "TV Movie", "Short", "TV Special", "Film", "Fernsehfilm", "Kurzfilm", "Téléfilm", "Court métrage"),
        *("Película", "Cortometraje", "Filme para televisão", "Curta-metragem", "फ़िल्म", "टीवी मूवी", "Feature Film", ""),
    ],
)
def test_a_film_is_one_in_any_language_of_imdb(title_type: str) -> None:
    assert not is_series(title_type)


def test_a_list_of_imdb_is_known_by_its_number_and_its_films_are_kept() -> None:
    parsed = read("ls012345678.csv", IMDB_LIST)
    assert parsed.remark == "read as a list, by its name"
    assert [(row.kept, row.tags) for row in parsed.rows] == [(True, ("ls012345678",))]


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


def test_one_date_tells_the_order_of_day_and_month_for_its_whole_column() -> None:
    text = "Const,Created,Title,Title Type\ntt0000001,1/2/2026,A,movie\ntt0000002,13/2/2026,B,movie\n"
    assert [row.added for row in read("list.csv", text).rows] == [date(2026, 2, 1), date(2026, 2, 13)]
