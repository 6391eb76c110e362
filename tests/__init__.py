"""Surco's tests: the floors mirrored, and journeys, laws, faults and benchmarks. Run with `python3 -m tests`."""
