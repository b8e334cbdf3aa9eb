"""Trips for pictures: one that is made ready, and one that comes back with questions."""

import tempfile
from pathlib import Path

from liaison.domain.records import by_name
from liaison.domain.rules.alike import alike
from liaison.exchange.travelling.arriving import arrived, weighed
from liaison.exchange.travelling.merging import merge
from liaison.exchange.travelling.sending import Departure, send_back, send_out
from liaison.exchange.travelling.trips import trips_of
from liaison.storage.archive import Archive
from tests.pictures.office import Office
from ui.sections import TRAVELS
from ui.travel.page import TravelsPage

_HERE = ("دیدار با شهردار و امضای سند آزمون", "دفتر آزمون")
_THERE = ("دیدار با شهردار و گفت‌وگو دربارهٔ سند آزمون", "آلفا آزمون‌زاده")


def _page(scene: Office) -> TravelsPage:
    scene.window.show_section(TRAVELS)
    scene.settle()
    page = scene.window.trail.page
    assert isinstance(page, TravelsPage)
    return page


def departing(scene: Office) -> None:
    """Show what goes along on a trip."""
    page = _page(scene)
    page.send_out()
    page.departing.title.setText("سفر آزمون")
    page.departing.recipient.setText("کارشناس آزمون")
    visit = scene.made.subject("visit")
    page.departing.add("visit", visit, scene.archive.title(visit, "fa"))


def arriving(scene: Office) -> None:
    """Show a trip that came back, with its questions."""
    archive, visit = scene.archive, scene.made.subject("visit")
    with tempfile.TemporaryDirectory() as name, Archive.open(Path(name) / "laptop") as laptop:
        out, back = Path(name) / "out.liaison-travel", Path(name) / "back.liaison-travel"
        chosen = [(by_name("visit"), visit)]
        code = send_out(archive, Departure(chosen, "سفر آزمون", "کارشناس آزمون"), out)
        arrival = arrived(laptop, out, code)
        merge(laptop, arrival, weighed(laptop, arrival, alike), {}, alike)
        for side, (purpose, name_of) in ((archive, _HERE), (laptop, _THERE)):
            with side.change("آزمون") as change:
                change.update(by_name("visit"), visit, {"purpose_fa": purpose, "hotel_fa": name_of})
                values = {"given_name_fa": "آلفا", "family_name_fa": "آزمون‌زاده", "notes": purpose}
                change.add(by_name("person"), values)
        send_back(laptop, trips_of(laptop)[0], back)
        page = _page(scene)
        page.open_file(back)
        scene.settle()
        page.arriving.answering.answer("ours")
        scene.settle()
