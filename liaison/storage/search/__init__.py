"""Finding any record by what is written in it, in whatever spelling."""

from liaison.storage.search.find import find
from liaison.storage.search.index import pending_files, put_file_text, rebuild, update
from liaison.storage.search.schema import create, is_current
from liaison.storage.search.snippet import Hit

__all__ = [
    "Hit",
    "create",
    "find",
    "is_current",
    "pending_files",
    "put_file_text",
    "rebuild",
    "update",
]
