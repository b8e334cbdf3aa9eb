"""Reading all scans of an archive that wait, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from liaison.errors import StorageError
from liaison.i18n import _, language
from liaison.language import digits
from liaison.reasons import reason_of
from liaison.storage.confinement import StoppedError
from liaison.storage.scans.reading import read_scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.archive import Archive
    from liaison.storage.scans.scanned_text import ScannedText
    from liaison.storage.scans.tesseract import Tesseract


@dataclass(frozen=True)
class Progress:
    """How far reading has come: the file in hand, how many there are, and its page, all from 1."""

    file: int
    files: int
    page: int = 1


def way_told(progress: Progress) -> str:
    """Say how far reading has come."""
    file, files, page = (
        digits.number(each, language()) for each in (progress.file, progress.files, progress.page)
    )
    told = _("Reading scans: {file} of {files}, page {page}")
    return told.format(file=file, files=files, page=page)


def read_waiting(
    archive: Archive,
    tesseract: Tesseract,
    should_stop: Callable[[], bool],
    told: Callable[[Progress], object] = lambda _progress: None,
    kept: Callable[[str, ScannedText], object] = lambda _sha256, _text: None,
) -> list[ScannedText]:
    """Read what waits, keep each text before the next, and return them.

    A file that is missing waits until it is back. `kept` is called with each SHA-256 and its text.
    Raises StorageError where Tesseract does not start.
    """
    waiting = archive.scans.waiting()
    done: list[ScannedText] = []
    for place, (file, _textless) in enumerate(waiting, start=1):
        told(Progress(place, len(waiting)))
        try:
            with archive.open_file(file) as content:
                text = read_scan(
                    tesseract,
                    content,
                    file.name,
                    should_stop,
                    _telling(told, Progress(place, len(waiting))),
                )
        except StorageError:  # it waits until it is back
            continue
        except StoppedError:
            break
        except OSError as fault:
            raise StorageError(
                _("Tesseract does not start: {reason}.").format(reason=reason_of(fault))
            ) from fault
        archive.scans.keep(file.sha256, text)
        kept(file.sha256, text)
        done.append(text)
    return done


def _telling(told: Callable[[Progress], object], at: Progress) -> Callable[[int], object]:
    return lambda page: told(replace(at, page=page))
