"""The mayor asks by telephone what was done with Paris: found in any spelling, in two keys."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.records import by_name
from tests.acceptance.officer import CONTROL, Officer, wait_for
from tests.acceptance.terminal import done, within
from tests.ui.conftest import TypeText
from ui.records.form_page import FormPage

SPELLINGS = ["پاریس", "paris", "باريس", "Páris", "پاريس", "PARIS", "پاری"]


@pytest.fixture(scope="session")
def empty_archive(sample_archive: Path) -> Path:
    """Let the window of these tests begin with the sample."""
    return sample_archive


def relations_of_paris(officer: Officer) -> dict[str, str]:
    """Return the kind of each relation with Paris, by uid."""
    (paris,) = officer.archive.rows(by_name("partner"), {"name_en": "Paris"})
    rows = officer.archive.rows(by_name("relation"), {"partner": paris.uid})
    return {row.uid: row["kind"] for row in rows}


def test_paris_is_found_and_opened_from_anywhere_in_the_window(
    officer: Officer, type_text: TypeText
) -> None:
    relations = relations_of_paris(officer)
    assert sorted(relations.values()) == ["friendship_city", "mou"]
    search = officer.window.top_bar.search
    for spelling in SPELLINGS:
        officer.window.activateWindow()
        QTest.sendKeyEvent(QTest.KeyAction.Click, officer.window, Qt.Key.Key_K, "k", CONTROL)
        assert search.hasFocus()
        type_text(search, spelling)
        wait_for(lambda: search.drop_down.visible)
        officer.settle()
        shown = search.drop_down.list.suggestion_model.suggestions
        assert (shown[0].type_name, shown[0].title) == ("partner", "پاریس")
        assert set(relations) <= {each.uid for each in shown}
        officer.press(Qt.Key.Key_Return)
        page = officer.page(FormPage)
        assert page.panel.form.values()["name_en"] == "Paris"
        assert page.title() == "پاریس"


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_paris_is_found_at_the_terminal(
    sample_archive: Path, capsys: pytest.CaptureFixture[str], spelling: str, lang: str
) -> None:
    answer = within(capsys, sample_archive, "search", spelling, "--json", lang=lang)
    found = json.loads(done(answer))
    assert found[0]["type"] == "partner"
    assert found[0]["title"] == {"fa": "پاریس", "en": "Paris"}[lang]
    relations = [each["fields"]["kind"] for each in found if each["type"] == "relation"]
    assert {"friendship_city", "mou"} <= set(relations)
