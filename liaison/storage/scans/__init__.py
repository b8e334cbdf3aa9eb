"""The text of scanned papers, read by the office's own Tesseract and kept with its doubts."""
