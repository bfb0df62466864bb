"""What lies outside the program's own folders: files that the user names, and the browser."""
