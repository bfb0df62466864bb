"""What the program remembers between its runs, all of it safe to lose.

Answers that can be given again, the last look, the calendar, lists that were imported, notes in JSON.
"""
