"""Lists that come in and go out: one file a format, one value (`Row`) that they all read into."""
