"""The pairs of records that may be one, the most certain first, with the way to make them one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout
from typing_extensions import override

from liaison.domain.rules.named import NAMED_TYPES
from liaison.i18n import N_, _, language, ngettext
from liaison.insight.doubles import MOST, Double, Finding, keep_apart, most_certain
from liaison.storage.settings import NOT_DOUBLES
from ui import actions
from ui.figures import figure
from ui.page import Page
from ui.pages.doubles_model import COLUMNS, DoublesModel, Proposed, standing
from ui.records.table import Table
from ui.series import Series
from ui.widgets.choice import Choice
from ui.widgets.pieces import button, card, label, row
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.workspace import Workspace

_SHARES: Final = (0.22, 0.22, 0.11, 0.08)
"""Of the width, for all columns but the last."""
_MANY: Final = 5000
"""With more records than so many one asks for another look; with fewer it is taken at once."""
_TYPES: Final = {
    "": N_("All"),
    "partner": N_("Cities and bodies"),
    "person": N_("People"),
}


class DoublesPage(Page):
    """What was perhaps written down twice."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = DoublesModel(self)
        self.table = Table()
        self.table.setModel(self.model)
        self.types = Choice(N_("Show"), _TYPES)
        self.types.choose("")
        self.search = Series(workspace.jobs, self)
        self._found: list[Double] = []
        self._looked, self._enters, self._count = False, False, 0
        self._title, self._told = label("page-title"), label("muted")
        self._nothing = label("muted", wrap=True)
        self.again_button = button("", self.look)
        self.apart_button = button("", self.keep_apart)
        self.join_button = button("primary", self.join)
        self._lay_out()
        self._connect()
        self.enter_at(self.table, self.types.buttons[""])
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        tools = (self.again_button, self.apart_button, self.join_button)
        head_column.addLayout(row(self._title, self._told, 1, *tools, spacing=12))
        head_column.addWidget(self.types)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body, body_column = card(margin=8)
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self.table)
        body_column.addWidget(self._states)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        for number in range(len(COLUMNS)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)

    def _share_width(self) -> None:
        """Give the titles and the reason, which comes last, what the rest leaves."""
        width = self.table.viewport().width()
        for number, share in enumerate(_SHARES):
            self.table.setColumnWidth(number, int(width * share))

    def _connect(self) -> None:
        self.types.chosen.connect(self._narrow)
        self.table.resized.connect(self._share_width)
        self.table.opened.connect(self.join)
        self.table.deletion_wanted.connect(self.keep_apart)
        self.table.selectionModel().selectionChanged.connect(self._let)
        self.search.progressed.connect(self._tell)
        self.search.finished.connect(self._searched)
        self.search.failed.connect(self._fail)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.look, "F5", context=within)

    @override
    def chapter(self) -> str:
        return "doubles"

    @override
    def title(self) -> str:
        return _("Duplicates")

    @override
    def subject(self) -> str:
        return self.table.uid()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self.table.setAccessibleName(self.title())
        self.again_button.setText(_("Look again"))
        self.again_button.setToolTip("F5")
        self.apart_button.setText(_("They are two"))
        self.join_button.setText(_("Make one…"))
        self._nothing.setText(_("Reading…"))
        self._let()
        if self._looked:
            self.refresh()

    # -- finding

    @override
    def refresh(self) -> None:
        """Show what still stands of the pairs found, and look for more among a few records."""
        if self._looked:
            self._show_standing()
        if not self._looked or self._count <= _MANY:
            self.look()

    def look(self) -> None:
        """Compare all records anew, piece by piece."""
        archive = self.workspace.archive
        self.workspace.jobs.run(
            lambda: [Finding(archive, name) for name in NAMED_TYPES],
            self._begin,
            self._fail,
            owner=self,
            lane="look",
        )

    def _begin(self, findings: Sequence[Finding]) -> None:
        self._count = sum(each.count for each in findings)
        self.search.start([work for each in findings for work in each.works()])

    def _searched(self, pieces: Sequence[Sequence[Double]], whole: bool) -> None:  # noqa: FBT001 - the signal's
        if not whole:
            return
        first, self._looked = not self._looked, True
        self._enters = first and any(each.hasFocus() for each in self.types.buttons.values())
        self._found = most_certain([each for piece in pieces for each in piece])
        self._show_standing()

    def _show_standing(self) -> None:
        archive, found, lang = self.workspace.archive, self._found, language()
        self.workspace.jobs.run(
            lambda: standing(archive, found, lang), self._take, self._fail, owner=self, lane="pairs"
        )

    def _take(self, pairs: Sequence[Proposed]) -> None:
        at = self.table.currentIndex().row()
        self.model.show_pairs(pairs[:MOST])
        self._narrow(at=at)

    def _narrow(self, *_signal: object, at: int = 0) -> None:
        self.model.narrow(self.types.current())
        shown = len(self.model.rows)
        if not shown and self._looked:
            self._nothing.setText(_("Nothing looks as if it were written down twice."))
        self._states.setCurrentIndex(int(bool(shown)))
        if shown:
            self.table.setCurrentIndex(self.model.index(max(0, min(at, shown - 1)), 0))
            if self._enters:  # where the page was entered
                self.table.setFocus()
        self._enters = False
        self._tell_count()
        self._let()

    def _tell_count(self) -> None:
        count = len(self.model.rows)
        text = ngettext("{count} pair", "{count} pairs", count)
        self._told.setText(text.format(count=figure(count)) if self._looked else "")

    def _tell(self, done: int, whole: int) -> None:
        """Say how far the first look is; later ones disturb nobody."""
        if not self._looked and whole:
            share = figure(100 * done // whole)
            sign = "٪" if language() == "fa" else "%"
            self._nothing.setText(_("Comparing… {share}").format(share=f"{share}{sign}"))

    def _fail(self, error: Exception) -> None:
        self._nothing.setText(_("The records could not be compared."))
        self.workspace.troubled.emit(error)

    # -- working

    def chosen(self) -> Double | None:
        """Return the pair the cursor stands on, None for none."""
        at = self.table.currentIndex().row()
        return self.model.rows[at].double if 0 <= at < len(self.model.rows) else None

    def _let(self) -> None:
        """Let the pair be made one, or kept apart, by who may."""
        chosen, archive = self.chosen(), self.workspace.archive
        may_join = chosen is not None and self.workspace.may_write(chosen.type_name)
        may_part = archive.rights.may_set(NOT_DOUBLES)
        for each, may, key in (
            (self.join_button, may_join, "Enter"),
            (self.apart_button, may_part, "Del"),
        ):
            each.setEnabled(may and chosen is not None and not archive.read_only)
            each.setToolTip(key if may or chosen is None else _(NOT_YOURS))

    def join(self) -> None:
        """Look at both records side by side."""
        chosen = self.chosen()
        if chosen is not None and self.join_button.isEnabled():
            name = f"join:{chosen.type_name}/{chosen.first}/{chosen.second}"
            self.workspace.open_page(name)

    def keep_apart(self) -> None:
        """Remember that the two are not the same."""
        chosen, archive = self.chosen(), self.workspace.archive
        if chosen is None or not self.apart_button.isEnabled():
            return
        self.workspace.jobs.run(lambda: keep_apart(archive, chosen), self._parted, owner=self)

    def _parted(self, _nothing: None) -> None:
        self.workspace.changed.emit()
        self.workspace.say(_("These two are not proposed again."), _("Undo"), self.workspace.undo)
