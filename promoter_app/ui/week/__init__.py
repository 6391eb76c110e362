"""Semana: the board of crews and days, the proposal with its reasons, and every change by key or by drag."""
