"""The table of commands, as the help lists them: where each is, and what it does in a line."""

from typing import NamedTuple


class Listed(NamedTuple):
    """A command: the module that has it, the panel of the help in which it stands, and its line there.

    The line is that of its docstring: it stands session too so that `--help` imports no command.
    """

    module: str
    panel: str
    help: str


FIND, KEEP = "See and find films", "Keep your list"
MOVE, CARE = "Bring in and take out", "Look back and look after"

COMMANDS = {
    "upcoming": Listed("upcoming", FIND, "Count down to the films that come out next, the soonest first."),
    "show": Listed(
        "film",
        FIND,
        "Show a film: its facts, its releases, every claim behind them, and where sources differ.",
    ),
    "why": Listed("film", FIND, "Explain how the date of a film was chosen, claim by claim."),
    "history": Listed("film", FIND, "Show how the dates of a film moved, with the source of each change."),
    "search": Listed("film", FIND, "Search all films by title, person, role or id, in any spelling."),
    "catalogue": Listed("catalogues", FIND, "Look up more films: add a film file, or every title that IMDb knows."),
    "moved": Listed(
        "catalogue",
        FIND,
        "List the dates that moved, were lost, gained, narrowed or confirmed, the newest first.",
    ),
    "calendar": Listed("pictures", FIND, "Show a month: releases in their days, the vague ones beside their span."),
    "timeline": Listed("pictures", FIND, "Show the coming year: a row a film, a mark for a day and a bar for a span."),
    "stats": Listed(
        "pictures", FIND, "Count your list: viewings, ratings, waiting; and how often and how far dates move."
    ),
    "refresh": Listed(
        "commands.refresh",
        FIND,
        "Ask Wikidata, Wikipedia and TMDB what is new about your films, and keep what was said before.",
    ),
    "lookup": Listed(
        "commands.lookup", FIND, "Look a film up that nobody here knows yet, and add it if it is the one you mean."
    ),
    "open": Listed("film", FIND, "Open the page of a film in your browser, and print its address."),
    "add": Listed("add", KEEP, "Put a film on your list; with --release, note what you have heard about its date."),
    "list": Listed("entries", KEEP, "Show your list, or the part of it that you ask for, in the order that you like."),
    "watched": Listed("entries", KEEP, "Note that you have watched a film; again for another viewing."),
    "rate": Listed("entries", KEEP, "Rate a film on your list, in half stars."),
    "note": Listed("entries", KEEP, "Write a note on a film."),
    "tag": Listed("entries", KEEP, "Put tags on a film, or take them off."),
    "want": Listed(
        "entries",
        KEEP,
        "Wait for a film: for one release of it, by region, channel or service, or for the next one anywhere.",
    ),
    "drop": Listed("entries", KEEP, "Keep a film on your list, but wait for it no more."),
    "claim": Listed(
        "claim",
        KEEP,
        "Note what you have read about a release, beside what is bundled, and see what it changes.",
    ),
    "remove": Listed("entries", KEEP, "Take a film off your list."),
    "config": Listed("config", CARE, "See your settings, and change them."),
    "import": Listed(
        "transfer",
        MOVE,
        "Bring in a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON.",
    ),
    "export": Listed(
        "transfer",
        MOVE,
        "Take your list out: for calendars, for other services, for spreadsheets, for people.",
    ),
    "undo": Listed("past", CARE, "Take back the last change, or the last few."),
    "redo": Listed("past", CARE, "Make the last change that was undone again, or the last few."),
    "log": Listed("past", CARE, "Show what was done to your list, the newest first."),
    "restore": Listed("past", CARE, "List the copies of your list as it was before each change, or bring one back."),
    "edit": Listed("care", CARE, "Edit your list in your editor; it is checked before it is saved."),
    "doctor": Listed("care", CARE, "Look at every file the program uses, and name the remedy for what is wrong."),
    "check": Listed("catalogue", CARE, "Check a film file: every fault and warning with its line."),
}
