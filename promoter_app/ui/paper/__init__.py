"""Papel: paper goes out (Imprimir) and comes back by photo (Leer hojas)."""
