"""What every page shares: the archive, the worker, and ways to ask the window for something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from liaison.i18n import N_, _
from ui.drafts import Drafts, not_kept
from ui.sections import HISTORY, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from liaison.domain.rules.owed import Asked
    from liaison.domain.rules.periods import ReportTerms
    from liaison.storage.archive import Archive
    from liaison.storage.change import Change
    from ui.jobs import Failed, Jobs
    from ui.settings import Settings
    from ui.theme import Theme

T = TypeVar("T")

NOT_YOURS = N_(
    "Your duty in the office does not include this. Ask an administrator of the archive."
)
"""Said where something cannot be done with the duty of whoever is signed in."""


class Workspace(QObject):
    """The archive of the window and the requests pages make of it.

    Pages call the methods; the window answers the signals. Nothing here shows anything.
    """

    opened = Signal()
    """The archive is open: pages may read."""
    closing = Signal()
    """The archive is about to be closed: what works on it behind the pages breaks off."""
    changed = Signal()
    """Something was written: what is on screen may be old."""
    said = Signal(str, str, object)
    """A message for the user, the label of an action that goes with it, and the action."""
    troubled = Signal(Exception)
    """An error to show."""
    record_wanted = Signal(str, str)
    new_wanted = Signal(str, object, object)
    section_wanted = Signal(str)
    choice_wanted = Signal(str, str)
    list_wanted = Signal(str, str, object)
    back_wanted = Signal()
    print_wanted = Signal(str, str, str, object)
    page_wanted = Signal(str)
    reminders_wanted = Signal()
    reminded = Signal(int, int)
    """How many reminders there are now, and how many of them are new; not what they say."""
    lock_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(
        self, folder: Path, jobs: Jobs, settings: Settings, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.jobs = jobs
        self.settings = settings
        self.theme = theme
        self.stage: QWidget | None = None
        """Where pages stand. Made there at once, they are dressed once, not at every move."""
        self.helpers: list[Callable[[], bool]] = []
        """Ask those who work on the archive behind the pages whether they do."""
        self.drafts_missed = 0
        """How often something typed could not be kept as a draft."""
        self._archive: Archive | None = None
        self._drafts: Drafts | None = None
        jobs.failed.connect(self.troubled)
        self.changed.connect(self._adopt_wording)

    @property
    def is_open(self) -> bool:
        """Whether the archive is there to be read."""
        return self._archive is not None

    @property
    def archive(self) -> Archive:
        """The open archive; pages are only made once there is one."""
        if self._archive is None:
            raise RuntimeError
        return self._archive

    @Slot(object)
    def take(self, archive: Archive) -> None:
        """Start working with `archive`."""
        self._archive = archive
        self._drafts = None
        self.opened.emit()

    def let_go(self) -> Archive:
        """Stop working with the archive and return it, to be closed."""
        archive, self._archive, self._drafts = self.archive, None, None
        return archive

    @property
    def drafts(self) -> Drafts:
        """What is typed and not saved in the forms of the open archive."""
        if self._drafts is None:
            self._drafts = Drafts(self.folder, self.miss_draft, self.archive.key)
        return self._drafts

    def may_write(self, type_name: str, fields: Collection[str] = ()) -> bool:
        """Tell whether whoever is signed in may write these fields; with none, add and delete."""
        return self.archive.rights.may_write(type_name, fields)

    def refuses(self, type_name: str) -> bool:
        """Tell whether records of a type may not be added or deleted here, and say so."""
        if self.may_write(type_name):
            return False
        self.say(_(NOT_YOURS))
        return True

    # -- asking the window

    def say(self, message: str, action: str = "", work: Callable[[], object] | None = None) -> None:
        """Show `message` for a while, with a button named `action` that does `work`."""
        self.said.emit(message, action, work)

    def miss_draft(self) -> None:
        """Say that what is typed could not be kept; once, for it is tried again and again."""
        self.drafts_missed += 1
        if self.drafts_missed == 1:
            self.say(not_kept())

    def open_record(self, type_name: str, uid: str) -> None:
        """Show the page of one record."""
        self.record_wanted.emit(type_name, uid)

    def new_record(
        self,
        type_name: str,
        values: Mapping[str, Any] | None = None,
        then: Callable[[str], object] | None = None,
    ) -> None:
        """Open an empty form that starts from `values`.

        With `then`, saving comes back to the page that asked, and `then` gets the new uid.
        """
        if self.is_open and self.refuses(type_name):
            return
        self.new_wanted.emit(type_name, dict(values or {}), then)

    def open_section(self, name: str) -> None:
        """Show the section `name` of the sidebar."""
        self.section_wanted.emit(name)

    def open_choice(self, name: str, choice: str) -> None:
        """Show of the section `name` what its filter `choice` lets through."""
        self.choice_wanted.emit(name, choice)

    def open_list(self, type_name: str, title: str, where: Mapping[str, Any]) -> None:
        """List the records of a type that answer `where`, as `Archive.rows` takes it.

        `title` is the message that says what they have in common.
        """
        self.list_wanted.emit(type_name, title, dict(where))

    def go_back(self) -> None:
        """Leave the page on top and return to the one below."""
        self.back_wanted.emit()

    def print_record(
        self, product: str, uid: str = "", task: str = "", shown: Asked | ReportTerms | None = None
    ) -> None:
        """Open the print room with `product` for the record `uid`.

        `task` turns at once to "all" papers of a visit, or to those that "changed"; "guest" to the
        edition for the other side. A list holds exactly what is `shown`; a report is of its days.
        """
        self.print_wanted.emit(product, uid, task, shown)

    def open_page(self, name: str) -> None:
        """Show one of the pages that are neither a section nor a record's."""
        self.page_wanted.emit(name)

    def open_history(self, uid: str) -> None:
        """Show who changed what in a record, one that is gone too; "" for all of the archive."""
        self.page_wanted.emit(f"{HISTORY}:{uid}" if uid else JOURNAL)

    def lock(self) -> None:
        """Close the archive until somebody signs in again."""
        self.lock_wanted.emit()

    def toggle_theme(self) -> None:
        """Change from light to dark or back, and remember it."""
        self.theme.toggle()
        self.settings.set("theme", self.theme.choice)

    def choose_theme(self, name: str) -> None:
        """Use one of the themes, and remember it."""
        self.theme.choose(name)
        self.settings.set("theme", name)

    def resize_text(self, percent: int) -> None:
        """Show every text at `percent` of the usual size, and remember it."""
        self.theme.resize(percent)
        self.settings.set("text_size", percent)

    def step_text(self, step: int) -> None:
        """Show every text larger by `step`, smaller where that is negative; 0 is the usual size."""
        self.resize_text(self.theme.next_size(step) if step else 100)

    # -- writing

    def write(
        self,
        label: str,
        work: Callable[[Change], T],
        then: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do `work` inside one named change of the archive, on the worker.

        `label` is what undo will call it. Afterwards everybody hears `changed`, then `then` is
        called with what `work` returned; nothing is written where `work` or a check fails.
        """
        archive = self.archive

        def run() -> T:
            with archive.change(label) as change:
                return work(change)

        def done(result: T) -> None:
            self.changed.emit()
            if then is not None:
                then(result)

        self.jobs.run(run, done, failed, owner=owner or self)

    def delete(
        self, type_name: str, uid: str, then: Callable[[None], object] | None = None
    ) -> None:
        """Put a record into the bin and offer to take that back."""
        if self.refuses(type_name):
            return
        from liaison.domain.records import by_name  # heavy, loaded after the start

        record_type = by_name(type_name)
        title = _(record_type.singular)

        def gone(_nothing: None) -> None:
            self.say(_("{title} went into the bin.").format(title=title), _("Undo"), self.undo)
            if then is not None:
                then(None)

        self.write(
            _("Delete {title}").format(title=title),
            lambda change: change.delete(record_type, uid),
            gone,
        )

    def _adopt_wording(self) -> None:
        """Call countries what the office calls them now, before pages read again."""
        if self.is_open:
            from liaison.storage.wording import follow_wording  # heavy, loaded after the start

            archive = self.archive
            self.jobs.run(lambda: follow_wording(archive), owner=self, lane="wording")

    def undo(self) -> None:
        """Take back the last change and say which it was."""
        if self.is_open:
            self.jobs.run(self.archive.undo, self._undone)

    def redo(self) -> None:
        """Do again what was taken back last and say which it was."""
        if self.is_open:
            self.jobs.run(self.archive.redo, self._redone)

    def _undone(self, label: str | None) -> None:
        if label is None:
            self.say(_("There is nothing to undo."))
            return
        self.changed.emit()
        self.say(_("Undone: {change}").format(change=label), _("Redo"), self.redo)

    def _redone(self, label: str | None) -> None:
        if label is None:
            self.say(_("There is nothing to redo."))
            return
        self.changed.emit()
        self.say(_("Done again: {change}").format(change=label), _("Undo"), self.undo)
