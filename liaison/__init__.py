"""Liaison: the records of a city's international office, their storage and their papers.

Nothing below this package knows the window.
"""
