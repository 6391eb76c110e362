"""Leer hojas: photographs become marks of known people; nothing is written before a person confirms."""
