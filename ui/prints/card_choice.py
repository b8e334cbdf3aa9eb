"""Which cards, and from which place on: a sheet that was partly used is used up."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from liaison.i18n import _, language, ngettext
from ui.figures import figure
from ui.prints.making import Made, Wish
from ui.prints.offers import Offer
from ui.speaking import Speaking
from ui.widgets.pieces import button, clear, label, no_margins, set_tone

_ALL, _CHANGED = "", "changed"


class SheetPlaces(Speaking, QWidget):
    """A small picture of a sheet: the place that is pressed is the first free one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.places: list[QPushButton] = []
        self._sheet = (0, 0)
        self._heading = label("label", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(3)
        line = QHBoxLayout()
        line.addLayout(self._grid)
        line.addStretch(1)
        column = QVBoxLayout(self)
        no_margins(column, 6)
        column.addWidget(self._heading)
        column.addLayout(line)
        self._group.buttonClicked.connect(self._press)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._heading.setText(_("First free place on the sheet"))
        for number, place in enumerate(self.places, start=1):
            place.setText(figure(number))
            place.setAccessibleName(_("Place {number}").format(number=figure(number)))

    @property
    def start(self) -> int:
        """The first free place, from 1."""
        pressed = (at for at, place in enumerate(self.places) if place.isChecked())
        return next(pressed, 0) + 1

    def show_sheet(self, sheet: tuple[int, int]) -> None:
        """Show a sheet of columns and rows, free from its first place on."""
        if sheet == self._sheet:
            return
        self._sheet = sheet
        clear(self._grid)
        self.places = []
        columns, rows = sheet
        for at in range(columns * rows):
            made = button("place")
            made.setCheckable(True)
            made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            made.setFixedSize(54, 26 if rows > 2 else 40)  # noqa: PLR2004 - tall cards are few
            self._group.addButton(made)
            self._grid.addWidget(made, at // columns, at % columns)
            self.places.append(made)
        self.places[0].setChecked(True)
        self.retranslate()
        self._shade()

    def choose(self, start: int) -> None:
        """Take `start` for the first free place."""
        self.places[start - 1].setChecked(True)
        self._press()

    def _press(self) -> None:
        self._shade()
        self.chosen.emit()

    def _shade(self) -> None:
        for number, place in enumerate(self.places, start=1):
            set_tone(place, "used", "true" if number < self.start else "false")


class CardChoice(Speaking, QWidget):
    """All cards, only the changed ones, or one; and where they begin on the sheet."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._made: Made | None = None
        self._heading = label("label")
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(12)
        self.places = SheetPlaces()
        column = QVBoxLayout(self)
        no_margins(column, 6)
        for each in (self._heading, self.which, self.places):
            column.addWidget(each)
        self.which.activated.connect(self.chosen)
        self.places.chosen.connect(self.chosen)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._heading.setText(_("Cards"))
        self.which.setAccessibleName(_("Cards"))
        if self._made is not None:
            self.show_made(self._made)

    def show_offer(self, offer: Offer) -> None:
        """Show the sheet of a product; nothing where it is none of cards."""
        self.setVisible(offer.sheet is not None)
        if offer.sheet is not None:
            self.places.show_sheet(offer.sheet)

    def forget(self) -> None:
        """Choose all cards again: another paper is wanted."""
        self._made = None
        self.which.clear()

    def show_made(self, made: Made) -> None:
        """Offer the cards of a paper by name."""
        if made.ready is None:
            return
        self._made = made
        chosen = self.which.currentData() or _ALL
        cards = [each for each in made.ready.whole if each.key]
        self.which.clear()
        everyone = ngettext("All {count} card", "All {count} cards", len(cards))
        self.which.addItem(everyone.format(count=figure(len(cards))), _ALL)
        changed = made.ready.wanted
        if made.ready.last is not None and changed:
            text = ngettext(
                "Only the {count} changed since the last print",
                "Only the {count} changed since the last print",
                len(changed),
            )
            self.which.addItem(text.format(count=figure(len(changed))), _CHANGED)
        for each in cards:
            self.which.addItem(each.title.of(language()) or each.title.fa, each.key)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))

    def put_into(self, wish: Wish) -> Wish:
        """Return `wish` for the chosen cards."""
        if self.isHidden():
            return wish.but(only=frozenset(), start=1)
        key = str(self.which.currentData() or _ALL)
        only = frozenset({key}) if key else frozenset[str]()
        if key == _CHANGED and self._made is not None and self._made.ready is not None:
            only = self._made.ready.wanted
        return wish.but(only=only, start=self.places.start)

    def choose(self, find: Callable[[str], bool]) -> None:
        """Choose the first entry whose key `find` takes, as a person does."""
        keys = [str(self.which.itemData(at)) for at in range(self.which.count())]
        self.which.setCurrentIndex(next(at for at, key in enumerate(keys) if find(key)))
        self.chosen.emit()
