"""The report of a problem: read here before it is saved or copied."""
