"""The command that reads the scans that wait."""

from collections import Counter

from liaison.commands.request import Request, opened
from liaison.commands.terminal import figure, say, say_error
from liaison.errors import UserError
from liaison.i18n import ngettext


def scans(request: Request) -> int:
    """Read all scans that wait and say what became of them."""
    from liaison.storage.confinement import never
    from liaison.storage.scanning import read_waiting, way_told
    from liaison.storage.scans.lacking import lacking
    from liaison.storage.scans.tesseract import find

    tesseract = find()
    missing = lacking(tesseract)
    if tesseract is None or missing:
        raise UserError(missing)

    with opened(request, write=True) as archive:
        archive.extract_pending()
        read = read_waiting(archive, tesseract, never, lambda at: say_error(way_told(at)))
    states = Counter(each.state for each in read if each.languages or each.state != "nothing")
    say(_told(states["read"], states["nothing"], states["failed"]))
    return 0


def _told(read: int, nothing: int, failed: int) -> str:
    """Say how many scans were read, held no text, and could not be read."""
    parts = (
        (ngettext("{count} scan was read.", "{count} scans were read.", read), read),
        (ngettext("{count} held no text.", "{count} held no text.", nothing), nothing),
        (ngettext("{count} could not be read.", "{count} could not be read.", failed), failed),
    )
    return " ".join(text.format(count=figure(count)) for text, count in parts)
