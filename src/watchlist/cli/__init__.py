"""The command line: parses options, makes one service call, shows the result. Only this layer reads the clock."""
