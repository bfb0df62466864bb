"""The cache: SQLite indexes of film files and of the list."""
