"""What is outside the program's own folders: files that the user names, standard input, the shell, the browser."""
