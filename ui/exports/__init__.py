"""Taking out what a list shows: into a file, or to the clipboard for Word."""
