"""The page of backups on a real archive, with who makes them."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from ui.workspace import Workspace

Settle = Callable[[], None]
LONG = 20_000


@pytest.fixture
def keeper(bare: Workspace) -> Iterator[BackupKeeper]:
    made = BackupKeeper(bare)
    yield made
    made.close()
    made.setParent(None)


def shown(qtbot: QtBot, workspace: Workspace, settle: Settle) -> BackupsPage:
    """Show the page of an archive with one record in it."""
    add(workspace, "شهر آزمون")
    made = BackupsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1140, 740)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, keeper: BackupKeeper, settle: Settle) -> BackupsPage:
    assert keeper
    return shown(qtbot, workspace, settle)


def add(workspace: Workspace, name: str) -> None:
    with workspace.archive.change(name) as change:
        change.add(Partner, {"name_fa": name})


def done(qtbot: QtBot, keeper: BackupKeeper, settle: Settle) -> None:
    """Wait until the keeper has done its work and the page has read it."""
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=LONG)
    settle()
