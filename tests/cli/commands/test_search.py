"""Search: what fits, and why."""

from program import Run, data


def test_search_says_what_fits(run: Run) -> None:
    (film,) = data(run("search", "akihito", "--json"))
    assert (film["id"], film["match"]) == ("drawing-closer-2024", {"kind": "person", "fits": "Akihito Hayasaka"})


def test_the_list_in_json_has_the_film_and_its_release(run: Run) -> None:
    run("add", "Drawing Closer")
    (entry,) = data(run("list", "--json", "--as-of", "2024-06-01"))
    assert (entry["id"], entry["status"], entry["film"]["title"], entry["release"]["days"]) == (
        *("drawing-closer-2024", "wanted", "Drawing Closer", 26),
    )
