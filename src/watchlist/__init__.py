"""A terminal watchlist and release tracker for films, in which every date is a claim with a source.

The house has five floors; each may import from those above it in this list:

- `domain`: what a film fan would recognise, with its rules: dates, claims, releases, films, entries; no I/O, no clock
- `storage`: every byte that crosses the process boundary
    - `toml`: reading TOML with limits, editing it in place, its schema
    - `films`: film files, ours and IMDb's
    - `changes`: saving safely, with a journal and backups
    - `index`: the cache, SQLite indexes of films and of the list
    - `web`: one polite client, and recordings of what it heard; `refresh`, `lookup`, `catalogue add` and `read` use it
    - `outside`: files that the user names, to import, export or read; the browser
    - `memory`: what is remembered between runs and safe to lose
- `services`: values in, one frozen result out; `today` is always an argument
    - `transfer`: import and export, one file per format
    - `live`: what live sources say, read into claims and facts; when a word was said, where nobody tells
    - `upkeep`: looking after the user's files; the only services that read them; `refresh` asks the sites
- `rendering`: a result becomes a Rich renderable, plain text or JSON; never storage
    - `views`: one view per command: JSON, plain lines, and a drawing
    - `drawings`: the drawings that are too much to load for a pipe; `upcoming`, `list`, `show`
- `cli`: options become values, one service call, one report; reads the clock, nothing else does
    - `commands`: one file per command

A command has the same name on every floor: `calendar` is `cli/commands/calendar.py`, `services/calendar.py` and
`rendering/views/calendar.py`. `watchlist upcoming --region JP` in six steps:

1. `cli.app` finds `upcoming` in the table of `cli.table` and imports `cli.commands.upcoming`, no other command
2. its options become values on the way in (`cli.command`, `cli.options`, `cli.release_filter`)
3. `storage.index.indexed_entries` looks up the entries, `storage.index.indexed_films` their films
4. `services.upcoming` resolves each film's claims on that day and sorts the films
5. `rendering.views.upcoming` turns the result into plain lines or JSON; `rendering.drawings.upcoming` draws it
6. `rendering.console` prints it; errors become a message and an exit code in `cli.app`

Asked once more, `cli.again` prints the same, before all of this is imported, if what `storage.grounds` noted is as it
was.
"""
