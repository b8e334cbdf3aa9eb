"""The page of a cooperation document: cells in place, order, versions, form check, languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.records.agreement import Agreement
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.document import Document
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.rights import RIGHTS
from liaison.errors import UserError
from tests.acceptance.walk import unnamed, unreachable
from tests.ui.conftest import TypeText
from tests.ui.pages.agreed import TODAY, Agreed, agree
from ui.application import Languages
from ui.pages import agreement as module
from ui.pages.agreement import AgreementPage
from ui.pages.agreement_cards import SigningCard
from ui.pages.agreement_clearances import ClearancesTab
from ui.pages.agreement_header import TABS
from ui.pages.agreement_parties import PartiesTab
from ui.pages.agreement_versions import VersionsTab
from ui.records.panel import FormPanel
from ui.registry import record_page
from ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def agreed(workspace: Workspace) -> Agreed:
    return agree(workspace.archive)


@pytest.fixture
def page(
    qtbot: QtBot,
    workspace: Workspace,
    agreed: Agreed,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> AgreementPage:
    monkeypatch.setattr(module, "today", lambda: TODAY)
    made = record_page("agreement", agreed.agreement, workspace)
    assert isinstance(made, AgreementPage)
    qtbot.addWidget(made)
    made.resize(1142, 712)
    made.show()
    qtbot.waitExposed(made)
    settle()
    return made


def stage(workspace: Workspace, agreed: Agreed) -> object:
    return workspace.archive.read(Agreement, agreed.agreement)["stage"]


def test_a_clearance_is_answered_in_its_cells_and_waits_no_more(
    qtbot: QtBot,
    page: AgreementPage,
    workspace: Workspace,
    agreed: Agreed,
    settle: Settle,
    type_text: TypeText,
) -> None:
    page.open_tab("clearances")
    tab = page.tab
    assert isinstance(tab, ClearancesTab)
    view = tab.list.view
    assert view.rows.entries[1].cells[5].text.startswith("۲۱ ")
    assert view.rows.entries[1].cells[5].chip == "red"
    view.setCurrentIndex(view.rows.index(1, 3))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    type_text(line, "14050829")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle()
    box = QApplication.focusWidget()
    assert box is not None
    assert tab.in_place.editor is not None
    assert box is tab.in_place.editor.control  # Tab went on to the answer, once this was written
    tab.in_place.editor.set_value("granted")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settle()
    row = workspace.archive.read(Clearance, agreed.clearances[1])
    assert row["replied_on"].isoformat() == "2026-11-20"
    assert row["result"] == "granted"
    assert view.rows.entries[1].cells[5].text == ""
    view.setCurrentIndex(view.rows.index(2, 2))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    type_text(line, "77")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    settle()
    assert workspace.archive.read(Clearance, agreed.clearances[2])["letter_no"] == "12/2"


def test_our_side_comes_first_by_a_button_and_the_order_by_keys(
    page: AgreementPage, workspace: Workspace, agreed: Agreed, settle: Settle
) -> None:
    page.open_tab("parties")
    tab = page.tab
    assert isinstance(tab, PartiesTab)
    assert [each.uid for each in tab.list.view.rows.entries] == list(agreed.parties)
    tab.put_ours_first()
    settle()
    assert [each.uid for each in tab.list.view.rows.entries] == list(agreed.parties[::-1])
    ranks = workspace.archive.rows(by_name("agreement_party"), {}, ("rank",))
    assert [each.uid for each in ranks] == list(agreed.parties[::-1])
    tab.list.view.select(agreed.parties[0])
    tab.ranks.up()
    settle()
    assert [each.uid for each in tab.list.view.rows.entries] == list(agreed.parties)


def test_what_the_form_lacks_leads_to_its_field(page: AgreementPage, settle: Settle) -> None:
    missing = {each.kind: each for each in page.side.readiness.readiness.missing}  # type: ignore[union-attr] # it was read
    page.jump(missing["legal_basis"])
    settle()
    form = page.tab.panel.form  # type: ignore[attr-defined] # the tab with the form
    assert QApplication.focusWidget() is form.leading("legal_basis").control
    page.jump(missing["text"])
    settle()
    panel = page.side.panel
    assert panel is not None
    assert panel.type_name == "article"
    assert QApplication.focusWidget() is panel.form.leading("text").control  # type: ignore[union-attr] # it has one


def test_the_form_alone_refuses_the_stage_with_the_same_sentence(
    page: AgreementPage, workspace: Workspace, agreed: Agreed, settle: Settle
) -> None:
    panel = FormPanel(workspace, "agreement", agreed.agreement, parent=page)
    settle()
    panel.form.editors["stage"].set_value("cleared")
    panel.save()
    settle()
    shown = panel.form.editors["stage"].fault.text()
    page.steps.set_stage("cleared")
    assert shown == page.header.held.text.text()
    assert "وزارت آزمون 4" in shown
    assert "وزارت آزمون 5" in shown
    assert "شورای" not in shown
    assert stage(workspace, agreed) == "drafted"
    with (
        pytest.raises(UserError) as refused,
        workspace.archive.change("By another way") as change,
    ):
        change.update(Agreement, agreed.agreement, {"stage": "signed"})
    assert refused.value.field == "stage"
    assert refused.value.message == shown


def test_a_document_that_goes_straight_into_force_is_signed_on_the_way(
    page: AgreementPage, workspace: Workspace, agreed: Agreed, settle: Settle
) -> None:
    with workspace.archive.change("All answered") as change:
        for uid in agreed.clearances:
            change.update(Clearance, uid, {"result": "granted"})
    workspace.changed.emit()
    settle()
    page.steps.set_stage("in_force")
    card = page.side.currentWidget()
    assert isinstance(card, SigningCard)
    card.do()
    settle()
    document = workspace.archive.read(Agreement, agreed.agreement)
    assert (document["stage"], document["signed_on"].since) == ("in_force", TODAY)
    assert workspace.archive.read(by_name("relation"), agreed.relation)["stage"] == "concluded"
    assert len(workspace.archive.rows(FollowUp)) == len(agreed.articles)
    workspace.undo()
    settle()
    assert stage(workspace, agreed) == "drafted"
    assert workspace.archive.rows(FollowUp) == []


def test_a_manager_sets_stages_but_neither_signs_nor_deletes(
    page: AgreementPage,
    workspace: Workspace,
    agreed: Agreed,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workspace, "may_write", RIGHTS["manager"].may_write)
    with workspace.archive.change("All answered") as change:
        for uid in agreed.clearances:
            change.update(Clearance, uid, {"result": "granted"})
    workspace.changed.emit()
    settle()
    offered = page.header.more_menu.actions()
    assert page.header.more_button.isEnabled()
    assert [each.isEnabled() for each in offered if not each.isSeparator()] == [True, True, False]
    page.steps.set_stage("signed")
    assert page.side.shows_cards
    page.steps.set_stage("cleared")
    settle()
    assert stage(workspace, agreed) == "cleared"


def test_a_clause_becomes_a_follow_up_once(
    qtbot: QtBot, page: AgreementPage, workspace: Workspace, agreed: Agreed, settle: Settle
) -> None:
    page.open_tab("articles")
    view = page.tab.list.view  # type: ignore[attr-defined] # a list
    view.select(agreed.articles[1])
    for _time in range(2):
        qtbot.keyClick(view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        page.tab.follow_up()  # type: ignore[attr-defined] # before it is written
        settle()
    (row,) = workspace.archive.rows(FollowUp)
    assert (row["article"], row["owed_by"], row["assignee"]) == (agreed.articles[1], "theirs", None)
    assert row["partner"] == agreed.theirs
    assert row["due_on"] == workspace.archive.read(by_name("article"), agreed.articles[1])["due_on"]


def test_versions_stand_in_chains_the_newest_first(
    page: AgreementPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    page.open_tab("versions")
    tab = page.tab
    assert isinstance(tab, VersionsTab)
    first, second = tmp_path / "draft_one.pdf", tmp_path / "draft_two.pdf"
    for path in (first, second):
        path.write_bytes(path.name.encode())
    tab.attach([first])
    settle()
    (row,) = workspace.archive.rows(Document)
    tab.attach([second], row)
    settle()
    entries = tab.list.view.rows.entries
    assert [each.cells[0].text for each in entries] == ["draft two", "draft one"]
    assert [each.faded for each in entries] == [False, True]
    assert {each["kind"] for each in workspace.archive.rows(Document)} == {"agreement_text"}


def test_everything_on_every_tab_has_a_name_and_is_reached_by_tab(
    page: AgreementPage, languages: Languages, settle: Settle
) -> None:
    # A form loses stops of Tab when the language changes under it, in any page: not told here.
    for lang in ("en", "fa"):
        languages.speak(lang)
        settle()
        for name, _label in TABS:
            page.open_tab(name)
            settle()
            assert unnamed(page) == [], name
            # The stages are one stop, with arrows from one to the other.
            lost = [each for each in unreachable(page) if not each.startswith("_Segment")]
            assert lost == [] or (lang, name) == ("fa", "details"), name
