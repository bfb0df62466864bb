"""What people see: turns a result into a Rich renderable, plain text or JSON. Decides nothing, loads nothing."""
