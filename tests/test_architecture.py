"""What the layers promise and no linter checks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from watchlist.cli.table import COMMANDS

SOURCE = Path(__file__).parents[1] / "src" / "watchlist"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = Path(__file__).parent


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_holds_in_its_first_line(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_clock_is_read_in_two_places(module: Path) -> None:
    reads = [
        name
        for name in calls(ast.parse(module.read_text(encoding="utf-8")))
        if name.endswith((".today", ".now", ".utcnow")) or name in ("time.time", "time.time_ns", "time.localtime")
    ]
    assert sorted(reads) == CLOCK_READERS.get(str(module.relative_to(SOURCE)), [])


CLOCK_READERS = {"cli/clock.py": ["datetime.now"], "cli/again.py": ["time.localtime", "time.time_ns"]}
"""The clock is read for each run and, before that, to see whether it still is the day of a remembered answer."""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_printing_happens_in_the_console_and_nowhere_else(module: Path) -> None:
    writes = {
        name
        for name in calls(ast.parse(module.read_text(encoding="utf-8")))
        if name in ("print", "typer.echo", "typer.secho") or name.startswith(("sys.stdout.write", "sys.stderr.write"))
    }
    assert not writes or module == SOURCE / "rendering" / "console.py"


def test_every_command_of_the_table_has_a_file_of_its_name_and_no_other_file_is_there() -> None:
    files = {path.stem.removesuffix("_") for path in (SOURCE / "cli" / "commands").glob("[!_]*.py")}
    assert files == set(COMMANDS)


def test_imports_stand_at_the_top_but_for_a_few() -> None:
    """A late import saves start-up time and hides what a module needs: each must be worth it."""
    late = [
        f"{module.relative_to(SOURCE)}:{node.lineno}"
        for module in MODULES
        for function in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert len(set(late)) <= 60


@pytest.mark.parametrize(
    "package",
    sorted(str(path.parent.relative_to(SOURCE)) for path in SOURCE.rglob("__init__.py") if path.parent != SOURCE),
)
def test_a_package_has_only_a_docstring_in_its_init(package: str) -> None:
    (statement,) = ast.parse((SOURCE / package / "__init__.py").read_text(encoding="utf-8")).body
    assert isinstance(statement, ast.Expr)


def test_every_module_with_a_function_has_a_test_of_its_name() -> None:
    with_functions = (
        module.relative_to(SOURCE)
        for module in MODULES
        if not module.name.startswith("__")
        and any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    )
    assert [f"tests/{mirrored(one)}" for one in with_functions if not (TESTS / mirrored(one)).exists()] == []


def test_every_other_test_in_a_package_is_of_a_theme_that_is_named_here() -> None:
    of_modules = {mirrored(module.relative_to(SOURCE)) for module in MODULES}
    others = {path.relative_to(TESTS) for path in TESTS.glob("*/**/test_*.py")} - of_modules
    assert {other.as_posix() for other in others} == THEMES


def mirrored(module: Path) -> Path:
    return module.with_name(f"test_{module.name}")


THEMES = {
    "cli/test_changes_in_json.py",
    "cli/test_exchange.py",
    "cli/test_hostile.py",
    "cli/test_identity.py",
    "cli/test_imdb_titles.py",
    "cli/test_lacking.py",
    "cli/test_other_home.py",
    "cli/test_own_films.py",
    "cli/test_terminal.py",
    "domain/test_stories.py",
    "errors/test_errors.py",
    "rendering/test_every_member.py",
    "rendering/test_stale.py",
    "rendering/test_views.py",
    "services/article/test_hostile.py",
    "services/upkeep/refresh/test_first_refresh.py",
    "services/upkeep/refresh/test_many.py",
    "storage/changes/test_storms.py",
    "storage/changes/test_storms_of_all_changes.py",
    "storage/test_list_laws.py",
}
"""Tests of what several modules do together; themes of the whole program are beside this file."""
