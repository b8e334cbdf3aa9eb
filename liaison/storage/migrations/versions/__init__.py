"""One file a version; the first letter makes the number a name."""
