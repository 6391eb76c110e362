"""Bringing people from a partner's list."""
