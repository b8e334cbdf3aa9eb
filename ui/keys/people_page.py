"""The page of people: who can sign in, letting an officer in, and ending that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison.i18n import N_, _, language, ngettext
from liaison.time import instant
from ui import actions
from ui.figures import figure, isolated
from ui.keys.admitting import Admitting
from ui.keys.people_reading import Admitted, PeopleRead, read_people
from ui.page import Page
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.widgets.pieces import button, card, label, row
from ui.widgets.toast import Banner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from ui.workspace import Workspace


class PeoplePage(Page):
    """Who can sign in, with the duty that says what they may do; for administrators."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.people: PeopleRead | None = None
        self._title, self._count = label("page-title"), label("muted")
        self._words = label("muted", wrap=True)
        self._recovery = label("muted", wrap=True)
        self.admit_button = button("primary", self.admit)
        self.recovery_button = button("", lambda: workspace.open_page("recovery"))
        self.notice = Banner("notice")
        columns = ((N_("Name"), 0.4), (N_("Duty"), 0.25), (N_("Passphrase since"), 0.35))
        tools = (
            Tool(N_("New passphrase…"), self.renew, ("F4",), shown=True),
            Tool(N_("End access…"), self.ask_dismissal, ("Del",), shown=True),
        )
        empty = N_("Nobody can sign in; let an officer in.")
        self.list = ListCard(workspace, N_("Who can sign in"), columns, tools, empty, parent=self)
        self.list.view.opened.connect(self.renew)
        self.side = Admitting(workspace)
        self.side.hide()
        self.side.left.connect(self._close_side)
        self.side.done.connect(self._admitted)
        self._lay_out()
        self.enter_at(self.list.view)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self._leave, "Esc", context=within)
        self.retranslate()

    def _lay_out(self) -> None:
        head, column = card()
        column.addLayout(
            row(self._title, self._count, 1, self.recovery_button, self.admit_button, spacing=12)
        )
        column.addWidget(self._words)
        column.addWidget(self._recovery)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list, 1)
        body.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addWidget(self.notice)
        whole.addLayout(body, 1)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "safety"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Who can sign in")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self._words.setText(
            _(
                "The duty of an officer says what they may do; it is set in the record of the"
                " officer. Whoever may sign in reads everything."
            )
        )
        self.admit_button.setText(_("Let an officer in…"))
        self.admit_button.setToolTip("Ctrl+N")
        self.recovery_button.setText(_("New recovery key…"))
        if self.people is not None:
            self._show(self.people)

    # -- reading

    def refresh(self) -> None:
        """Read who can sign in again."""
        archive = self.workspace.archive
        self.workspace.jobs.run(lambda: read_people(archive), self._show, owner=self, lane="people")

    def _show(self, people: PeopleRead) -> None:
        self.people = people
        count = len(people.admitted)
        told = ngettext("{count} person signs in", "{count} people sign in", count)
        self._count.setText(told.format(count=figure(count)))
        self._recovery.setText(
            _("The recovery key printed on {when} opens the archive as well.").format(
                when=_when(people.recovery_since)
            )
        )
        self._recovery.setVisible(people.recovery_since is not None)
        self.list.show_entries([_entry(each) for each in people.admitted])
        self.admit_button.setEnabled(bool(people.others))
        if not people.others:
            self.admit_button.setToolTip(_("Every officer at work here can sign in already."))

    def _current(self) -> Admitted | None:
        uid = self.list.view.uid()
        admitted = self.people.admitted if self.people is not None else ()
        return next((each for each in admitted if each.who.officer == uid), None)

    # -- letting in

    def new(self) -> None:
        """Let an officer in."""
        self.admit()

    def admit(self) -> None:
        """Ask which officer is to be let in, with which first passphrase."""
        if self.people is not None and self.people.others:
            self.side.ask_for(self.people.others, is_new=True)

    def renew(self) -> None:
        """Ask for a new passphrase of somebody who forgot theirs."""
        current = self._current()
        if current is not None:
            self.side.ask_for([current.who], is_new=False)

    def _admitted(self, name: str) -> None:
        self._close_side()
        self.workspace.changed.emit()
        told = _("{name} can sign in now; tell them the passphrase, and to change it.")
        self.workspace.say(told.format(name=isolated(name)))

    def _close_side(self) -> None:
        self.side.hide()
        self.list.view.setFocus()

    def _leave(self) -> None:
        if self.side.isVisible():
            self._close_side()
        else:
            self.workspace.go_back()

    # -- ending access

    def ask_dismissal(self) -> None:
        """Ask whether somebody is really not to sign in any more."""
        current = self._current()
        if current is None:
            return
        text = _(
            "{name} will not be able to sign in any more. Backups made until now still open with"
            " their passphrase: keep those where they cannot take them."
        )
        self.notice.ask(
            text.format(name=isolated(current.who.name(language()))),
            (_("End access"), self._dismisser(current.who.officer)),
            (_("Cancel"), self.list.view.setFocus),
        )

    def _dismisser(self, officer: str) -> Callable[[], object]:
        people = self.workspace.archive.people

        def done(_nothing: None) -> None:
            self.workspace.changed.emit()
            self.workspace.say(_("Access was ended."))

        return lambda: self.workspace.jobs.run(lambda: people.dismiss(officer), done, owner=self)


def _entry(each: Admitted) -> Entry:
    notes = () if each.at_work else (("amber", _("not at work here any more")),)
    duty = _(each.who.duty) if each.who.duty else "—"
    name = Cell(each.who.name(language()), notes, bold=True)
    return Entry(each.who.officer, (name, Cell(duty), Cell(_when(each.since))))


def _when(moment: datetime | None) -> str:
    return "—" if moment is None else instant.shown(moment, instant.zone(), language())
