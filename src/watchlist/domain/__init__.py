"""Values and rules: dates, claims, releases, films, entries. Standard library only; no I/O, no clock."""
