"""What the program remembers between runs, all of it safe to lose.

Answers to repeat, the last look, the last pick, exported calendars, imported lists, and JSON files in general.
"""
