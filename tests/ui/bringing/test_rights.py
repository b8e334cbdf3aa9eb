"""Who may not write, or not here, hears of it before looking through a file."""

import pytest

from liaison.domain.rules.rights import RIGHTS
from liaison.i18n import _
from liaison.storage.faults import READ_ONLY
from tests.ui.bringing.conftest import CONTACTS, Bring, Settle
from ui.bringing.page import Stage
from ui.workspace import NOT_YOURS, Workspace


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    words: list[str] = []
    workspace.said.connect(lambda message, *_action: words.append(message))
    return words


@pytest.mark.parametrize("duty", ["manager", "protocol"])
def test_records_of_others_are_not_looked_through(
    bring: Bring, settle: Settle, workspace: Workspace, said: list[str], duty: str
) -> None:
    page = bring("contacts.csv", CONTACTS)
    workspace.archive.rights = RIGHTS[duty]  # type: ignore[index] # the two named above
    page.next_button.click()
    settle()
    assert page.stage is Stage.COLUMNS
    assert said == [_(NOT_YOURS)]


def test_people_alone_may_come_in_by_protocol(
    bring: Bring, settle: Settle, workspace: Workspace
) -> None:
    page = bring("people.csv", "Family name;Given name\nTest;Ann\n")
    workspace.archive.rights = RIGHTS["protocol"]
    for stage in (Stage.REVIEW, Stage.DONE):
        page.next_button.click()
        settle()
        assert page.stage is stage


def test_an_archive_that_can_only_be_read_says_so(
    bring: Bring, settle: Settle, workspace: Workspace, said: list[str]
) -> None:
    page = bring("contacts.csv", CONTACTS)
    workspace.archive.read_only = True
    page.next_button.click()
    settle()
    assert page.stage is Stage.COLUMNS
    assert said == [_(READ_ONLY)]
