"""The head of a partner's page: what it is called, how the relation stands, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QTabBar, QVBoxLayout, QWidget

from liaison.domain.records.relation import Relation
from liaison.i18n import N_, _, language
from ui.figures import figure, isolated
from ui.history_button import HistoryButton
from ui.pages.partner_beginning import LABELS
from ui.pages.partner_words import (
    OUT_OF_DATE,
    STAGE_TONES,
    VITALITY_TONES,
    names_of,
    needs_updating,
    place_of,
    vitality_words,
)
from ui.pages.visit_words import option
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, chip, label, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.partner_beginning import Beginning
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

TABS: Final = (
    # Translators: «چکیدهٔ رابطه» in Persian.
    ("summary", N_("The relation")),
    ("dealings", N_("Visits and meetings")),
    ("agreements", N_("Documents")),
    ("promises", N_("Commitments")),
    ("people", N_("People")),
    ("subjects", N_("Experiences and subjects")),
    ("claims", N_("Sourced claims")),
    # Translators: «مشخصات» in Persian: the form of the city or body itself.
    ("form", N_("Particulars")),
)
"""The tabs of a partner, in reading order, with their labels."""


_LINE: Final = 32
_WIDEST: Final = 520
"""Pixels after which a name goes on in another line."""


class Header(Speaking, QFrame):
    """Breadcrumb, names, chips, tabs with counts, and the buttons of the whole partner."""

    history_wanted = Signal()
    print_wanted = Signal(str)
    """The profile is to be printed, at this task of the print room."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.workspace = workspace
        self._beginning = beginning
        self._rows: PartnerRows | None = None
        self._section = button("link", lambda: workspace.open_section("partner"))
        self._crumb = label("muted")
        self._name, self._other_name = label("page-title"), label("muted")
        self.bond, self.vitality, self.age = chip("green"), chip("grey"), chip("amber")
        self.history_button = HistoryButton(workspace.theme, self.history_wanted.emit)
        self.print_button = button("", lambda: self.print_wanted.emit(""))
        self.guest_button = button("", lambda: self.print_wanted.emit("guest"))
        self.begin_button = button("primary")
        self.begin_menu = QMenu(self.begin_button)
        self.begin_button.setMenu(self.begin_menu)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _name, _label in TABS:
            self.tabs.addTab("")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        # What does not fit beside the name goes on below it.
        names = QWidget()
        flow = FlowLayout(names, spacing=10)
        chips = QWidget()
        chips.setLayout(row(self.bond, self.vitality, self.age, spacing=10))
        for each in (self._name, self._other_name, chips):
            each.setMinimumHeight(_LINE)
            flow.addWidget(each)
        head = row(spacing=12)
        head.addWidget(names, 1)
        head.addLayout(
            row(self.history_button, self.guest_button, self.print_button, self.begin_button)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(6)
        column.addLayout(row(self._section, self._crumb, 1, spacing=0))
        column.addLayout(head)
        column.addWidget(self.tabs)

    def retranslate(self) -> None:
        """Say everything again."""
        self._section.setText(_("Cities and bodies"))
        self._section.setAccessibleName(_("Back to the list of cities and bodies"))
        self.print_button.setText(_("Print the profile"))
        self.print_button.setToolTip("Ctrl+P")
        self.guest_button.setText(_("Guest edition"))
        self.guest_button.setToolTip(_("The profile without what is internal"))
        # Translators: «+ سفر / سند / پیگیری» in Persian.
        self.begin_button.setText(_("+ Visit / document / follow-up"))
        self.begin_button.setAccessibleName(_("Begin a record of this partner"))
        self.tabs.setAccessibleName(_("Parts of the partner"))
        self._fill_menu()
        self._show()

    def _fill_menu(self) -> None:
        self.begin_menu.clear()
        for type_name, text in LABELS.items():
            action = self.begin_menu.addAction(_(text), self._beginning.maker(type_name))
            action.setEnabled(self.workspace.may_write(type_name))

    def show_rows(self, rows: PartnerRows) -> None:
        """Show what was read."""
        self._rows = rows
        self._show()

    def title(self) -> str:
        """Return the name of the partner on screen."""
        return self._name.text()

    def _show(self) -> None:
        counts: Sequence[int] = (0,) * len(TABS)
        if self._rows is not None:
            counts = _counts(self._rows)
            self._show_partner(self._rows)
        for index, ((_name, text), count) in enumerate(zip(TABS, counts, strict=True)):
            words = _(text)
            self.tabs.setTabText(index, f"{words}  {figure(count)}" if count else words)
        for each in (self.bond, self.vitality, self.age, self._other_name):
            each.setVisible(bool(each.text()))

    def _show_partner(self, rows: PartnerRows) -> None:
        partner, bond = rows.partner, next(iter(rows.file.relations), None)
        name, beside = names_of(partner)
        _set_name(self._name, name)
        _set_name(self._other_name, beside)
        # The sign comes first, so the line has to be told its direction.
        mark = "\u200f" if language() == "fa" else "\u200e"
        self._crumb.setText(mark + "  ".join(f"›  {isolated(each)}" for each in place_of(partner)))
        self.bond.setText(option(Relation, "kind", bond.get("kind")) if bond is not None else "")
        stage = bond.get("stage") if bond is not None else None
        set_tone(self.bond, "chip", STAGE_TONES.get(stage or "", "green"))
        self.vitality.setText(vitality_words(rows))
        set_tone(self.vitality, "chip", VITALITY_TONES[rows.file.vitality])
        self.age.setText(_(OUT_OF_DATE) if needs_updating(partner, rows.today) else "")


def _counts(rows: PartnerRows) -> Sequence[int]:
    file = rows.file
    return (
        0,
        len(file.visits) + len(file.meetings),
        len(file.agreements),
        len(rows.promised),
        len(rows.positions),
        len(rows.experiences) + len(file.subjects),
        len(rows.claims),
        0,
    )


def _set_name(made: QLabel, name: str) -> None:
    """Show a name on one line, a very long one on several."""
    made.setText(name)
    made.ensurePolished()
    across = made.fontMetrics().horizontalAdvance(name) + 4
    made.setWordWrap(across > _WIDEST)
    made.setFixedWidth(min(across, _WIDEST))
