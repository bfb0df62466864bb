"""Film files: ours, and IMDb's table of titles."""
