"""Plans, their reasons and their bounds."""
