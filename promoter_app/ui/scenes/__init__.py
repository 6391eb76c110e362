"""Scenes: how the window comes to each screen and state. The gallery draws them, tests look at them."""
