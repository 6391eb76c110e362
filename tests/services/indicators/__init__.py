"""Indicators, outside reports and privacy, on seasons built row by row."""
