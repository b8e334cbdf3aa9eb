"""Charts and emblems as pictures of plain shapes, drawn alike on paper and in the window."""
