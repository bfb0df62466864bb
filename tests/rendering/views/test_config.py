"""Each setting is shown with its value, where that comes from, and what it may be."""

from drawn import draw
from watchlist.domain.settings import Configuration, SettingNow
from watchlist.rendering.views import config

SHOWN = Configuration(
    (
        SettingNow("regions", "JP, US", is_set=True, may_be="ISO 3166 codes", meaning="where you watch"),
        SettingNow("services", "", is_set=False, may_be="names", meaning="marked in `upcoming`"),
    ),
    "/c/config.toml",
)


def test_a_line_has_the_value_and_where_it_comes_from() -> None:
    assert list(config.as_lines(SHOWN)) == [
        "regions\tJP, US\tfrom your file\tISO 3166 codes\twhere you watch",
        "services\tnot set\tthe default\tnames\tmarked in upcoming",
        "file\t/c/config.toml",
    ]


def test_json_tells_the_users_own_values_from_defaults() -> None:
    assert config.as_json(SHOWN) == {
        "file": "/c/config.toml",
        "settings": {
            "regions": {"value": "JP, US", "from": "file", "may_be": "ISO 3166 codes"},
            "services": {"value": "", "from": "default", "may_be": "names"},
        },
    }


def test_the_values_that_the_user_has_set_stand_out_and_a_hint_says_how_to_change_one() -> None:
    drawn = draw(config, SHOWN, 80, colour=True)
    assert "\x1b[1;32mJP, US\x1b[0m" in drawn
    assert "\x1b[1;32mnot set" not in drawn
    assert "To change one: watchlist config set NAME VALUE...;" in drawn
