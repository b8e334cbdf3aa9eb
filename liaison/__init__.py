"""Liaison: the records of a city's international office, their storage and their papers.

Nothing below this package knows the window.
"""

from typing import Final

__version__: Final = "0.1.0"
