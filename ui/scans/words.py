"""How what was read from a scan is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.i18n import _, language, ngettext
from liaison.language import digits
from ui.figures import figure

if TYPE_CHECKING:
    from liaison.storage.scans.scanned_text import ScannedText


def sureness(text: ScannedText) -> str:
    """Say how sure the reading is."""
    return digits.percent(text.confidence, language())


def told(text: ScannedText) -> str:
    """Say in one line what became of a scan; "" where the file holds its text itself."""
    if text.state == "failed":
        return _("The picture could not be read, so there is no text of it.")
    if text.state == "nothing":
        return _("There is no text in the picture.") if text.languages else ""
    line = _("A machine read the text of this picture; it is {percent} sure.").format(
        percent=sureness(text)
    )
    if text.unread:
        missing = ngettext(
            "{count} page is missing.", "{count} pages are missing.", text.unread
        ).format(count=figure(text.unread))
        line = f"{line} {missing}"
    return line
