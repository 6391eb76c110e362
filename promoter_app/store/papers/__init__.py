"""Papers that were given out: printed pages with who is on each row, rows typed in from them, constancias."""
