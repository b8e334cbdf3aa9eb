"""Finding any record by what is written in it, in whatever spelling."""

from liaison.storage.search.find import FIRST, find
from liaison.storage.search.index import pending_files, put_file_text, rebuild, update
from liaison.storage.search.schema import create, is_current
from liaison.storage.search.snippet import Hit
from liaison.storage.search.tallying import Tally, tally

__all__ = [
    "FIRST",
    "Hit",
    "Tally",
    "create",
    "find",
    "is_current",
    "pending_files",
    "put_file_text",
    "rebuild",
    "tally",
    "update",
]
