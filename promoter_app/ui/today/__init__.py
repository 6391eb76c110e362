"""Hoy: what comes next, and what waits."""
