"""The page of memberships: which are shown, and what leaves it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.time import span
from ui.application import Languages
from ui.exports.dialog import ExportDialog
from ui.pages import networks
from ui.pages.networks import NetworksPage
from ui.pages.networks_reading import Choice
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)


@pytest.fixture
def made(workspace: Workspace) -> dict[str, str]:
    """Record three memberships: ours, the country's, and that of another city at home."""
    with workspace.archive.change("آزمون") as change:

        def add(name: str, **values: Any) -> str:
            return change.add(by_name(name), values)

        officer = add("officer", name_fa="کارشناس آزمون", name_en="Officer")
        own = add("partner", name_fa="شهر ما", kind="city", country="IR", is_ours=True)
        body = add("partner", name_fa="نهاد ما", kind="municipality", is_ours=True)
        country = add("partner", name_fa="کشور آزمون", kind="other", country="IR")
        other = add("partner", name_fa="شهر دیگر", kind="city", country="IR")
        first = add("partner", name_fa="شبکهٔ نخست", name_en="First Network", abbreviation="FN")
        second = add("partner", name_fa="شبکهٔ دوم", name_en="Second Network")
        uids = {
            "ours": add("membership", partner=first, holder=own, officer=officer),
            "country": add("membership", partner=second, holder=country, untapped_fa="الف\nب"),
            "home": add("membership", partner=first, holder=other),
        }
        add("event", title_fa="هیئت", organiser=first, kind="board", when=span.read("دی ۱۴۰۵"))
        held = {"kind": "assembly", "when": span.read("پاییز ۱۴۰۰"), "our_role": "host"}
        add("event", title_fa="مجمع", organiser=first, **held)
        add("follow_up", title_fa="پیگیری", membership=uids["ours"], state="open")
        add("follow_up", title_fa="پیگیری", partner=first, state="waiting")
        add("follow_up", title_fa="پیگیری", partner=body, state="open")
    return uids


@pytest.fixture
def page(
    workspace: Workspace,
    made: dict[str, str],
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> NetworksPage:
    assert made
    monkeypatch.setattr(networks, "today", lambda: TODAY)
    shown = NetworksPage(workspace)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)
    shown.show()
    settle()
    return shown


SHOWN = [
    (Choice.ALL, ["ours", "country", "home"]),
    (Choice.OURS, ["ours", "country"]),
    (Choice.UNREPRESENTED, ["ours"]),
    (Choice.NEAR, ["ours"]),
    (Choice.QUIET, ["ours"]),
    (Choice.UNTAPPED, ["country"]),
    (Choice.UNOWNED, ["country"]),
]


def test_each_filter_shows_what_it_counts(page: NetworksPage, made: dict[str, str]) -> None:
    for choice, names in SHOWN:
        page.choose(choice)
        assert [each.uid for each in page.shown] == [made[name] for name in names], choice
    page.choose(Choice.ALL)
    headings = [each for each in page.list.view.rows.entries if each.heading]
    assert len(headings) == 3
    (ours,) = (each for each in page.shown if each.uid == made["ours"])
    assert len(ours.open) == 2  # those of the membership, and those of its network


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("نخست", ["ours", "home"]),
        ("fn ما", ["ours"]),
        ("second", ["country"]),
        ("كارشناس", ["ours"]),
        ("هیچ", []),
    ],
)
def test_what_is_typed_filters_by_network_member_and_officer(
    page: NetworksPage, made: dict[str, str], typed: str, names: list[str]
) -> None:
    page.header.filter.setText(typed)
    assert [each.uid for each in page.shown] == [made[name] for name in names]


def test_the_worksheet_holds_exactly_what_is_shown(
    page: NetworksPage, languages: Languages, settle: Settle, tmp_path: Path
) -> None:
    languages.speak("en")
    page.refresh()
    settle()
    page.choose(Choice.OURS)
    path = tmp_path / "memberships.xlsx"
    page.export_shown()
    (dialog,) = page.window().findChildren(ExportDialog)
    dialog.save_to(path)
    settle()
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if "Network or body" in row)
    lines = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :] if row[0]]
    assert [each["Network or body"] for each in lines] == ["First Network", "Second Network"]
    first, second = lines
    assert (first["Sessions held"], first["Sessions attended"]) == (1, 1)
    assert first["Sessions without a representative"] == 1
    assert first["Responsible"] == "Officer"
    assert second["Untapped capacities"] == "الف\nب"
