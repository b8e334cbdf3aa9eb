"""The versions of the tables, and the way from each to the next.

`python -m liaison.storage.migrations "what changed"` writes the next one from the declarations.
"""
