"""What is said where scans wait and no Tesseract can read them."""

import sys
from collections.abc import Mapping
from typing import Final

from liaison.i18n import N_, _, language
from liaison.language.listing import enumerated
from liaison.storage.scans.tesseract import Tesseract

_NAMES: Final[Mapping[str, str]] = {"fas": N_("Persian"), "eng": N_("English")}
_WAYS: Final[Mapping[str, str]] = {
    "win32": N_(
        "Run the installer of Tesseract for Windows and choose Persian among its additional"
        " languages."
    ),
    "darwin": N_("With Homebrew: brew install tesseract tesseract-lang"),
    "linux": N_("On Debian and Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-fas"),
}


def lacking(tesseract: Tesseract | None) -> str:
    """Say what is missing to read scans and how it is installed; "" where nothing is."""
    if tesseract is None:
        told = _("Tesseract, the program that reads scans, is not installed on this computer.")
    elif tesseract.missing:
        names = enumerated([_(_NAMES[each]) for each in tesseract.missing], language())
        told = _("Tesseract is installed without {languages}, so no scan is read.").format(
            languages=names
        )
    else:
        return ""
    return f"{told} {_(_WAYS.get(sys.platform, _WAYS['linux']))}"
