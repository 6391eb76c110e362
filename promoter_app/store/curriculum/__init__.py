"""Reading the curricula folder: every course that can be read and every mistake by file and line."""
