"""TOML: reading with limits, editing in place, and the schema of values."""
