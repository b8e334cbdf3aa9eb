"""The way into an archive that does not simply open, and the way out again: locking."""
