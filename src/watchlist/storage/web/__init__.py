"""The web: one polite client, used by `refresh`, `lookup` and `catalogue add` alone."""
