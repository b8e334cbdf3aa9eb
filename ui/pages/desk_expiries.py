"""Documents that run out, on the desk: until when, and a way to take note of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from liaison.i18n import _, language, ngettext
from liaison.time import jalali
from ui.figures import figure
from ui.noting import take_note
from ui.pages.desk_part import LatePart
from ui.widgets.one_line import OneLine
from ui.widgets.pieces import button, chip, row, rule
from ui.widgets.title_button import TitleButton

if TYPE_CHECKING:
    from liaison.domain.rules.expiry import Expiry
    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace

_SHOWN: Final = 6


class ExpiriesPart(LatePart):
    """Warnings of documents that run out; one that was taken note of does not come again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.buttons: dict[str, QPushButton] = {}
        """By agreement what takes note of its warning."""
        self._noting = False
        self.rest = button("link", self._open_all)
        self.head.addWidget(self.rest)

    @override
    def title(self) -> str:
        return _("Agreements running out")

    @override
    def content(self, reading: DeskReading) -> object:
        return reading.warnings, reading.titles

    @override
    def build(self, reading: DeskReading) -> None:
        self.buttons = {}
        count = len(reading.warnings)
        self.rest.setVisible(count > 0)
        self.rest.setText(_("All ({count})").format(count=figure(count)))
        self.rest.setAccessibleName(_("All agreements that run out"))
        if not reading.warnings:
            self.say(_("No agreement runs out within six months, or each was taken note of."))
            return
        for each in reading.warnings[:_SHOWN]:
            self.body.addWidget(rule())
            self.body.addWidget(self._line(each, reading))
        self.body.addStretch(1)
        if self._noting:  # the keyboard goes on to the next one
            self._noting = False
            next(iter(self.buttons.values())).setFocus()

    def _line(self, expiry: Expiry, reading: DeskReading) -> QWidget:
        uid, lang = expiry.agreement, language()
        title = reading.titles.get(uid) or _("untitled")
        words = [_("Ends on {day}").format(day=jalali.long_date(expiry.on, lang))]
        if expiry.notice_by is not None:
            day = jalali.long_date(expiry.notice_by, lang)
            words.append(_("Notice by {day}").format(day=day))
        noted = button("", partial(self._acknowledge, expiry))
        # Translators: in Persian «دیده شد»
        noted.setText(_("Take note"))
        noted.setAccessibleName(_("Take note that “{title}” runs out").format(title=title))
        noted.setEnabled(not self.workspace.archive.read_only)
        self.buttons[uid] = noted
        opener = TitleButton(title, partial(self.workspace.open_record, "agreement", uid))
        line = row(opener, OneLine("muted", " · ".join(words)), _ahead(expiry), noted, spacing=12)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _acknowledge(self, expiry: Expiry) -> None:
        reading = self.reading
        if reading is None:
            return
        self._noting = True
        self.buttons[expiry.agreement].setEnabled(False)
        take_note(self.workspace, (expiry.key,), reading.today, self, failed=self._not_acknowledged)

    def _not_acknowledged(self, error: Exception) -> None:
        self._noting = False
        for each in self.buttons.values():
            each.setEnabled(not self.workspace.archive.read_only)
        self.workspace.troubled.emit(error)

    def _open_all(self) -> None:
        if self.reading is not None:
            uids = {each.agreement for each in self.reading.warnings}
            self.workspace.open_list("agreement", self.title(), {"uid": uids})


def _ahead(expiry: Expiry) -> QWidget:
    """Return how far ahead the warning is."""
    if not expiry.months:
        return chip("red", _("Past"))
    words = ngettext("within {count} month", "within {count} months", expiry.months)
    tone = "red" if expiry.months == 1 else "amber"
    return chip(tone, words.format(count=figure(expiry.months)))
