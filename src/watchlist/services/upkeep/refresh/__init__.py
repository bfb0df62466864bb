"""Asking the live sites for news about films, and storing their claims beside the earlier ones."""
