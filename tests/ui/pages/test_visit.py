"""The page of a visit as a whole: stage, readiness, documents, languages, a new visit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.document import Document
from liaison.domain.records.visit import Visit
from liaison.domain.rules.rights import RIGHTS
from ui.application import Languages
from ui.pages.visit import VisitPage
from ui.pages.visit_header import TABS
from ui.pages.visit_new import NewVisitPage
from ui.registry import new_page, record_page
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


def test_the_stage_is_set_by_keyboard_and_undone(
    qtbot: QtBot, opened: Open, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    page = opened()
    stages = page.header.stages
    stages.segments["proposed"].setFocus()
    forward = Qt.Key.Key_Left  # the window reads from the right
    qtbot.keyClick(stages.segments["proposed"], forward)
    focused = QApplication.focusWidget()
    assert focused is stages.segments["approved"]
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "proposed"  # only looked at
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    settle()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "approved"
    assert stages.segments["approved"].state == "current"
    workspace.undo()
    settle()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "proposed"
    assert stages.segments["proposed"].state == "current"


def test_the_stage_is_set_by_a_click(
    qtbot: QtBot, opened: Open, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    page = opened()
    qtbot.mouseClick(page.header.stages.segments["preparing"], Qt.MouseButton.LeftButton)
    settle()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "preparing"


def test_a_manager_cancels_a_visit_but_does_not_delete_it(
    opened: Open, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "may_write", RIGHTS["manager"].may_write)
    page = opened()
    settle()
    _names, cancelling, deleting = page.header.more_menu.actions()
    assert page.header.stages.isEnabled()
    assert cancelling.isEnabled()
    assert not deleting.isEnabled()


def test_a_stage_changed_elsewhere_is_not_overwritten(
    opened: Open, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    page = opened()
    with workspace.archive.change("Elsewhere") as change:
        change.update(Visit, visit_uid, {"stage": "closed"})
    troubles: list[Exception] = []
    workspace.troubled.connect(troubles.append)
    page.set_stage("approved")
    settle()
    assert len(troubles) == 1
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "closed"
    assert page.header.stages.stage == "closed"


@pytest.mark.usefixtures("programme", "meeting_uid")
def test_tabs_count_and_follow_the_keys(qtbot: QtBot, opened: Open) -> None:
    page = opened()
    texts = [page.header.tabs.tabText(index) for index in range(len(TABS))]
    assert texts[0].endswith("۳")
    assert texts[2].endswith("۱")
    assert page.tabs["programme"].list.view.hasFocus()
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
    )
    assert page.tab is page.tabs["delegation"]


def test_what_is_missing_leads_to_its_place(opened: Open, settle: Settle) -> None:
    page = opened()
    card = page.side.readiness
    assert card.links
    missing = {finding.kind: finding for finding in card.readiness.missing}
    page.jump(missing["host_officer"])
    settle()
    panel = page.side.panel
    assert panel is not None
    assert QApplication.focusWidget() is panel.form.editors["host_officer"].control
    page.side.close_form()
    page.jump(missing["programme"])
    assert page.tab is page.tabs["programme"]


def test_dropped_files_become_documents(
    opened: Open, workspace: Workspace, visit_uid: str, settle: Settle, tmp_path: Path
) -> None:
    page = opened()
    page.open_tab("documents")
    paths = [tmp_path / "عکس_آزمون.jpg", tmp_path / "letter.pdf"]
    for path in paths:
        path.write_bytes(b"generated")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.tabs["documents"].list.dropEvent(drop)
    settle()
    documents = workspace.archive.rows(Document)
    assert {row["attached_to"] for row in documents} == {("visit", visit_uid)}
    assert {row["kind"] for row in documents} == {"photo", "other"}
    assert {row["title_fa"] or row["title_en"] for row in documents} == {"عکس آزمون", "letter"}
    assert len(page.tabs["documents"].list.view.rows.entries) == 2


@pytest.mark.usefixtures("programme", "meeting_uid")
def test_every_control_has_a_name_in_both_languages(
    opened: Open, languages: Languages, settle: Settle
) -> None:
    page = opened()
    for lang in ("fa", "en"):
        languages.speak(lang)
        settle()
        for kind in (QAbstractButton, QLineEdit, QTableView):
            for control in page.findChildren(kind):
                if control.objectName().startswith("qt_") or not control.isEnabled():
                    continue
                text = control.text() if isinstance(control, QAbstractButton) else ""
                assert (
                    control.accessibleName()
                    or text
                    or control.focusPolicy() == (Qt.FocusPolicy.NoFocus)
                ), control
    assert page.title() == "Visit of Test City 1"


def test_a_new_visit_gets_a_number_and_a_delegation(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: Callable[..., None]
) -> None:
    page = new_page("visit", {}, None, workspace)
    assert isinstance(page, NewVisitPage)
    qtbot.addWidget(page)
    page.show()
    settle()
    editors = page.panel.form.editors
    assert str(editors["number"].value()).endswith("-V-001")
    type_text(editors["title_fa"].control, "سفر آزمون")
    wanted: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda name, uid: wanted.append((name, uid)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    settle()
    (visit,) = workspace.archive.rows(Visit)
    assert wanted == [("visit", visit.uid)]
    assert isinstance(record_page(*wanted[0], workspace), VisitPage)
    assert workspace.archive.exists(Delegation, visit["delegation"])
    workspace.undo()
    settle()
    assert not workspace.archive.rows(Visit)
    assert not workspace.archive.rows(Delegation)
