"""The tabs of a membership that are lists: goals, offices, proposals, promises, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liaison.domain.records.membership_goal import MembershipGoal
from liaison.domain.records.membership_milestone import MembershipMilestone
from liaison.i18n import N_, _
from ui.pages import network_entries as entries
from ui.pages import partner_entries
from ui.pages.in_place import InPlace
from ui.pages.lists_tab import ListsTab
from ui.pages.network_reading import NetworkRows
from ui.pages.visit_list import Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.domain.schema import RecordType
    from liaison.storage.archive import Row
    from ui.pages.network_beginning import NetworkBeginning
    from ui.pages.partner_list import RecordsCard
    from ui.workspace import Workspace

_CHIP: Final = 132
_CANDIDACIES: Final = (
    (N_("Post or office"), 0.6),
    (N_("Kind of milestone"), 140),
    (N_("Rivals"), 0.4),
    (N_("Date"), 130),
    (N_("Result"), _CHIP),
)
_DOCUMENTS: Final = ((N_("Title"), 0.99), (N_("Kind"), 170), (N_("Date"), 112))
_STOOD_FOR: Final = frozenset({"candidacy", "bid"})


class NetworkTab(ListsTab[NetworkRows]):
    """Lists of a membership, some of whose cells are edited where they stand."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        self.beginning = beginning
        self.places: list[InPlace] = []

    def edit_in_place(
        self, card: RecordsCard, record_type: RecordType, keys: Sequence[str]
    ) -> InPlace:
        """Let the fields `keys` of a list be edited in its cells; "" opens the record."""
        card.view.opened.disconnect(card.open)
        place = InPlace(
            card,
            record_type,
            keys,
            lambda: card.records.get(card.view.uid()),
            self._write,
            card.open,
        )
        self.places.append(place)
        return place

    def _write(self, row: Row, key: str, value: Any) -> None:  # noqa: ANN401 - of any field
        record_type, uid, version = row.record_type, row.uid, row.version
        label = _("{step}: {title}").format(
            step=_("Update {type}").format(type=_(record_type.singular)),
            title=self.rows.title(uid) if self.rows is not None else "",
        )
        self.workspace.write(
            label,
            lambda change: change.update(record_type, uid, {key: value}, version=version),
            owner=self,
        )

    def go_on(self) -> None:
        """Go on with what is edited in place, once the lists show what was written."""
        for each in self.places:
            each.go_on()


class GoalsTab(NetworkTab):
    """Goals by horizon with their progress, which is typed where it stands."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Goal"), 0.99),
            (N_("State"), _CHIP),
            (N_("To be reached by"), 150),
            (N_("Progress"), 200),
        )
        empty = N_("No goal yet. Press Insert to write what the membership is for.")
        self.list = self.add_card(N_("Goals by horizon"), columns, empty, "membership_goal")
        self.edit_in_place(self.list, MembershipGoal, ("", "state", "target", "progress"))

    def show_rows(self, rows: NetworkRows) -> None:
        """Show the goals under their horizons."""
        self.rows = rows
        goals = rows.standing.goals
        self.list.show_records(list(entries.goals(goals)), goals, len(goals))
        self.go_on()


class OfficesTab(NetworkTab):
    """What was won, hosted and stood for, the oldest first."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Title"), 0.99),
            (N_("Kind of milestone"), 160),
            (N_("When"), 130),
            (N_("Number of seats"), 124),
            (N_("Held by"), 170),
        )
        empty = N_("No office yet. Press Insert to record one that was won or hosted.")
        self.offices = self.add_card(
            N_("Offices and roles"), columns, empty, "membership_milestone"
        )
        empty = N_("No candidacy yet.")
        begin = Tool(
            N_("+ Candidacy"),
            beginning.candidacy,
            shown=True,
            needs=False,
            writes="membership_milestone",
        )
        self.candidacies = self.add_card(
            N_("Candidacies and bids"), _CANDIDACIES, empty, "membership_milestone", (begin,)
        )
        self.edit_in_place(
            self.candidacies, MembershipMilestone, ("", "", "rivals", "when", "result")
        )

    def show_rows(self, rows: NetworkRows) -> None:
        """Show the milestones."""
        self.rows = rows
        every = rows.standing.milestones
        stood = [each for each in every if each.get("kind") in _STOOD_FOR]
        held = [each for each in every if each not in stood]
        self.offices.show_records([entries.office(rows, each) for each in held], held)
        self.candidacies.show_records([entries.candidacy(each) for each in stood], stood)
        self.go_on()


class ProposalsTab(NetworkTab):
    """What was proposed, and what became of it: one chain under the other."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Proposal"), 0.4),
            (N_("State"), _CHIP),
            (N_("What became of it"), 0.6),
        )
        empty = N_("Nothing was proposed here yet. Press Insert to record the first proposal.")
        self.list = self.add_card(N_("Proposals and their fate"), columns, empty, "proposal")

    def show_rows(self, rows: NetworkRows) -> None:
        """Show the chains of proposals."""
        self.rows = rows
        chains = rows.file.proposals
        shown = [entry for chain in chains for entry in entries.chain(rows, chain)]
        self.list.show_records(shown, (each for chain in chains for each in chain))


class PromisesTab(NetworkTab):
    """What is promised, the open first, and what is attached."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        self.list = self.add_promises()
        empty = N_("No document yet.")
        self.documents = self.add_card(N_("Documents"), _DOCUMENTS, empty, "document")

    def show_rows(self, rows: NetworkRows) -> None:
        """Show promises and documents."""
        self.rows = rows
        promises, documents = rows.file.promises, rows.file.documents
        most = self.list.most
        shown = [partner_entries.promise(rows, each) for each in promises[:most]]
        self.list.show_records(shown, promises, len(promises))
        shown = [entries.document(rows, each) for each in documents[:most]]
        self.documents.show_records(shown, documents, len(documents))
