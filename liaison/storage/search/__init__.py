"""Finding any record by what is written in it, in whatever spelling."""

from liaison.storage.search.find import FIRST, find
from liaison.storage.search.index import (
    pending_files,
    put_file_text,
    rebuild,
    reindex_holders,
    update,
)
from liaison.storage.search.schema import create, is_current
from liaison.storage.search.snippet import SCANNED, Hit
from liaison.storage.search.tallying import Tally, tally

__all__ = [
    "FIRST",
    "SCANNED",
    "Hit",
    "Tally",
    "create",
    "find",
    "is_current",
    "pending_files",
    "put_file_text",
    "rebuild",
    "reindex_holders",
    "tally",
    "update",
]
