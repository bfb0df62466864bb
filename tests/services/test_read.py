"""What an article claims, beside what is known: its film, and what keeping it would change."""

from datetime import date

import pytest

from articles import TODAY, found
from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.change import Change, UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.titles import FilmName
from watchlist.services.read import (
    ClaimOffer,
    ClaimQuestion,
    Effect,
    channel_of,
    keep,
    known_titles,
    offer,
    offers,
    source_of,
    unkept,
)
from whole_shelf import WholeShelf

REEL = ArticleSource("The Daily Reel", "What’s next", "Ann Cole", TODAY, "https://reel.example/next")
SAID = found("Copper Sky", "2026-06-12", said="June 12", region="US", channel=Channel.THEATRICAL)
SKY = Film("copper-sky", "Copper Sky", also_known_as=(AlsoKnownAs("Kupferhimmel"),), year=2026)
OLD = Film("copper-sky-1976", "Copper Sky", year=1976)


def shelf(*films: Film) -> WholeShelf:
    return WholeShelf(Catalogue({film.id: film for film in films}))


def of_ids(one: ArticleClaim, *ids: str) -> ArticleClaim:
    return one._replace(film=FilmName("Copper Sky", ids))


def test_titles_are_looked_up_in_every_form_that_films_have() -> None:
    known = known_titles(shelf(SKY, OLD))
    assert known({"copper sky", "kupferhimmel", "tin moon"}) == {
        "copper sky": (("copper-sky", "Copper Sky"), ("copper-sky-1976", "Copper Sky")),
        "kupferhimmel": (("copper-sky", "Copper Sky"),),
    }


@pytest.mark.parametrize(
    ("article", "source"),
    [
        (
            REEL,
            Source(
                "the-daily-reel-2026-05-05",
                "The Daily Reel",
                "What’s next",
                "Ann Cole",
                "https://reel.example/next",
                Edtf.of(TODAY),
            ),
        ),
        (
            ArticleSource(url="https://reel.example/x"),
            Source("reel-example-article", "reel.example", url="https://reel.example/x"),
        ),
        (ArticleSource("Reel", "What’s next"), Source("reel-whats-next", "Reel", "What’s next")),
        (ArticleSource(title="What’s next"), UNSOURCED),
    ],
)
def test_the_source_of_claims_is_the_publisher_or_the_site(article: ArticleSource, source: Source) -> None:
    assert source_of(article) == source


@pytest.mark.parametrize(
    ("one", "channel"),
    [
        (found("A", "2027"), None),
        (found("A", "2027", service="Netflix"), Channel.DIGITAL),
        (found("A", "2027", channel=Channel.TV, service="BBC One"), Channel.TV),
    ],
)
def test_a_service_alone_is_streaming(one: ArticleClaim, channel: Channel | None) -> None:
    assert channel_of(one) is channel


def test_an_offer_is_the_claim_that_a_film_would_get() -> None:
    assert offer(REEL, SAID, None, "Copper Sky", TODAY) == ClaimOffer(
        SAID,
        None,
        "Copper Sky",
        Claim(
            "US",
            Channel.THEATRICAL,
            None,
            Edtf.parse("2026-06-12"),
            Certainty.ANNOUNCED,
            source_of(REEL),
            TODAY,
            Edtf.of(TODAY),
            "June 12",
        ),
        Effect.NEW,
    )
    on_netflix = found("Copper Sky", "2026-06-12", service="Netflix")
    made = offer(REEL, on_netflix, None, "Copper Sky", TODAY).claim
    assert (made.region, made.channel, made.service) == ("WW", Channel.DIGITAL, "Netflix")


