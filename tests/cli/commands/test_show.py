"""Show: one film whole."""

from program import UPCOMING_KEYS, Run, data


def test_the_json_of_show_is_a_contract(run: Run) -> None:
    run("add", "drawing-closer-2024")
    film = data(run("show", "drawing-closer-2024", "--json", "--as-of", "2024-04-25"))
    assert {key: film[key] for key in ("id", "title", "year", "runtime")} == {
        "id": "drawing-closer-2024",
        "title": "Drawing Closer",
        "year": 2024,
        "runtime": 118,
    }
    assert set(film["entry"]) == {
        *("added", "status", "want", "rating", "viewings", "tags", "note", "undated_viewings", "diary")
    }
    (release,) = film["releases"]
    assert list(release) == [*UPCOMING_KEYS[4:-2], "agreement", "claims", "moves"]
    assert release["agreement"] == "agree"
    assert release["claims"][0] == {
        "date": "2024-06-27",
        "said": "June 27",
        "error": None,
        "certainty": "announced",
        "reported": "2024-04-24",
        "source": {
            "id": "netflix-2024-04-24",
            "publisher": "Netflix",
            "published": "2024-04-24",
            "url": "https://www.pressparty.com/pg/newsdesk/Netflix/view/392006/",
        },
    }
    assert release["moves"] == [
        {"reported": "2024-04-02", "from": None, "to": "2024-06-27", "days": None, "kind": "speculated"},
        {"reported": "2024-04-24", "from": "2024-06-27", "to": "2024-06-27", "days": None, "kind": "certainty"},
    ]
    assert data(run("show", "alien-1979", "--json"))["entry"] is None


def test_odd_titles_print_as_what_they_are(run: Run) -> None:
    for title in ("[REC]", "[/]", ":fire:", "Alien\x1b[2J"):
        assert run("add", title, "--release", "TBA").code == 0
    out = run("upcoming").out
    assert [line.split("\t")[2] for line in out.splitlines()] == ["[/]", r"Alien\x1b[2J", ":fire:", "[REC]"]
    assert "\x1b" not in out
