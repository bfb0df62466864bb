"""A terminal watchlist and release tracker for films, in which every date is a claim with a source.

The code has five layers; each may import from those above it in this list:

- `domain`: what a film fan would recognise, and its rules: dates, claims, releases, films, entries; no I/O, no clock
- `storage`: every byte that crosses the process boundary
    - `toml`: reading TOML within limits, editing it in place, its schema
    - `films`: film files, ours and IMDb's
    - `changes`: saving safely, with a journal and backups
    - `index`: the cache, SQLite indexes of films and of the list
    - `web`: one polite client, and recordings of its answers; for `refresh`, `lookup`, `catalogue add` and `read`
    - `outside`: files that the user names to import, export or read; the browser
    - `memory`: what is remembered between runs, and safe to lose
- `services`: values in, one frozen result out; `today` is always an argument
    - `transfer`: import and export, one file per format
    - `article`: what an article says about release dates, as claims; for `read`
    - `live`: what live sources say, as claims and facts; when it was said, if nobody states that
    - `upkeep`: maintaining the user's files; the only services that read them; `refresh` asks the sites
- `rendering`: turns a result into a Rich renderable, plain text or JSON; never touches storage
    - `views`: one view per command: JSON, plain lines, and a drawing
    - `drawings`: drawings too large to load for a pipe: `upcoming`, `list`, `show`
- `cli`: parses options, makes one service call, reports the result; the only layer that reads the clock
    - `commands`: one file per command
    - `offers`: what TAB offers

A command has the same name in every layer: `calendar` is `cli/commands/calendar.py`, `services/calendar.py` and
`rendering/views/calendar.py`. `watchlist upcoming --region JP` in six steps:

1. `cli.app` finds `upcoming` in the table in `cli.table`, and imports only `cli.commands.upcoming`
2. `cli.command`, `cli.options` and `cli.release_filter` turn its options into values
3. `storage.index.indexed_entries` looks up the entries, and `storage.index.indexed_films` their films
4. `services.upcoming` resolves each film's claims on that day and sorts the films
5. `rendering.views.upcoming` turns the result into plain lines or JSON; `rendering.drawings.upcoming` draws it
6. `rendering.console` prints it; errors become a message and an exit code in `cli.app`

If the command is run again and nothing that `storage.grounds` noted has changed, `cli.again` prints the same text,
before any of this is imported.
"""
