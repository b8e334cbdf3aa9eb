"""Filters that are kept, and the worksheet and the print of exactly what is shown."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.owed import CHOICE_LABELS, Asked, Choice, Grouping, Sorting
from liaison.i18n import translated
from tests.pdf.extraction import by_pdfium, comparable
from tests.ui.conftest import TypeText
from tests.ui.pages.owed import named, titles
from ui.application import Languages
from ui.exports import dialog
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_saved import SavedFilters
from ui.prints.making import Wish, make_paper
from ui.settings import Settings
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)
CITY = "شهر آزمون ۱"
KEPT = Asked(Choice.OPEN, "آزمون", Grouping.PARTNER, Sorting.PRIORITY)


def ask(page: FollowUpsPage, asked: Asked, settle: Settle) -> None:
    page.header.choose(asked)
    page.read_anew()
    settle()


def test_a_filter_is_kept_under_a_name_renamed_and_forgotten(
    follow_up_page: FollowUpsPage, settings: Settings, type_text: TypeText, settle: Settle
) -> None:
    saved = follow_up_page.header.saved
    ask(follow_up_page, KEPT, settle)
    saved.keep_button.click()
    type_text(saved.line, "کار من")
    QTest.keyClick(saved.line, Qt.Key.Key_Return)
    ask(follow_up_page, Asked(), settle)
    assert SavedFilters(settings, Asked).filters == {"کار من": KEPT}
    saved.chips["کار من"].click()
    settle()
    assert follow_up_page.header.asked == KEPT
    assert [each for each in titles(follow_up_page) if each[0] != "["] == ["سوم", "نخست"]
    QTest.keyClick(saved.chips["کار من"], Qt.Key.Key_F2)
    type_text(saved.line, "شهرها")
    QTest.keyClick(saved.line, Qt.Key.Key_Return)
    assert list(saved.chips) == ["شهرها"]
    QTest.keyClick(saved.chips["شهرها"], Qt.Key.Key_Delete)
    assert settings.get("follow-ups/saved") == {}


@pytest.mark.parametrize("kept", [None, 3, {"a": 1}, {"a": {"choice": "?"}}, {"": {}}])
def test_settings_somebody_spoilt_hold_no_filter(settings: Settings, kept: object) -> None:
    settings.set("follow-ups/saved", kept)
    assert SavedFilters(settings, Asked).filters == {}


def test_the_worksheet_holds_exactly_what_is_shown(
    follow_up_page: FollowUpsPage,
    workspace: Workspace,
    languages: Languages,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    languages.speak("en")
    settle()
    ask(follow_up_page, Asked(grouping=Grouping.RESPONSIBLE), settle)
    path = tmp_path / "x.xlsx"
    monkeypatch.setattr(dialog.places, "ask_for_file", lambda *_words: path)
    said: list[str] = []
    workspace.said.connect(lambda message, *_action: said.append(message))
    follow_up_page.header.export_button.click()
    (asked,) = follow_up_page.window().findChildren(dialog.ExportDialog)
    asked.save_button.click()
    settle()
    assert "x.xlsx" in said[0]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    labels = next(at for at, row in enumerate(rows) if row[0] == "#")
    shown = [row[1] or f"[{str(row[0]).partition(' · ')[0]}]" for row in rows[labels + 1 :]]
    assert shown == titles(follow_up_page)
    assert [row[0] for row in rows[labels + 1 :] if row[1]] == list(range(1, 7))
    first = next(row for row in rows if row[1] == "نخست")
    assert first[5] == datetime(2026, 10, 12)  # noqa: DTZ001 - a worksheet knows no zone
    assert first[7:9] == [28, 0.6]
    assert "21 November 2026" in rows[1][0]
    assert "By responsible" in rows[2][0]


def test_the_print_holds_the_same_rows_under_the_same_headings_with_the_filters(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    ask(follow_up_page, KEPT, settle)
    asked: list[object] = []
    workspace.print_wanted.connect(lambda *words: asked.append(words))
    follow_up_page.header.print_button.click()
    settle()
    assert asked == [("follow-up-list", "", "", KEPT)]
    made = make_paper(workspace.archive, Wish("follow-up-list", shown=KEPT), TODAY)
    assert made.paper is not None
    text = comparable(by_pdfium(made.paper.content))
    body = text[text.index("پاراف مدیر") :]
    shown = ["سوم", f"{CITY} (۱)", "نخست"]
    places = [body.index(comparable(each)) for each in shown]
    assert places == sorted(places)
    assert "پنجم" not in body
    head = text[: text.index("پاراف مدیر")]
    for words in ("تا تاریخ", translated(CHOICE_LABELS[KEPT.choice], "fa"), KEPT.text):
        assert comparable(words) in head


def test_what_is_above_the_chosen_class_is_left_out_and_leaves_its_number_free(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    secret = named(follow_up_page, "نخست")
    with workspace.archive.change("آزمون") as change:
        change.update(FollowUp, secret.uid, {"classification": "confidential"})
    settle()
    asked = Asked()
    texts = {}
    for level in ("normal", "confidential"):
        wish = Wish("follow-up-list", classification=level, shown=asked)
        made = make_paper(workspace.archive, wish, TODAY)
        assert made.paper is not None
        texts[level] = comparable(by_pdfium(made.paper.content))
    row = f"۱ {secret.title}"  # the order of the list is called by the same word
    assert row not in texts["normal"]
    assert row in texts["confidential"]
    assert [texts[level].count("۲ دوم") for level in texts] == [1, 1]  # number two on both
