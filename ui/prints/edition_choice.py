"""Which edition: its languages, for whose eyes, and for a list the highest class on it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from liaison.domain.schema.record import CLASSIFICATION
from liaison.i18n import N_, _
from ui.prints.making import Wish
from ui.prints.offers import Offer
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, no_margins

_LANGUAGES: Final = (
    ("fa", N_("Persian")),
    ("en", N_("English")),
    # Translators: in Persian دوزبانهٔ روبه‌رو
    ("both", N_("Both, facing")),
    # Translators: in Persian فارسی، سپس انگلیسی
    ("in_turn", N_("Persian, then English")),
)
LANGUAGES: Final = frozenset(key for key, _label in _LANGUAGES)


def edition_words(languages: str, *, guest: bool) -> str:
    """Return what an edition is called in the language in use."""
    words = _(dict(_LANGUAGES)[languages])
    # Translators: after the language of an edition, «فارسی · نسخهٔ مهمان» in Persian.
    return " · ".join((words, _("guest edition"))) if guest else words


class EditionChoice(Speaking, QWidget):
    """The choices of an edition; those a product does not have are not shown."""

    chosen = Signal()

    def __init__(self, wish: Wish, kept: Callable[[str], object] = lambda _product: None) -> None:
        """Begin with the edition of `wish`; `kept` tells which one of a product was chosen last."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.language_buttons: dict[str, QPushButton] = {}
        flow = FlowLayout()
        for key, _label in _LANGUAGES:
            made = button("filter")
            made.setCheckable(True)
            made.setChecked(key == wish.languages)
            self._group.addButton(made)
            flow.addWidget(made)
            self.language_buttons[key] = made
        self.guest = QCheckBox()
        self.guest.setChecked(wish.guest)
        self.classes = QComboBox()
        for key in CLASSIFICATION.options:
            self.classes.addItem("", key)
        self._language_heading, self._class_heading = label("label"), label("label")
        column = QVBoxLayout(self)
        no_margins(column, 8)
        column.addWidget(self._language_heading)
        column.addLayout(flow)
        for each in (self.guest, self._class_heading, self.classes):
            column.addWidget(each)
        self._group.buttonClicked.connect(self._choose)
        self.guest.clicked.connect(self.chosen)
        self.classes.activated.connect(self.chosen)
        self._spoken, self._kept, self._by_hand = wish.languages, kept, False
        self._show_list(is_list=not wish.uid)
        self.guest.setVisible(bool(wish.uid))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        for key, text in _LANGUAGES:
            self.language_buttons[key].setText(_(text))
        self._language_heading.setText(_("Language"))
        self._class_heading.setText(_("Highest class on the paper"))
        self.guest.setText(_("Guest edition: without what is internal"))
        self.classes.setAccessibleName(_("Highest class on the paper"))
        for index, text in enumerate(CLASSIFICATION.options.values()):
            self.classes.setItemText(index, _(text))

    @property
    def languages(self) -> str:
        """The languages that are chosen."""
        return next(key for key, each in self.language_buttons.items() if each.isChecked())

    def _wanted(self, offer: Offer) -> str:
        """Return what was chosen of a paper last, or here for others, or else what is usual."""
        kept = self._kept(offer.name)
        if kept in LANGUAGES:
            return str(kept)
        return self.languages if self._by_hand else (offer.usual or self._spoken)

    def _choose(self) -> None:
        """Keep to what a person chose when another paper is turned to."""
        self._by_hand = True
        self.chosen.emit()

    def show_offer(self, offer: Offer) -> None:
        """Show the editions there are of a product, and choose one of them."""
        for key, made in self.language_buttons.items():
            made.setVisible(key in offer.languages)
        self.language_buttons[offer.fitting(self._wanted(offer))].setChecked(True)  # type: ignore[arg-type] # a key of _LANGUAGES
        self.guest.setVisible(offer.guests and not offer.is_list)
        if not offer.guests:
            self.guest.setChecked(False)
        self._show_list(is_list=offer.is_list)

    def _show_list(self, *, is_list: bool) -> None:
        self._class_heading.setVisible(is_list)
        self.classes.setVisible(is_list)

    def put_into(self, wish: Wish) -> Wish:
        """Return `wish` in the chosen edition."""
        return wish.but(
            languages=self.languages,
            guest=self.guest.isChecked(),
            classification=str(self.classes.currentData()),
        )
