"""An import that is left half way: given up, locked away, or the program closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.exchange.foreign.proposals import Decision
from tests.ui.bringing.conftest import Bring, Settle
from ui.bringing.choosing import ChoosingStep
from ui.bringing.page import BringingPage, Stage
from ui.workspace import Workspace

Come = Callable[[], BringingPage]
PEOPLE = """Family name;Given name;Birth date;Phone
Test;Ann;04/05/03;021 5555 1234
Sample;Bob;;021 5555 4321
"""
RELATIONS = "شهر;نوع همکاری;از تاریخ\nنمونه;یادداشت تفاهم;04/05/03\n"


def choosing(page: BringingPage) -> ChoosingStep:
    step = page.steps[Stage.CHOOSE]
    assert isinstance(step, ChoosingStep)
    return step


@pytest.fixture
def left(bring: Bring, settle: Settle) -> BringingPage:
    """Decide about one of two people, then leave as locking and closing do."""
    page = bring("people.csv", PEOPLE)
    page.next_button.click()
    settle()
    assert page.stage is Stage.REVIEW
    assert page.session is not None
    one, *_others = page.session.proposals
    page.session.decisions[one.key] = Decision("skip")
    page.keep_drafts()
    return page


@pytest.fixture
def come_back(qtbot: QtBot, workspace: Workspace, settle: Settle) -> Come:
    def come() -> BringingPage:
        page = BringingPage(workspace)
        qtbot.addWidget(page)
        page.show()
        settle()
        return page

    return come


def test_what_was_decided_comes_back(
    left: BringingPage, come_back: Come, settle: Settle, workspace: Workspace
) -> None:
    page = come_back()
    choosing(page).left_button.click()
    settle()
    assert page.stage is Stage.REVIEW
    assert left.session is not None
    assert page.session is not None
    assert page.session.decisions == left.session.decisions
    page.next_button.click()
    settle()
    assert page.stage is Stage.DONE
    assert [each["family_name_en"] for each in workspace.archive.rows(Person)] == ["Sample"]
    # Once it is taken in, nothing is left of it.
    assert choosing(come_back()).left is None


def test_answers_come_back_as_they_were_given(
    bring: Bring, come_back: Come, settle: Settle
) -> None:
    page = bring("relations.csv", RELATIONS)
    page.next_button.click()
    settle()
    assert page.session is not None
    asked = next(each for each in page.session.proposals if each.questions)
    (question,) = asked.questions
    answers = {question.key: question.offers[0]}
    page.session.decisions[asked.key] = Decision("new", answers=answers, fields={"kind": "new"})
    page.keep_drafts()
    again = come_back()
    choosing(again).left_button.click()
    settle()
    assert again.session is not None
    assert again.session.decisions == page.session.decisions


@pytest.mark.usefixtures("left")
def test_a_file_that_has_changed_is_not_taken_for_the_one_decided_about(
    come_back: Come, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE.replace("Ann", "Eve"))
    page = come_back()
    choosing(page).left_button.click()
    settle()
    assert page.stage is Stage.CHOOSE


def test_what_is_compared_can_be_given_up(
    bring: Bring, settle: Settle, workspace: Workspace
) -> None:
    page = bring("bodies.csv", "City name\n" + "".join(f"Sample {at}\n" for at in range(400)))
    page.next_button.click()
    assert page.stop_button.isVisible()
    page.stop_button.click()
    settle()
    assert page.stage is Stage.COLUMNS
    assert page.next_button.isEnabled()
    page.next_button.click()
    settle()
    assert page.stage is Stage.REVIEW
    page.next_button.click()
    page.stop_button.click()
    settle()
    assert page.stage is Stage.REVIEW
    assert not workspace.archive.rows(Partner)


def test_an_answer_does_not_outlive_what_was_asked(bring: Bring, settle: Settle) -> None:
    page = bring("relations.csv", RELATIONS)
    page.next_button.click()
    settle()
    session = page.session
    assert session is not None
    asked = next(each for each in session.proposals if each.questions)
    answers = {asked.questions[0].key: asked.questions[0].offers[0]}
    session.decisions[asked.key] = Decision("new", answers=answers)
    page.back()
    session.tables[0].columns = (*session.tables[0].columns[:2], None)
    page.next_button.click()
    settle()
    assert not session.decisions
