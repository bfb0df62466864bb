from datetime import date

from claims import claim
from watchlist.domain.film import Film
from watchlist.services.why import Verdict, explain


def test_each_claim_gets_its_verdict_and_those_not_known_yet_come_last() -> None:
    film = Film(
        "film",
        "Film",
        claims=(
            claim("2025", "announced", "2024-01-01", by="A"),
            claim("2026-06-19", "announced", "2024-06-01", by="B"),
            claim("2026", "confirmed", "2024-07-01", by="C"),
            claim("2026-06-19", "speculated", "2024-05-01", by="D"),
            claim("2028", "rumoured", "2024-08-01", by="E"),
            claim(None, "announced", "2024-08-02", by="F"),
            claim("2027", "announced", "2025-01-01", by="G"),
        ),
    )
    (release,) = explain(film, today=date(2024, 12, 31)).releases
    assert [(judged.claim.source.publisher, judged.verdict) for judged in release.judged] == [
        ("F", Verdict.STATE),
        ("E", Verdict.DIFFERS),
        ("C", Verdict.COARSER),
        ("B", Verdict.GIVES),
        ("D", Verdict.SAME),
        ("A", Verdict.REPLACED),
        ("G", Verdict.NOT_YET),
    ]


def test_a_lost_date_is_explained() -> None:
    film = Film("film", "Film", claims=(claim("2029", reported="2025-03-20"), claim("XXXX", reported="2025-03-22")))
    (release,) = explain(film, today=date(2025, 4, 1)).releases
    assert [judged.verdict for judged in release.judged] == [Verdict.TAKES_AWAY, Verdict.REPLACED]
