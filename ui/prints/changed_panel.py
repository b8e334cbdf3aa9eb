"""«What changed»: the papers of a visit that left, and the reprint of those that no longer hold."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import N_, _, ngettext
from ui import places
from ui.day import today
from ui.figures import figure
from ui.pages.checked_list import CheckedList
from ui.prints import changed_rows
from ui.prints.all_papers import Piece, Written, write_piece
from ui.prints.card_choice import SheetPlaces
from ui.prints.making import Made, Wish, register
from ui.prints.offers import Offer
from ui.prints.printing_task import ask_for_printer
from ui.prints.task_side import TaskSide
from ui.series import Series
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from liaison.prints.revisions import Affected
    from liaison.storage.issued import IssuedPrint
    from ui.prints.outing import Outing

_COLUMNS = (
    (N_("Printed paper"), 0.45),
    (N_("State"), 118),
    (N_("What changed"), 0.55),
    (N_("Revision"), 78),
    (N_("Handed out"), 104),
)


class ChangedPanel(Speaking, QWidget):
    """What was handed out for a visit, compared with what it would say now."""

    def __init__(self, workspace: Workspace, visit: str) -> None:
        super().__init__()
        self.workspace = workspace
        self._visit = visit
        self._offers: dict[str, Offer] = {}
        self.affected: list[Affected] = []
        self.outing: Outing | None = None
        self.dialog: QPrintDialog | None = None
        self.list = CheckedList(
            workspace,
            N_("What changed since it was handed out"),
            _COLUMNS,
            N_("No paper of this visit was printed or saved yet."),
        )
        self.sheets: dict[str, SheetPlaces] = {}
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(12)
        holder = QWidget()
        no_margins(self._sheets, 12)
        holder.setLayout(self._sheets)
        self.side = TaskSide(workspace, holder)
        self.print_button = button("primary", self.ask_to_print)
        self.save_button = button("", self.ask_to_save)
        self.side.add_button(self.print_button)
        self.side.add_button(self.save_button)
        self.reading = Series(workspace.jobs, self)
        self.writing = Series(workspace.jobs, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        no_margins(line, 16)
        line.addWidget(self.list, 1)
        line.addWidget(self.side)

    def _connect(self) -> None:
        for series in (self.reading, self.writing):
            series.progressed.connect(self.side.show_progress)
            series.failed.connect(self.workspace.troubled)
            self.side.cancel_button.clicked.connect(series.cancel)
        self.reading.finished.connect(self._take)
        self.writing.finished.connect(self._saved)
        self.side.cancel_button.clicked.connect(self.cancel)
        self.list.picked.connect(self._count)

    def retranslate(self) -> None:
        """Say everything again."""
        self.print_button.setText(_("Print what changed…"))
        self.print_button.setToolTip("Ctrl+P")
        self.save_button.setText(_("Save as PDF…"))
        self.save_button.setToolTip("Ctrl+S")
        self._show()
        self._count()

    # -- reading

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Compare everything that was handed out, paper by paper."""
        self._offers = {each.name: each for each in offers}
        self.refresh()

    def refresh(self) -> None:
        """Compare again."""
        archive, visit = self.workspace.archive, self._visit
        self.workspace.jobs.run(
            lambda: changed_rows.read_handed_out(archive, visit),
            self._compare,
            owner=self,
            lane="handed out",
        )

    def _compare(self, issues: "list[IssuedPrint]") -> None:
        archive = self.workspace.archive

        def comparer(each: "IssuedPrint") -> "Callable[[], Affected]":
            return lambda: changed_rows.compare(archive, each)

        self.reading.start([comparer(each) for each in issues])

    def _take(self, affected: "list[Affected]", _whole: bool) -> None:  # noqa: FBT001 - the signal's own
        self.side.show_progress(1, 1)
        self.affected = sorted(affected, key=lambda each: not each.is_changed)
        self._show()
        self.list.check({each.issued.uid for each in self._open()})
        self._show_sheets()

    def _open(self) -> "list[Affected]":
        """Return the papers of which something has to be printed again."""
        return [
            each
            for each in self.affected
            if changed_rows.can_be_reprinted(each, self._offers.get(each.issued.product))
        ]

    def _show(self) -> None:
        possible = {each.issued.uid for each in self._open()}
        self.list.show_papers(
            [changed_rows.entry(each, self._offers) for each in self.affected],
            {each.issued.uid for each in self.affected} - possible,
        )

    def _show_sheets(self) -> None:
        """Ask for each sheet of changed cards where it is free."""
        wanted = {
            each.issued.product: sheet
            for each in self._open()
            if (sheet := self._offers[each.issued.product].sheet) is not None
        }
        for name, sheet in wanted.items():
            if name not in self.sheets:
                self.sheets[name] = SheetPlaces()
                self._sheets.addWidget(label("card-title", _(self._offers[name].label)))
                self._sheets.addWidget(self.sheets[name])
            self.sheets[name].show_sheet(sheet)

    def _count(self) -> None:
        count = len(self.list.checked)
        if self.affected and not self._open():
            self.side.words.setText(_("Everything that was handed out still holds."))
        else:
            text = ngettext("{count} paper chosen", "{count} papers chosen", count)
            self.side.words.setText(text.format(count=figure(count)) if self.affected else "")
        self.print_button.setEnabled(bool(count))
        self.save_button.setEnabled(bool(count))

    # -- reprinting

    def wishes(self) -> list[Wish]:
        """Return what is chosen to be printed again."""
        found = []
        for each in self._open():
            name = each.issued.product
            if each.issued.uid in self.list.checked:
                places = self.sheets.get(name)
                start = places.start if places is not None else 1
                found.append(changed_rows.reprint(each, self._offers[name], start))
        return found

    @property
    def _is_busy(self) -> bool:
        return self.reading.is_running or self.writing.is_running or self.outing is not None

    def ask_to_print(self) -> None:
        """Ask for the printer, then print what is chosen."""
        if self._is_busy or not self.list.checked:
            return
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.dialog = ask_for_printer(printer, self, 0, self.print_on)

    def print_on(self, printer: "QPrinter") -> None:
        """Print what is chosen, paper after paper."""
        from ui.prints.outing import Outing

        self.outing = Outing(self.workspace, self)
        self.outing.progressed.connect(self.side.show_progress)
        self.outing.finished.connect(self._printed)
        self.outing.start(self.wishes(), printer, today())

    def cancel(self) -> None:
        """Stop printing."""
        if self.outing is not None:
            self.outing.cancel()

    def _printed(self, made: list[Made], whole: bool) -> None:  # noqa: FBT001 - the signal's own
        if self.outing is not None:
            self.outing.deleteLater()
            self.outing = None
        self._tell(made, _("Sent to the printer."), whole=whole)

    def ask_to_save(self) -> None:
        """Ask for the folder, then write what is chosen into it."""
        if self._is_busy or not self.list.checked:
            return
        folder = places.ask_for_folder(self, places.last_folder(self.workspace.settings))
        if folder is not None:
            self.save_into(folder)

    def save_into(self, folder: Path) -> None:
        """Write what is chosen into `folder`, a PDF each."""
        places.remember_folder(self.workspace.settings, folder)
        archive, day, taken = self.workspace.archive, today(), set[str]()

        def writer(wish: Wish) -> Callable[[], Written]:
            return lambda: write_piece(archive, Piece(wish, "", ""), folder, taken, day)

        self.side.offer_folder(folder)
        self.writing.start([writer(each) for each in self.wishes()])

    def _saved(self, results: list[Written], whole: bool) -> None:  # noqa: FBT001 - the signal's own
        for each in results:
            register(self.workspace, each.made, "saved")
        made = [each.made for each in results]
        self._tell(made, _("The papers were saved."), whole=whole)

    def _tell(self, made: list[Made], done: str, *, whole: bool) -> None:
        """Say what came of it, and look again at what still differs."""
        self.side.show_progress(1, 1)
        refused: list[Any] = [each.told[0].message for each in made if each.paper is None]
        parts = [done if whole else _("It was broken off before the end.")]
        if refused:
            parts.append(_("Refused: {reason}").format(reason=refused[0]))
        self.workspace.say(" ".join(parts))
        self.refresh()
