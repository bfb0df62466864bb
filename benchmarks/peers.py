"""The programs that ours is measured beside: the same items for each, and how each lists the next thirty."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from data import NEXT, TODAY, release_day, titles
from timing import Command

PACKAGES = ("khal==0.14.0", "todoman==4.7.0", "grimwatch==1.0.0")


def install(work: Path) -> Path:
    """Install the peers that are Python programs into an environment of their own; give its folder of programs."""
    home = work / "peers"
    if not (home / "bin" / "khal").exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([home / "bin" / "pip", "install", "--quiet", *PACKAGES], check=True)
    return home / "bin"


def khal(programs: Path, folder: Path, number: int) -> Command:
    """Make a calendar with an event an item."""
    calendar = folder / "calendar"
    calendar.mkdir(parents=True, exist_ok=True)
    for at, title in enumerate(titles(number)):
        day = release_day(at, number)
        (calendar / f"{at}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//made//EN\r\nBEGIN:VEVENT\r\n"
            f"UID:{at}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\n"
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    config = folder / "khal.conf"
    config.write_text(
        f"[calendars]\n[[films]]\npath = {calendar}\n[sqlite]\npath = {folder / 'khal.db'}\n"
        "[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n"
    )
    last = TODAY + timedelta(days=1)
    listing = ["list", "--day-format", "", "--format", "{title}", last.isoformat(), f"{NEXT}d"]
    return Command([str(programs / "khal"), "-c", str(config), *listing])


def todoman(programs: Path, folder: Path, number: int) -> Command:
    """Make a to-do list with an item that is due on its day, and done if that has passed."""
    todos = folder / "todos" / "films"
    todos.mkdir(parents=True, exist_ok=True)
    for at, title in enumerate(titles(number)):
        day = release_day(at, number)
        (todos / f"{at}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//made//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{at}\r\nDTSTAMP:20260101T000000Z\r\n"
            f"DUE;VALUE=DATE:{day:%Y%m%d}\r\nSUMMARY:{title}\r\n"
            f"STATUS:{'NEEDS-ACTION' if day > TODAY else 'COMPLETED'}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        )
    config = folder / "todoman.py"
    config.write_text(
        f'path = "{todos.parent}/*"\ncache_path = "{folder}/todoman.db"\ndate_format = "%Y-%m-%d"\ntime_format = ""\n'
    )
    return Command([str(programs / "todo"), "--config", str(config), "--porcelain", "list"])


def grimwatch(programs: Path, folder: Path, number: int) -> Command:
    """Make a film list in which all that is out has been watched: it knows no days."""
    folder.mkdir(parents=True, exist_ok=True)
    films = folder / "movies.md"
    with films.open("w") as file:
        file.write("# Films\n\n## Drama\n\n")
        for at, title in enumerate(titles(number)):
            day = release_day(at, number)
            file.write(f"- [{' ' if day > TODAY else 'x'}] {title} ({day.year})\n")
    (folder / "config.json").write_text(json.dumps({"list_path": str(films), "groq_api_key": ""}))
    listing = ["list", "--genre", "Drama", "--unwatched"]
    return Command(
        [str(programs / "grimwatch"), *listing], {"GRIMWATCH_CONFIG_DIR": str(folder), "COLUMNS": "200"}, said="0\n"
    )


def taskwarrior(_: Path, folder: Path, number: int) -> Command:
    """Make a task that is due on its day."""
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [
        {"description": title, "due": f"{release_day(at, number):%Y%m%dT000000Z}", "status": "pending"}
        for at, title in enumerate(titles(number))
    ]
    rc = folder / "taskrc"
    rc.write_text(
        f"data.location={folder / 'tasks'}\nconfirmation=no\nverbose=nothing\ngc=off\n"
        "report.coming.columns=description\nreport.coming.labels=Film\n"
        f"report.coming.sort=due+\nreport.coming.filter=status:pending due.after:{TODAY.isoformat()}T12:00:00\n"
    )
    (folder / "tasks").mkdir(exist_ok=True)
    if not (folder / "tasks" / "pending.data").exists():
        run = ["task", f"rc:{rc}", "import", "-"]
        subprocess.run(run, input=json.dumps(tasks), text=True, check=True, capture_output=True)
    return Command(["task", f"rc:{rc}", "coming", f"limit:{NEXT}"], {"COLUMNS": "200"})


PEERS: dict[str, Callable[[Path, Path, int], Command]] = {
    "khal": khal,
    "todoman": todoman,
    "grimwatch": grimwatch,
    **({"Taskwarrior": taskwarrior} if shutil.which("task") else {}),
}
