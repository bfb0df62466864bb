from watchlist.rendering.view import in_full
from watchlist.rendering.views import list as view


def test_a_view_in_full_differs_only_in_what_is_drawn() -> None:
    full = in_full(view)
    assert (full.as_json, full.as_lines, full.as_drawing) == (view.as_json, view.as_lines, view.in_full)
