"""The gate: safety first, always explained, nobody turned away."""
