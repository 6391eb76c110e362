"""Copies of the database: made, verified, thinned, put back, and what can be read from a damaged one."""
