"""Maintaining the user's files: the only services that read and write files."""
