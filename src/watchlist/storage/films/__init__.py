"""The formats of films: our film files, and the table of titles that IMDb publishes."""
