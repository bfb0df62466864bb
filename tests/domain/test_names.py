import pytest

from watchlist.domain.names import fold, slug, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nene Ôtsuka", "nene otsuka"),
        ("Les Misérables", "les miserables"),
        ("It's Boring Here, Pick Me Up", "its boring here pick me up"),
        ("ＴＡＮＧ タング", "tang タング"),
        ("ガールズ", "ガールズ"),
        ("Straße", "strasse"),
        ("  [REC]  ", "rec"),
    ],
)
def test_names_are_compared_without_case_accents_and_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_order_of_a_name_does_not_matter() -> None:
    assert words("Nagase Ren") == words("Ren Nagase")


@pytest.mark.parametrize(
    ("title", "year", "key"),
    [
        ("Heat 2", None, "heat-2"),
        ("Drawing Closer", 2024, "drawing-closer-2024"),
        ("桜のような僕の恋人", None, "桜のような僕の恋人"),
        ("TANG タング", 2022, "tang-2022"),
        ("../../etc", None, "etc"),
        ("!!!", None, "film"),
    ],
)
def test_an_id_is_made_from_the_title(title: str, year: int | None, key: str) -> None:
    assert slug(title, year) == key
