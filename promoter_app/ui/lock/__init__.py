"""The door of the data: who comes in, why they do not open, and the ways back; all that is seen before the rooms."""
