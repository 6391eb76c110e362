"""Recibir: what the laptops bring is united, repeated people and differences are decided, rosters go back."""
