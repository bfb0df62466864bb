"""Looking after the user's files: the services that read and write them, and the only ones that do."""
