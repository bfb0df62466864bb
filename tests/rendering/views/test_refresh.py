"""What came of a refresh: what moved, or that nothing did, and which films and sites had no answer."""

from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import refresh
from watchlist.services.live.news import Answer, AskedFilm, Refreshed, SiteState
from watchlist.services.moved import movements

TODAY = date(2026, 11, 20)
FILM = Film(
    "dune",
    "Dune",
    year=2027,
    claims=(claim("2027-01-01", reported="2026-01-01"), claim("2027-01-11", reported="2026-02-01", by="Deadline")),
)
NEWS = movements((FILM,), today=TODAY).moved
WIKIDATA, TMDB = SiteState("Wikidata", 3), SiteState("TMDB", 1, "is busy")
EMPTY = Refreshed((), (), (), 0, TODAY)


def test_a_change_is_told_with_what_was_before_and_who_says_so() -> None:
    moved = EMPTY._replace(news=NEWS)
    assert [line.split("\t") for line in refresh.as_lines(moved)] == [
        [
            "Dune (2027)",
            "slipped to 11 January 2027 (+10 days), was 1 January 2027",
            "cinemas, US",
            "Deadline, 1 February 2026",
            "dune",
        ]
    ]
    drawn = draw(refresh, moved, 140, colour=True)
    assert "\x1b[33mslipped to 11 January 2027 (+10 days), was 1 January 2027" in drawn


def test_json_has_how_asking_about_each_film_and_site_ended() -> None:
    asked = (AskedFilm(FILM, Answer.CHANGED), AskedFilm(Film("up", "Up"), Answer.LEFT, "later"))
    assert refresh.as_json(Refreshed(NEWS, asked, (WIKIDATA, TMDB), 0, TODAY)) == {
        "news": [
            {
                "id": "dune",
                "title": "Dune",
                "original_title": None,
                "year": 2027,
                "region": "US",
                "channel": "theatrical",
                "service": None,
                "reported": "2026-02-01",
                "from": "2027-01-01",
                "to": "2027-01-11",
                "days": 10,
                "kind": "slip",
                "source": "deadline",
            }
        ],
        "films": [{"id": "dune", "answer": "changed", "note": None}, {"id": "up", "answer": "left", "note": "later"}],
        "sites": [{"site": "Wikidata", "calls": 3, "fault": None}, {"site": "TMDB", "calls": 1, "fault": "is busy"}],
        "left": 1,
    }


def test_no_news_is_said_with_how_many_films_were_asked_about() -> None:
    asked = (AskedFilm(FILM, Answer.SAME), AskedFilm(FILM, Answer.CHANGED), AskedFilm(FILM, Answer.NOT_ANSWERED))
    refreshes = (EMPTY, EMPTY._replace(fresh=2), EMPTY._replace(asked=asked), EMPTY._replace(asked=asked[2:]))
    assert [refresh.nothing_words(one) for one in refreshes] == [
        "Nothing to ask about.",
        "Nothing new: the sites were asked less than an hour ago.",
        "Nothing new about 2 films.",
        "Nothing new.",
    ]
    assert draw(refresh, EMPTY, 80) == "Nothing to ask about.\n"


def test_what_had_no_answer_is_named_with_what_to_type() -> None:
    asked = (
        AskedFilm(FILM, Answer.SAME),
        AskedFilm(FILM, Answer.NOT_FOUND),
        AskedFilm(FILM, Answer.SEVERAL, "Q1 or Q2"),
        AskedFilm(FILM, Answer.GONE, "the item is gone"),
        AskedFilm(FILM, Answer.NOT_ANSWERED),
        AskedFilm(FILM, Answer.LEFT),
    )
    assert list(refresh.message_lines(Refreshed((), asked, (WIKIDATA, TMDB), 0, TODAY, unread=2))) == [
        "Dune (2027): not found. Type: watchlist lookup dune",
        "Dune (2027): it is unclear which film this is (Q1 or Q2). Type: watchlist lookup dune",
        "Dune (2027): the item is gone; your data is unchanged.",
        "Dune (2027): no answer; your data is unchanged.",
        "TMDB: is busy",
        "1 of 2 sites answered.",
        "2 articles left: run the command again.",
        "1 film left: run the command again.",
    ]


def test_sites_are_counted_only_where_some_failed() -> None:
    assert list(refresh.message_lines(EMPTY._replace(sites=(WIKIDATA, WIKIDATA)))) == []
    assert list(refresh.message_lines(EMPTY._replace(sites=(TMDB,)))) == ["TMDB: is busy"]
