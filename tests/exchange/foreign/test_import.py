"""Old files taken into an archive that knows some of what they say."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.relation import Relation
from liaison.errors import UserError
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.profiles import (
    columns_by,
    profile_of,
    profiles,
    remove_profile,
    save_profile,
)
from liaison.exchange.foreign.proposals import Decision, Plan, Proposal, Report
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.reporting import write_report
from liaison.exchange.foreign.tables import Target
from liaison.exchange.foreign.taking_in import carry_out
from liaison.storage.archive import Archive
from tests.exchange.foreign.conftest import csv_of, planned
from tests.exchange.foreign.old_contacts import CONTACTS, COUNT, file_of_1256

TABLE_2 = (
    ("ردیف", "کشور", "شهر", "نوع همکاری", "تاریخ"),
    ("1", "آفريقای جنوبی", "پروتوريا", "قرارداد خواهر شهری", "139۰"),
    ("2", "برزیل", "برزیلیا", "یادداشت تفاهم", "91/3/2"),
    ("3", "ترکیه", "آنکارا و استانبول", "یادداشت تفاهم", "1391"),
    ("4", "روسیه", "سنت پترزبورگ", "شهر دوست", ""),
    ("5", "لهستان", "شهر آزمون", "شهر دوست", "04/05/03"),
    ("6", "برزیل", "برازیلا", "شهر دوست", ""),
    ("7", "", "", "شهر دوست", ""),
)


def _named(archive: Archive, name: str) -> dict[str, object]:
    row = next(each for each in archive.rows(Partner) if each["name_en"] == name)
    return dict(row.values)


def _one(found: Plan, title: str, record: str = "partner") -> Proposal:
    return next(
        each for each in found.proposals if each.record == record and each.title.startswith(title)
    )


def _figures(report: Report) -> tuple[int, int, int, int]:
    return (
        report.count("added"),
        report.count("updated"),
        report.count("unchanged"),
        report.count("skipped"),
    )


def test_names_of_table_2_propose_the_cities_that_are_meant(sample: Archive) -> None:
    found = planned(sample, csv_of(*TABLE_2))
    assert found.rows_read == 7
    titles = {"پروتوریا": "Pretoria", "برزیلیا": "Brasília", "سنت پترزبورگ": "Saint Petersburg"}
    for written, title in titles.items():
        proposal = _one(found, written)
        assert (proposal.fate, proposal.candidates[0].title) == ("same", title)
    unclear = _one(found, "برازیلا")
    assert unclear.fate == "unclear"
    assert unclear.candidates[0].title == "Brasília"
    assert _one(found, "آنکارا").parts == ("آنکارا", "استانبول")
    assert [each.row for each in found.skipped] == [8]


def test_a_name_without_an_alias_is_found_by_its_sound(archive: Archive) -> None:
    with archive.change("test") as change:
        change.add(Partner, {"name_en": "Pretoria", "country": "ZA"})
        change.add(Partner, {"name_en": "Brasília"})
    found = planned(archive, csv_of(*TABLE_2))
    for written, title in (("پروتوریا", "Pretoria"), ("برزیلیا", "Brasília")):
        proposal = _one(found, written)
        assert (proposal.fate, proposal.candidates[0].title) == ("unclear", title)
        assert title in proposal.candidates[0].likeness.sentence


def test_what_is_sure_is_taken_in_and_the_rest_is_told(sample: Archive) -> None:
    report = carry_out(sample, planned(sample, csv_of(*TABLE_2)), {}, "Import")
    assert _figures(report) == (3, 1, 4, 5)
    told = {line.title: " ".join(line.reasons) for line in report.lines}
    assert "“04/05/03” was left out" in told["شهر آزمون – Friendship city"]
    assert "several names" in told["آنکارا و استانبول"]
    assert "like the whole years" in told["برزیلیا – Memorandum of understanding"]
    assert "Brasília" in told["برازیلا"]
    pretoria = next(
        row
        for row in sample.rows(Relation)
        if row["kind"] == "sister_city_contract" and row["since"]
    )
    assert pretoria["since"].text == "139۰"


def test_the_same_file_again_adds_nothing(sample: Archive) -> None:
    for _time in range(2):
        report = carry_out(sample, planned(sample, csv_of(*TABLE_2)), {}, "Import")
    last = sample.last_change()
    assert (report.count("added"), report.count("updated")) == (0, 0)
    carry_out(sample, planned(sample, csv_of(*TABLE_2)), {}, "Import")
    assert sample.last_change() == last


def test_one_undo_takes_the_whole_import_back(sample: Archive) -> None:
    before = {each: sample.rows(each) for each in (Partner, Relation)}
    carry_out(sample, planned(sample, csv_of(*TABLE_2)), {}, "Import of table.csv")
    assert sample.undo() == "Import of table.csv"
    for each, rows in before.items():
        assert [row.values for row in sample.rows(each)] == [row.values for row in rows]


def test_one_cell_with_two_cities_makes_two_of_each(sample: Archive) -> None:
    source = csv_of(*TABLE_2)
    key = _one(planned(sample, source), "آنکارا").key
    found = planned(sample, source, split={key})
    parts = [each for each in found.proposals if each.key.startswith(key + ".")]
    assert [(each.title, each.fate) for each in parts] == [("آنکارا", "same"), ("استانبول", "same")]
    report = carry_out(sample, found, {}, "Import")
    told = [line for line in report.lines if line.row == 4]
    assert [line.deed for line in told] == ["unchanged", "unchanged", "added", "added"]


def test_an_accepted_spelling_becomes_another_name(sample: Archive) -> None:
    found = planned(sample, csv_of(*TABLE_2))
    proposal = _one(found, "برازیلا")
    decision = Decision("same", uid=proposal.candidates[0].uid)
    carry_out(sample, found, {proposal.key: decision}, "Import")
    assert _named(sample, "Brasília")["aliases"] == ("برزیلیا", "برازیلا")
    again = _one(planned(sample, csv_of(*TABLE_2)), "برازیلا")
    assert again.fate == "same"


def test_two_spellings_of_a_file_are_joined_where_somebody_says_so(archive: Archive) -> None:
    source = csv_of(("شهر", "کشور"), ("سن پترزبورگ نمونه", "روسیه"), ("سنت پترزبورگ نمونه", ""))
    found = planned(archive, source)
    first, second = found.proposals
    assert (first.fate, second.fate) == ("new", "unclear")
    assert second.candidates[0].proposal == first.key
    decisions = {second.key: Decision("same", proposal=first.key)}
    carry_out(archive, found, decisions, "Import")
    (row,) = archive.rows(Partner)
    assert row["aliases"] == ("سنت پترزبورگ نمونه",)


def test_fields_go_the_way_that_was_chosen(sample: Archive) -> None:
    source = csv_of(
        ("شهر", "کشور", "جمعیت", "وبگاه"), ("مسکو", "روسیه", "100", "https://a.example")
    )
    uid = next(row.uid for row in sample.rows(Partner) if row["name_en"] == "Moscow")
    with sample.change("test") as change:
        change.update(Partner, uid, {"population": 5, "website": "https://b.example"})
    found = planned(sample, source)
    proposal = _one(found, "مسکو")
    sides = {each.key: (each.old, each.new, each.wins) for each in proposal.changes}
    assert sides["population"] == (5, 100, "old")
    chosen = Decision("same", uid=uid, fields={"population": "new"})
    report = carry_out(sample, found, {proposal.key: chosen}, "Import")
    assert _named(sample, "Moscow")["population"] == 100
    assert _named(sample, "Moscow")["website"] == "https://b.example"
    assert "https://a.example" in report.lines[0].reasons[0]


def test_an_answer_is_what_is_kept(archive: Archive) -> None:
    found = planned(archive, csv_of(("تاریخ", "مناسبت"), ("04/05/03", "آزمون")))
    assert found.skipped[0].row == 2
    source = csv_of(("نام خانوادگی", "تلفن"), ("نمونه", "55601234"))
    found = planned(archive, source)
    (person,) = found.proposals
    answer = Decision("new", answers={"phone": "+982155601234"})
    carry_out(archive, found, {person.key: answer}, "Import")
    assert archive.rows(Person)[0]["phone"] == "+982155601234"


def test_rows_of_one_person_come_together_and_differences_are_asked(archive: Archive) -> None:
    source = csv_of(
        ("نام", "نام خانوادگی", "سمت", "سازمان", "ایمیل", "همراه"),
        ("علي", "نمونه", "شهردار", "شهرداری آزمون", "a@example.org", ""),
        ("علی", "نمونه", "عضو", "شورای آزمون", "A@example.org", "09120000001"),
        ("علی", "نمونه", "", "", "other@example.org", ""),
    )
    found = planned(archive, source)
    first = _one(found, "علی نمونه", "person")
    assert first.rows == (2, 3)
    assert first.values["mobile"] == "+989120000001"
    assert [each.key for each in first.questions] == ["email"]
    unclear = [each for each in found.proposals if each.fate == "unclear"]
    assert [each.rows for each in unclear] == [(4,)]
    report = carry_out(archive, found, {}, "Import")
    assert len(archive.rows(Person)) == 1
    assert len(archive.rows(Position)) == 2
    assert report.count("skipped") == 1


def test_a_name_of_another_record_leads_to_it_or_is_asked(sample: Archive) -> None:
    source = csv_of(
        ("رویداد", "شهر میزبان", "زمان"),
        ("همایش آزمون", "پاريس", "1402"),
        ("همایش دوم آزمون", "شهر ناشناس", "1402"),
    )
    first, second = planned(sample, source).proposals
    paris = next(row.uid for row in sample.rows(Partner) if row["name_en"] == "Paris")
    assert first.values["host_city"] == paris
    assert [each.key for each in second.questions] == ["host_city"]
    officers = csv_of(("سفر", "مهماندار", "شهر"), ("سفر آزمون", "هیچ‌کس", "پاریس"))
    visit = _one(planned(sample, officers), "سفر آزمون", "visit")
    assert [each.key for each in visit.questions] == ["host_officer"]


def test_an_office_without_a_person_is_told(archive: Archive) -> None:
    source = csv_of(("نام خانوادگی", "سمت", "سازمان"), ("", "شهردار", "شهرداری آزمون"))
    report = carry_out(archive, planned(archive, source), {}, "Import")
    assert sorted(line.deed for line in report.lines) == ["added", "skipped"]
    assert not archive.rows(Position)


def test_420_contacts_come_in_without_a_wrong_letter(archive: Archive, tmp_path: Path) -> None:
    found = planned(archive, read_source(file_of_1256(), "old.csv"))
    assert (found.rows_read, found.skipped) == (COUNT, ())
    report = carry_out(archive, found, {}, "Import of old.csv")
    people = {row["email"]: row for row in archive.rows(Person)}
    held = {row["person"]: row for row in archive.rows(Position)}
    assert len(people) == len(held) == COUNT
    for number, contact in enumerate(CONTACTS, start=1):
        row = people[f"p{number}@example.org"]
        assert row["given_name_fa"] == contact.given
        assert row["family_name_fa"] == contact.family
        assert row["phone"] == contact.phone
        assert row["mobile"] == contact.mobile
        assert (held[row.uid]["since"] is not None) == contact.has_since
    doubtful = sum(contact.phone is None for contact in CONTACTS)
    told = [line for line in report.lines if "Telephone" in " ".join(line.reasons)]
    assert len(told) == doubtful
    path = write_report(tmp_path / "report.xlsx", report, date(2026, 1, 1))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[1] is not None]
    assert len(rows) == len(report.lines) + 1
    again = carry_out(archive, planned(archive, read_source(file_of_1256(), "old.csv")), {}, "x")
    assert (again.count("added"), again.count("updated"), again.count("skipped")) == (0, 0, 0)


def test_a_trial_and_an_import_given_up_write_nothing(sample: Archive) -> None:
    last = sample.last_change()
    found = planned(sample, csv_of(*TABLE_2))
    tried = carry_out(sample, found, {}, "Import", dry_run=True)
    assert tried.count("added") == 3
    asked = iter((False, True))
    many = planned(sample, read_source(file_of_1256(), "old.csv"))
    with pytest.raises(UserError, match="given up"):
        carry_out(sample, many, {}, "Import", should_stop=lambda: next(asked))
    with pytest.raises(UserError, match="given up"):
        plan(csv_of(*TABLE_2), [()], sample, should_stop=lambda: True)
    assert sample.last_change() == last
    assert len(sample.rows(Person)) == 7


def test_a_table_may_be_left_out_and_columns_be_chosen(archive: Archive) -> None:
    source = csv_of(("الف", "ب"), ("Sample City", "x"))
    assert plan(source, [None], archive).rows_read == 0
    chosen = (Target("partner", "name", "en"), Target("partner", "notes"))
    (proposal,) = plan(source, [chosen], archive).proposals
    assert proposal.values == {"name_en": "Sample City", "notes": "x"}


def test_a_profile_is_kept_for_the_next_file(archive: Archive) -> None:
    table = csv_of(("ستون", "شهر"), ("x", "y")).tables[0]
    columns = (Target("partner", "notes"), Target("partner", "name", "fa"))
    profile = profile_of(table, columns, "partners", "windows-1256", ";")
    save_profile(archive, " سالانه ", profile)
    kept = profiles(archive)
    assert kept == {"سالانه": profile}
    turned = csv_of(("شهر", "ستون", "دیگر"), ("y", "x", "z")).tables[0]
    assert columns_by(kept["سالانه"], turned) == (columns[1], columns[0], None)
    remove_profile(archive, "سالانه")
    assert profiles(archive) == {}
    with pytest.raises(UserError):
        save_profile(archive, " ", profile)
