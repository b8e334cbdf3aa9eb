"""Looking through what a file speaks of."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.domain.records.partner import Partner
from tests.ui.bringing.conftest import Bring, Settle
from ui.bringing.page import BringingPage, Stage
from ui.bringing.review_model import TITLE, Filter, kind_of
from ui.bringing.review_step import ReviewStep
from ui.figures import figure
from ui.workspace import Workspace

HOSTILE = '<img src="file:///etc/hostname">'
BODIES = f"""City name;Country
Sample & Sons;
Sample and Sons;
"{HOSTILE.replace('"', '""')}";
"""


def review(page: BringingPage) -> ReviewStep:
    step = page.steps[Stage.REVIEW]
    assert isinstance(step, ReviewStep)
    return step


@pytest.fixture
def step(bring: Bring, settle: Settle, workspace: Workspace) -> ReviewStep:
    workspace.write("Before", lambda change: change.add(Partner, {"name_en": "Sample & Son"}))
    page = bring("bodies.csv", BODIES)
    page.next_button.click()
    settle()
    found = review(page)
    found.chips[Filter.ALL].click()
    return found


def test_words_of_the_file_are_shown_letter_by_letter(step: ReviewStep) -> None:
    titles = [step.model.index(row, TITLE) for row in range(step.model.rowCount())]
    hostile = next(each for each in titles if each.data() == HOSTILE)
    assert "<img" not in hostile.data(Qt.ItemDataRole.ToolTipRole)
    same = step.side.fates[0]
    assert "Sample && Son" in same.text()  # shown as one “&”, not taken for an access key


def test_the_chips_count_what_each_lets_through(step: ReviewStep) -> None:
    assert step.session is not None
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_S):
        QTest.keyClick(step.view, key)
        counts = Counter(kind_of(step.session, each) for each in step.session.proposals)
        for each in (Filter.OPEN, Filter.NEW, Filter.SAME, Filter.LEFT):
            told = step.chips[each].text().split()[-1]
            assert (told == figure(counts[each])) is bool(counts[each])


def test_who_decides_by_keyboard_beside_the_list_stays_there(
    step: ReviewStep, settle: Settle, dressed: QApplication
) -> None:
    for at in (1, 0):
        step.side.fates[at].setFocus()
        QTest.keyClick(step.side.fates[at], Qt.Key.Key_Space)
        settle()
        assert step.side.fates[at].isChecked()
        assert dressed.focusWidget() is step.side.fates[at]
