"""What a view draws on a terminal, by the name of its command, where it would cost time to load for a pipe."""
