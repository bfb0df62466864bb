from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import why
from watchlist.services.why import explain

FILM = Film("film", "Film", claims=(claim("2027", reported="2026-01-01"), claim("2028", reported="2026-06-01")))


def test_every_claim_has_its_verdict_and_the_day_from_which_it_was_known() -> None:
    assert list(why.as_lines(explain(FILM, today=date(2026, 3, 1)))) == [
        "release\tcinemas, US\t2027, announced",
        "claim\tgives the date\t2027\t\tannounced\tVariety\t1 January 2026\t\tknown from 2026-01-01",
        "claim\tnot known yet on this day\t2028\t\tannounced\tVariety\t1 June 2026\t\tknown from 2026-06-01",
    ]


def test_a_day_before_all_claims_is_explained_too() -> None:
    early = explain(FILM, today=date(2025, 1, 1))
    assert next(iter(why.as_lines(early))) == "release\tcinemas, US\tnothing was known on 1 January 2025"
    assert "No release is known yet." in draw(why, explain(Film("new", "New"), today=date(2025, 1, 1)), 80)
