"""Live sources: pure functions that turn the data of their answers into claims and facts."""
