"""The page of a made-up partner, and what it asks of the window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from liaison import i18n
from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.prints.made import Maker, both
from tests.prints.partnering import TODAY, partnering
from ui.pages import partner as partner_page
from ui.pages.partner import PartnerPage
from ui.pages.partner_summary import SummaryTab
from ui.workspace import Workspace

Settle = Callable[[], None]
Open = Callable[..., PartnerPage]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive with the generated partners of the prints, to copy from."""
    folder = tmp_path_factory.mktemp("partners") / "archive"
    before = i18n.language()
    i18n.install("en")
    with Archive.open(folder) as archive:
        city, *_others = partnering(archive)
        with archive.change("More") as change:
            make = Maker(change)
            make.add("visit", **both("title", "سفر پیش رو", "A coming visit"), partner=city,
                     direction="incoming", stage="preparing",
                     starts_on=date(2026, 6, 1))  # fmt: skip
            for side, state in (("ours", "done"), ("theirs", "open"), ("both", "cancelled")):
                make.add("follow_up", **both("title", f"کار {side}", f"Task {side}"),
                         partner=city, owed_by=side, state=state)  # fmt: skip
    i18n.install(before)
    return folder


@pytest.fixture
def opened(
    qtbot: QtBot, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    monkeypatch.setattr(partner_page, "today", lambda: TODAY)
    pages = []

    def show(name: str = "Far City") -> PartnerPage:
        (row,) = workspace.archive.rows(by_name("partner"), {"name_en": name})
        page = PartnerPage(workspace, row.uid)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1140, 700)
        page.show()
        page.activateWindow()
        settle()
        return page

    yield show
    for each in pages:
        each.close()


@pytest.fixture
def asked(workspace: Workspace) -> list[tuple[Any, ...]]:
    """Collect what the page asks of the window."""
    seen: list[tuple[Any, ...]] = []
    workspace.record_wanted.connect(lambda *words: seen.append(("record", *words)))
    workspace.list_wanted.connect(lambda *words: seen.append(("list", *words)))
    workspace.new_wanted.connect(lambda *words: seen.append(("new", *words)))
    workspace.print_wanted.connect(lambda *words: seen.append(("print", *words[:3])))
    return seen


def summary(page: PartnerPage) -> SummaryTab:
    tab = page.tabs["summary"]
    assert isinstance(tab, SummaryTab)
    return tab


def words_of(page: QWidget) -> list[str]:
    """Return every text in sight on a page or a tab."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
