"""The words that TAB offers: one file per kind, imported when needed."""
