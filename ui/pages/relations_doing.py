"""What is done from the page of relations: cells opened, reasons typed, tasks proposed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.domain.rules.proposing import PROPOSAL_LABELS, Proposal, follow_up_of
from liaison.i18n import N_, _, ngettext
from liaison.insight.relations_overview import OPEN_STATES, open_with
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from ui.figures import figure
from ui.pages.relations_cells import (
    CONTACT,
    DAYS,
    KIND,
    OFFICER,
    OPEN,
    PARTNER,
    PROPOSAL,
    REASON,
    SINCE,
    kind_words,
)
from ui.pages.relations_foot import KEYS, RelationsFoot
from ui.pages.relations_reading import Bound
from ui.pages.relations_view import RelationsView
from ui.workspace import Workspace

_OPEN: Final = N_("Open commitments")
_PROPOSED: Final = N_("Proposal")
_LISTED: Final = N_("Relations")
_TITLES: Final = ("title_fa", "title_en")


class RelationsDoing(QObject):
    """Listens to table and foot, opens what is asked for, and writes what is typed or proposed."""

    def __init__(self, workspace: Workspace, view: RelationsView, foot: RelationsFoot) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self.by_uid: Mapping[str, Bound] = {}
        self._openers: Mapping[int, Callable[[Bound], object]] = {
            PARTNER: lambda bound: workspace.open_record("partner", bound.line.partner),
            KIND: self._open_relation,
            SINCE: self._open_relation,
            CONTACT: self._open_contact,
            DAYS: self._open_contact,
            OPEN: self._open_commitments,
            REASON: lambda bound: view.edit_reason(bound.uid),
            OFFICER: self._open_officers,
            PROPOSAL: self._open_tasks,
        }
        view.opened.connect(self.open)
        view.delegate.typed.connect(self.reason)
        view.pressed_key.connect(self._key)
        view.chosen.connect(lambda: foot.show_selected(len(view.selected())))
        foot.proposed.connect(self.propose)
        foot.kind_wanted.connect(self._open_kind)

    # -- opening

    def open(self, uid: str, column: int) -> None:
        """Open what a cell of the row `uid` names."""
        if uid in self.by_uid:
            self._openers[column](self.by_uid[uid])

    def _open_relation(self, bound: Bound) -> None:
        """Open the relation; where a city has several, let one be chosen."""
        relations = bound.line.relations
        if len(relations) == 1:
            self._workspace.open_record("relation", relations[0].uid)
            return
        menu = self.relations_menu(bound, self._view)
        spot = self._view.visualRect(self._view.currentIndex()).bottomLeft()
        menu.popup(self._view.viewport().mapToGlobal(spot))

    def relations_menu(self, bound: Bound, parent: QWidget) -> QMenu:
        """Return a menu of the relations with a partner; freed when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, each in enumerate(bound.line.relations, 1):
            action = menu.addAction(f"&{figure(number)}  {kind_words(each.get('kind'))}")
            action.triggered.connect(self._opener("relation", each.uid))
        return menu

    def _opener(self, type_name: str, uid: str) -> Callable[[], object]:
        return lambda: self._workspace.open_record(type_name, uid)

    def _open_contact(self, bound: Bound) -> None:
        if bound.contact is not None:
            type_name, uid, _title = bound.contact
            self._workspace.open_record(type_name, uid)

    def _open_officers(self, bound: Bound) -> None:
        if bound.officers:
            self._workspace.open_record("officer", bound.officers[0][0])

    def _open_commitments(self, bound: Bound) -> None:
        if bound.line.owing.open:
            archive, partner = self._workspace.archive, bound.line.partner
            self._workspace.jobs.run(
                lambda: open_with(archive, partner),
                lambda uids: self._workspace.open_list("follow_up", _OPEN, {"uid": uids}),
                owner=self,
            )

    def _open_tasks(self, bound: Bound) -> None:
        if len(bound.tasks) == 1:
            self._workspace.open_record("follow_up", bound.tasks[0][0])
        elif bound.tasks:
            uids = frozenset(uid for uid, _title in bound.tasks)
            self._workspace.open_list("follow_up", _PROPOSED, {"uid": uids})

    def _open_kind(self, kind: str | None) -> None:
        where: dict[str, Any] = {} if kind == "all" else {"kind": kind}
        self._workspace.open_list("relation", _LISTED, where)

    # -- writing

    def reason(self, bound: Bound, text: str) -> None:
        """Write why a partner's relations are dormant, in the language it was typed in."""
        key = f"dormancy_reason_{self._view.lang}"
        relations = [each.uid for each in bound.line.relations]

        def write(change: Change) -> None:
            for each in relations:
                change.update(Relation, each, {key: text or None})

        label = _("{step}: {title}").format(step=_("Why it is dormant"), title=bound.title)
        self._workspace.write(label, write, lambda _nothing: self._say(label), owner=self)

    def _key(self, cap: str) -> None:
        if cap in KEYS:
            self.propose(KEYS[cap].value)

    def propose(self, name: str) -> None:
        """Make a task of a proposal for every selected partner, all of them one change."""
        bound = self._view.selected()
        if not bound or self._workspace.refuses("follow_up"):
            return
        proposal = Proposal(name)
        made = {
            each.uid: values
            for each in bound
            if each.partner is not None
            and (values := follow_up_of(proposal, each.line, each.partner)) is not None
        }
        if not made:
            self._workspace.say(_("That is proposed already, and still open."))
            return

        archive = self._workspace.archive

        def write(change: Change) -> None:
            # The key may have been pressed again before the page knew of the first.
            there = _titles(archive, {values["relation"] for values in made.values()})
            for values in made.values():
                if not there & {(values["relation"], values.get(key)) for key in _TITLES}:
                    change.add(FollowUp, values)

        label = _("{step}: {title}").format(
            step=_(PROPOSAL_LABELS[proposal]), title=self._whom([*made])
        )
        self._workspace.write(label, write, lambda _nothing: self._say(label), owner=self)

    def _whom(self, uids: Sequence[str]) -> str:
        if len(uids) == 1:
            return self.by_uid[uids[0]].title
        count = ngettext("{count} partner", "{count} partners", len(uids))
        return count.format(count=figure(len(uids)))

    def _say(self, message: str) -> None:
        self._workspace.say(message, _("Undo"), self._workspace.undo)


def _titles(archive: Archive, relations: set[str]) -> set[tuple[str, str]]:
    """Return what is open already from `relations`: each relation with a title."""
    tasks = archive.rows(FollowUp, {"relation": relations, "state": OPEN_STATES})
    return {(each["relation"], each[key]) for each in tasks for key in _TITLES if each.get(key)}
