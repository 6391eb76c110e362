"""Keys: who can open a data folder, how keys are wrapped, sealed, signed with, and written on paper."""
