"""Values and rules: dates, claims, releases, films, entries. Only the standard library; no I/O, no clock."""
