"""What is given to be brought in, and what cannot be."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.ui.bringing.conftest import CONTACTS, Settle
from ui.bringing.page import BringingPage, Stage
from ui.bringing.session import Given
from ui.workspace import Workspace


@pytest.fixture
def told(workspace: Workspace) -> list[str]:
    words: list[str] = []
    workspace.said.connect(lambda message, *_action: words.append(message))
    workspace.troubled.connect(lambda error: words.append(str(error)))
    return words


def test_what_holds_no_rows_is_said_to(
    page: BringingPage, settle: Settle, told: list[str], tmp_path: Path
) -> None:
    workbook, text = tmp_path / "empty.xlsx", tmp_path / "empty.csv"
    openpyxl.Workbook().save(workbook)
    text.write_bytes(b"")
    for given in (Given(workbook), Given(text), Given(text="\n")):
        page.take(given)
        settle()
        assert page.stage is Stage.CHOOSE
        assert page.session is None
    assert len(told) == 3


def test_of_several_files_it_is_said_which_one_comes_in(
    page: BringingPage, settle: Settle, told: list[str], tmp_path: Path
) -> None:
    files = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for each in files:
        each.write_text(CONTACTS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    page.steps[Stage.CHOOSE].dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()
    assert page.session is not None
    assert page.session.source.name == "one.csv"
    assert len(told) == 1
    assert "one.csv" in told[0]
