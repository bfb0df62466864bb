"""What people see: a result becomes a Rich renderable, plain text or JSON. Decides nothing, loads nothing."""
