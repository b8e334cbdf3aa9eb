"""The report to the council, step by step."""
