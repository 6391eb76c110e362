"""Who opens the data, what leaves sealed, what is kept as a copy, and what was done."""
