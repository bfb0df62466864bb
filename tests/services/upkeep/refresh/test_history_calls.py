"""The history of a date, from the revisions of an article: each date that stood, from the day on which it came."""

from datetime import date, timedelta
from typing import Any

import pytest

from played_sites import PlayedSites
from watchlist.services.upkeep.refresh.history_calls import date_history
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.sites import LiveSite

TODAY = date(2026, 11, 20)
COMMON = {"action": "query", "format": "json", "formatversion": "2", "maxlag": "5"}

A, B, C = (f"{{{{Film date|{when}|United States}}}}" for when in ("2027|1|1", "2027|5|1", "2027|9|1"))


def revision(number: int, when: str, released: str) -> dict[str, Any]:
    content = f"{{{{Infobox film\n| released = {released}\n}}}}"
    return {"revid": number, "timestamp": when, "content": content}


def article(*revisions: tuple[str, str]) -> PlayedSites:
    """Play an article; each revision is a day, or a time, and what the field says from then on."""
    past = [
        revision(5000 + number, when if "T" in when else f"{when}T12:00:00Z", released)
        for number, (when, released) in enumerate(revisions)
    ]
    return PlayedSites({"pages": {"Klara": {"past": past}, "Another": {"past": [revision(9, "2020-01-01T00Z", A)]}}})


def history(sites: PlayedSites) -> list[str]:
    claims = date_history(sites.client(LiveSite.WIKIPEDIA), "Klara", today=TODAY)
    return [f"{one.region} {one.date} {one.certainty} {one.reported} {one.source.id}" for one in claims]


def daily(days: int, *values: tuple[int, str]) -> list[tuple[str, str]]:
    """Make a revision a day; each value stands from the day whose number is given with it."""
    first = date(2020, 1, 1)
    return [
        (str(first + timedelta(days=day)), next(text for since, text in reversed(values) if since <= day))
        for day in range(days)
    ]


def test_each_date_is_a_claim_of_the_day_on_which_it_came_to_stand_there() -> None:
    stood = [("2024-02-03", ""), ("2025-03-04", A), ("2025-03-06", A), ("2025-07-08", B), ("2026-01-02", A)]
    assert history(article(*stood)) == [
        "US 2027-01-01 announced 2025-03-04 wikipedia-5001",
        "US 2027-05-01 announced 2025-07-08 wikipedia-5003",
        "US 2027-01-01 announced 2026-01-02 wikipedia-5004",
    ]


def test_of_several_dates_in_the_field_only_the_new_ones_are_claims() -> None:
    three = "{{Film date|2027|1|1|United States|2027|2|2|Japan|2027|1|1|Belgium}}"
    assert history(article(("2025-03-04", A), ("2025-07-08", three))) == [
        "US 2027-01-01 announced 2025-03-04 wikipedia-5000",
        "BE 2027-01-01 announced 2025-07-08 wikipedia-5001",
        "JP 2027-02-02 announced 2025-07-08 wikipedia-5001",
    ]


def test_dates_that_came_together_are_in_a_settled_order() -> None:
    places = "".join(f"|2027|2|2|{place}" for place in ("Japan", "United States", "Belgium", "Peru", "Chile"))
    said = history(article(("2025-03-04", f"{{{{Film date{places}}}}}")))
    assert [one[:2] for one in said] == ["BE", "CL", "JP", "PE", "US"]


@pytest.mark.parametrize(
    ("stood", "dates"),
    [
        ([("2025-03-04T08:00:00Z", A), ("2025-03-04T20:00:00Z", B)], ["2027-05-01"]),
        ([("2025-03-04", A), ("2025-03-05", B)], ["2027-01-01", "2027-05-01"]),
        ([("2025-03-01", A), ("2025-03-04T08:00:00Z", B), ("2025-03-04T09:00:00Z", A)], ["2027-01-01"]),
        ([("2025-03-01", A), (f"{TODAY}T08:00:00Z", B)], ["2027-01-01", "2027-05-01"]),
    ],
)
def test_what_stood_for_less_than_a_day_was_undone_unless_it_stands_now(
    stood: list[tuple[str, str]], dates: list[str]
) -> None:
    assert [one.split()[1] for one in history(article(*stood))] == dates


def test_a_date_that_was_taken_away_and_came_back_is_said_twice() -> None:
    stood = [("2025-03-04", A), ("2025-04-04", ""), ("2025-05-04", A)]
    assert history(article(*stood)) == [
        "US 2027-01-01 announced 2025-03-04 wikipedia-5000",
        "US 2027-01-01 announced 2025-05-04 wikipedia-5002",
    ]


def cited(published: str) -> str:
    page = f"<ref>{{{{cite web|work=Variety|url=https://variety.com/a|date={published}}}}}</ref>"
    return f"{{{{Film date|2027|1|1|United States|ref1={page}}}}}"


@pytest.mark.parametrize(
    ("published", "reported"),
    [
        ("2025-03-01", "2025-03-01"),
        ("2025-03-04", "2025-03-04"),
        ("2025-03-05", "2025-03-04"),
        ("March 2025", "2025-03-04"),
        ("February 2025", "2025-02"),
        ("", "2025-03-04"),
    ],
)
def test_a_cited_page_dates_a_word_unless_it_is_newer_than_the_revision(published: str, reported: str) -> None:
    (said,) = history(article(("2025-03-04", cited(published))))
    assert said.startswith(f"US 2027-01-01 announced {reported} variety-")


def test_a_cited_page_of_a_month_may_be_of_its_last_day() -> None:
    (said,) = history(article(("2025-03-31", cited("March 2025"))))
    assert said.startswith("US 2027-01-01 announced 2025-03 variety-")


