"""The terminal, as a person or another program uses it."""
