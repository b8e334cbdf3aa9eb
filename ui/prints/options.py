"""Beside the pages: which edition is shown, what to know before it is handed on, and how."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.schema.record import CLASSIFICATION
from liaison.i18n import N_, _, ngettext
from ui.figures import figure
from ui.prints.making import Told, Wish
from ui.speaking import Speaking
from ui.widgets.pieces import button, chip, clear, label, no_margins, row, rule
from ui.workspace import Workspace

_LANGUAGES: Final = (
    ("fa", N_("Persian")),
    ("en", N_("English")),
    # Translators: in Persian دوزبانهٔ روبه‌رو
    ("both", N_("Both, facing")),
)
_FREE = N_("Nothing is missing.")


class Options(Speaking, QFrame):
    """The choices of an edition, the findings, and the buttons that hand the paper on."""

    wished = Signal()
    """Another edition was chosen."""

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self._wish = wish
        self._told: Sequence[Told] | None = None
        self._languages = QButtonGroup(self)
        self.language_buttons: dict[str, QPushButton] = {}
        for key, _label in _LANGUAGES:
            made = button("filter")
            made.setCheckable(True)
            made.setChecked(key == wish.languages)
            self._languages.addButton(made)
            self.language_buttons[key] = made
        self.guest = QCheckBox()
        self.guest.setChecked(wish.guest)
        self.classes = QComboBox()
        for key in CLASSIFICATION.options:
            self.classes.addItem("", key)
        self._headings = {name: label("label") for name in ("edition", "reader", "class")}
        self._findings_title = label("card-title")
        self.pages = label("muted")
        self.findings = QVBoxLayout()
        self.print_button, self.save_button = button("primary"), button("")
        self.folder_button, self.cancel_button = button("link"), button("link")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self._lay_out()
        self._languages.buttonClicked.connect(self.wished)
        self.guest.clicked.connect(self.wished)
        self.classes.activated.connect(self.wished)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._headings["edition"])
        column.addLayout(row(*self.language_buttons.values(), 1, spacing=6))
        is_list = not self._wish.uid
        for name, choice, offered in (
            ("reader", self.guest, not is_list),
            ("class", self.classes, is_list),
        ):
            column.addWidget(self._headings[name])
            column.addWidget(choice)
            self._headings[name].setVisible(offered)
            choice.setVisible(offered)
        column.addWidget(rule())
        column.addLayout(row(self._findings_title, 1, self.pages))
        column.addWidget(self._scrolling(self.findings), 1)
        column.addWidget(self.progress)
        column.addWidget(self.cancel_button)
        column.addWidget(self.print_button)
        column.addWidget(self.save_button)
        column.addWidget(self.folder_button)
        self.progress.hide()
        self.cancel_button.hide()

    def _scrolling(self, inside: QLayout) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "plain")
        column = QVBoxLayout(holder)
        no_margins(column)
        column.addLayout(inside)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        return area

    def retranslate(self) -> None:
        """Say everything again."""
        for key, text in _LANGUAGES:
            self.language_buttons[key].setText(_(text))
        for name, text in (
            ("edition", _("Language")),
            ("reader", _("For whom")),
            ("class", _("Highest class on the paper")),
        ):
            self._headings[name].setText(text)
        self.guest.setText(_("Guest edition: without what is internal"))
        self.classes.setAccessibleName(_("Highest class on the paper"))
        for index, text in enumerate(CLASSIFICATION.options.values()):
            self.classes.setItemText(index, _(text))
        self._findings_title.setText(_("Before printing"))
        self.print_button.setText(_("Print…"))
        self.print_button.setToolTip("Ctrl+P")
        self.save_button.setText(_("Save as PDF"))
        self.save_button.setToolTip("Ctrl+S")
        self.folder_button.setText(_("Open the folder"))
        self.cancel_button.setText(_("Cancel"))
        if self._told is not None:
            self.show_told(self._told)

    def wish(self) -> Wish:
        """Return the edition that is chosen."""
        languages = next(key for key, each in self.language_buttons.items() if each.isChecked())
        return self._wish.but(
            languages=languages,
            guest=self.guest.isChecked(),
            classification=str(self.classes.currentData()),
        )

    # -- what to know

    def show_told(self, told: Sequence[Told]) -> None:
        """List what there is to know; each opens the record in which to put it right."""
        self._told = told
        clear(self.findings)
        for each in told:
            self.findings.addWidget(self._finding(each))
        if not told:
            self.findings.addWidget(chip("green", _(_FREE)))

    def _finding(self, told: Told) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(2)
        column.addWidget(label(text=told.message, wrap=True))
        if told.record is not None:
            link = button("link", self._opener(*told.record))
            link.setText(_("Open the record"))
            link.setAccessibleName(f"{_('Open the record')}: {told.message}")
            column.addLayout(row(link, 1))
        column.addWidget(rule())
        return holder

    def _opener(self, type_name: str, uid: str) -> Callable[[], object]:
        return lambda: self._workspace.open_record(type_name, uid)

    def show_pages(self, count: int) -> None:
        """Say how many pages the paper has."""
        text = ngettext("{count} page", "{count} pages", count).format(count=figure(count))
        self.pages.setText(text if count else "")

    # -- at work

    def enable(self, ready: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the paper be handed on, or not."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far printing is; nothing once all is done."""
        under_way = done < whole
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
        self.progress.setVisible(under_way)
        self.cancel_button.setVisible(under_way)
        self.print_button.setEnabled(not under_way)
