"""A meeting on the margins of an event, without a visit, on its own page."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records.event import Event
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.statement import Statement
from liaison.time.span import Span
from ui.application import Languages
from ui.pages.meeting import MeetingPage
from ui.records.form_page import FormPage
from ui.registry import new_page
from ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Settle) -> MeetingPage:
    with workspace.archive.change("A summit") as change:
        event = change.add(Event, {"title_fa": "اجلاس آزمون", "kind": "summit"})
        city = change.add(Partner, {"name_fa": "شهر آزمون ۱", "kind": "city"})
        meeting = change.add(
            Meeting,
            {
                "title_fa": "دیدار آزمون",
                "event": event,
                "partner": city,
                "kind": "on_the_margins",
                "event_day": "last",
            },
        )
        guest = {"meeting": meeting, "side": "theirs", "capacity_fa": "رئیس اتحادیهٔ آزمون"}
        participant = change.add(Participant, guest)
        said = {"kind": "commitment", "side": "theirs", "text_fa": "پیش‌نویس را می‌فرستیم."}
        change.add(Statement, {"meeting": meeting, "participant": participant, **said})
    shown = MeetingPage(workspace, meeting)
    qtbot.addWidget(shown)
    shown.resize(1142, 712)
    shown.show()
    qtbot.waitExposed(shown)
    settle()
    return shown


def test_the_last_day_of_the_summit_gets_its_date_with_the_summit(
    page: MeetingPage, workspace: Workspace, settle: Settle, languages: Languages
) -> None:
    languages.speak("en")
    settle()
    assert "Last day of the event" in page.header.when.text()
    assert "2026" not in page.header.when.text()
    (event,) = workspace.archive.rows(Event)
    with workspace.archive.change("The dates are known") as change:
        change.update(Event, event.uid, {"when": Span(date(2026, 4, 25), date(2026, 4, 28), "")})
    workspace.changed.emit()
    settle()
    assert "28 April 2026" in page.header.when.text()


def test_a_promise_on_the_margins_becomes_a_follow_up_of_the_meeting_alone(
    page: MeetingPage, workspace: Workspace, settle: Settle
) -> None:
    statements = page.parts[2]
    statements.list.view.select(statements.meeting.statements[0].uid)
    statements.follow_up()
    settle()
    (made,) = workspace.archive.rows(FollowUp)
    (meeting,) = workspace.archive.rows(Meeting)
    assert (made["meeting"], made["visit"]) == (meeting.uid, None)
    assert (made["owed_by"], made["partner"]) == ("theirs", meeting["partner"])
    assert page.side.panel is not None
    assert statements.list.view.rows.entries[0].cells[1].notes[0][0] == "green"


def test_what_the_brief_lacks_leads_to_it(page: MeetingPage, settle: Settle) -> None:
    page.missing.links[0].press()
    settle()
    assert page.side.panel is not None


@pytest.mark.usefixtures("page")
def test_a_meeting_begun_from_an_event_is_on_its_margins(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    (event,) = workspace.archive.rows(Event)
    shown: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda *words: shown.append(words))
    form = new_page("meeting", {"event": event.uid}, None, workspace)
    assert isinstance(form, FormPage)
    qtbot.addWidget(form)
    assert form.panel.form.editors["kind"].value() == "on_the_margins"
    form.panel.form.editors["title_fa"].set_value("دیدار دوم آزمون")
    form.panel.save()
    settle()
    (made,) = [row for row in workspace.archive.rows(Meeting) if row["title_fa"] != "دیدار آزمون"]
    assert shown == [("meeting", made.uid)]
