"""What is done in a session and around it."""
