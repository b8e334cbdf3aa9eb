"""The text of scanned papers, read by the office's own Tesseract and kept with its doubts."""

from liaison.storage.scans.kept import Scans
from liaison.storage.scans.scanned_text import DOUBTFUL, ScannedText
from liaison.storage.scans.tesseract import LANGUAGES, Tesseract, find

__all__ = ["DOUBTFUL", "LANGUAGES", "ScannedText", "Scans", "Tesseract", "find"]
