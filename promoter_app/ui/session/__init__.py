"""The session: five steps over the whole window, the break clock always on screen."""
