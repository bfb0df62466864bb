"""CONTRIBUTING.md names files that exist, and every certainty; the map names every package."""

import re
from pathlib import Path

import pytest

import watchlist
from watchlist.domain.claim import Certainty

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TABLE = TEXT.partition("## Find your way")[2].partition("## Rules")[0]
PATHS = sorted(
    path
    for path in set(re.findall(r"`([a-z_]+/[\w./]*)`", TEXT.partition("## Find your way")[2]))
    if "NAME" not in path and "FORMAT" not in path
)


@pytest.mark.parametrize("path", PATHS)
def test_each_file_that_is_named_exists(path: str) -> None:
    assert any((folder / path).exists() for folder in (ROOT, ROOT / "src" / "watchlist"))


@pytest.mark.parametrize("layer", ["cli", "rendering", "services", "storage", "domain"])
def test_the_table_leads_into_every_layer(layer: str) -> None:
    assert f"`{layer}/" in TABLE


def test_every_certainty_is_among_those_that_a_claim_may_have() -> None:
    assert f"how the source words it: {', '.join(Certainty)}." in TEXT


def test_every_package_is_on_the_map() -> None:
    source = ROOT / "src" / "watchlist"
    packages = [found.parent for found in source.glob("*/**/__init__.py") if found.parent.parent.name != "upkeep"]
    assert [one.name for one in packages if f"- `{one.name}`: " not in (watchlist.__doc__ or "")] == []
