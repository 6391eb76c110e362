"""The camera in the window: where frames come from, one worker that reads the newest one, and what to say without."""