@pytest.mark.parametrize(
    ("known", "one", "effect", "days", "others"),
    [
        ((), SAID, Effect.NEW, 0, 0),
        ((claim("2026-06-12", region="FR"),), SAID, Effect.NEW, 0, 0),
        ((claim("2026-06-12", reported="2026-01-05"),), SAID, Effect.SAME, 0, 0),
        ((claim("2026-06-01", reported="2026-01-05"),), SAID, Effect.MOVES, 11, 0),
        ((claim("2026-07-01", reported="2026-01-05"),), SAID, Effect.MOVES, -19, 0),
        ((claim("2026-07-01", reported="2026-06-05"),), SAID, Effect.CONTRADICTS, 0, 1),
        ((claim("2026-06-12", reported="2026-01-05"),), SAID._replace(date=Edtf.parse("2026")), Effect.SAME, 0, 0),
        ((claim("XXXX", reported="2026-01-05"),), SAID, Effect.NEW, 0, 0),
        ((claim("2026-06-12", reported="2026-05-05")._replace(source=source_of(REEL)),), SAID, Effect.KNOWN, 0, 0),
    ],
)
def test_what_keeping_a_claim_would_do(
    known: tuple[Claim, ...], one: ArticleClaim, effect: Effect, days: int, others: int
) -> None:
    today = date(2026, 6, 10)
    made = offer(REEL, one, SKY._replace(claims=known), "Copper Sky", today)
    assert (made.effect, made.days, made.others) == (effect, days, others)


def test_what_is_not_clear_is_asked() -> None:
    nobody, which, many = SAID._replace(film=None), SAID._replace(why="which day"), of_ids(SAID, "copper-sky", "a", "b")
    films = shelf(SKY, *(SKY._replace(id=key) for key in ("a", "b")))
    assert offers(REEL, [nobody, which, many], films, TODAY) == (
        (),
        (
            ClaimQuestion(nobody, "which film"),
            ClaimQuestion(which, "which day"),
            ClaimQuestion(many, "which film", ("copper-sky", "a", "b")),
        ),
    )


@pytest.mark.parametrize(
    ("one", "film"),
    [
        (SAID, "copper-sky"),
        (SAID._replace(date=Edtf.parse("1977-06-12")), "copper-sky-1976"),
        (SAID._replace(date=Edtf.parse("2029-06-12")), None),
        (SAID._replace(date=Edtf.parse("2001"), channel=Channel.PHYSICAL), "copper-sky-1976"),
        (SAID._replace(date=Edtf.parse("2001"), sentence="It returns to cinemas."), "copper-sky-1976"),
        (SAID._replace(date=Edtf.parse("1970"), channel=Channel.PHYSICAL), None),
    ],
)
def test_of_films_with_one_title_that_of_a_near_year_is_meant(one: ArticleClaim, film: str | None) -> None:
    made, asked = offers(REEL, [of_ids(one, "copper-sky", "copper-sky-1976")], shelf(SKY, OLD), TODAY)
    assert [each.film and each.film.id for each in made] == ([film] if film else [])
    assert len(asked) == (film is None)


def test_what_was_kept_before_is_not_kept_again() -> None:
    new = offer(REEL, SAID, None, "Copper Sky", TODAY)
    assert unkept([new, new._replace(effect=Effect.KNOWN)]) == [new]


def test_one_change_keeps_the_claims_of_each_film_and_makes_films_that_nobody_knows() -> None:
    first, second = claim("2026-06-12"), claim("2026-07-03", region="JP")
    known = ClaimOffer(SAID, SKY, "Copper Sky", first, Effect.NEW)
    new = ClaimOffer(SAID, None, "Tin Moon", first, Effect.NEW)
    taken = [known, new, known._replace(claim=second), new, new._replace(title="Tin moon!", claim=second)]
    other = ClaimOffer(SAID, None, "TIN-MOON 2", first, Effect.NEW)
    assert keep([*taken, other], shelf(SKY, Film("tin-moon", "Tin Moon"))) == Change(
        user_films=(
            UserFilm("copper-sky", claims=(first, second)),
            UserFilm("tin-moon-no2", "Tin Moon", claims=(first, second)),
            UserFilm("tin-moon-2", "TIN-MOON 2", claims=(first,)),
        )
    )
