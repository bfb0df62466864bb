"""Moved: which dates changed."""

from program import Run, data


def test_moved_lists_what_changed_and_can_keep_to_the_list(run: Run) -> None:
    moves = data(run("moved", "--since", "2026-06-01", "--as-of", "2026-11-20", "--json"))
    assert next(move for move in moves if move["kind"] == "slip") == {
        "id": "f-a-s-t-2027",
        "title": "F.A.S.T.",
        "original_title": None,
        "year": 2027,
        "region": "US",
        "channel": "theatrical",
        "service": None,
        "reported": "2026-08",
        "from": "2027-04-23",
        "to": "2027-05-14",
        "days": 21,
        "kind": "slip",
        "lacking": None,
        "source": "deadline-2026-08",
    }
    assert data(run("moved", "--listed", "--json")) == []
    run("add", "Coco 2")
    assert [(move["id"], move["kind"]) for move in data(run("moved", "--listed", "--json"))] == [("coco-2", "undated")]
