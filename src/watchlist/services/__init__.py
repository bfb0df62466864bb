"""What the program does: values in, one frozen result out. `today` is always an argument."""
