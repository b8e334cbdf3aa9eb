"""Every kind of value keeps what it is given through database, bundle and form."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from liaison import i18n
from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Clock,
    Code,
    Country,
    Day,
    Email,
    File,
    Flag,
    Instant,
    Line,
    Number,
    Period,
    Phone,
    Reference,
    StoredFile,
    Tags,
    Text,
    Url,
    VisitNumber,
)
from liaison.domain.schema.vocabulary import WEEKDAYS
from liaison.errors import UserError
from liaison.language.countries import country_names
from liaison.time.span import Span
from tests.domain.schema.keeping import kept

UID = "0192d3f0-0000-7000-8000-0000000000aa"

SAMPLES: list[tuple[AnyKind, Any]] = [
    (Line("fa"), "شهر آزمون ۱"),
    (Line("en"), "Test City 1"),
    (Text("fa"), "سطر یک\n\nسطر دو"),
    (Code(), "1405/الف/12"),
    (Code(latin=True), "TK878"),
    (VisitNumber(), "1405-V-048"),
    (Phone(), "+982155601234"),
    (Phone(), "+989915104000"),
    (Phone(), "+903121234567"),
    (Email(), "office@city.example"),
    (Url(), "https://city.example/visit?a=1"),
    (Choice({"a": "First", "b": "Second"}), "b"),
    (WEEKDAYS, ("thursday", "friday")),
    (Country(), "TR"),
    (Tags(), ("پکن", "Beijing", "Peking")),
    (Tags(), ("Washington, D.C.", "واشنگتن")),
    (Tags(), ("Washington, D.C.",)),
    (Day(), date(2026, 4, 25)),
    (Period(), Span(date(1994, 3, 21), date(1995, 3, 20), "۱۳۷۳")),
    (Period(), Span(date(2021, 9, 23), date(2021, 12, 21), "پاییز سال گذشته")),
    (Period(), Span(None, None, "آخرین روز اجلاس")),
    (Period(), Span(None, None, "۱۳۷۳")),
    (Period(), Span(date(1993, 3, 21), None, "از ۱۳۷۲")),
    (Period(), Span(None, date(2016, 3, 19), "تا دورهٔ «الف»")),
    (Instant(), datetime(2026, 4, 25, 4, 50, tzinfo=UTC)),
    (Clock(), time(8, 20)),
    (Number(), 12500000),
    (Number(), -3),
    (Flag(), True),
    (Flag(), False),
    (Reference("visit"), UID),
    (AnyReference(), ("visit", UID)),
]
every_sample = pytest.mark.parametrize(("kind", "value"), SAMPLES)


@every_sample
def test_a_value_comes_back_from_database_bundle_and_form(kind: AnyKind, value: object) -> None:
    kept(kind, value)
    for lang in i18n.LANGUAGES:
        assert kind.read(kind.edit_text(value, lang)) == value
        assert kind.show(value, lang)


def test_a_file_comes_back_but_is_not_typed() -> None:
    value = StoredFile("ab" * 32, "سند ۱.pdf", 12)
    kept(File(), value)
    assert File().show(value, "fa") == File().words(value) == "سند ۱.pdf"
    assert File().read("") is None
    with pytest.raises(UserError, match="file"):
        File().read("سند")


KINDS = {kind: kind for kind, _value in SAMPLES}


@pytest.mark.parametrize("kind", KINDS)
def test_blank_is_no_value(kind: AnyKind) -> None:
    assert kind.read("") is None
    assert kind.read(" \n") is None
    assert kind.show(None, "fa") == kind.edit_text(None, "en") == ""


REFUSED: list[tuple[AnyKind, object]] = [
    (Line(), 1),
    (Phone(), "12"),
    (Email(), "office"),
    (Url(), "not an address"),
    (Choice({"a": "First"}), "c"),
    (Choice({"a": "First"}), ["a"]),
    (WEEKDAYS, "friday"),
    (WEEKDAYS, ["funday"]),
    (WEEKDAYS, [["friday"]]),
    (Country(), "ZZ"),
    (Country(), 98),
    (Tags(), "word"),
    (Tags(), [1]),
    (Day(), "1405/02/05"),
    (Day(), 20260425),
    (Day(), None),
    (Period(), "۱۳۷۳"),
    (Period(), {"from": 1994}),
    (Period(), {"since": "1994-03-21"}),
    (Period(), {"from": "1994-13-21"}),
    (Period(), {"from": "1995-03-20", "until": "1994-03-21", "text": ""}),
    (Instant(), "2026-04-25T08:20:00"),
    (Instant(), "yesterday"),
    (Clock(), "25:00"),
    (Clock(), 8),
    (Number(), 1.5),
    (Number(), True),
    (Number(lowest=0, highest=100), 101),
    (Flag(), 1),
    (Reference("visit"), "12"),
    (Reference("visit"), 12),
    (AnyReference(), {"type": "visit"}),
    (AnyReference(), {"type": "visit", "uid": "x"}),
    (AnyReference(), {"type": 3, "uid": UID}),
    (File(), {"sha256": "../../etc", "name": "x", "size": 1}),
    (File(), {"sha256": "ab" * 32, "name": "x", "size": -1}),
]


@pytest.mark.parametrize(("kind", "json"), REFUSED)
def test_a_bundle_with_something_else_is_told_what_is_expected(kind: AnyKind, json: Any) -> None:  # noqa: ANN401 - any JSON
    with pytest.raises(UserError) as refusal:
        kind.from_json(json)
    assert refusal.value.message.endswith(".")


MISTYPED: list[tuple[AnyKind, str]] = [
    (Number(), "۱۲٫۵"),
    (Number(), "دوازده"),
    (Number(lowest=1), "۰"),
    (Day(), "۳۰ اسفند ۱۴۰۴"),
    (Day(), "فردا"),
    (Clock(), "۲۵:۰۰"),
    (Instant(), "۱۴۰۵/۰۲/۰۵"),
    (Phone(), "داخلی"),
    (Country(), "آزمونستان"),
    (Flag(), "شاید"),
    (Choice({"a": "First"}), "Second"),
    (Reference("visit"), "سفر"),
]


@pytest.mark.parametrize(("kind", "text"), MISTYPED)
def test_what_is_mistyped_is_told_what_is_expected(kind: AnyKind, text: str) -> None:
    with pytest.raises(UserError) as refusal:
        kind.read(text)
    assert refusal.value.message.endswith(".")


READ: list[tuple[AnyKind, str, object]] = [
    (Line(), "شهرداري  تهران", "شهرداری تهران"),
    (Line(), "دو\nسطر", "دو سطر"),
    (Code(), "۱۴۰۵/۱۲", "1405/12"),
    (VisitNumber(), "۱۴۰۵-و-۰۴۸", "1405-V-048"),
    (VisitNumber(), "1405-v-048", "1405-V-048"),
    (Phone(), "۰۲۱-۵۵۶۰۱۲۳۴", "+982155601234"),
    (Number(), "۱۲٬۵۰۰", 12500),
    (Number(), " 7 ", 7),
    (Day(), "۱۴۰۵/۰۲/۰۵", date(2026, 4, 25)),
    (Day(), "25 April 2026", date(2026, 4, 25)),
    (Clock(), "0820", time(8, 20)),
    (Country(), "tr", "TR"),
    (Country(), "Türkiye", "TR"),
    (Country(), country_names("fa")["FR"], "FR"),
    (Flag(), "Yes", True),
    (Flag(), "false", False),
    (WEEKDAYS, "Friday، saturday", ("saturday", "friday")),
    (Tags(), "پکن، Beijing, پکن", ("پکن", "Beijing")),
    (Tags(), "Washington, D.C.\nواشنگتن", ("Washington, D.C.", "واشنگتن")),
    (
        Period(),
        "۱۴۰۰/۰۷/۰۱ – ۱۴۰۰/۰۹/۳۰ «پاییز»",
        Span(date(2021, 9, 23), date(2021, 12, 21), "پاییز"),
    ),
    (Period(), "نشست «الف»", Span(None, None, "نشست «الف»")),
]


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_what_people_type_is_understood(kind: AnyKind, text: str, value: object) -> None:
    assert kind.read(text) == value


SHOWN: list[tuple[AnyKind, Any, str, str]] = [
    (VisitNumber(), "1405-V-048", "۱۴۰۵-و-۰۴۸", "1405-V-048"),
    (Code(), "1405/12", "۱۴۰۵/۱۲", "1405/12"),
    (Code(latin=True), "TK878", "TK878", "TK878"),
    (Number(), 12500, "۱۲٬۵۰۰", "12,500"),
    (Day(), date(2026, 4, 25), "۱۴۰۵/۰۲/۰۵", "25 Apr 2026"),
    (Clock(), time(8, 20), "۰۸:۲۰", "08:20"),
    (Tags(), ("پکن", "Beijing"), "پکن، Beijing", "پکن, Beijing"),
    (
        Instant(),
        datetime(2026, 4, 25, 4, 50, tzinfo=UTC),
        "۱۴۰۵/۰۲/۰۵ ساعت ۰۸:۲۰",
        "25 Apr 2026, 08:20",
    ),
]


@pytest.mark.parametrize(("kind", "value", "persian", "english"), SHOWN)
def test_each_language_sees_its_own(
    kind: AnyKind, value: object, persian: str, english: str
) -> None:
    assert kind.show(value, "fa") == persian
    assert kind.show(value, "en") == english
