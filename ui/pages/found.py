"""All that was found for some words, narrowed by type and by what the records are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from liaison.i18n import _, language, ngettext
from liaison.insight.found import Asked, Facet, Findings, look
from ui.figures import figure, isolated
from ui.found import suggestions
from ui.page import Page
from ui.pages.found_facets import FacetRow
from ui.pages.found_list import FoundList
from ui.widgets.pieces import card, label, row
from ui.widgets.type_chips import TypeChips
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.storage.search import Hit

PART: Final = 50
_PAUSE: Final = 200


class FoundPage(Page):
    """The words, how many records hold them, chips that narrow, and the records themselves."""

    def __init__(self, workspace: Workspace, text: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.asked = Asked(text)
        self.hits: list[Hit] = []
        self._known = 0
        self._total, self._whole = 0, True
        self._heading, self.count = label("page-title"), label("muted")
        self.line = QLineEdit(text)
        self.line.setFixedWidth(320)
        self.told = label("muted", wrap=True)
        self.chips = TypeChips(reached_by_tab=True)
        self.facets = FacetRow()
        self.list = FoundList()
        self.enter_at(self.list.view)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        head_column.addLayout(row(self._heading, self.count, 1, self.line, spacing=12))
        for each in (self.told, self.chips, self.facets):
            head_column.addWidget(each)
        body, body_column = card(margin=8)
        body_column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._timer.start)
        self.line.returnPressed.connect(self.list.view.setFocus)
        self._timer.timeout.connect(self._typed)
        self.chips.narrowed.connect(self._narrowed)
        self.facets.chosen.connect(self._chosen)
        self.list.opened.connect(self.workspace.open_record)
        self.list.more_wanted.connect(self._more)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "search"

    def title(self) -> str:
        """Return what is looked for."""
        return _("Results for “{text}”").format(text=isolated(self.asked.text))

    def retranslate(self) -> None:
        """Say everything again, and read what is named in the language in use."""
        self._heading.setText(_("Search results"))
        self.line.setAccessibleName(_("Search"))
        self.line.setPlaceholderText(_("Search"))
        self.line.setToolTip("Ctrl+F")
        self.list.setAccessibleName(_("Search results"))
        if self._known:
            self.refresh()

    def find_here(self) -> bool:
        """Put the keyboard on the words."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        return True

    def step(self, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return by which step one comes back to these words."""
        return (asked[0], f"found:{self.asked.text}")

    # -- asking

    def refresh(self) -> None:
        """Read what is shown again, as much of it as there was."""
        self._read(range(max(PART, self._known)))

    def _typed(self) -> None:
        self._ask(Asked(self.line.text()))

    def _narrowed(self, type_name: str) -> None:
        self._ask(Asked(self.asked.text, type_name))

    def _chosen(self, key: str, value: object) -> None:
        """Let a facet have a value, or any where it is None."""
        chosen = {each: one for each, one in self.asked.chosen.items() if each != key}
        if value is not None:
            chosen[key] = value
        self._ask(replace(self.asked, chosen=chosen))

    def _ask(self, asked: Asked) -> None:
        self.asked = asked
        self.list.first()
        self._read(range(PART))

    def _more(self) -> None:
        """Read the next hits, unless all are there."""
        if self._known < self._total or not self._whole:
            self._read(range(self._known, self._known + PART))

    def _read(self, places: range) -> None:
        archive, asked, lang = self.workspace.archive, self.asked, language()
        self.workspace.jobs.run(
            lambda: (asked, places, look(archive, asked, places, lang)),
            self._take,
            self._failed,
            owner=self,
            lane="found",
        )

    def _failed(self, error: Exception) -> None:
        self.list.say(_("The list could not be read."))
        self.workspace.troubled.emit(error)

    # -- showing

    def _take(self, answer: tuple[Asked, range, Findings]) -> None:
        asked, places, findings = answer
        if asked != self.asked:
            return
        if places.start:
            self.hits += findings.hits
        else:
            self.hits = list(findings.hits)
        ended = len(findings.hits) < len(places)
        self._known = len(self.hits)
        self._total, self._whole = findings.total, findings.whole or ended
        if ended:
            self._total = self._known
        self._show(findings.facets, findings)

    def _show(self, facets: Sequence[Facet], findings: Findings) -> None:
        self.list.show_hits(suggestions(self.hits, text=self.asked.text))
        self.chips.show_tally(findings.tally, self.asked.type_name)
        self.facets.show_facets(self.asked, facets)
        before: QWidget = self.line
        for each in (*self.chips.buttons.values(), *self.facets.boxes.values(), self.list.view):
            QWidget.setTabOrder(before, each)
            before = each
        count = ngettext("{count} record", "{count} records", self._total)
        number = figure(self._total)
        shown = number if self._whole else _("{count}+").format(count=number)
        self.count.setText(count.format(count=shown))
        self.told.setText(
            _("No record holds these words; what you see is written in a similar way.")
            if findings.tally.widened
            else ""
        )
        self.told.setVisible(bool(self.told.text()))
        if not self.hits:
            self.list.say(_("Nothing was found. Try fewer letters, or another spelling."))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.workspace.go_back()
        else:
            super().keyPressEvent(event)
