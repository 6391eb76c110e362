"""Counting in the database: set-based SQL over temporary tables, never a stored total."""
