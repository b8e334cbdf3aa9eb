"""What came of the office's work: one declaration for window, paper, sheet and command line."""
