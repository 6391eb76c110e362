"""Intentions, one transaction each."""
