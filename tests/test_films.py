"""The bundled films: every record loads, and the best stories are told as they happened."""

import re
from datetime import date

import pytest

from bundled import FILMS_FILE, catalogue
from watchlist.domain.release import releases_on

FILMS = catalogue().films
TODAY = date(2026, 11, 20)
Story = list[tuple[str | None, str | None, int | None, str]]


def story(film_id: str, region: str, service: str | None = None) -> Story:
    (release,) = (
        release
        for release in releases_on(FILMS[film_id].claims, TODAY)
        if (release.key.region, release.key.service) == (region, service)
    )
    return [
        (move.before.text if move.before else None, move.after.text if move.after else None, move.days, str(move.kind))
        for move in release.moves
    ]


def test_there_are_enough_films_and_each_has_claims() -> None:
    assert len(FILMS) >= 240
    assert [film.id for film in FILMS.values() if not film.claims] == []


def test_the_file_is_sorted_by_id() -> None:
    text = FILMS_FILE.read_text(encoding="utf-8")
    for table in ("sources", "films"):
        ids = re.findall(rf'^\[\[{table}\]\]\nid = "(.*)"$', text, flags=re.MULTILINE)
        assert ids == sorted(ids)
        assert len(set(ids)) == len(ids)


def test_the_films_named_in_the_articles_are_there() -> None:
    japanese = [film for film in FILMS.values() if film.countries == ("JP",)]
    directed = {film.title for film in japanese if "Takahiro Miki" in film.directors}
    assert {
        *("Drawing Closer", "Your Eyes Tell", "The Door into Summer", "Control Tower", "The Girl in the Sun"),
        *("Hot Road", "Have a Song on Your Lips", "Yell for the Blue Sky", "My Teacher", "Kids on the Slope"),
        *("Tang and Me", "Akira and Akira", "Even If This Love Disappears from the World Tonight"),
    } <= directed


def test_no_television_series_is_a_film() -> None:
    titles = {title.casefold() for film in FILMS.values() for title in film.titles}
    for series in ("Girl Gun Lady", "Blue Moment", "The Gift of Your Heart", "Ossan's Love Returns"):
        assert series.casefold() not in titles


def test_an_error_of_an_article_is_its_word_and_not_the_fact() -> None:
    film = FILMS["drawing-closer-2024"]
    wrong = {
        (dispute.field, reading.value, reading.source.id)
        for dispute in film.disputes
        for reading in dispute.readings
        if reading.wrong
    }
    assert ("screenplay", "Miki Takahiro as co-writer", "daily-research-plot-2024-04-02") in wrong
    assert film.writers == ("Tomoko Yoshida",)
    assert film.cast[0].role == "Akito Hayasaka"
    assert "Akihito Hayasaka" in film.cast[0].role_variants


@pytest.mark.parametrize(
    ("film_id", "region", "service", "told"),
    [
        (
            *("drawing-closer-2024", "WW", "Netflix"),
            [
                (None, "2024-06-27", None, "speculated"),
                ("2024-06-27", "2024-06-27", None, "certainty"),
                ("2024-06-27", "2024-06-27", None, "certainty"),
                ("2024-06-27", "2024-06-27", None, "released"),
            ],
        ),
        (
            *("love-like-the-falling-petals-2022", "WW", "Netflix"),
            [
                (None, "2022-03-24", None, "announced"),
                ("2022-03-24", "2022-03-24", None, "certainty"),
                ("2022-03-24", "2022-03-24", None, "released"),
            ],
        ),
        (
            *("varanasi-2027", "IN", None),
            [
                (None, "2027-01-13/2027-01-16", None, "announced"),
                ("2027-01-13/2027-01-16", "2027-04-07", 81, "slip"),
            ],
        ),
        (
            *("toxic-a-fairy-tale-for-grown-ups-2026", "IN", None),
            [
                (None, "2025-04-10", None, "announced"),
                ("2025-04-10", "XXXX", None, "undated"),
                ("XXXX", "2026-03-19", None, "announced"),
                ("2026-03-19", "2026-06-04", 77, "slip"),
                ("2026-06-04", "XXXX", None, "undated"),
            ],
        ),
        (
            *("the-angry-birds-movie-3-2026", "US", None),
            [(None, "2027-01-29", None, "announced"), ("2027-01-29", "2026-12-23", -37, "moved-up")],
        ),
        (
            *("gatto-2027", "US", None),
            [(None, "2027-06-18", None, "announced"), ("2027-06-18", "2027-03-05", -105, "moved-up")],
        ),
        (
            *("spider-man-beyond-the-spider-verse-2027", "US", None),
            [
                (None, "2024-03-29", None, "announced"),
                ("2024-03-29", "XXXX", None, "undated"),
                ("XXXX", "2027-06-04", None, "announced"),
                ("2027-06-04", "2027-06-25", 21, "slip"),
            ],
        ),
        ("blade", "US", None, [(None, "2023-11-03", None, "announced"), ("2023-11-03", "2025", 789, "slip")]),
        (
            *("incredibles-3-2028", "US", None),
            [(None, "XXXX", None, "undated"), ("XXXX", "2028-06-16", None, "announced")],
        ),
        ("coco-2", "US", None, [(None, "2029", None, "announced"), ("2029", "XXXX", None, "undated")]),
        (
            *("donkey-2028", "US", None),
            [
                (None, "2028", None, "announced"),
                ("2028", "2028-22", None, "precision"),
                ("2028-22", "2028-06-30", None, "precision"),
            ],
        ),
        ("the-adventures-of-cliff-booth-2026", "WW", "IMAX", [(None, "2026-11-25", None, "announced")]),
        ("the-adventures-of-cliff-booth-2026", "WW", "Netflix", [(None, "2026-12-23", None, "announced")]),
        ("narnia-the-magicians-nephew-2026", "WW", "IMAX", [(None, "2026-11-26", None, "announced")]),
        ("narnia-the-magicians-nephew-2026", "WW", "Netflix", [(None, "2026-12-25", None, "announced")]),
        ("ramayana-part-1-2026", "IN", None, [(None, "2026-11-06/2026-11-10", None, "announced")]),
        (
            *("the-exorcist-2027", "US", None),
            [(None, "2026-03-13", None, "announced"), ("2026-03-13", "2027-03-12", 364, "slip")],
        ),
        ("the-exorcist-2027", "DE", None, [(None, "2027-03-11", None, "speculated")]),
        (
            *("shrek-5-2027", "US", None),
            [
                (None, "2026-07-01", None, "announced"),
                ("2026-07-01", "2026-12-23", 175, "slip"),
                ("2026-12-23", "2027-06-30", 189, "slip"),
            ],
        ),
    ],
)
def test_a_story_is_told_as_it_happened(film_id: str, region: str, service: str | None, told: Story) -> None:
    assert story(film_id, region, service) == told


def test_three_days_in_four_outlets_are_a_conflict() -> None:
    (release,) = releases_on(FILMS["incredibles-3-2028"].claims, TODAY)
    assert release.agreement == "conflict"
    assert {claim.date and claim.date.text for claim in release.conflicting} == {"2028-06-18", "2028-06-19"}
