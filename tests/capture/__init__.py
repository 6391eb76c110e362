"""Images in, codes and marks out."""