def test_a_date_without_a_citation_is_as_sure_as_it_was_a_week_after_it_came() -> None:
    day = str(TODAY - timedelta(days=6))
    assert history(article((day, A))) == [f"US 2027-01-01 speculated {day} wikipedia-5000"]
    day = str(TODAY - timedelta(days=7))
    assert history(article((day, A))) == [f"US 2027-01-01 announced {day} wikipedia-5000"]


def test_a_film_that_came_out_is_as_sure_as_it_was_when_the_article_said_so() -> None:
    assert history(article(("2026-01-01", "{{Film date|2026|6|1|United States}}"))) == [
        "US 2026-06-01 announced 2026-01-01 wikipedia-5000"
    ]


def test_of_many_revisions_fifty_are_read_and_then_those_between_two_that_differ() -> None:
    sites = article(*daily(1000, (0, A), (123, B), (777, C)))
    assert history(sites) == [
        "US 2027-01-01 announced 2020-01-01 wikipedia-5000",
        "US 2027-05-01 announced 2020-05-03 wikipedia-5123",
        "US 2027-09-01 announced 2022-02-16 wikipedia-5777",
    ]
    assert sites.asked[0] == (
        "/wikipedia",
        {
            "titles": "Klara",
            "prop": "revisions",
            "rvprop": "ids|timestamp",
            "rvlimit": "500",
            "rvdir": "newer",
            **COMMON,
        },
    )
    read = [one.split("|") for one in sites.values("revids")]
    assert [len(one) for one in read] == [50, 2, 2, 2, 2]
    assert read[0][:3] == ["5000", "5020", "5041"]
    assert read[0][-1] == "5999"
    assert sites.asked[1] == (
        "/wikipedia",
        {
            "revids": "|".join(read[0]),
            "prop": "revisions",
            "rvprop": "ids|timestamp|content",
            "rvslots": "main",
            "rvsection": "0",
            **COMMON,
        },
    )


def test_no_call_asks_for_more_than_fifty_revisions_and_none_is_asked_for_twice() -> None:
    sites = article(*daily(300, *((day, f"{{{{Film date|{2030 + day}}}}}") for day in range(150))))
    history(sites)
    read = [one.split("|") for one in sites.values("revids")]
    asked = [one for batch in read for one in batch]
    assert max(map(len, read)) == 50
    assert len(asked) == len(set(asked)) > 150


def test_the_last_of_many_revisions_counts_though_it_is_the_only_one_of_its_date() -> None:
    assert history(article(*daily(120, (0, A), (119, B))))[1:] == ["US 2027-05-01 announced 2020-04-29 wikipedia-5119"]


def test_an_article_without_revisions_has_no_history() -> None:
    sites = article()
    assert (history(sites), len(sites.asked)) == ([], 1)


def listing(*revisions: Any, further: str | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = {"query": {"pages": [{"title": "Klara", "revisions": list(revisions)}]}}
    return answer | ({"continue": {"rvcontinue": further}} if further else {})


def test_the_list_of_revisions_is_read_to_its_end_and_odd_rows_are_left_out() -> None:
    sites = article(("2025-03-04", A), ("2025-07-08", B), ("2025-08-08", C))
    rows = [{"revid": 5000 + n, "timestamp": f"2025-0{3 + n}-04T12:00:00Z"} for n in range(3)]
    odd = [{"revid": 5001}, {"timestamp": "2025-03-04T12:00:00Z"}, {"revid": "x", "timestamp": "y"}]
    sites.in_turn = [listing(rows[0], *odd, further="next"), listing(*rows[1:])]
    assert [one.split()[1] for one in history(sites)] == ["2027-01-01", "2027-05-01", "2027-09-01"]
    assert sites.values("rvcontinue") == ["next"]
    assert sites.asked[1][1]["titles"] == "Klara"


def test_a_list_without_an_end_is_read_as_far_as_ten_thousand_revisions() -> None:
    row = {"revid": 5000, "timestamp": "2025-03-04T12:00:00Z"}
    sites = PlayedSites({}, *[listing(*[row] * 500, further="next")] * 21)
    history(sites)
    assert len(sites.in_turn) == 0
    assert len(sites.values("rvlimit")) == 20


def test_a_revision_that_is_hidden_or_was_not_asked_for_is_left_out() -> None:
    sites = article(("2025-03-04", A), ("2025-07-08", B))
    listed = [
        {"revid": 5000, "timestamp": "2025-03-04T12:00:00Z"},
        {"revid": 5001, "timestamp": "2025-07-08T12:00:00Z"},
    ]
    slots = {"slots": {"main": {"content": revision(0, "", C)["content"]}}}
    sites.in_turn = [
        listing(*listed),
        listing({**listed[0], **slots}, {**listed[1], "texthidden": True}, {**listed[1], "revid": 5002, **slots}),
    ]
    assert history(sites) == ["US 2027-09-01 announced 2025-03-04 wikipedia-5000"]


def test_a_hidden_revision_between_two_dates_is_asked_for_once() -> None:
    sites = article(*daily(101, (0, A), (60, B)))
    past = sites.world["pages"]["Klara"]["past"]
    sites.in_turn = [listing(*({"revid": one["revid"], "timestamp": one["timestamp"]} for one in past))]
    del past[60]
    assert history(sites)[1] == "US 2027-05-01 announced 2020-03-02 wikipedia-5061"
    assert [one.split("|").count("5060") for one in sites.values("revids")] == [0, 1]


def test_a_call_that_fails_ends_it() -> None:
    sites = article(("2025-03-04", A))
    sites.world["broken"] = {"wikipedia": {"1": 404}}
    with pytest.raises(Fault):
        history(sites)
