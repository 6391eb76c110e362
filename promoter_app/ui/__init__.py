"""The window. The only home of PySide6; knows services and domain, never a workshop."""
