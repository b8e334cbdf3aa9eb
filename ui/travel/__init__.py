"""The laptop that travels: what goes out, what comes back, and the questions in between."""
