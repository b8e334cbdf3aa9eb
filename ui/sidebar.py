"""The sidebar: the sections of the archive, each with its count."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from liaison.i18n import _
from ui.figures import figure
from ui.fonts import scaled
from ui.sections import FOOT, GROUPS, SECTIONS, Section
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins

WIDTH = 224
_ROW = 36
_PAD = 12
_MARK = 36
_WIDEST = 340


class SectionButton(QAbstractButton):
    """One section: its name at the leading edge, its count at the trailing one."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.count: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self) -> None:
        """Set name and count in the language in use."""
        name = _(self.section.label)
        self.setText(name)
        self.setAccessibleName(f"{name} {figure(self.count)}" if self.count else name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row; the width is the sidebar's."""
        return QSize(min(scaled(WIDTH), _WIDEST) - 20, scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the ground, the name and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(box, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(box, 8, 8)
        self._draw_texts(painter, box.adjusted(_PAD, 0, -_PAD, 0))
        painter.end()

    def _draw_texts(self, painter: QPainter, box: QRect) -> None:
        palette, font = self.palette(), QFont(self.font())
        chosen = self.isChecked()
        font.setBold(chosen)
        painter.setFont(font)
        ink = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        absolute = Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(box, near | middle | absolute, self.text())
        if self.count:
            font.setPixelSize(scaled(12))
            painter.setFont(font)
            if not chosen:
                painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, far | middle | absolute, figure(self.count))


class Sidebar(Speaking, QFrame):
    """All sections in their groups; up and down move between them."""

    chosen = Signal(str)
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self._headings: list[tuple[QLabel, str]] = []
        self._name = label("strong")
        self._office = label("muted", wrap=True)
        self._mark = label("mark")
        self.buttons: dict[str, SectionButton] = {}
        self._group = QButtonGroup(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 14, 10, 6)
        outer.addLayout(self._head())
        outer.addWidget(self._sections(), 1)
        for section in FOOT:
            outer.addWidget(self._button(section))
        self._outer = outer
        self.report_button = button("link", self.report_wanted.emit)
        outer.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._fit()
        self.retranslate()

    def put_status(self, status: QWidget) -> None:
        """Take in what tells, above the last line, of work behind the pages."""
        self._outer.insertWidget(self._outer.indexOf(self.report_button), status)

    def _sections(self) -> QScrollArea:
        """Return all groups; they scroll where the window is too low for them."""
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(1)
        for group in GROUPS:
            if group.label:
                heading = label("muted")
                heading.setContentsMargins(_PAD, 8, _PAD, 3)
                self._headings.append((heading, group.label))
                column.addWidget(heading)
            for section in group.sections:
                column.addWidget(self._button(section))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _button(self, section: Section) -> SectionButton:
        made = SectionButton(section, self)
        made.clicked.connect(self._clicked)
        self._group.addButton(made)
        self.buttons[section.name] = made
        return made

    def _head(self) -> QHBoxLayout:
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        names = QVBoxLayout()
        no_margins(names)
        names.addWidget(self._name)
        names.addWidget(self._office)
        line = QHBoxLayout()
        line.setContentsMargins(_PAD - 2, 0, 4, 0)
        line.setSpacing(10)
        line.addWidget(self._mark)
        line.addLayout(names, 1)
        return line

    def retranslate(self) -> None:
        """Say every heading, section and count again."""
        self.setAccessibleName(_("Sections"))
        self.report_button.setText(_("Report of a problem…"))
        self._name.setText(_("Liaison"))
        # Translators: دفتر دیپلماسی شهری
        self._office.setText(_("City diplomacy office"))
        self._mark.setText(_("Liaison")[:1])
        for heading, text in self._headings:
            heading.setText(_(text))
        for each in self.buttons.values():
            each.say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be as wide as the texts need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(min(scaled(WIDTH), _WIDEST))
        self._mark.setFixedSize(scaled(_MARK), scaled(_MARK))
        for each in self.buttons.values():
            each.updateGeometry()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each section holds, by type name."""
        for each in self.buttons.values():
            if each.section.type_name:
                each.count = counts.get(each.section.type_name, 0)
                each.say()

    def choose(self, name: str) -> None:
        """Mark the section `name` as the one on screen."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SectionButton):
            self.chosen.emit(sender.section.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrow, open with Enter."""
        names = [section.name for section in SECTIONS]
        at = next((i for i, name in enumerate(names) if self.buttons[name].hasFocus()), None)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if at is not None and event.key() in steps:
            step = steps[Qt.Key(event.key())]
            self.buttons[names[(at + step) % len(names)]].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.buttons[names[at]].click()
        else:
            super().keyPressEvent(event)
