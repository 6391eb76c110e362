"""Temas: the topics as they are taught; a coordinator changes them as a new version."""
