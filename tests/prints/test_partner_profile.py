"""The profile of a city: what belongs to it, what a guest reads, and where it stalled."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from liaison import i18n
from liaison.pdf.picture import Figure
from liaison.prints import partner_chart
from liaison.prints.both import Both
from liaison.prints.editions import Edition, Languages
from liaison.prints.layout import Layout
from liaison.prints.layout_styles import DENSE, EASY, Density
from liaison.prints.partner_chart import Event
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import Maker, both
from tests.prints.partnering import INTERNAL, TODAY, partnering

PROFILE = PRODUCTS["partner-profile"]


class City:
    """A city of an archive, its profile printed once an edition."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.uids = dict(zip(("far", "dayless", "empty"), partnering(archive), strict=True))

    @cache  # noqa: B019 - lives as long as the tests of its module
    def text(self, languages: Languages = "en", of: str = "far", *, guest: bool = False) -> str:
        paper = make(self.archive, PROFILE, self.uids[of], Edition(languages, guest), today=TODAY)
        assert complaints(paper.content) == []
        assert not [each for each in paper.findings if each.kind == "pages"]
        return comparable(by_pdfium(paper.content))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("partnering")) as archive:
        yield City(archive)
    i18n.install(before)


def test_its_institutions_and_their_visits_are_its_own(city: City) -> None:
    text = city.text()
    for shown in ("Town hall comes", "Unnamed meeting", "LETTER-INSIDE", "Incoming letter"):
        assert shown in text
    assert "Never held" not in text
    assert "Mayor New" in text
    assert "Former mayor" not in text


def test_the_newest_stands_first_and_the_rest_is_counted(city: City) -> None:
    text = city.text()
    listed = text[text.index("Chronology") :]
    places = [listed.index(each) for each in ("SECRET-VISIT", "Unnamed meeting", "Old visit 7")]
    assert places == sorted(places)
    assert "Old visit 0" not in text
    assert "6 more are in the archive" in text


def test_a_month_is_never_made_a_day(city: City) -> None:
    assert "21 Nov 2013" not in city.text()
    assert "October–November 2013" in city.text()


def test_it_sleeps_after_as_many_months_as_the_office_set(city: City) -> None:
    city.archive.settings.set_all({"cooling_months": 40, "dormant_months": 60}, "Thresholds")
    text = comparable(
        by_pdfium(make(city.archive, PROFILE, city.uids["far"], Edition("en"), today=TODAY).content)
    )
    city.archive.settings.set_all({"cooling_months": 12, "dormant_months": 24}, "Thresholds")
    assert "Cooling – no contact for 40 months" in text


def test_where_it_stalled_and_what_to_do_next(city: City) -> None:
    text = city.text()
    assert "Dormant – no contact for 24 months" in text
    assert "Last contact Tuesday, 1 March 2022" in text
    assert "Where it stalled They send a list · due 1 Jan 2026" in text
    assert "Remind the other side" in text
    assert text.index("Our side PROMISE-OF-OURS") < text.index("The other side Clause 1")


def test_a_contact_without_a_day_is_shown_and_its_day_is_asked_for(city: City) -> None:
    text = city.text("en", "dayless")
    assert "day not recorded Dayless meeting" in text
    assert "No record – no dated contact is recorded" in text
    assert "Record the day of what took place" in text


def test_what_sources_say_stands_side_by_side(city: City) -> None:
    text = city.text()
    assert "different parts of the sources" in text
    assert text.count("needs updating") == 3
    assert "the sources disagree" in text
    assert text.index("source of CLAIM-A") < text.index("source of CLAIM-B")
    assert "1:30 behind us" in text


def test_needs_meet_strengths_by_words_and_the_rest_is_listed(city: City) -> None:
    text = city.text("fa")
    needs = text[text.index("نیازها و توان‌ها") :]
    assert needs.index("اتوبوس برقی") < needs.index("شبکهٔ اتوبوس") < needs.index("جشنواره")


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
def test_a_guest_reads_nothing_internal(city: City, languages: Languages) -> None:
    inside = city.text("en")
    assert not [each for each in INTERNAL if each not in inside]
    text = city.text(languages, guest=True)
    assert not [each for each in INTERNAL if each in text]
    for word in (
        "Suggested",
        "Activity of the relation",
        "needs updating",
        "no event",
        "گام بعدی",
        "بدون رویداد",
    ):
        assert word not in text
    assert "Letter for all" in text


def test_where_nothing_is_recorded_it_says_what_to_the_house_alone(city: City) -> None:
    text = city.text("fa", "empty")
    last = text[text.rindex("داده‌ای ثبت نشده") :]
    for heading in ("تعهدات باز دو طرف", "رویدادها به ترتیب زمان", "مخاطبان", "تجربه‌ها"):
        assert heading in last
    assert "داده‌ای ثبت نشده" not in city.text("fa", "empty", guest=True)


def test_a_guest_is_not_told_for_how_long_nothing_happened(city: City) -> None:
    inside, text = city.text(), city.text(guest=True)
    for told in ("Last contact", "days ago", "working days late", "more are in the archive"):
        assert told in inside
        assert told not in text
    assert "and 4 more" in text
    assert "Clause 1: They send a list 1 Jan 2026 Open" in text


def test_a_guest_reads_the_two_sides_by_name(city: City) -> None:
    text = city.text(guest=True)
    for word in ("our side", "Our side", "other side", "Their side", "behind us", "them"):
        assert word not in text
    assert "Far City Clause 1" in text
    assert "1:30 behind Iran" in text
    persian = city.text("fa", guest=True)
    assert "اتوبوس برقی (شهر آزمون)" in persian
    assert "شبکهٔ اتوبوس (شهر دور)" in persian


def test_a_signing_is_a_contact(archive: Archive) -> None:
    with archive.change("signing") as change:
        make_up = Maker(change)
        cities = []
        for name, signed in (("Dayed", "1405/01/10"), ("Monthed", "فروردین ۱۴۰۵")):
            cities.append(make_up.add("partner", **both("name", "شهر", name)))
            paper = make_up.add("agreement", **both("title", "سند", "Fresh paper"), stage="signed",
                                signed_on=span.read(signed))  # fmt: skip
            make_up.add("agreement_party", agreement=paper, partner=cities[-1])
    dayed, monthed = (
        comparable(by_pdfium(make(archive, PROFILE, each, Edition("en"), today=TODAY).content))
        for each in cities
    )
    assert "Active – in touch within 12 months" in dayed
    assert "30 March 2026 (10 Farvardin 1405) · 23 days ago · Cooperation document:" in dayed
    assert "days ago" not in monthed
    assert "Last contact March–April 2026 (Farvardin 1405)" in monthed


@pytest.mark.parametrize(("density", "figures"), [(EASY, 2), (DENSE, 0)])
def test_both_languages_draw_the_line_of_time_where_there_is_room(
    density: Density, figures: int
) -> None:
    layout = Layout("both", density)
    day = date(2026, 4, 1)
    event = Event(day, Both("رویداد", "Event"), Both("۱", "1"))
    partner_chart.add(layout, [event, event, event], day)
    assert sum(isinstance(block, Figure) for block in layout.blocks) == figures
