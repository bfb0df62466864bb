"""The bundled films: every record loads, and the best stories are told as they happened."""

import re
from datetime import date

import pytest

from bundled import FILMS_FILE, catalogue
from watchlist.domain.claim import Certainty, Channel
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
    assert len(FILMS) >= 330
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
                ("2027-06-25", "2027-06-18", -7, "moved-up"),
            ],
        ),
        (
            *("blade", "US", None),
            [
                (None, "2023-11-03", None, "announced"),
                ("2023-11-03", "2024-09-06", 308, "slip"),
                ("2024-09-06", "2025-02-14", 161, "slip"),
                ("2025-02-14", "2025-11-07", 266, "slip"),
                ("2025-11-07", "XXXX", None, "undated"),
            ],
        ),
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
            [
                (None, "2026-03-13", None, "announced"),
                ("2026-03-13", "XXXX", None, "undated"),
                ("XXXX", "2027-03-12", None, "announced"),
            ],
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
        (
            *("the-legend-of-zelda-2027", "WW", None),
            [
                (None, "2027-03-26", None, "announced"),
                ("2027-03-26", "2027-05-07", 42, "slip"),
                ("2027-05-07", "2027-04-30", -7, "moved-up"),
            ],
        ),
        (
            *("the-nightingale-2027", "US", None),
            [
                (None, "2020-12-25", None, "announced"),
                ("2020-12-25", "XXXX", None, "undated"),
                ("XXXX", "2027-02-12", None, "announced"),
                ("2027-02-12", "2027-02-12", None, "certainty"),
                ("2027-02-12", "XXXX", None, "undated"),
            ],
        ),
        (
            *("a-quiet-place-part-iii", "US", None),
            [
                (None, "2025", None, "announced"),
                ("2025", "2027-07-09", 555, "slip"),
                ("2027-07-09", "2027-07-30", 21, "slip"),
            ],
        ),
        (
            *("jailer-2-2026", "IN", None),
            [(None, "2026-06-12", None, "announced"), ("2026-06-12", "2026-10-15", 125, "slip")],
        ),
        (
            *("minions-monsters-2026", "US", None),
            [(None, "2027-06-30", None, "announced"), ("2027-06-30", "2026-07-01", -364, "moved-up")],
        ),
        (
            *("street-fighter-2026", "US", None),
            [
                (None, "2026-03-20", None, "announced"),
                ("2026-03-20", "XXXX", None, "undated"),
                ("XXXX", "2026-10-16", None, "announced"),
                ("2026-10-16", "2026-10-16", None, "certainty"),
            ],
        ),
        (
            *("the-legend-of-aang-the-last-airbender-2026", "US", None),
            [(None, "2026-10-09", None, "announced"), ("2026-10-09", None, None, "cancelled")],
        ),
    ],
)
def test_a_story_is_told_as_it_happened(film_id: str, region: str, service: str | None, told: Story) -> None:
    assert story(film_id, region, service) == told


@pytest.mark.parametrize(
    ("film_id", "region", "shown"),
    [
        ("a-minecraft-movie-2-2027", "US", "2027-07-23"),
        ("a-quiet-place-part-iii", "US", "2027-07-30"),
        ("blade", "US", "XXXX"),
        ("bluey-the-movie-2027", "AU", "2027-08-05"),
        ("bluey-the-movie-2027", "WW", "2027-08-06"),
        ("demon-slayer-kimetsu-no-yaiba-infinity-castle-part-2-2027", "JP", "2027/.."),
        ("fast-forever-2028", "US", "2028-03-17"),
        ("frozen-iii-2027", "US", "2027-11-24"),
        ("godzilla-minus-zero-2026", "CA", "2026-11-06"),
        ("godzilla-minus-zero-2026", "JP", "2026-11-03"),
        ("godzilla-x-kong-supernova-2027", "US", "2027-03-26"),
        ("hexed-2026", "US", "2026-11-25"),
        ("hope-2026", "KR", "2026-07-15"),
        ("john-rambo-2027", "US", "2027-06-04"),
        ("king-2026", "IN", "2026-12-24"),
        ("maatrubhumi-may-war-rest-in-peace-2027", "IN", "2027"),
        ("man-of-tomorrow-2027", "US", "2027-07-09"),
        ("puella-magi-madoka-magica-walpurgisnacht-rising-2026", "JP", "2026-08-28"),
        ("remain-2027", "US", "2027-02-05"),
        ("spaceballs-the-new-one-2027", "US", "2027-04-23"),
        ("spider-man-beyond-the-spider-verse-2027", "US", "2027-06-18"),
        ("the-bride-2026", "US", "2026-03-06"),
        ("the-haunting-of-hotel-transylvania-2027", "US", "2027-10-08"),
        ("the-legend-of-zelda-2027", "WW", "2027-04-30"),
        ("the-nightingale-2027", "US", "XXXX"),
        ("the-simpsons-movie-2-2027", "US", "2027-09-03/2027-09-06"),
    ],
)
def test_the_newest_firm_word_gives_the_date(film_id: str, region: str, shown: str) -> None:
    dates = {
        release.key.region: release.resolution.date and release.resolution.date.text
        for release in releases_on(FILMS[film_id].claims, TODAY)
        if release.key.channel is Channel.THEATRICAL
    }
    assert dates[region] == shown


