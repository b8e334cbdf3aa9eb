"""The way back from an import: it takes back that import, or nothing."""

import pytest

from liaison.domain.records.partner import Partner
from tests.ui.bringing.conftest import CONTACTS, Bring, Settle
from ui.bringing.done_step import DoneStep
from ui.bringing.page import BringingPage, Stage
from ui.workspace import Workspace


@pytest.fixture
def done(bring: Bring, settle: Settle, workspace: Workspace) -> DoneStep:
    """Take contacts in, in an archive in which something was done before."""
    workspace.write("Before", lambda change: change.add(Partner, {"name_en": "Before"}))
    return _through(bring("contacts.csv", CONTACTS), settle)


def _through(page: BringingPage, settle: Settle) -> DoneStep:
    for _stage in (Stage.REVIEW, Stage.DONE):
        page.next_button.click()
        settle()
    assert page.stage is Stage.DONE
    step = page.steps[Stage.DONE]
    assert isinstance(step, DoneStep)
    return step


def names(workspace: Workspace) -> set[str]:
    return {each["name_en"] for each in workspace.archive.rows(Partner)}


def test_it_is_taken_back_once(done: DoneStep, settle: Settle, workspace: Workspace) -> None:
    assert names(workspace) == {"Before", "Sample Body"}
    for _time in range(2):
        done.undo_button.click()
        settle()
    assert names(workspace) == {"Before"}
    assert done.back_told.text()


def test_what_was_done_since_is_not_taken_for_it(
    done: DoneStep, settle: Settle, workspace: Workspace
) -> None:
    workspace.write("After", lambda change: change.add(Partner, {"name_en": "After"}))
    settle()
    done.undo_button.click()
    settle()
    assert names(workspace) == {"Before", "Sample Body", "After"}
    workspace.undo()
    settle()
    done.undo_button.click()
    settle()
    assert names(workspace) == {"Before"}


def test_where_nothing_was_written_there_is_nothing_to_take_back(
    done: DoneStep, bring: Bring, settle: Settle, workspace: Workspace
) -> None:
    done.again_button.click()
    again = _through(bring("contacts.csv", CONTACTS), settle)
    again.undo_button.click()
    settle()
    assert names(workspace) == {"Before", "Sample Body"}
