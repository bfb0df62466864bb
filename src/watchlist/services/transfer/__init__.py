"""Lists that come in and go out: one file a format, one value (`ImportedRow`) that they all read into."""
