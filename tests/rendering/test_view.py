"""A view is a module with three forms of one result."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from watchlist.rendering import views


@pytest.mark.parametrize("name", [module.name for module in iter_modules(views.__path__)])
def test_every_view_has_the_three_forms(name: str) -> None:
    view = import_module(f"watchlist.rendering.views.{name}")
    assert all(callable(getattr(view, form)) for form in ("as_json", "as_lines", "as_drawing"))
