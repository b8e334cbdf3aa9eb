"""What several sources say of a partner, side by side, fact by fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from liaison.domain.records.claim import Claim
from liaison.domain.rules.claims import Stated, by_fact
from liaison.domain.rules.facts import in_either
from liaison.i18n import _
from ui.figures import figure, in_digits
from ui.pages.partner_words import OUT_OF_DATE, needs_updating, spanned
from ui.rights import allow
from ui.widgets.pieces import button, card, chip, clear, label, no_margins, row, scrolled
from ui.widgets.tab_stack import StackedTab
from ui.widgets.title_button import TitleButton

if TYPE_CHECKING:
    from datetime import date

    from liaison.storage.row import Row
    from ui.pages.partner_beginning import Beginning
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

_BESIDE: Final = 3
"""Sources side by side before the next row begins."""
_MOST: Final = 40
"""Facts that are laid out; all of them are a list of their own."""


class ClaimsTab(StackedTab["PartnerRows"]):
    """A card a fact: what each source says, of when, and where it stands."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__()
        self.workspace = workspace
        self.links: list[TitleButton] = []
        self.facts: list[QFrame] = []
        self._title, self._count = label("card-title"), label("muted")
        self._empty = label("muted", wrap=True)
        self.add_button = button("link", beginning.maker("claim"))
        self.all_button = button("link", self._open_all)
        frame, column = card()
        column.addLayout(
            row(self._title, self._count, 1, self.add_button, self.all_button, spacing=8)
        )
        column.addWidget(self._empty)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._facts = QVBoxLayout(inside)
        no_margins(self._facts, 12)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        no_margins(outer, 12)
        outer.addWidget(frame)
        outer.addWidget(area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_(Claim.plural))
        self._empty.setText(
            _("No claim yet. Add what a source says of a fact; others are shown beside it.")
        )
        self.add_button.setText(_("+ Add"))
        self.add_button.setAccessibleName(f"{_(Claim.plural)}: {_('+ Add')}")
        self.all_button.setText(_("All in a list"))
        allow(self.add_button, self.workspace, "claim")
        super().retranslate()

    def show_rows(self, rows: PartnerRows) -> None:
        """Show the facts, those on which sources disagree first."""
        self.rows = rows
        clear(self._facts)
        self.links = []
        stated = by_fact(rows.claims)
        self.facts = [self._fact(each, rows.today) for each in stated[:_MOST]]
        for each in self.facts:
            self._facts.addWidget(each)
        self._facts.addStretch(1)
        self._count.setText(figure(len(rows.claims)) if rows.claims else "")
        self._empty.setVisible(not rows.claims)
        self.all_button.setVisible(bool(rows.claims))

    def start(self) -> None:
        """Put the keyboard on the first claim, else on the button that adds one."""
        goal = self.links[0] if self.links else self.add_button
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _fact(self, stated: Stated[Row], today: date) -> QFrame:
        """Return the card of one fact, a column for each source."""
        frame, column = card()
        title = label("card-title", in_either(stated.claims[0], "fact") or _("untitled"), wrap=True)
        head = row(title, spacing=8)
        head.setStretch(0, 1)
        if stated.disagree:
            head.addWidget(chip("amber", _("the sources disagree")))
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for at, each in enumerate(stated.claims):
            grid.addLayout(self._claim(each, today), *divmod(at, _BESIDE))
        for at in range(_BESIDE):
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        return frame

    def _claim(self, each: Row, today: date) -> QVBoxLayout:
        """Return what one source says: the value opens the record."""
        column = QVBoxLayout()
        no_margins(column, 2)
        value = in_digits(each.get("value") or "—")
        link = TitleButton(value, lambda: self.workspace.open_record("claim", each.uid))
        self.links.append(link)
        column.addWidget(link)
        as_of = spanned(each.get("as_of"))
        source = each.get("source") or ""
        said = [
            ("", in_either(each, "qualifier")),
            ("muted", _("as of {span}").format(span=as_of) if as_of else ""),
            ("muted", _("source: {source}").format(source=source) if source else ""),
        ]
        for role, words in said:
            if words:
                column.addWidget(label(role, words, wrap=True))
        if needs_updating(each, today):
            column.addWidget(chip("amber", _(OUT_OF_DATE)), 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return column

    def _open_all(self) -> None:
        if self.rows is not None:
            uids = {"uid": frozenset(each.uid for each in self.rows.claims)}
            self.workspace.open_list("claim", Claim.plural, uids)
