"""Faults strike the same sample season and the same window as the journeys."""

from tests.journeys.conftest import open_field, season_cache

__all__ = ["open_field", "season_cache"]
