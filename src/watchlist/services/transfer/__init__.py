"""Import and export: one file per format; `format.py` says how to add one."""
