"""The very first card: language, office, where the archive is kept, and what it begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout

from liaison.i18n import N_, _, language
from ui.chapters import FIRST
from ui.figures import left_to_right, quotes_apart
from ui.keys.card import DoorCard
from ui.widgets.choice import Choice
from ui.widgets.pieces import button, label, row
from ui.widgets.setting_line import SettingLine

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH: Final = 600
_LANGUAGES: Final = {"fa": N_("Persian"), "en": N_("English")}
EMPTY, SAMPLE = "empty", "sample"
_CONTENTS: Final = {EMPTY: N_("Empty"), SAMPLE: N_("With the sample")}


class Answers(NamedTuple):
    """What somebody said on the first card."""

    folder: Path
    office_fa: str = ""
    office_en: str = ""
    city_fa: str = ""
    city_en: str = ""
    with_sample: bool = False


class BeginningCard(DoorCard):
    """Asks what can be known before there is an archive; nothing but the place is required."""

    chapter: ClassVar[str] = FIRST
    wanted = Signal(object)
    """Answers."""
    folder_chosen = Signal(object)

    def __init__(self, folder: Path, turn: Callable[[str], object]) -> None:
        """Propose `folder`; `turn` changes the language at once."""
        super().__init__(_WIDTH)
        self.folder = folder
        self.language = Choice(N_("Language"), _LANGUAGES)
        self.language.chosen.connect(turn)
        self.lines = {
            "office_fa": SettingLine(N_("Name of the organisation in Persian"), persian=True),
            "office_en": SettingLine(N_("Name of the organisation in English")),
            "city_fa": SettingLine(N_("City in Persian"), persian=True),
            "city_en": SettingLine(N_("City in English")),
        }
        self._place_name, self.place = label("label"), label("strong", wrap=True)
        self.folder_button = button("", self.ask_for_folder)
        self.contents = Choice(N_("The archive begins"), _CONTENTS)
        self.contents.choose(EMPTY)
        self._sample = label("muted", wrap=True)
        self.go_button = button("primary", self.go)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for at, line in enumerate(self.lines.values()):
            grid.addWidget(line, at // 2, at % 2)
            line.line.returnPressed.connect(self.focusNextChild)
        place = row(self.place, self.folder_button)
        place.setStretch(0, 1)
        self.body.addWidget(self.language)
        self.body.addLayout(grid)
        self.body.addWidget(self._place_name)
        self.body.addLayout(place)
        self.body.addWidget(self.contents)
        self.body.addWidget(self._sample)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_button)

    def start(self) -> None:
        """Put the keyboard on the name of the office."""
        self.lines["office_fa" if language() == "fa" else "office_en"].setFocus()

    def show_answers(self, answers: Answers) -> None:
        """Show what was said before."""
        for key, line in self.lines.items():
            line.show_text(str(getattr(answers, key)))
        self.contents.choose(SAMPLE if answers.with_sample else EMPTY)

    def ask_for_folder(self) -> None:
        """Ask with the system's own dialog for a folder."""
        nearest = next(each for each in self.folder.parents if each.is_dir())
        files = QFileDialog(self, _("Where to keep the archive"), str(nearest))
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        files.fileSelected.connect(lambda name: self.choose(Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def choose(self, folder: Path) -> None:
        """Keep the archive in `folder`."""
        self.folder = folder.absolute()
        self.tell("")
        self.retranslate()
        self.folder_chosen.emit(self.folder)

    def go(self) -> None:
        """Go on with what was said."""
        said = {key: line.line.text().strip() for key, line in self.lines.items()}
        with_sample = self.contents.current() == SAMPLE
        self.wanted.emit(Answers(self.folder, **said, with_sample=with_sample))

    def refuse(self, fault: str) -> None:
        """Say why the archive cannot be kept there."""
        self.tell(quotes_apart(fault))
        if fault:
            self.folder_button.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Welcome to Liaison"))
        self.words.setText(
            _("Who are you, and where are the records kept? All of it can be changed later.")
        )
        self.language.choose(language())
        self._place_name.setText(_("Where to keep the archive"))
        self.place.setText(left_to_right(str(self.folder)))
        self.folder_button.setText(_("Choose another…"))
        self._sample.setText(
            _(
                "The sample is drawn from public documents on city diplomacy; it shows how a full"
                " archive looks."
            )
        )
        self.go_button.setText(_("Continue"))
