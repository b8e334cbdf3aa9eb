"""The head of a cooperation document's page: what it is, where it stands, what holds it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QTabBar

from liaison.domain.records.agreement import Agreement
from liaison.domain.rules.clearances import refusal
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language
from ui.figures import figure, isolated
from ui.history_button import HistoryButton
from ui.pages.agreement_reading import AgreementRows
from ui.pages.agreement_stages import ASIDE, aside_labels, held_by, stage_labels
from ui.pages.visit_words import both, option
from ui.speaking import Speaking
from ui.widgets.file_layout import lay_out_head
from ui.widgets.pieces import button, chip, label
from ui.widgets.stage_bar import StageBar
from ui.widgets.toast import Banner
from ui.workspace import Workspace

TABS: Final = (
    ("summary", N_("Overview")),
    ("clearances", N_("Clearances")),
    ("parties", N_("Parties and signatories")),
    ("articles", N_("Clauses")),
    ("versions", N_("Versions and scans")),
    # Translators: «مشخصات» in Persian.
    ("details", N_("Details")),
)
"""The tabs of a document, in reading order, with their labels."""
_TWO: Final = 2


class Header(Speaking, QFrame):
    """Breadcrumb, titles, stage bar, tabs with counts, and the buttons of the whole document."""

    deletion_wanted = Signal()
    history_wanted = Signal()
    stage_wanted = Signal(str)
    override_wanted = Signal(str)
    """The stage is to be set without the clearances that hold it."""
    clearances_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows: AgreementRows | None = None
        self._may_stage = self._may_delete = True
        self._section = button("link", lambda: workspace.open_section("agreement"))
        self._crumb = label("muted")
        self._title = label("page-title", wrap=True)
        self._other_title = label("muted", wrap=True)
        self.kind, self.multilateral, self.aside = chip("accent"), chip("blue"), chip("amber")
        self.history_button = HistoryButton(workspace.theme, self.history_wanted.emit)
        self.more_button = button("")
        self.print_button = button("primary", self.print_wanted.emit)
        self.stages = StageBar(workspace.theme, stage_labels())
        self.held = Banner("notice")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.more_menu = QMenu(self.more_button)
        self.more_button.setMenu(self.more_menu)
        for _name, _label in TABS:
            self.tabs.addTab("")
        self.stages.wanted.connect(self.stage_wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = lay_out_head(
            self,
            (self._section, self._crumb),
            (self._title, self._other_title),
            (self.aside, self.multilateral, self.kind),
            (self.history_button, self.more_button, self.print_button),
        )
        for each in (self.stages, self.held, self.tabs):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Say everything again."""
        self._section.setText(_("Cooperation documents"))
        self._section.setAccessibleName(_("Back to the list of cooperation documents"))
        self.more_button.setText("⋯")
        self.more_button.setAccessibleName(_("More about this document"))
        self.more_button.setToolTip(_("More"))
        self.print_button.setText(_("Print…"))
        self.print_button.setToolTip("Ctrl+P")
        self.multilateral.setText(_("Multilateral"))
        self.tabs.setAccessibleName(_("Parts of the document"))
        self._show()

    def show_rows(self, rows: AgreementRows) -> None:
        """Show what was read; what held the document before may hold it no more."""
        self._rows = rows
        self.held.hide()
        self._show()

    def title(self) -> str:
        """Return the title of the document on screen."""
        return self._title.text()

    def refuse(self, rows: AgreementRows, stage: str) -> None:
        """Say which authorities hold the document back from `stage`, and offer to go on."""
        names = [rows.title(each.get("authority")) for each in held_by(rows, stage)]
        self.held.show_message(
            refusal(names),
            (_("Override with a reason…"), lambda: self.override_wanted.emit(stage)),
            (_("Show the clearances"), self.clearances_wanted.emit),
        )
        self.held.first.setFocus()

    def _show(self) -> None:
        counts: Sequence[int] = (0,) * len(TABS)
        rows = self._rows
        if rows is not None:
            parts = (rows.clearances, rows.parties, rows.articles, rows.documents)
            counts = (0, *(len(each) for each in parts), 0)
            self._show_agreement(rows)
        for index, ((_name, text), count) in enumerate(zip(TABS, counts, strict=True)):
            words = _(text)
            self.tabs.setTabText(index, f"{words}  {figure(count)}" if count else words)
        self.kind.setVisible(bool(self.kind.text()))
        self.aside.setVisible(bool(self.aside.text()))
        self.multilateral.setVisible(rows is not None and len(rows.parties) > _TWO)

    def _show_agreement(self, rows: AgreementRows) -> None:
        agreement, lang = rows.agreement, language()
        title, second = both(agreement, "title")
        number = fields_of(Agreement)["number"].kind.show(agreement.get("number"), lang)
        self._title.setText(title or number or _("Cooperation document"))
        self._other_title.setText(second)
        self._other_title.setVisible(bool(second))
        parties = [rows.title(each.get("partner")) or _("untitled") for each in rows.parties]
        names = " – ".join(isolated(each) for each in parties)
        # The sign comes first, so the line has to be told its direction.
        mark = "\u200f" if lang == "fa" else "\u200e"
        words = [isolated(number) if number else "", names]
        self._crumb.setText(mark + "  ".join(f"›  {word}" for word in words if word))
        stage = agreement.get("stage") or ""
        self.kind.setText(option(Agreement, "kind", agreement.get("kind")))
        self.aside.setText(option(Agreement, "stage", stage) if stage in ASIDE else "")
        self.stages.show_stage("in_force" if stage == "renewed" else stage)
        self._fill_menu()

    def _fill_menu(self) -> None:
        self.more_menu.clear()
        for stage, text in aside_labels().items():
            words = _("Set the stage: {stage}").format(stage=_(text))
            turning = self.more_menu.addAction(words, _tell(self.stage_wanted.emit, stage))
            turning.setEnabled(self._may_stage)
        self.more_menu.addSeparator()
        deleting = self.more_menu.addAction(_("Delete the document"), self.deletion_wanted.emit)
        deleting.setEnabled(self._may_delete)

    def let_write(self, *, stage: bool, whole: bool) -> None:
        """Let the stage be set, and the document deleted, or only looked at."""
        self._may_stage, self._may_delete = stage, whole
        self.stages.setEnabled(stage)
        self.more_button.setEnabled(stage or whole)
        self._show()


def _tell(work: Callable[[str], object], word: str) -> Callable[[], object]:
    return lambda: work(word)
