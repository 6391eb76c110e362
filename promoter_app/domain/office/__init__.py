"""What an office sets up: its nouns described field by field, and the rules their values must keep."""
