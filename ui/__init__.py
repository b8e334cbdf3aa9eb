"""The window of Liaison: Qt widgets over the office's knowledge in `liaison`."""
