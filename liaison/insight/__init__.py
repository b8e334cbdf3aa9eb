"""What the archive as a whole tells: answers over many records, for window, paper and sheet."""
