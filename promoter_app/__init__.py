"""Surco: the promoter's companion for short trainings in cane and tobacco fields."""

__version__ = "0.1.0"
