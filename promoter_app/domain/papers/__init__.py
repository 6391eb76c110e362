"""Frozen values of every paper, checked when made."""
