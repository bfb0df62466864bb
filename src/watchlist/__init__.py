"""A terminal watchlist and release tracker for films, in which every date is a claim with a source.

The house has five layers; each may import from those above it in this list:

- `domain`: values and rules (EDTF dates, claims, resolution, films, entries); no I/O, no clock
- `storage`: every byte that crosses the process boundary (paths, safe files, TOML, the list)
- `services`: values in, one frozen result out; `today` is always an argument
- `rendering`: a result becomes a Rich renderable, plain text or JSON; never storage
- `cli`: flags to values, one service call, one `show`; reads the clock, nobody else does

One command in six steps, `watchlist upcoming --region JP`:

1. `cli.app` looks the name up in the table of `cli.commands` and imports `cli.upcoming`, and nothing else
2. its parameters become domain values on the way in (`cli.options`)
3. `storage.list_index` gives out the entries, `storage.compiled` their films, each from an index
4. `services.upcoming` resolves each film's claims on that day into rows
5. `rendering.upcoming` turns the rows into a table, plain lines or JSON
6. `cli.session` shows that, and errors leave with their exit code
"""
