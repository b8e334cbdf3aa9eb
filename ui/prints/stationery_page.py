"""The page of the office's letterhead and fonts, beside a sample of the paper they make."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liaison.i18n import N_, _, language
from liaison.time import instant
from ui import actions
from ui.day import today
from ui.page import Page
from ui.widgets.pieces import button, card, label, row
from ui.widgets.toast import Banner
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.pdf.installed_fonts import InstalledFamily
    from liaison.prints.editions import Languages
    from liaison.prints.paper import Paper
    from liaison.prints.stationery import Stationery
    from liaison.storage.archive import Archive
    from ui.prints.paper_view import PaperView
    from ui.prints.stationery_form import StationeryForm

_PAUSE: Final = 400
_WIDTH: Final = 500
_DRAFT: Final = "stationery"
_EDITIONS: Final[tuple[tuple["Languages", str], ...]] = (
    ("fa", N_("Persian")),
    ("en", N_("English")),
    ("both", N_("Both, facing")),
)


class StationeryPage(Page):
    """What the office's paper looks like, set on one side and seen on the other."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.form: StationeryForm | None = None
        self.paper: PaperView | None = None
        self.saved: Stationery | None = None
        self._drafts = workspace.drafts
        self.notice = Banner("banner", self)
        self._title = label("page-title")
        self.save_button = button("primary", self.save)
        self.save_button.setEnabled(False)
        self.told = label("muted", wrap=True)
        self.told.hide()
        self._waiting = label("muted", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edition_buttons = {key: button("filter") for key, _label in _EDITIONS}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.show_sample)
        self._lay_out()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.save, "Ctrl+S", "F2", context=within)
        self.retranslate()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for key, made in self.edition_buttons.items():
            made.setCheckable(True)
            made.setChecked(key == ("en" if language() == "en" else "fa"))
            group.addButton(made)
        group.buttonClicked.connect(self.show_sample)
        head, head_column = card()
        head_column.addLayout(row(self._title, 1, self.save_button, spacing=12))
        self._side = QVBoxLayout()
        self._side.setSpacing(8)
        self.states = QStackedWidget()
        self.states.addWidget(self._waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.notice)
        column.addWidget(self.states, 1)

    def _build(self) -> "StationeryForm":
        """Build the side that is typed in, once what it is made of is loaded."""
        from ui.prints.stationery_form import StationeryForm

        body = QWidget(self.states)
        form = StationeryForm(self.workspace, body)
        form.changed.connect(self._pause.start)
        frame, frame_column = card()
        frame.setParent(body)
        frame.setFixedWidth(_WIDTH)
        area = QScrollArea(frame)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        frame_column.addWidget(area)
        self._side.addLayout(row(*self.edition_buttons.values(), 1, spacing=6))
        self._side.addWidget(self.told)
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(frame)
        line.addLayout(self._side, 1)
        self.states.addWidget(body)
        self.states.setCurrentWidget(body)
        return form

    def resize_shown(self, step: int) -> bool:
        """Zoom the paper while the keyboard is on it."""
        return self.paper is not None and self.paper.resize_shown(step)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "stationery"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Letterhead and fonts")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.save_button.setText(_("Save"))
        self.save_button.setToolTip("Ctrl+S")
        self._waiting.setText(_("The settings are being read…"))
        for key, text in _EDITIONS:
            self.edition_buttons[key].setText(_(text))
            name = _("Sample: {edition}").format(edition=_(text))
            self.edition_buttons[key].setAccessibleName(name)

    # -- reading

    def refresh(self) -> None:
        """Read the settings again, unless something was changed here and not saved."""
        if self.form is not None and self.form.stationery() != self.saved:
            return
        archive = self.workspace.archive
        self.workspace.jobs.run(lambda: read_stationery(archive), self._take, owner=self)

    def _take(self, stationery: "Stationery") -> None:
        is_new = self.form is None
        if self.form is None:
            self.form = self._build()
        self.form.show_stationery(stationery)
        self.saved = self.form.stationery()
        self.save_button.setEnabled(True)
        self.show_sample()
        if is_new:
            self._offer_draft()
            self.workspace.jobs.run(read_fonts, self._offer_fonts, owner=self)

    def _offer_draft(self) -> None:
        """Offer what was typed here and not saved when the window was closed."""
        draft, form = self._drafts.find(_DRAFT), self.form
        if draft is None or form is None:
            return
        when = instant.shown(draft.kept_at, instant.zone(), language())
        self.notice.ask(
            _("There is unsaved text here from {when}.").format(when=when),
            (_("Put it back"), lambda: form.set_draft(draft.fields)),
            (_("Discard it"), lambda: self._drafts.drop(_DRAFT)),
        )

    def keep_drafts(self) -> None:
        """Write down what is set and not saved."""
        if self.form is not None and self.form.stationery() != self.saved:
            self._drafts.keep(_DRAFT, self.form.draft(), 0)

    def _offer_fonts(self, families: "Sequence[InstalledFamily]") -> None:
        if self.form is not None:
            self.form.offer_fonts(families)

    # -- the sample

    def show_sample(self) -> None:
        """Make the sample of what is set; what is marked leaves the former one standing."""
        stationery = self.form.stationery() if self.form else None
        if stationery is None:
            return
        archive = self.workspace.archive
        languages = next(key for key, made in self.edition_buttons.items() if made.isChecked())
        self.workspace.jobs.run(
            lambda: make_sample(archive, stationery, languages),
            self._show,
            owner=self,
            lane="paper",
        )

    def _show(self, paper: "Paper") -> None:
        if self.paper is None:  # later than the form, so that neither halts the window
            from ui.prints.paper_view import PaperView

            self.paper = PaperView(self.workspace)
            self._side.addWidget(self.paper, 1)
        self.paper.show_content(paper.content)
        words = " ".join(each.message for each in paper.findings)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    # -- saving

    def save(self) -> None:
        """Keep what is set, in one change; what is marked is to be put right first."""
        if self.form is None:
            return
        stationery = self.form.stationery()
        if stationery is None:
            self.form.focus_fault()
            return
        archive = self.workspace.archive

        def work() -> "Stationery":
            stationery.save(archive)
            return stationery

        self.workspace.jobs.run(work, self._kept, owner=self)

    def _kept(self, stationery: "Stationery") -> None:
        self.saved = stationery
        self._drafts.drop(_DRAFT)
        self.workspace.changed.emit()
        self.workspace.say(_("Saved."), _("Undo"), self.workspace.undo)


def read_stationery(archive: "Archive") -> "Stationery":
    """Return what the office set; everything the page is made of is loaded here, on the worker."""
    import ui.prints.paper_view
    import ui.prints.stationery_form  # noqa: F401 - loaded before it is built
    from liaison.prints.stationery import Stationery

    return Stationery.of(archive)


def read_fonts() -> "Sequence[InstalledFamily]":
    """Return the fonts of this computer, which may take a second."""
    from liaison.pdf.installed_fonts import installed_fonts

    return installed_fonts()


def make_sample(archive: "Archive", stationery: "Stationery", languages: "Languages") -> "Paper":
    """Make the sample of a stationery that may not be saved yet."""
    from liaison.prints.editions import Edition
    from liaison.prints.office import Office
    from liaison.prints.order import Order
    from liaison.prints.stationery_sample import sample

    office = Office.of(archive, today(), datetime.now(UTC), stationery=stationery)
    return sample(Order(archive, "", Edition(languages), office))
