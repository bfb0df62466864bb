"""What live sources say, read into claims and facts: pure, from the data of an answer to values."""
