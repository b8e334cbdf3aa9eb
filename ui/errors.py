"""The only place that shows errors: by who has to act."""

import logging
import sys
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from liaison.errors import StorageError, UserError
from liaison.i18n import _

log = logging.getLogger("liaison.window")


def report(error: BaseException) -> str:
    """Return everything a maintainer needs to know of `error`; no record's content is in it."""
    import traceback  # not part of the first picture

    lines = traceback.format_exception(error)
    return f"Liaison, Python {sys.version}\n\n{''.join(lines)}"


class Errors(QObject):
    """Sorts errors: a sentence for the user, a banner for the disk, a report for a bug."""

    said = Signal(str)
    """A sentence the user can act on."""
    bannered = Signal(str)
    """The disk or the archive is at fault."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: Any = None

    @Slot(Exception)
    def show(self, error: BaseException) -> None:
        """Show `error` in the way its kind asks for."""
        match error:
            case UserError():
                self.said.emit(error.message)
            case StorageError():
                self.bannered.emit(str(error))
            case _:
                log.error("Unforeseen", exc_info=error)
                self._offer_report(error)

    def _offer_report(self, error: BaseException) -> None:
        from PySide6.QtWidgets import QMessageBox  # not part of the first picture

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(_("Liaison"))
        box.setText(_("Something went wrong inside the program. What was saved is safe."))
        box.setInformativeText(_("Save the report and give it to whoever looks after Liaison."))
        box.setDetailedText(report(error))
        save = box.addButton(_("Save report…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        save.clicked.connect(lambda: self._save(report(error)))
        box.finished.connect(box.deleteLater)
        box.open()

    def _save(self, text: str) -> None:
        from PySide6.QtWidgets import QFileDialog  # not part of the first picture

        from liaison.storage.faults import reason_of

        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save report"), "liaison-report.txt"
        )
        if name:
            try:
                with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the path is Qt's
                    file.write(text)
            except OSError as error:
                self.bannered.emit(
                    _("The report could not be saved: {reason}").format(reason=reason_of(error))
                )

    def install(self) -> None:
        """Show what nobody caught, instead of ending."""
        self._before = sys.excepthook
        sys.excepthook = self._unforeseen

    def remove(self) -> None:
        """Leave the interpreter as it was before `install`."""
        sys.excepthook = self._before

    def _unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(error)
