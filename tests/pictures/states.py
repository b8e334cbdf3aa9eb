"""States of pages beyond the first look: every tab, every way to lay a page out, the door."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from liaison.i18n import language
from liaison.storage.keys.keyring import Person
from tests.pictures import trips
from tests.pictures.office import Office
from tests.prints.large_visit import ARRIVAL, TODAY
from ui.help.page import HelpPage
from ui.keys.beginning_card import BeginningCard
from ui.keys.card import DoorCard
from ui.keys.door import Door
from ui.keys.first_page import FirstPage
from ui.keys.sign_in import SignIn
from ui.page import Page
from ui.pages.agreement import AgreementPage
from ui.pages.agreement_header import TABS as AGREEMENT_TABS
from ui.pages.calendar import CalendarPage
from ui.pages.doubles import DoublesPage
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_shape import Shape
from ui.pages.join import JoinPage
from ui.pages.partner import PartnerPage
from ui.pages.partner_header import TABS as PARTNER_TABS
from ui.pages.visit import VisitPage
from ui.pages.visit_header import TABS as VISIT_TABS
from ui.sections import DOUBLES, HISTORY, JOURNAL
from ui.settings_pages.page import PARTS, SettingsPage
from ui.theme import CONTRAST_NAME

Scene = Callable[[Office], object]
Shown = TypeVar("Shown", bound=Page)
_FOLDER: Final = Path("liaison")


def _page(scene: Office, kind: type[Shown]) -> Shown:
    scene.settle()
    page = scene.window.trail.page
    if not isinstance(page, kind):
        raise TypeError(page)
    return page


def _tab(type_name: str, name: str) -> Scene:
    def turn(scene: Office) -> None:
        scene.window.open_record(type_name, scene.made.subject(type_name))
        scene.settle()
        page = scene.window.trail.page
        if isinstance(page, VisitPage | AgreementPage | PartnerPage):
            page.tabs.open(name)

    return turn


def _close(scene: Office) -> None:
    """Ask whether the visit can be closed, before everything is done."""
    scene.window.open_record("visit", scene.made.visit)
    _page(scene, VisitPage).set_stage("closed")


def _calendar(index: int, day: date = TODAY) -> Scene:
    def turn(scene: Office) -> None:
        scene.window.show_section("calendar")
        page = _page(scene, CalendarPage)
        page.show_view(list(page.header.views)[index])
        page.go(day)

    return turn


def _follow_ups(shape: Shape) -> Scene:
    def turn(scene: Office) -> None:
        scene.window.show_section("follow_up")
        _page(scene, FollowUpsPage).header.shape.buttons[shape].click()

    return turn


def _part(name: str) -> Scene:
    def turn(scene: Office) -> None:
        scene.window.show_section("settings")
        _page(scene, SettingsPage).show_part(name)

    return turn


def _search(text_fa: str, text_en: str) -> Scene:
    def call(scene: Office) -> None:
        text = text_fa if language() == "fa" else text_en
        scene.window.show_section("desk")
        scene.window.activateWindow()
        box = scene.window.top_bar.search
        box.setFocus()
        box.setText(text)
        box.asked.emit(text)

    return call


def _remind(scene: Office) -> None:
    scene.window.show_section("desk")
    scene.settle()
    if scene.window.top_bar.bell is not None:
        scene.window.top_bar.bell.panel.come()


def _history(scene: Office) -> None:
    scene.window.open_page(f"{HISTORY}:{scene.made.subject('agreement')}")


def _journal(scene: Office) -> None:
    scene.window.open_page(JOURNAL)


def _all_found(scene: Office) -> None:
    scene.window.open_page(f"found:{'آزمون' if language() == 'fa' else 'Test'}")


def _side_by_side(scene: Office) -> None:
    scene.window.show_section(DOUBLES)
    _page(scene, DoublesPage).join()
    _page(scene, JoinPage)


def _guide(chapter: str) -> Scene:
    def show(scene: Office) -> None:
        scene.window.open_page(f"help:{chapter}")
        _page(scene, HelpPage)

    return show


def _contrast(scene: Office) -> None:
    scene.theme.choose(CONTRAST_NAME)
    scene.window.open_record("visit", scene.made.visit)


def _door(make: Callable[[Office], DoorCard]) -> Scene:
    def close(scene: Office) -> None:
        door = Door(scene.workspace, scene.languages.speak)
        scene.window.close_door(door)
        door.show_card(make(scene))

    return close


def _sign_in(scene: Office) -> SignIn:
    card = SignIn(scene.theme)
    card.offer([Person("", "کارشناس آزمون", "Test Officer")], "")
    return card


SCENES: Final[Mapping[str, Scene]] = {
    **{f"one-visit-{name}": _tab("visit", name) for name, _label in VISIT_TABS[1:]},
    "one-visit-closing": _close,
    **{f"one-agreement-{name}": _tab("agreement", name) for name, _label in AGREEMENT_TABS[1:]},
    **{f"one-partner-{name}": _tab("partner", name) for name, _label in PARTNER_TABS[1:]},
    "calendar-week": _calendar(1, ARRIVAL),
    "calendar-agenda": _calendar(2),
    "calendar-month": _calendar(0),
    "follow-ups-board": _follow_ups(Shape.BOARD),
    "follow-ups-calendar": _follow_ups(Shape.CALENDAR),
    "follow-ups-list": _follow_ups(Shape.LIST),
    **{f"settings-{name}": _part(name) for name in PARTS},
    "travels-departing": trips.departing,
    "travels-arriving": trips.arriving,
    "search": _search("آزمون", "Test"),
    "commands": _search(">", ">"),
    "found": _all_found,
    "doubles-side-by-side": _side_by_side,
    "history": _history,
    "journal": _journal,
    "reminders": _remind,
    "guide": _guide("visits"),
    "guide-keys": _guide("keys"),
    "contrast": _contrast,
    "first-start": _door(lambda scene: BeginningCard(_FOLDER, scene.languages.speak)),
    "first-passphrase": _door(lambda scene: FirstPage(scene.theme)),
    "sign-in": _door(_sign_in),
}
