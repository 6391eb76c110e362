"""Indicators of a period: figures, breakdowns, the rows behind a number, closed periods, delays, items missed."""
