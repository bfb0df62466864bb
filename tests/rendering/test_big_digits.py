from watchlist.rendering.big_digits import big


def test_a_number_is_three_lines_high_with_a_space_between_its_digits() -> None:
    assert big(17) == ("▀█  ▀▀█", " █    █", "▀▀▀   ▀")


def test_every_digit_is_three_columns_wide() -> None:
    assert {len(line) for line in big(1234567890)} == {10 * 4 - 1}
