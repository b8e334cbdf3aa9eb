"""Which page shows what. Everything heavy is reached from here, after the first picture.

A handwritten page is registered under its section or its record type; every other section gets
the list of its type and every other record the form built from its declaration.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from liaison.domain.rules.named import NAMED_TYPES
from liaison.domain.rules.owed import Asked
from liaison.domain.rules.periods import ReportTerms
from liaison.i18n import N_
from liaison.insight.joining import followed
from ui.backups.page import BackupsPage
from ui.bringing.page import BringingPage
from ui.history.journal_page import JournalPage
from ui.history.page import HistoryPage
from ui.page import Page
from ui.pages.agreement import AgreementPage
from ui.pages.bin import BinPage
from ui.pages.calendar import CalendarPage
from ui.pages.doubles import DoublesPage
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.found import FoundPage
from ui.pages.meeting import MeetingPage
from ui.pages.network import NetworkPage
from ui.pages.networks import NetworksPage
from ui.pages.outcomes import OutcomesPage
from ui.pages.partner import PartnerPage
from ui.pages.registers import RegistersPage
from ui.pages.relations import RelationsPage
from ui.pages.visit import VisitPage
from ui.pages.visit_new import NewVisitPage
from ui.prints.stationery_page import StationeryPage
from ui.records.form_page import FormPage
from ui.records.known_hint import KnownHint
from ui.records.list_page import ListPage
from ui.sections import (
    BACKUPS,
    BIN,
    BRINGING,
    CALENDAR,
    DOUBLES,
    HISTORY,
    JOURNAL,
    OUTCOMES,
    SETTINGS,
    STATIONERY,
    TRAVELS,
)
from ui.settings_pages.page import SettingsPage
from ui.travel.page import TravelsPage
from ui.workspace import Workspace

SectionPage = Callable[[Workspace], Page]
RecordPage = Callable[[Workspace, str], Page]

SECTION_PAGES: Final[Mapping[str, SectionPage]] = {
    CALENDAR: CalendarPage,
    OUTCOMES: OutcomesPage,
    BACKUPS: BackupsPage,
    BRINGING: BringingPage,
    BIN: BinPage,
    DOUBLES: DoublesPage,
    SETTINGS: SettingsPage,
    STATIONERY: StationeryPage,
    TRAVELS: TravelsPage,
    "follow_up": FollowUpsPage,
    "membership": NetworksPage,
    "relation": RelationsPage,
    "assessment": RegistersPage,
}
"""Handwritten sections, by their name in `ui.sections`."""

RECORD_PAGES: Final[Mapping[str, RecordPage]] = {
    "agreement": AgreementPage,
    "meeting": MeetingPage,
    "membership": NetworkPage,
    "partner": PartnerPage,
    "visit": VisitPage,
}
"""Handwritten pages of one record (given its uid), by type name."""

PRINTS: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "meeting": (("meeting-brief", N_("Print…")),),
    # Translators: «پروندهٔ تحویل…» in Persian: what an officer who leaves hands over.
    "officer": (("handover", N_("Print the handover…")),),
    "person": (("office-handover", N_("Print the handover…")),),
}
"""Prints (product, label) that the form of a type offers, by type name."""

BEGINNINGS: Final[Mapping[str, Sequence[tuple[str, str, str]]]] = {
    # Translators: «دیدار در حاشیه» in Persian.
    "event": (("meeting", "event", N_("Meeting on the margins")),),
    "relation": (("agreement", "relation", N_("New cooperation document")),),
}
"""Records (type name, the field that refers back, label) that a form begins, by type name."""


def section_page(name: str, workspace: Workspace) -> Page:
    """Return the page of the section `name`."""
    make = SECTION_PAGES.get(name) or partial(ListPage, type_name=name)
    return make(workspace)


def narrowed_page(
    type_name: str, title: str, where: Mapping[str, Any], workspace: Workspace
) -> Page:
    """Return the page of the records of a type that answer `where`, headed by `title`."""
    return ListPage(workspace, type_name, where, title)


def record_page(type_name: str, uid: str, workspace: Workspace) -> Page:
    """Return the page of the record `uid`; one that became another gives way to that one."""
    page = _record_page(type_name, uid, workspace)
    if type_name in NAMED_TYPES:
        archive = workspace.archive
        workspace.jobs.run(
            lambda: followed(archive, [uid])[0],
            partial(_give_way, workspace, page, type_name, uid),
            owner=page,
        )
    return page


def _record_page(type_name: str, uid: str, workspace: Workspace) -> Page:
    make = RECORD_PAGES.get(type_name)
    if make is not None:
        return make(workspace, uid)
    page = FormPage(workspace, type_name, uid)
    page.offer_prints(PRINTS.get(type_name, ()))
    page.offer_beginnings(BEGINNINGS.get(type_name, ()))
    return page


def _give_way(workspace: Workspace, page: Page, type_name: str, uid: str, today: str) -> None:
    """Show the record in place of one that was joined with it."""
    if today != uid and page.isVisible():
        workspace.go_back()
        workspace.open_record(type_name, today)


def new_page(
    type_name: str,
    values: Mapping[str, Any],
    then: Callable[[str], object] | None,
    workspace: Workspace,
) -> Page:
    """Return the empty form of a type that starts from `values`."""
    if type_name == "visit":
        return NewVisitPage(workspace, values, then)
    if type_name == "meeting" and values.get("event") and not values.get("visit"):
        values = {"kind": "on_the_margins", **values}
    page = FormPage(workspace, type_name, values=values, then=then)
    if type_name in NAMED_TYPES:
        KnownHint(page.panel)
    if then is None and type_name in RECORD_PAGES:
        page.panel.saved.connect(partial(_show_made, workspace, type_name))
    return page


def _show_made(workspace: Workspace, type_name: str, uid: str) -> None:
    """Show the page of a record in place of the form it was made in."""
    workspace.go_back()
    workspace.open_record(type_name, uid)


def preview_page(
    workspace: Workspace,
    product: str,
    uid: str,
    task: str = "",
    shown: Asked | ReportTerms | None = None,
) -> Page:
    """Return the print room with `product` of the record `uid`, "" for a list, at a `task`.

    `shown` is what a list has to hold exactly, or of which days and sections a report is.
    """
    from ui.prints.preview import PreviewPage  # the PDF module of Qt loads when first needed

    return PreviewPage(workspace, product, uid, task, shown)


def other_page(name: str, workspace: Workspace) -> Page:
    """Return a page that is neither a section nor a record's.

    What stands behind a colon in `name` is what the page is asked for.
    """
    from ui.backups.encrypting_page import EncryptingPage  # seldom wanted
    from ui.council.page import CouncilPage
    from ui.help.page import HelpPage
    from ui.keys.own_passphrase import OwnPassphrasePage
    from ui.keys.people_page import PeoplePage
    from ui.keys.renewal import RenewalPage
    from ui.pages.join import JoinPage

    way, _colon, asked = name.partition(":")
    pages: Mapping[str, SectionPage] = {
        "found": partial(FoundPage, text=asked),
        "help": partial(HelpPage, chapter=asked),
        HISTORY: partial(HistoryPage, uid=asked),
        JOURNAL: JournalPage,
        "council": CouncilPage,
        "join": partial(JoinPage, asked=asked),
        "encrypting": EncryptingPage,
        "people": PeoplePage,
        "passphrase": OwnPassphrasePage,
        "recovery": RenewalPage,
    }
    return pages[way](workspace)
