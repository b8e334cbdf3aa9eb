"""What the program's own lists leave in files comes back as what is known already."""

from datetime import date
from pathlib import Path

import pytest

from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.schema import RecordType
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.taking_in import carry_out
from liaison.exchange.leaving.order import Order, Selection
from liaison.exchange.leaving.writing import write
from liaison.storage.archive import Archive, Listing
from tests.exchange.foreign.conftest import planned


@pytest.mark.parametrize(
    ("record_type", "name", "lang", "old_programs"),
    [
        (Partner, "cities.csv", "fa", False),
        (Partner, "cities.csv", "fa", True),
        (Partner, "cities.xlsx", "en", False),
        (Person, "people.vcf", "fa", False),
    ],
)
def test_a_list_that_left_comes_back_without_doubles(
    sample: Archive,
    tmp_path: Path,
    record_type: RecordType,
    name: str,
    lang: str,
    *,
    old_programs: bool,
) -> None:
    order = Order(date(2026, 11, 28), lang=lang, old_programs=old_programs)
    write(sample, tmp_path / name, [Selection(Listing(record_type, lang=lang))], order)
    report = carry_out(sample, planned(sample, read_source(tmp_path / name)), {}, "Import")
    assert report.count("unchanged") >= len(sample.rows(record_type))
    assert [line for line in report.lines if line.deed != "unchanged"] == []
