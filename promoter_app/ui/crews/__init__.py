"""Cuadrillas: the path of each crew and its people."""
