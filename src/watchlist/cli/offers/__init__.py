"""What a shell offers at TAB, one file per kind of words; each is imported when it is asked for."""
