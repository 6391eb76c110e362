"""People: from a list, and registered on the spot."""