@pytest.mark.parametrize(
    ("film_id", "channel"),
    [
        ("toy-story-5-2026", Channel.THEATRICAL),
        ("supergirl-2026", Channel.THEATRICAL),
        ("obsession-2026", Channel.THEATRICAL),
        ("the-odyssey-2026", Channel.THEATRICAL),
        ("project-hail-mary-2026", Channel.THEATRICAL),
        ("disclosure-day-2026", Channel.THEATRICAL),
        ("weapons-2025", Channel.THEATRICAL),
    ],
)
def test_a_word_that_it_is_out_needs_no_day(film_id: str, channel: Channel) -> None:
    (release,) = (one for one in releases_on(FILMS[film_id].claims, TODAY) if one.key.channel is channel)
    assert release.certainty is Certainty.RELEASED


def test_errors_are_kept_with_their_reasons() -> None:
    wrong = {(film.id, claim.source.id) for film in FILMS.values() for claim in film.claims if claim.error}
    assert wrong == {
        ("avengers-doomsday-2026", "risetothrivenow-com-2022-07-24"),
        ("highlander", "engadget-2026-04-16"),
        ("incredibles-3-2028", "bleeding-cool-2026-03"),
        ("incredibles-3-2028", "murphys-multiverse-2026-03"),
        ("lilo-stitch-2-2028", "bleeding-cool-2026-03"),
        ("spaceballs-the-new-one-2027", "engadget-2026-04-16"),
        ("the-beatles-george-2028", "the-illuminerdi-2025-04-01"),
        ("the-beatles-john-2028", "the-illuminerdi-2025-04-01"),
        ("the-beatles-paul-2028", "the-illuminerdi-2025-04-01"),
        ("the-beatles-ringo-2028", "the-illuminerdi-2025-04-01"),
        ("the-dragon-braves-2012", "ready-steady-cut-2024-05-13"),
    }


def test_every_claim_was_made_before_it_was_read() -> None:
    late = [
        (film.id, claim.source.id) for film in FILMS.values() for claim in film.claims if claim.known_from > claim.seen
    ]
    assert late == []


def test_a_synopsis_of_a_film_to_come_is_one_sentence() -> None:
    to_come = {
        film.id: film.synopsis
        for film in FILMS.values()
        if any(claim.span is None or claim.span.latest is None or claim.span.latest > TODAY for claim in film.claims)
        if film.synopsis and not any(claim.certainty is Certainty.RELEASED for claim in film.claims)
    }
    assert len(to_come) >= 90
    for film_id, synopsis in to_come.items():
        sentence = re.sub(r"\b(Mrs|Dr|[A-Z])\.", r"\1", synopsis)
        assert (sentence[-1], sentence.count(". "), len(sentence) <= 160) == (".", 0, True), film_id


def test_people_are_credited_as_they_are_known() -> None:
    assert FILMS["singin-in-the-rain-1952"].directors == ("Gene Kelly", "Stanley Donen")
    assert FILMS["amadeus-1984"].directors == FILMS["one-flew-over-the-cuckoos-nest-1975"].directors
    assert FILMS["the-matrix-revolutions-2003"].directors == FILMS["the-matrix-1999"].directors
    assert FILMS["according-to-our-butler-2019"].directors == ("Shinji Kuma",)
    assert "Nene Otsuka" in {role.name for role in FILMS["dr-cotos-clinic-2022"].cast}


def test_a_film_that_opened_in_few_cinemas_is_limited() -> None:
    limited = {
        film.id
        for film in FILMS.values()
        for claim in film.claims
        if claim.channel is Channel.LIMITED and not claim.service
    }
    assert {"the-lion-king-1994", "slumdog-millionaire-2008", "rocky-1976", "die-hard-1988"} <= limited
    assert limited & {"jaws-1975", "titanic-1997", "the-dark-knight-2008", "avatar-2009"} == set()


def test_sources_are_named_as_a_reader_names_them() -> None:
    sources = {claim.source for film in FILMS.values() for claim in film.claims}
    zelda = next(source for source in sources if source.id == "nintendo-life-the-legend-of-zelda")
    assert (zelda.publisher, zelda.title) == (
        "Nintendo Life",
        "The Live-Action Zelda Movie Has A New Worldwide Release Date",
    )
    assert [
        source.id for source in sources if re.search(r"stored list|\brow \d", f"{source.publisher} {source.note}")
    ] == []
    assert len({source.url for source in sources if source.url}) == len([source for source in sources if source.url])
