"""One view per command: its result as a drawing, as plain lines, and as JSON."""
