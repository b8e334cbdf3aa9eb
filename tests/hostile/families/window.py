"""What the window reads: its own small files, what is pasted, and files it hands out."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton

from liaison.domain.records import CATALOGUE, Document
from liaison.domain.schema import fields_of
from liaison.i18n import language
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import CONTENT, add_document, furnished, hole, of
from ui.pages.visit_paste_text import guessed_columns, read_members, read_table
from ui.window import Window

_PATIENCE = 400


@contextmanager
def _window(folder: Path) -> Iterator[Window]:
    """Show the whole window on the archive of a case, with the settings beside it."""
    from ui.application import make_application, make_window
    from ui.settings import Settings

    application = make_application()
    window = make_window(application, of(folder), language(), Settings(folder / "window.json"))
    window.show()
    workspace = window.workspace
    _settle(lambda: workspace.is_open)
    insist(workspace.is_open, "the window did not open")
    try:
        yield window
        _settle(lambda: workspace.jobs.idle)
    finally:
        window.close()
        workspace.jobs.close()
        workspace.archive.close()


def _settle(done: Callable[[], bool]) -> None:
    for _turn in range(_PATIENCE):
        QApplication.processEvents()
        if done():
            break
        os.sched_yield()
        QApplication.instance().thread().msleep(10)  # type: ignore[union-attr] # there is one
    QApplication.processEvents()


# -- settings and drafts

_HOSTILE: dict[str, Callable[[Path], object]] = {
    "lists in lists": lambda path: path.write_text("[" * 200_000),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 99),
    "half of it": lambda path: path.write_text('{"window": "AAA'),
    "a number without end": lambda path: path.write_text('{"version": 1e999, "window": 1e999}'),
    "a pipe": os.mkfifo,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "four gigabytes of nothing": lambda path: hole(path, 4 << 30),
    "a folder": Path.mkdir,
}
_VALUES = (5, None, True, [], {}, "x", "سفر\x00", [[1]], {"uid": 5}, {"uid": "x"}, 1e300, [5, 6, 7])


def _laid(name: str, make: Callable[[Path], object], folder: Path) -> None:
    furnished(folder)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    make(folder / name)


def _window_opens(folder: Path) -> str:
    """Open the window, look at every section, and close it."""
    with _window(folder) as window:
        for each in ("partner", "visit", "document", "follow_up"):
            window.show_section(each)
            _settle(lambda: window.workspace.jobs.idle)
        return window.windowTitle()


def _odd_settings(path: Path) -> None:
    """Write settings whose values are of every kind but their own."""
    names = ("window", "language", "theme", "prints/folder", "prints/meeting-brief")
    lists = [f"columns/{each.__tablename__}" for each in CATALOGUE]
    told = {name: _VALUES[at % len(_VALUES)] for at, name in enumerate((*names, *lists))}
    path.write_text(json.dumps(told | {"window": "سفر", "columns/partner": ["a"] * 5}))


def _form_opens(folder: Path) -> str:
    """Open an empty form whose draft somebody else wrote."""
    with _window(folder) as window:
        window.new_record("document", {}, None)
        panel = window.trail.page.panel  # type: ignore[union-attr] # the form that was asked for
        insist(panel.notice.isHidden() or window.isHidden(), "a draft is offered")
    return "opened"


def _odd_drafts(folder: Path) -> str:
    """Put drafts back that hold values of every kind into forms of every type."""
    with _window(folder) as window:
        for record_type in CATALOGUE:
            window.new_record(record_type.__tablename__, {}, None)
            page = window.trail.page
            form = getattr(getattr(page, "panel", None), "form", None)
            if form is None:  # a type that is only a part of another one's page
                continue
            for value in _VALUES:
                form.set_draft(dict.fromkeys(form.editors, value))
                _settle(lambda: True)
            window.workspace.go_back()
    return "put back"


# -- pasted lists

_PASTED: dict[str, Callable[[], str]] = {
    "a quotation mark that never closes": lambda: 'Name\tOffice\n"' + "Alpha\tMayor\n" * 30_000,
    "a cell of a megabyte": lambda: "Name\tOffice\n" + "x" * 1_000_000 + "\tMayor",
    "a row of fifty thousand cells": lambda: "\t" * 50_000 + "\n" + "a\tb\n" * 50_000,
    "a hundred megabytes": lambda: "Alpha Testman\tMayor\n" * 5_000_000,
    "brackets without end": lambda: "(" * 200_000 + "\t" + "(" * 200_000,
    "NUL and controls": lambda: "Alpha\x00\tMayor\x1b\nBeta\t\x00",
    "marks without end": lambda: "ب" + "\u064e\u0651\u0301" * 300_000 + "\tMayor",
    "spaces without end": lambda: "a" + " " * 1_000_000 + "b\n" + "- " * 100_000,
    "half a surrogate pair": lambda: "Alpha\ud800\tMayor\nBeta\tMayor",
}


def _pasted(make: Callable[[], str], _folder: Path) -> str:
    """Read a table as the sheet does that shows it."""
    table = read_table(make())
    columns = guessed_columns(table, lambda text: text.startswith("Test City"))
    people = read_members(table, columns)
    cells = len(table.rows) * table.width
    insist(cells <= 40_000, f"{cells} cells")
    return f"{len(people)} people"


def _all_names_stay(_folder: Path) -> str:
    """See that an open quotation mark does not swallow those who follow."""
    table = read_table('Name\tOffice\n"Alpha Testman\tMayor\n' + "Beta Sample\tExpert\n" * 99)
    insist(len(table.body) == 100, f"{len(table.body)} rows")
    return f"{len(table.body)} rows"


# -- opening attached files


class _Opened(QObject):
    """Stands where the programs of the system stand."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


