"""Ajustes: this laptop's own choices and, for a coordinator, what the office sets up."""
