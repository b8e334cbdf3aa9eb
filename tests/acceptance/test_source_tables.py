"""Tables 2 to 6 of the study, printed from the sample's records and compared item by item."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from liaison import i18n
from liaison.domain.rules.registers import REGISTERS, judgements
from liaison.language import keys
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.prints.register import PRODUCTS, make
from liaison.prints.registers_rows import (
    RegistersFile,
    membership_row,
    open_registers,
    register_rows,
    relation_row,
)
from liaison.prints.selection import Selection
from liaison.prints.styled import styled
from liaison.storage.archive import Archive
from tests.acceptance.source_tables import JUDGED, TABLE_2, TABLE_3
from tests.pdf.extraction import by_pdfium, comparable

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def sample(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    before = i18n.language()
    i18n.install("fa")
    folder = shutil.copytree(sample_archive, tmp_path_factory.mktemp("tables") / "sample")
    with Archive.open(folder) as archive:
        yield archive
    i18n.install(before)


@pytest.fixture(scope="module")
def excerpts(sample: Archive) -> Excerpts:
    return Excerpts(sample, Edition("fa"))


@pytest.fixture(scope="module")
def file(excerpts: Excerpts) -> RegistersFile:
    return open_registers(excerpts, Selection())


@pytest.fixture(scope="module")
def printed(sample: Archive) -> str:
    paper = make(sample, PRODUCTS["registers"], "", Edition("fa"), today=TODAY)
    return keys.spaced(comparable(by_pdfium(paper.content)))


def spoken(row: object) -> tuple[str, ...]:
    assert isinstance(row, list | tuple)
    return tuple(keys.spaced(re.sub("</?b>", "", styled(each).fa)) for each in row)


def test_table_2_is_printed_row_by_row(excerpts: Excerpts, file: RegistersFile) -> None:
    rows = [spoken(relation_row(excerpts, each)) for each in file.relations]
    wanted = [
        (keys.spaced(str(number)), *map(keys.spaced, (country, cities, kind)))
        for number, country, cities, kind in TABLE_2
    ]
    assert rows[: len(wanted)] == wanted
    assert {row[3] for row in rows[len(wanted) :]} == {keys.spaced("شهر دوست")}, (
        "what follows are the friendship cities of the text"
    )


def test_table_3_is_printed_row_by_row(excerpts: Excerpts, file: RegistersFile) -> None:
    rows = [spoken(membership_row(excerpts, 1, each))[1:4] for each in file.memberships]
    wanted = [tuple(map(keys.spaced, row)) for row in TABLE_3]
    assert rows[: len(wanted)] == wanted


def test_tables_4_to_6_are_the_source_item_by_item(file: RegistersFile) -> None:
    for register in REGISTERS:
        for kind, column in zip(
            register.kinds, judgements(register, file.assessments), strict=True
        ):
            assert [each.get("text_fa") for each in column] == list(JUDGED[kind])
            assert [each.get("rank") for each in column] == list(range(1, len(column) + 1))


def test_their_lines_stand_beside_each_other(excerpts: Excerpts, file: RegistersFile) -> None:
    for register in REGISTERS:
        rows = [spoken(each) for each in register_rows(excerpts, register, file.assessments)]
        columns = [JUDGED[kind] for kind in register.kinds]
        assert len(rows) == max(map(len, columns))
        for at, row in enumerate(rows):
            texts = [keys.spaced(each[at]) if at < len(each) else "" for each in columns]
            assert list(row[1:]) == texts


def test_every_word_of_them_is_on_the_paper(printed: str) -> None:
    items = [text for texts in JUDGED.values() for text in texts]
    items += [standing for _body, _member, standing in TABLE_3]
    items += [kind for _number, _country, _city, kind in TABLE_2]
    # Columns may be read line by line: words are looked for, not whole sentences.
    words = {word for text in items for word in keys.spaced(text).split()}
    there = set(printed.split())
    assert {word for word in words if word not in there} == set()


def test_facts_that_disagree_stand_side_by_side(printed: str, file: RegistersFile) -> None:
    facts = {stated.claims[0].get("fact_fa") for _partner, stated in file.disputed}
    assert facts == {"شمار خواهرشهرهای تهران", "شمار اعضا", "نوع رابطه با تهران"}
    values = {
        stated.claims[0].get("fact_en"): [each.get("value") for each in stated.claims]
        for _partner, stated in file.disputed
        if stated.claims[0].get("fact_fa") != "نوع رابطه با تهران"
    }
    assert values == {
        "Number of sister cities of Tehran": ["30", "17", "20", "20", "18"],
        "Number of members": ["104", "130", "150"],
    }
    for value in ("104", "130", "150", "30"):
        assert keys.spaced(value) in printed.split()
