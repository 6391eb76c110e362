"""What the office sets up before and during a season. Every intention asks for a coordinator."""
