"""How columns were read before: a profile chosen, or the present one kept under a name."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from liaison.exchange.foreign.profiles import Profile, profiles, save_profile
from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, row
from ui.workspace import Workspace


class ProfileChoice(Speaking, QWidget):
    """The profiles of the archive, and a name to keep the present columns under."""

    chosen = Signal(object)
    """A profile is to be followed."""

    def __init__(self, workspace: Workspace, present: Callable[[], Profile | None]) -> None:
        super().__init__()
        self._workspace, self._present = workspace, present
        self._profiles: Mapping[str, Profile] = {}
        self._label = label("muted")
        self.box, self.name = QComboBox(), QLineEdit()
        self.name.setMaximumWidth(200)
        self._label.setBuddy(self.box)
        self.keep_button = button("link", self.keep)
        self.setLayout(row(self._label, self.box, self.name, self.keep_button, 1, spacing=8))
        self.box.activated.connect(self._choose)
        self.name.returnPressed.connect(self.keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._label.setText(_("Read as"))
        self.box.setAccessibleName(_("Read as"))
        self.name.setPlaceholderText(_("Name of a profile"))
        self.name.setAccessibleName(_("Name of a profile"))
        self.keep_button.setText(_("Keep these columns"))
        self._fill(self._profiles)

    def read(self) -> None:
        """Read which profiles there are."""
        archive = self._workspace.archive
        self._workspace.jobs.run(lambda: profiles(archive), self._fill, owner=self, lane="profiles")

    def _fill(self, found: Mapping[str, Profile]) -> None:
        self._profiles = found
        present = self.box.currentText()
        self.box.clear()
        self.box.addItem(_("As it seems"))
        self.box.addItems(sorted(found))
        self.box.setCurrentIndex(max(0, self.box.findText(present)))

    def _choose(self, at: int) -> None:
        if at:
            self.chosen.emit(self._profiles[self.box.itemText(at)])

    def keep(self) -> None:
        """Keep what the columns hold under the typed name."""
        profile, name = self._present(), self.name.text().strip()
        if profile is None or not name:
            self._workspace.say(_("Give the profile a name."))
            self.name.setFocus()
            return
        archive = self._workspace.archive

        def kept(_nothing: None) -> None:
            self._workspace.changed.emit()
            self._workspace.say(_("The columns are kept as “{name}”.").format(name=name))
            self.name.clear()
            self.read()

        self._workspace.jobs.run(lambda: save_profile(archive, name, profile), kept, owner=self)
