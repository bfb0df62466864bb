import pytest

from watchlist.rendering.views.check import as_lines, summary
from watchlist.services.upkeep.check import Checked, Remark

FAULT, WARNING = Remark(3, 5, 'unknown key "x"'), Remark(9, 1, "odd")


@pytest.mark.parametrize(
    ("faults", "warnings", "found"),
    [
        ((), (), "no problems"),
        ((FAULT,), (), "1 fault"),
        ((), (WARNING, WARNING), "2 warnings"),
        ((FAULT, FAULT), (WARNING,), "2 faults and 1 warning"),
    ],
)
def test_a_check_is_summed_up(faults: tuple[Remark, ...], warnings: tuple[Remark, ...], found: str) -> None:
    assert summary(Checked("f.toml", faults, warnings, 1, 2, 0)) == f"1 film, 2 claims, 0 sources: {found}"


def test_a_line_names_the_place_as_compilers_do() -> None:
    assert list(as_lines(Checked("f.toml", (FAULT,), (WARNING,))))[:2] == [
        'f.toml:3:5: unknown key "x"',
        "f.toml:9:1: warning: odd",
    ]
