"""Rules of the field. Standard library only: no Qt, no disk, no clock, no randomness."""
