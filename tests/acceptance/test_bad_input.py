"""What cannot be right is marked and told where it stands; what is searched for never fails."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from liaison.domain.records import by_name
from tests.acceptance.officer import Officer, wait_for
from tests.acceptance.terminal import refused, within
from tests.pdf.extraction import comparable
from tests.ui.conftest import TypeText
from ui.editors.editor import Editor
from ui.records.form_page import FormPage

PERSIAN = re.compile("[آ-ی]")
LATIN = re.compile("[A-Za-z]{3}")
NOTE = "یادداشتی که نباید گم شود"


def line_of(editor: Editor) -> QLineEdit:
    control = editor.control
    assert isinstance(control, QLineEdit)
    return control


@pytest.mark.parametrize(
    ("type_name", "name", "field", "wrong", "right"),
    [
        ("document", "title", "day", "۱۴۰۵/۱۳/۴۵", "۱۴۰۵/۱۲/۲۹"),
        ("document", "title", "day", "sometime", "2026-02-28"),
        ("document", "title", "attached_to", "هیچ‌کجا", ""),
        ("person", "family_name", "phone", "12", "۰۲۱۵۵۱۰۴۰۰۰"),
        ("person", "family_name", "email", "not an address", "someone@example.org"),
        ("person", "family_name", "nationality", "سرزمین آزمون", "ترکیه"),
        ("meeting", "title", "partner", "هیچ‌کجا", ""),
        ("delegation_member", "title", "rank", "نخست", "۱"),
    ],
)
def test_a_wrong_value_is_marked_and_nothing_typed_is_lost(
    officer: Officer, type_name: str, name: str, field: str, wrong: str, right: str
) -> None:
    record_type = by_name(type_name)
    values = {}
    if type_name == "delegation_member":
        with officer.archive.change("A delegation") as change:
            values = {"delegation": change.add(by_name("delegation"), {"name_fa": "هیئت آزمون"})}
    officer.window.new_record(type_name, values, None)
    officer.settle()
    panel = officer.page(FormPage).panel
    editors = panel.form.editors
    officer.fill(panel, **{f"{name}_fa": "نام آزمون", f"{name}_en": "Test name", "notes": NOTE})
    line = line_of(editors[field])
    line.selectAll()
    officer.type_text(line, wrong)
    for lang in ("fa", "en"):
        officer.window.language_wanted.emit(lang)
        editors["notes"].control.setFocus()
        panel.save()
        officer.settle()
        assert not panel.uid
        assert [key for key, each in editors.items() if each.fault.isVisible()] == [field]
        assert line.property("fault") == "true"
        assert line.hasFocus()
        told = comparable(editors[field].fault.text())
        assert comparable(line.accessibleDescription()) == told
        own, other = (PERSIAN, LATIN) if lang == "fa" else (LATIN, PERSIAN)
        words = told.replace(comparable(wrong), "")
        assert own.search(words)
        assert not other.search(words)
        assert line.text() == wrong
        assert line_of(editors[f"{name}_fa"]).text() == "نام آزمون"
        assert editors["notes"].draft() == NOTE
    assert not officer.archive.rows(record_type)
    line.selectAll()
    officer.press(Qt.Key.Key_Backspace, on=line)
    officer.type_text(line, right)
    assert editors[field].fault.isHidden()
    row = officer.archive.read(record_type, officer.save(panel))
    assert (row[f"{name}_fa"], row["notes"]) == ("نام آزمون", NOTE)
    assert (row[field] is not None) == bool(right)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "town"),
        ("phone", "12"),
        ("city", "00000000-0000-4000-8000-000000000001"),
        ("founded", "2026-13-45"),
        ("country", "Nowhere"),
    ],
)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_a_wrong_value_in_a_bundle_names_record_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, field: str, value: str
) -> None:
    good = {"type": "partner", "uid": "00000000-0000-4000-8000-000000000002"}
    bad = {"type": "partner", "uid": "00000000-0000-4000-8000-000000000003"}
    records = [
        {**good, "fields": {"name_en": "Good"}},
        {**bad, "fields": {"name_en": "Bad", field: value}},
    ]
    bundle = tmp_path / "broken.json"
    bundle.write_text(
        json.dumps({"format": "liaison-bundle", "version": 1, "records": records}), "utf-8"
    )
    told = refused(within(capsys, tmp_path / "archive", "import", bundle, lang=lang))
    assert told.startswith(f"«Bad» ({bad['uid']}), {field}: ")
    if lang == "fa":
        assert PERSIAN.search(told)
    counts = json.loads(within(capsys, tmp_path / "archive", "stats", "--json").out)
    assert counts["partner"] == 0  # all or nothing


HOSTILE = ['"*', "NEAR(", "x" * 10_000, "ش" * 10_000, "a\x00b", "\x00", "*", "' OR 1=1 --", "^:{}"]


def test_nothing_typed_into_the_search_box_fails(officer: Officer, type_text: TypeText) -> None:
    troubles: list[Exception] = []
    officer.window.workspace.troubled.connect(troubles.append)
    search = officer.window.top_bar.search
    for text in HOSTILE:
        search.call()
        type_text(search, text[:20])
        search.setText(text)  # a paste of the whole
        search.textEdited.emit(text)
        wait_for(lambda: search.drop_down.visible or not search.text().strip())
        officer.settle()
        officer.press(Qt.Key.Key_Return, on=search)
        officer.press(Qt.Key.Key_Escape, on=search)
        search.clear()
    assert troubles == []
    assert not officer.window.banner.isVisible()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_searched_for_at_the_terminal_fails(
    sample_archive: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    answer = within(capsys, sample_archive, "search", "--json", "--", text)
    assert (answer.status, answer.err) == (0, "")
    assert isinstance(json.loads(answer.out), list)


def test_a_nought_byte_finds_what_is_beside_it(officer: Officer) -> None:
    """No terminal can pass one on, but a clipboard and another program can."""
    with officer.archive.change("A city") as change:
        change.add(by_name("partner"), {"name_fa": "شهر آزمون", "name_en": "Test City"})
    assert [hit.title_en for hit in officer.archive.search("Test\x00City")] == ["Test City"]
    assert officer.archive.search("\x00") == []
