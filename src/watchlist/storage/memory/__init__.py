"""What the program remembers between its runs, all of it safe to lose: the last look, the calendar, notes in JSON."""
