"""Changing the user's files: the store, one safe transaction, the journal and the backups."""
