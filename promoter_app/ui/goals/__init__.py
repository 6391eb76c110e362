"""Metas: figures against their targets, the rows behind each, and the office's follow-up of a period."""
