"""What the side of a visit tells: incomplete names, and papers that no longer hold."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.participant import Participant
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.visit import Visit
from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS
from liaison.prints.revisions import issue_out, ready
from ui.day import today
from ui.pages.visit import VisitPage
from ui.pages.visit_names import NamesCard
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


def test_incomplete_names_are_listed_and_lead_to_who_they_are_of(
    opened: Open, workspace: Workspace, visit_uid: str, meeting_uid: str
) -> None:
    with workspace.archive.change("By office only") as change:
        delegation = change.add(Delegation, {"name_fa": "هیئت آزمون"})
        change.update(Visit, visit_uid, {"delegation": delegation})
        values = {"delegation": delegation, "title_fa": "رئیس اتحادیهٔ آزمون"}
        member = change.add(DelegationMember, values)
        guest = {"meeting": meeting_uid, "capacity_fa": "نمایندهٔ آزمون"}
        change.add(Participant, guest)
        change.add(Participant, {"meeting": meeting_uid, "member": member})  # told once
    page = opened()
    page.header.names_wanted.emit()
    card = page.side.currentWidget()
    assert isinstance(card, NamesCard)
    assert len(card.list.links) == 2
    card.list.links[0].press()
    assert page.tab is page.tabs["delegation"]
    assert page.tab.list.view.uid() == member
    asked: list[tuple[str, str, object]] = []
    workspace.list_wanted.connect(lambda *words: asked.append(words))
    for each in card.all_buttons:
        each.click()
    assert [(name, where) for name, _title, where in asked] == [
        ("delegation_member", {"person": None}),
        ("participant", {"person": None}),
    ]


def test_the_form_at_the_side_follows_what_is_undone(
    opened: Open, workspace: Workspace, meeting_uid: str, settle: Settle
) -> None:
    page = opened()
    with workspace.archive.change("A guest") as change:
        guest = change.add(Participant, {"meeting": meeting_uid, "capacity_fa": "مهمان آزمون"})
    with workspace.archive.change("Another capacity") as change:
        change.update(Participant, guest, {"capacity_fa": "نمایندهٔ آزمون"})
    panel = page.side.edit("participant", guest, hidden=("meeting",))
    settle()
    workspace.undo()
    settle()
    assert panel.form.editors["capacity_fa"].value() == "مهمان آزمون"
    workspace.undo()
    settle()
    assert page.side.shows_cards, "what is gone is not edited any more"


def test_a_paper_that_no_longer_holds_is_told_in_one_line(
    opened: Open,
    workspace: Workspace,
    visit_uid: str,
    programme: list[str],
    settle: Settle,
) -> None:
    archive = workspace.archive
    product = PRODUCTS["visit-programme"]
    done = ready(archive, product, visit_uid, Edition("fa"), today=today())
    issue_out(archive, done, "saved", datetime.now(UTC))
    page = opened()
    page.changed.refresh()
    settle()
    assert page.changed.isHidden()
    with archive.change("Another place") as change:
        change.update(ProgrammeItem, programme[0], {"title_fa": "بدرقهٔ آزمون"})
    page.changed.refresh()
    settle()
    assert page.changed.count == 1
    assert page.changed.isVisibleTo(page)
    wanted: list[tuple[object, ...]] = []
    workspace.print_wanted.connect(lambda *words: wanted.append(words))
    link = page.changed.link
    assert link is not None
    link.press()
    assert wanted == [("visit-programme", visit_uid, "changed", None)]


@pytest.mark.usefixtures("meeting_uid")
def test_who_was_kept_away_says_why(opened: Open, workspace: Workspace, meeting_uid: str) -> None:
    with workspace.archive.change("Kept away") as change:
        values = {"meeting": meeting_uid, "side": "theirs", "capacity_fa": "نمایندهٔ آزمون"}
        kept = {"attendance": "prevented", "attendance_reason": "روادید نرسید"}
        change.add(Participant, values | kept)
    page = opened()
    page.open_tab("meetings")
    entries = page.tab.parts[0].list.view.rows.entries
    (entry,) = [each for each in entries if not each.heading]
    assert ("muted", "روادید نرسید") in entry.cells[1].notes
    assert entry.cells[3].chip == "red"
