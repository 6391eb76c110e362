"""Days of a person, from the outside."""
