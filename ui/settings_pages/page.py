"""The settings: a list of parts, and the chosen one beside it."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import N_, _
from ui.fonts import scaled
from ui.page import Page
from ui.scans.reader import PART
from ui.settings_pages.archive_data import DataPart
from ui.settings_pages.council_terms import CouncilTermsPart
from ui.settings_pages.days import DaysPart
from ui.settings_pages.keys_table import KeysPart
from ui.settings_pages.look import LookPart
from ui.settings_pages.office import OfficePart
from ui.settings_pages.part import Part
from ui.settings_pages.people import PeoplePart
from ui.settings_pages.relations import RelationsPart
from ui.settings_pages.reminders import RemindersPart
from ui.settings_pages.scans import ScansPart
from ui.settings_pages.vocabulary import VocabularyPart
from ui.widgets.pieces import card, label, row, scrolled
from ui.widgets.setting_line import SettingLine
from ui.workspace import Workspace

PARTS: Final[Mapping[str, tuple[str, Callable[[Workspace], Part]]]] = {
    "office": (N_("Office"), OfficePart),
    "days": (N_("Working days"), DaysPart),
    "relations": (N_("Relations"), RelationsPart),
    "terms": (N_("Council terms"), CouncilTermsPart),
    # Translators: in Persian یادآوری‌ها
    "reminders": (N_("Reminders"), RemindersPart),
    # Translators: in Persian واژگان
    "vocabulary": (N_("Vocabularies"), VocabularyPart),
    # Translators: reading the text of scanned papers, in Persian متن تصویرها
    PART: (N_("Scans"), ScansPart),
    "people": (N_("People and access"), PeoplePart),
    "look": (N_("Language and look"), LookPart),
    # Translators: the folder of the archive and what protects it, in Persian داده‌ها
    "data": (N_("Data"), DataPart),
    "keys": (N_("Shortcuts"), KeysPart),
}
"""The parts in order: the message that names each, and what makes it."""
_CHAPTERS: Final = {
    "people": "safety",
    "data": "safety",
    "keys": "keys",
    "reminders": "reminders",
    PART: "files",
}
"""The chapters of the guide about parts that are told elsewhere than under settings."""
_WIDTH: Final = 200
_WIDEST: Final = 300
_ROW: Final = 36


class SettingsPage(Page):
    """What the office and whoever sits here set; each thing counts at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._title, self._part_title = label("page-title"), label("muted")
        self.parts: dict[str, Part] = {}
        self.names = QListWidget()
        self.names.setProperty("role", "listing")
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.addItems([""] * len(PARTS))
        self.stack = QStackedWidget()
        self._lay_out()
        self.names.currentRowChanged.connect(self._choose)
        self.enter_at(self.names)
        self.retranslate()
        self._fit()
        self.names.setCurrentRow(0)

    def _lay_out(self) -> None:
        head, column = card()
        column.addLayout(row(self._title, self._part_title, 1, spacing=12))
        side, side_column = card(margin=8)
        side_column.addWidget(self.names)
        self._side = side
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(side)
        body.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addLayout(body, 1)

    def show_part(self, name: str) -> None:
        """Show one part, by its name in `PARTS`."""
        self.names.setCurrentRow(list(PARTS).index(name))

    @override
    def choose(self, choice: str) -> None:
        self.show_part(choice)

    def _choose(self, place: int) -> None:
        name = list(PARTS)[place]
        part = self.parts.get(name)
        if part is None:
            part = self.parts[name] = PARTS[name][1](self.workspace)
            inside = scrolled(part)
            inside.setProperty("part", name)
            self.stack.addWidget(inside)
        self.stack.setCurrentIndex(list(self.parts).index(name))
        self._part_title.setText(_(PARTS[name][0]))
        part.refresh()

    def refresh(self) -> None:
        """Read again what the part on screen shows."""
        self._choose(self.names.currentRow())

    @override
    def keep_drafts(self) -> None:
        """Set what is being typed, as leaving the line does."""
        for line in self.findChildren(SettingLine):
            line.finish()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return _CHAPTERS.get(list(PARTS)[self.names.currentRow()], "settings")

    def title(self) -> str:
        """Return the name of the page."""
        return _("Settings")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.names.setAccessibleName(_("Parts of the settings"))
        for place, (text, _make) in enumerate(PARTS.values()):
            self.names.item(place).setText(_(text))
        if self.names.currentRow() >= 0:
            self._part_title.setText(self.names.currentItem().text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for texts of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._fit()

    def _fit(self) -> None:
        self._side.setFixedWidth(min(scaled(_WIDTH), _WIDEST))
        for place in range(self.names.count()):
            self.names.item(place).setSizeHint(QSize(scaled(_ROW), scaled(_ROW)))