def _handed_out(name: str, folder: Path) -> str:
    """Open an attached file: what may do harm asks first, and what is opened is a copy."""
    (folder / "source").write_bytes(CONTENT)
    with _window(folder) as window:
        from ui.editors.file_edit import FileEditor

        archive = window.workspace.archive
        stored = archive.attach(folder / "source", name)
        add_document(archive, stored)
        editor = FileEditor(fields_of(Document)["file"].kind, window.workspace, window)
        editor.set_value(stored)
        opened = _Opened()
        QDesktopServices.setUrlHandler("file", opened, "take")
        try:
            editor.open_button.click()
            _settle(lambda: window.workspace.jobs.idle)
            box = editor.handing_out.question
            insist(box is not None and not opened.paths, "it was opened without a word")
            insist(box and box.defaultButton() is not _agreeing(box))
            if box is not None:
                _agreeing(box).click()
            _settle(lambda: bool(opened.paths))
        finally:
            QDesktopServices.unsetUrlHandler("file")
        (path,) = opened.paths
        insist(not path.is_relative_to(of(folder)), "the archive's own file was handed out")
        insist(path.name == name and path.read_bytes() == CONTENT)
        insist(not path.stat().st_mode & 0o222, "the copy can be written to")
    return "asked first"


def _agreeing(box: object) -> QPushButton:
    buttons: list[QPushButton] = box.buttons()  # type: ignore[attr-defined] # a message box
    role = box.ButtonRole.AcceptRole  # type: ignore[attr-defined] # as above
    return next(each for each in buttons if box.buttonRole(each) == role)  # type: ignore[attr-defined] # as above


_HARMFUL = ("x.exe", "x.lnk", "x.scr", "x.html", "x.svg", "x.docm")

CASES = [
    *(
        Case("W1", f"window settings of {name}", partial(_laid, "window.json", make), _window_opens,
             Expected.HARMLESS, heavy=name not in ("lists in lists", "a pipe"))
        for name, make in _HOSTILE.items()
    ),
    Case("W1", "window settings of other kinds", partial(_laid, "window.json", _odd_settings),
         _window_opens, Expected.HARMLESS),
    *(
        Case("W2", f"a draft of {name}", partial(_laid, "archive/drafts/document-new.json", make),
             _form_opens, Expected.HARMLESS, heavy=name not in ("lists in lists", "a pipe"))
        for name, make in _HOSTILE.items()
    ),
    Case("W2", "drafts of other kinds", furnished, _odd_drafts, Expected.HARMLESS, heavy=True),
    *(
        Case("W3", f"pasted: {name}", lambda folder: folder, partial(_pasted, make),
             Expected.HARMLESS, heavy="hundred" in name)
        for name, make in _PASTED.items()
    ),
    Case("22", "an open quotation mark in a pasted list", lambda folder: folder, _all_names_stay,
         Expected.HARMLESS),
    *(
        Case("45", f"{name} is opened", furnished, partial(_handed_out, name), Expected.HARMLESS,
             heavy=name not in ("x.exe", "x.html"))
        for name in _HARMFUL
    ),
]  # fmt: skip
