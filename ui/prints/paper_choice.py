"""Which paper: its product, and the record it is printed of where there are several."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.prints.offers import Offer
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins


class PaperChoice(Speaking, QWidget):
    """Two boxes: the papers on offer, and the records of the chosen one."""

    chosen = Signal()

    def __init__(self, product: str, uid: str) -> None:
        super().__init__()
        self._offers: Sequence[Offer] = ()
        self._wanted = (product, uid)
        self.products, self.records = QComboBox(), QComboBox()
        self._heading = label("label")
        column = QVBoxLayout(self)
        no_margins(column, 6)
        for each in (self._heading, self.products, self.records):
            column.addWidget(each)
        for box in (self.products, self.records):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
        self.products.activated.connect(self._turn)
        self.records.activated.connect(self._choose)
        self.records.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._heading.setText(_("Printed paper"))
        self.products.setAccessibleName(_("Printed paper"))
        self.records.setAccessibleName(_("Printed of"))
        for at, each in enumerate(self._offers):
            self.products.setItemText(at, _(each.label))

    @property
    def offer(self) -> Offer | None:
        """The paper that is chosen, None before anything was read."""
        product, _uid = self._wanted
        return next((each for each in self._offers if each.name == product), None)

    @property
    def wanted(self) -> tuple[str, str]:
        """The name of the product, and the uid of its record."""
        return self._wanted

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what there is; the chosen paper stays chosen."""
        self._offers = offers
        product, uid = self._wanted
        self.products.clear()
        for each in offers:
            self.products.addItem(_(each.label), each.name)
        self.products.setCurrentIndex(self.products.findData(product))
        self._fill(uid)
        self.setVisible(len(offers) > 1 or self.records.count() > 1)

    def choose(self, product: str, uid: str) -> None:
        """Choose a paper as a person does."""
        self.products.setCurrentIndex(self.products.findData(product))
        self._fill(uid)
        self._choose()

    def _fill(self, uid: str) -> None:
        name = self.products.currentData()
        records = next((each.records for each in self._offers if each.name == name), {})
        self.records.clear()
        for key, title in records.items():
            self.records.addItem(title or _("untitled"), key)
        self.records.setCurrentIndex(max(0, self.records.findData(uid)))
        self.records.setVisible(len(records) > 1)

    def _turn(self) -> None:
        self._fill(self._wanted[1])
        self._choose()

    def _choose(self) -> None:
        self._wanted = (str(self.products.currentData()), str(self.records.currentData()))
        self.chosen.emit()
