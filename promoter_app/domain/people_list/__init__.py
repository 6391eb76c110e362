"""People from a partner's list: what its columns mean and what becomes of each row."""
