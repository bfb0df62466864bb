"""A thousand films of a list, all changed, from a server on this machine without a pause between calls."""

import json
import subprocess
import sys
import time as clock
from pathlib import Path

import pytest

from web_server import running
from wikidata_items import US, entity, statement, time

FILMS = 1000

PROGRAM = """
import sys
from watchlist.storage.web.client import Manners
Manners.pause, Manners.calls = 0.0, 10_000
from watchlist.cli.app import run
code = run(sys.argv[1:])
from pathlib import Path
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
sys.stderr.write(f"{int(peak.split()[1]) // 1024}\\n")
sys.exit(code)
"""


def items(when: str, revision: int) -> dict[str, object]:
    made: dict[str, object] = {}
    for n in range(FILMS):
        film = entity(
            f"Q{1000 + n}",
            f"Film {n}",
            statement(time(when), P291=US),
            article=f"Film {n}",
            revision=revision,
            edited="2025-01-01",
        )
        made[f"Q{1000 + n}"] = film
    return made


def pages(when: str, revision: int) -> dict[str, object]:
    field = "|".join(("{{Film date", *when.split("-"), "Germany}}"))
    content = f"{{{{Infobox film\n| released = {field}\n}}}}" + "x" * 2500
    page = {"revid": revision, "timestamp": "2025-01-01T00:00:00Z", "content": content}
    return {f"Film {n}": {**page, "item": f"Q{1000 + n}"} for n in range(FILMS)}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="peak memory as Linux tells it")
def test_a_thousand_changed_films_take_twenty_seconds_and_eighty_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = 'schema = 1\nseen = "2025-01-01"\n'
    films = (
        f'[[films]]\nid = "film-{n}"\ntitle = "Film {n}"\nids = {{ wikidata = "Q{1000 + n}" }}\n' for n in range(FILMS)
    )
    (tmp_path / "more.toml").write_text(head + "".join(films))
    listed = "".join(f'[[films]]\nid = "film-{n}"\ntitle = "Film {n}"\nstatus = "wanted"\n' for n in range(FILMS))
    (tmp_path / "list.toml").write_text(f"schema = 1\n{listed}")
    monkeypatch.setenv("WATCHLIST_FILE", str(tmp_path / "list.toml"))

    def run(*arguments: str) -> tuple[str, float, int]:
        started = clock.perf_counter()
        ran = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout, clock.perf_counter() - started, int(ran.stderr.splitlines()[-1])

    with running(tmp_path / "server") as server:
        for site in ("wikidata", "wikipedia"):
            monkeypatch.setenv(f"WATCHLIST_{site.upper()}_URL", f"{server.address}/{site}")
        run("config", "set", "contact", "ann@example.org")
        run("catalogue", "add", str(tmp_path / "more.toml"))
        for revision, when, news in ((1, "2031-12-18", FILMS), (2, "2032-05-01", 2 * FILMS)):
            server.play({"entities": items(when, revision), "pages": pages(when, revision)})
            out, seconds, megabytes = run("refresh", "--json", "--force")
            assert len(json.loads(out)["news"]) == news
            sys.stderr.write(f"{seconds:.1f} s, {megabytes} MB\n")
            assert (seconds < 20, megabytes < 80) == (True, True)
        first, again = (run("upcoming")[1] for _ in range(2))
        sys.stderr.write(f"upcoming: {first:.2f} s, then {again:.2f} s\n")
        assert first < again + 0.5, "the refresh left the index behind"
