"""The print room of a visit: its papers, its cards, all of it at once, and what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.prints.large_visit import LargeVisit, large_visit
from ui.prints.preview import PreviewPage
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
REASON = "با تلفن تأیید شد"


@pytest.fixture
def visit(workspace: Workspace) -> LargeVisit:
    return large_visit(workspace.archive, members=5, meetings=2)


@pytest.fixture
def room(make_preview: Callable[..., PreviewPage], visit: LargeVisit) -> PreviewPage:
    return make_preview("delegation-list", visit.visit)


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(72)
    return made


def pages(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    return document.pageCount()


def test_every_paper_of_a_visit_is_on_offer(
    room: PreviewPage, visit: LargeVisit, settle: Settle
) -> None:
    choice = room.options.paper
    names = {choice.products.itemData(at) for at in range(choice.products.count())}
    assert {"visit-programme", "delegation-list", "badges", "meeting-brief"} <= names
    choice.choose("meeting-brief", visit.meetings[1])
    settle()
    assert room.finished is not None
    assert room.made is not None
    assert room.made.wish.uid == visit.meetings[1]
    assert choice.records.isVisible()
    assert choice.records.count() == 2
    choice.choose("visit-programme", visit.visit)
    settle()
    assert choice.records.isHidden()
    assert room.options.edition.guest.isVisible()


def test_editions_that_a_paper_does_not_have_are_not_shown(
    room: PreviewPage, visit: LargeVisit, settle: Settle
) -> None:
    room.options.edition.language_buttons["in_turn"].click()
    settle()
    assert room.finished is not None
    room.options.paper.choose("badges", visit.visit)
    settle()
    assert room.options.edition.language_buttons["in_turn"].isHidden()
    assert room.options.edition.guest.isHidden()
    assert room.options.edition.languages == "both"


def test_cards_start_where_the_sheet_is_free(
    room: PreviewPage, visit: LargeVisit, settle: Settle
) -> None:
    room.options.paper.choose("badges", visit.visit)
    settle()
    cards = room.options.cards
    assert cards.isVisible()
    assert len(cards.places.places) == 10
    cards.places.choose(10)
    settle()
    assert room.made is not None
    assert room.made.wish.start == 10
    assert room.paper.pages == 2
    cards.choose(lambda key: key == visit.members[0])
    settle()
    assert room.made.wish.only == {visit.members[0]}
    assert room.paper.pages == 1


def test_a_reason_lets_an_unconfirmed_name_be_printed(
    room: PreviewPage, visit: LargeVisit, workspace: Workspace, settle: Settle
) -> None:
    member = workspace.archive.read(by_name("delegation_member"), visit.members[0])
    with workspace.archive.change("test") as change:
        change.update(by_name("person"), member["person"], {"name_confirmed": False})
    assert room.options.terms.reason.isHidden()
    room.options.paper.choose("badges", visit.visit)
    settle()
    assert room.finished is None
    assert room.options.terms.reason.isVisible()
    room.options.terms.reason.setText(REASON)
    room.options.terms.reason.returnPressed.emit()
    settle()
    assert room.finished is not None
    assert room.options.print_button.isEnabled()


def test_printing_enters_the_register(
    room: PreviewPage,
    visit: LargeVisit,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    settle: Settle,
) -> None:
    room.printing.print_on(printer(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: room.printing.run is None, timeout=10_000)
    settle()
    (issued,) = workspace.archive.issued.of_subjects([visit.visit])
    assert (issued.product, issued.way, issued.revision) == ("delegation-list", "printed", 1)


def test_numbered_copies_are_papers_of_their_own(
    room: PreviewPage,
    visit: LargeVisit,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    settle: Settle,
) -> None:
    room.options.paper.choose("briefing-book", visit.visit)
    settle()
    copies = room.options.terms.copies
    assert copies.isVisible()
    copies.setCurrentIndex(2)
    copies.activated.emit(2)
    settle()
    room.printing.print_on(printer(tmp_path / "x.pdf"))
    qtbot.waitUntil(
        lambda: room.printing.run is None and room.printing.outing is None, timeout=30_000
    )
    settle()
    assert len(workspace.archive.issued.of_subjects([visit.visit])) == 2
    assert room.made is not None
    room.saving.save_to(tmp_path / "book.pdf", room.made)
    settle()
    first, second = ((tmp_path / name).read_bytes() for name in ("book.pdf", "book-2.pdf"))
    assert first != second


def test_all_of_a_visit_goes_into_one_folder(
    room: PreviewPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    room.tasks.open("all")
    panel = room.tasks.all_panel
    assert panel is not None
    assert len(panel.list.checked) == panel.list.view.rows.rowCount() > 10
    folder = tmp_path / "all"
    folder.mkdir()
    panel.save_into(folder)
    qtbot.waitUntil(lambda: not panel.series.is_running, timeout=60_000)
    written = [each for each in panel.written.values() if each.path is not None]
    assert len(written) == len({each.path for each in written}) == len(list(folder.iterdir()))
    assert any(each.piece.wish.product == "briefing-book" for each in written)
    refused = [each for each in panel.written.values() if each.path is None]
    assert all(each.made.told for each in refused)
    assert panel.side.folder_button.isVisible()
    qtbot.waitUntil(lambda: workspace.jobs.idle)


def test_writing_all_is_broken_off_between_two_papers(
    room: PreviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    room.tasks.open("all")
    panel = room.tasks.all_panel
    assert panel is not None
    panel.save_into(tmp_path)
    assert panel.side.cancel_button.isVisible()
    panel.side.cancel_button.click()
    qtbot.waitUntil(lambda: not panel.series.is_running, timeout=20_000)
    assert len(panel.written) <= 1
    assert panel.save_button.isVisible()


def test_guests_get_no_internal_paper(room: PreviewPage) -> None:
    room.tasks.open("all")
    panel = room.tasks.all_panel
    assert panel is not None
    everything = panel.list.view.rows.rowCount()
    panel.edition.guest.click()
    assert 0 < panel.list.view.rows.rowCount() < everything
    assert panel.list.checked == {each.uid for each in panel.list.view.rows.entries}


def test_the_visit_page_leads_to_each_task(
    window: Window, visit: LargeVisit, settle: Settle
) -> None:
    for at, task in enumerate(("", "all", "changed")):
        window.open_record("visit", visit.visit)
        settle()
        page = window.trail.page
        page.header.print_menu.actions()[at].trigger()  # type: ignore[union-attr] # the visit's
        settle()
        room = window.trail.page
        assert isinstance(room, PreviewPage)
        assert room.tasks.task == task
        assert room.tasks.currentIndex() == (1 if task else 0)


@pytest.mark.parametrize("kind", ["meeting", "agreement", "partner"])
def test_forms_lead_to_the_print_room(
    window: Window, visit: LargeVisit, settle: Settle, kind: str
) -> None:
    window.open_record(kind, visit.subject(kind))
    settle()
    page = window.trail.page
    assert page is not None
    page.print_shown()
    settle()
    room = window.trail.page
    assert isinstance(room, PreviewPage)
    assert room.finished is not None or (room.made is not None and room.made.told)


def test_each_paper_has_the_edition_it_is_made_for_until_somebody_chooses(
    room: PreviewPage, visit: LargeVisit, settle: Settle
) -> None:
    edition, choose = room.options.edition, room.options.paper.choose
    assert edition.languages == "both"
    choose("visit-programme", visit.visit)
    settle()
    assert edition.languages == "fa"
    edition.language_buttons["en"].click()
    settle()
    choose("gift-list", visit.visit)
    settle()
    assert edition.languages == "en"
    choose("delegation-list", visit.visit)
    settle()
    edition.language_buttons["fa"].click()
    settle()
    choose("visit-programme", visit.visit)
    settle()
    assert edition.languages == "en"  # what was chosen of a paper is kept with it
    choose("delegation-list", visit.visit)
    settle()
    assert edition.languages == "fa"


def test_a_part_of_a_paper_is_not_entered_as_handed_out(
    qtbot: QtBot,
    room: PreviewPage,
    visit: LargeVisit,
    workspace: Workspace,
    settle: Settle,
    tmp_path: Path,
) -> None:
    room.options.paper.choose("visit-programme", visit.visit)
    settle()
    assert room.paper.pages > 1
    part = printer(tmp_path / "part.pdf")
    part.setFromTo(1, 1)
    part.setPrintRange(QPrinter.PrintRange.PageRange)
    for wanted, entered in ((part, 0), (printer(tmp_path / "whole.pdf"), 1)):
        room.printing.print_on(wanted)
        qtbot.waitUntil(lambda: room.printing.run is None, timeout=20_000)
        settle()
        assert len(workspace.archive.issued.of_subjects([visit.visit])) == entered
