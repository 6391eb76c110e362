"""Crews, their members, their path and their cards."""
