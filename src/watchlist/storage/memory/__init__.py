"""What the program remembers between its runs, all of it safe to lose.

The last look, the calendar, lists that were imported, notes in JSON.
"""
