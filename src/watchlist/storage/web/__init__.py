"""The web: one polite client, used only by `refresh`, `lookup`, `read` and `catalogue add`."""
