"""What the layers promise and no linter checks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "watchlist"
MODULES = sorted(SOURCE.rglob("*.py"))


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
def test_the_clock_is_read_in_one_place(module: Path) -> None:
    reads = [
        name
        for name in calls(ast.parse(module.read_text(encoding="utf-8")))
        if name.endswith((".today", ".now", ".utcnow")) or name in ("time.time", "time.localtime")
    ]
    assert reads == (["datetime.now"] if module == SOURCE / "cli" / "session.py" else [])


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_printing_happens_in_rendering(module: Path) -> None:
    writes = {
        name
        for name in calls(ast.parse(module.read_text(encoding="utf-8")))
        if name == "print" or name.startswith(("sys.stdout.write", "sys.stderr.write", "typer.secho"))
    }
    assert not writes or module.parent.name == "rendering"


@pytest.mark.parametrize("layer", ["domain", "storage", "services", "rendering", "cli"])
def test_a_layer_has_only_a_docstring_in_its_init(layer: str) -> None:
    (statement,) = ast.parse((SOURCE / layer / "__init__.py").read_text(encoding="utf-8")).body
    assert isinstance(statement, ast.Expr)
