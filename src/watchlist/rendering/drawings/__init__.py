"""Drawings for a terminal, named after their command, that a pipe does not need to load."""
