"""Courses and their content: shapes, checks and the questions other floors ask."""
