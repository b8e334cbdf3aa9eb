"""A visit is closed when its file is: promises have owners, and what is missing leads there."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.document import Document
from liaison.domain.records.experience import Experience
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.gift import Gift
from liaison.domain.records.media_item import MediaItem
from liaison.domain.records.officer import Officer
from liaison.domain.records.visit import Visit
from liaison.time.span import Span
from ui.pages.visit import VisitPage
from ui.pages.visit_closing import ClosingCard
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


@pytest.fixture
def promise(workspace: Workspace, visit_uid: str) -> str:
    with workspace.archive.change("A promise") as change:
        return change.add(FollowUp, {"visit": visit_uid, "title_fa": "نامهٔ آزمون"})


def ask(page: VisitPage, settle: Settle) -> ClosingCard:
    page.set_stage("closed")
    settle()
    card = page.side.currentWidget()
    assert isinstance(card, ClosingCard)
    return card


def test_a_promise_without_an_owner_stops_the_closing_until_it_has_one(
    qtbot: QtBot,
    opened: Open,
    workspace: Workspace,
    promise: str,
    settle: Settle,
    visit_uid: str,
) -> None:
    with workspace.archive.change("An officer") as change:
        officer = change.add(Officer, {"name_fa": "کارشناس آزمون"})
    page = opened()
    card = ask(page, settle)
    assert not card.close_button.isEnabled()
    assert card.told.text()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "proposed"
    card.list.links[0].press()
    assert page.tab is page.tabs["promised"]
    assert page.tab.list.view.uid() == promise
    page.tab.menu_of_officers().actions()[0].trigger()
    settle()
    assert workspace.archive.read(FollowUp, promise)["assignee"] == officer
    assert page.side.currentWidget() is card  # asked again at once
    assert card.close_button.isEnabled()
    assert card.findings  # the rest is told, and stops nothing
    card.close_button.setFocus()
    qtbot.keyClick(card.close_button, Qt.Key.Key_Space)
    settle()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "closed"
    assert page.side.shows_cards
    workspace.undo()
    settle()
    assert workspace.archive.read(Visit, visit_uid)["stage"] == "proposed"


def test_what_is_missing_leads_to_its_field_and_is_asked_again(
    opened: Open, settle: Settle
) -> None:
    page = opened()
    card = ask(page, settle)
    cost = next(each for each in card.findings if each.kind == "cost")
    page.jump(cost)
    settle()
    panel = page.side.panel
    assert panel is not None
    assert QApplication.focusWidget() is panel.form.editors["cost"].control
    assert "stage" not in panel.form.editors  # no way around the checklist
    panel.form.editors["cost"].set_value("۱۰۰ واحد آزمون")
    panel.save()
    settle()
    again = page.side.currentWidget()
    assert isinstance(again, ClosingCard)
    assert "cost" not in {each.kind for each in again.findings}
    again.leave_button.click()
    settle()
    assert page.side.shows_cards


@pytest.fixture
def filed(
    workspace: Workspace, visit_uid: str, meeting_uid: str, arrival: date, tmp_path: Path
) -> Mapping[str, Any]:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"generated")
    archive = workspace.archive
    stored = archive.attach(photo, photo.name)
    day = Span(arrival, arrival, "")
    with archive.change("The day after") as change:
        for group, count in (("parliament", 3), ("council", 2)):
            for number in range(count):
                values = {"group": group, "published_on": day, "tone": "supportive"}
                owner = {"visit": visit_uid} if number else {"meeting": meeting_uid}
                change.add(MediaItem, {"speaker_fa": f"گویندهٔ آزمون {number}", **values, **owner})
        change.add(Gift, {"visit": visit_uid, "item_fa": "قاب آزمون", "direction": "given"})
        return {
            "photo": change.add(
                Document,
                {
                    "title_fa": "عکس آزمون",
                    "kind": "photo",
                    "file": stored,
                    "day": arrival,
                    "caption_fa": "دیدار آزمون",
                    "attached_to": ("visit", visit_uid),
                },
            )
        }


@pytest.mark.usefixtures("filed")
def test_the_day_after_lists_what_is_filed(opened: Open) -> None:
    page = opened()
    page.open_tab("afterwards")
    experiences, reactions, gifts, photos = (each.list.view.rows.entries for each in page.tab.lists)
    assert experiences == []
    headings = [each.cells[0].notes[0][1] for each in reactions if each.heading]
    assert ["۳" in headings[0], "۲" in headings[1]] == [True, True]
    assert len(reactions) == 7
    assert len(gifts) == 1
    caption, missing = photos[0].cells[1:]
    assert caption.text == "دیدار آزمون"
    assert missing.notes[0][0] == "amber"


def test_an_experience_needs_a_result_and_a_lesson(
    opened: Open, workspace: Workspace, settle: Settle
) -> None:
    page = opened()
    page.open_tab("afterwards")
    page.new()
    settle()
    panel = page.side.panel
    assert panel is not None
    editors = panel.form.editors
    editors["title_fa"].set_value("تجربهٔ آزمون")
    panel.save()
    settle()
    assert workspace.archive.rows(Experience) == []
    editors["result"].set_value("unsuccessful")
    panel.save()
    settle()
    assert workspace.archive.rows(Experience) == []
    editors["lesson_fa"].set_value("درس آزمون")
    panel.save()
    settle()
    (made,) = workspace.archive.rows(Experience)
    assert made["result"] == "unsuccessful"
    assert page.tab.lists[0].list.view.uid() == made.uid


def test_the_files_of_a_visit_are_saved_under_names_by_the_rule(
    opened: Open, filed: Mapping[str, Any], settle: Settle, tmp_path: Path
) -> None:
    page = opened()
    page.open_tab("documents")
    assert page.tab.list.view.uid() == filed["photo"]
    for _turn in range(2):
        page.tab.save_into(tmp_path / "out")
        settle()
    first, second = sorted((tmp_path / "out").iterdir())
    assert first.name.startswith("سفر-هیئت-شهر-آزمون-۱-۱۴")
    assert second.name == f"{first.name}-2"
    (file,) = first.iterdir()
    assert file.name.startswith("عکس-آزمون-۱۴")
    assert file.suffix == ".png"
    assert file.read_bytes() == b"generated"
