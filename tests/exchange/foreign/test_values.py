"""Cells and the values they become: surely, with a question, or not at all."""

from datetime import UTC, date, datetime

import pytest

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of
from liaison.exchange.foreign.tables import Cell
from liaison.exchange.foreign.values import Reading, read_value
from liaison.time.names import GREGORIAN, SOLAR
from liaison.time.solar import from_jalali
from liaison.time.span import Span

SOLAR_ONLY = frozenset({SOLAR})
GREGORIAN_ONLY = frozenset({GREGORIAN})


def _read(where: str, cell: Cell, calendars: frozenset[str] = frozenset()) -> Reading:
    record, _dot, key = where.partition(".")
    return read_value(cell, fields_of(by_name(record))[key], where, calendars)


@pytest.mark.parametrize(
    ("where", "cell", "value"),
    [
        ("person.phone", "۰۲۱-۵۵۶۰۱۲۳۴", "+982155601234"),
        ("person.phone", "0098 21 5560 1234", "+982155601234"),
        ("person.phone", "+98 (21) 55601234", "+982155601234"),
        ("person.phone", "'\u2066+98 21 5560 1234\u2069", "+982155601234"),
        ("person.phone", "'+98 21 5560 1234", "+982155601234"),
        ("person.phone", 9121234567, "+989121234567"),
        ("person.phone", "+90 312 507 10 00", "+903125071000"),
        ("person.email", "mailto:a@example.org", "a@example.org"),
        ("partner.country", "تركيه", "TR"),
        ("partner.country", "Turkey", "TR"),
        ("partner.country", "آفریقای جنوبی", "ZA"),
        ("partner.country", "tr", "TR"),
        ("relation.kind", "قرارداد خواهر شهری", "sister_city_contract"),
        ("relation.kind", "قرارداد خواهرشهري", "sister_city_contract"),
        ("relation.kind", "تفاهم‌نامه", "cooperation_mou"),
        ("relation.kind", "يادداشت تفاهم", "mou"),
        ("relation.kind", "Memorandum of understanding", "mou"),
        ("relation.stage", "در حال رایزنی", "negotiation"),
        ("relation.themes", "اقتصاد شهری، فرهنگ شهری", ("economy", "culture")),
        ("person.gender", "خانم", "woman"),
        ("holiday.provisional", "بله", True),
        ("holiday.provisional", "0", False),
        ("partner.population", "۱۲٬۵۰۰", 12500),
        ("partner.population", 8.0, 8),
        ("partner.name_fa", "پـرتـوريا", "پرتوریا"),
        ("visit.number", "۱۴۰۴-و-۰۰۱", "1404-V-001"),
        ("holiday.day", "1404/08/29", date(2025, 11, 20)),
        ("holiday.day", date(2025, 11, 20), date(2025, 11, 20)),
        ("holiday.day", datetime(2025, 11, 20, 9), date(2025, 11, 20)),  # noqa: DTZ001 - worksheets know no zones
        ("meeting.starts_at", "1404/08/29 11:35", datetime(2025, 11, 20, 8, 5, tzinfo=UTC)),
        (
            "meeting.starts_at",
            datetime(2025, 11, 20, 11, 35),  # noqa: DTZ001 - as above
            datetime(2025, 11, 20, 8, 5, tzinfo=UTC),
        ),
        ("relation.since", "بهار", Span(text="بهار")),
        ("relation.since", None, None),
        ("relation.since", "  ", None),
    ],
)
def test_what_is_sure_is_taken(where: str, cell: Cell, value: object) -> None:
    found = _read(where, cell)
    assert (found.value, found.question) == (value, "")


@pytest.mark.parametrize("cell", ["139۰", "1390", "۱۳۹۰", 1390, "سال 1390"])
def test_a_year_is_a_span(cell: Cell) -> None:
    found = _read("relation.since", cell).value
    assert (found.since, found.until) == (from_jalali(1390, 1, 1), from_jalali(1390, 12, 29))


@pytest.mark.parametrize(
    ("where", "cell", "offers"),
    [
        ("person.phone", "55601234", ()),
        ("person.phone", "021-55601234 داخلی ۱۲", ("+982155601234",)),
        ("person.phone", "021-55601234 - 021-55601235 / 09121234567", ("+989121234567",)),
        ("person.phone", "021-55601234؛ 021-55601235", ("+982155601234", "+982155601235")),
        ("person.email", "a@example.org; b@example.org", ("a@example.org", "b@example.org")),
        ("person.email", "nobody", ()),
        ("relation.kind", "یادداشت تفاهمم", ("mou",)),
        ("relation.kind", "چیز دیگر", ()),
        ("partner.country", "ونزوئلاا", ("VE",)),
        ("partner.population", "بسیار", ()),
        ("holiday.day", "1404", ()),
        ("holiday.day", "91/3/2", (from_jalali(1391, 3, 2), date(1991, 3, 2))),
        ("holiday.day", "1404/12/30", ()),
        ("meeting.starts_at", "1404/08/29", (datetime(2025, 11, 19, 20, 30, tzinfo=UTC),)),
        ("relation.since", "حدود ۹۱ یا ۹۲", (Span(text="حدود ۹۱ یا ۹۲"),)),
    ],
)
def test_what_is_doubtful_is_asked(where: str, cell: Cell, offers: tuple[object, ...]) -> None:
    found = _read(where, cell)
    assert found.value is None
    assert found.question.endswith(".")
    assert found.offers == offers


@pytest.mark.parametrize(
    ("text", "calendars", "days"),
    [
        ("91/3/2", SOLAR_ONLY, [from_jalali(1391, 3, 2)]),
        ("91/3/2", GREGORIAN_ONLY, [date(1991, 3, 2)]),
        ("2/3/91", SOLAR_ONLY, [from_jalali(1391, 3, 2)]),
        ("04/05/03", SOLAR_ONLY, [from_jalali(1404, 5, 3), from_jalali(1403, 5, 4)]),
        (
            "04/05/03",
            frozenset(),
            [
                from_jalali(1404, 5, 3),
                from_jalali(1403, 5, 4),
                date(2004, 5, 3),
                date(2003, 5, 4),
                date(2003, 4, 5),
            ],
        ),
    ],
)
def test_a_year_of_two_digits_is_read_as_its_column_or_asked(
    text: str, calendars: frozenset[str], days: list[date]
) -> None:
    found = _read("holiday.day", text, calendars)
    if len(days) == 1:
        assert found.value == days[0]
        assert found.remarks
    else:
        assert found.value is None
        assert list(found.offers) == days


@pytest.mark.parametrize(
    ("text", "word"),
    [("شورای اسامی دوم", "اسامی"), ("مثاً چنین", "مثاً"), ("روابط بینالمللی", "بینالمللی")],
)
def test_suspects_are_told_and_never_changed(text: str, word: str) -> None:
    found = _read("partner.goals_fa", text)
    assert found.value == text
    assert word in found.remarks[0]
    assert not _read("partner.goals_fa", "شورای اسلامی و اسامی اعضا").remarks
