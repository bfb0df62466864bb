from watchlist.rendering.view import line


def test_the_fields_of_a_line_are_apart_by_tabs_and_hold_none() -> None:
    assert line("a", "b\tc\nd", "") == "a\tb\\x09c\\x0ad\t"
