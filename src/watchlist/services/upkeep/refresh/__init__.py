"""Asking the sites for what is new about films, and keeping what they say beside what was said."""
