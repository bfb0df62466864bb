"""The command line: flags to domain values, one service call, one show. The only place that reads the clock."""
