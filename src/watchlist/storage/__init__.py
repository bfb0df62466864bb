"""Every byte that crosses the process boundary: paths, files, TOML, the catalogue, the user's list, the web."""
