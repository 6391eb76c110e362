"""Photographed and scanned sheets: a grey picture in, the page's code and its marks out."""
