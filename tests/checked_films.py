"""Film files made for `check`: their tables, and what it warns of."""

from pathlib import Path

from watchlist.services.upkeep.check import Checked, check_film_file

_HEAD = 'schema = 1\nseen = "2026-11-20"\n'
FILM = '[[films]]\nid = "a"\ntitle = "A"\nsynopsis = "Somebody waits."\n'
OUT = '[[films.claims]]\nregion = "US"\nchannel = "theatrical"\ndate = "2020"\ncertainty = "released"\nsource = "v"\n'


def source(publisher: str = "Variety", *, key: str = "v", more: str = 'published = "2026-05-01"') -> str:
    return f'[[sources]]\nid = "{key}"\npublisher = "{publisher}"\n{more}\n'


def claim(date: str = "2027", *, said_by: str = "v", channel: str = "theatrical", more: str = "") -> str:
    head = f'[[films.claims]]\nregion = "US"\nchannel = "{channel}"\ndate = "{date}"\n'
    return f'{head}certainty = "announced"\nsource = "{said_by}"\n{more}\n'


def film(facts: str, *, key: str = "a", claim: str = OUT) -> str:
    return f'[[films]]\nid = "{key.replace(" ", "-")}"\ntitle = "{key}"\n{facts}\n{claim}'


def checked(folder: Path, *tables: str) -> Checked:
    """Check a film file made of some tables."""
    path = folder / "films.toml"
    path.write_text(_HEAD + "\n".join(tables), encoding="utf-8")
    return check_film_file(path)


def warnings(folder: Path, *tables: str) -> list[str]:
    """Check a film file made of some tables, which must have no fault."""
    result = checked(folder, *tables)
    assert result.faults == ()
    return [remark.words for remark in result.warnings]


def warnings_about(folder: Path, *films: str) -> list[str]:
    """Check a film file whose films have one source, a right one."""
    return warnings(folder, source(), *films)
