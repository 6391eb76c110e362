"""Intentions: one public function for each thing a person wants, one transaction each."""
