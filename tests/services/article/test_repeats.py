"""What an article says more than once becomes one claim, with all that is said about it."""

from articles import found
from watchlist.domain.claim import Certainty, Channel
from watchlist.services.article.page import Block, Kind, Page
from watchlist.services.article.repeats import finest, on_only_service, without_repeats
from watchlist.services.article.titles import FilmName

SKY, JUNE = "Copper Sky", "2026-06-12"
PLAIN = found(SKY, JUNE)
IN_JAPAN = found(SKY, JUNE, region="JP")
IN_CINEMAS = found(SKY, JUNE, channel=Channel.THEATRICAL)


def page(*texts: str) -> Page:
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in texts)
    return Page(blocks, blocks, {})


def test_what_is_said_twice_is_kept_once_with_all_that_is_said() -> None:
    both = found(SKY, JUNE, region="JP", channel=Channel.THEATRICAL)
    assert without_repeats([PLAIN, IN_JAPAN, IN_CINEMAS]) == [both]
    assert without_repeats([found(SKY, JUNE, "confirmed"), both]) == [both._replace(certainty=Certainty.CONFIRMED)]
    assert without_repeats([found(SKY, JUNE, "released"), found(SKY, JUNE, "confirmed")]) == [
        found(SKY, JUNE, "released")
    ]


def test_what_differs_is_kept_apart() -> None:
    apart = [
        IN_JAPAN,
        found(SKY, JUNE, region="FR"),
        found(SKY, "2026-07-03"),
        found("Tin Moon", JUNE),
        found(SKY, JUNE, region="JP", channel=Channel.PHYSICAL, why="which day"),
    ]
    assert without_repeats(apart) == apart


def test_no_date_is_left_out_beside_a_date_to_come() -> None:
    none = found(SKY, "XXXX")
    assert without_repeats([none, PLAIN]) == [PLAIN]
    on_disc = found(SKY, "XXXX", channel=Channel.PHYSICAL)
    elsewhere = found(SKY, "XXXX", region="FR")
    over = found(SKY, "2025", "released")
    assert without_repeats([PLAIN, on_disc]) == [PLAIN, on_disc]
    assert without_repeats([PLAIN, elsewhere]) == [PLAIN, elsewhere]
    assert without_repeats([over, none]) == [over, none]


def test_a_film_that_is_cancelled_did_not_come_out_in_a_year() -> None:
    gone, year = found(SKY, None, "cancelled"), found(SKY, "2024", "released")
    day = found(SKY, "2024-05-05", "released")
    assert without_repeats([gone, year, day, found("Tin Moon", "2024", "released")]) == [
        gone,
        day,
        found("Tin Moon", "2024", "released"),
    ]


def test_an_article_that_knows_one_service_and_no_cinema_speaks_of_that() -> None:
    main, other = FilmName(SKY), found("Tin Moon", JUNE)
    over = found(SKY, "2025", "released")
    netflix = PLAIN._replace(channel=Channel.DIGITAL, service="Netflix")
    twice = page("It is on Netflix.", "Netflix it is.")
    assert on_only_service([PLAIN, other, over, IN_CINEMAS], twice, main) == [netflix, other, over, IN_CINEMAS]
    assert on_only_service([PLAIN], twice, main) == [netflix]
    assert on_only_service([PLAIN], page("It is on Netflix."), main) == [PLAIN]
    assert on_only_service([PLAIN], page("On Netflix, Netflix, or Hulu."), main) == [PLAIN]
    assert on_only_service([PLAIN], page("On Netflix, Netflix, and in cinemas."), main) == [PLAIN]


def test_a_finer_date_of_the_same_release_stands_for_a_vaguer_one() -> None:
    month, weekend = found(SKY, "2026-06"), found(SKY, "2026-06-12/2026-06-14")
    apart = [found("Tin Moon", "2026-06"), found(SKY, "2026-06", region="JP"), found(SKY, "2026-07")]
    assert finest([month, weekend, PLAIN, PLAIN, found(SKY, "XXXX"), *apart]) == [PLAIN, PLAIN, *apart]
