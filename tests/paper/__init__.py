"""What other programs read in our PDFs."""
