"""Foreign files, and what becomes of them in an archive that holds the sample."""

import io
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from liaison.exchange.foreign.guessing import guessed
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.proposals import Plan
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.tables import Source
from liaison.exchange.sample import fill
from liaison.storage.archive import Archive


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign") / "archive"
    with Archive.open(folder) as archive:
        fill(archive)
    return folder


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Iterator[Archive]:
    """Lend an archive that holds the sample."""
    with Archive.open(shutil.copytree(_sample, tmp_path / "sample")) as archive:
        yield archive


def csv_of(*rows: Sequence[str], separator: str = ";") -> Source:
    """Return a source of these rows, the first of them the heads."""
    return read_source("\n".join(separator.join(row) for row in rows).encode(), "table.csv")


def workbook_of(*rows: Sequence[object], title: str = "Sheet") -> bytes:
    """Return a workbook of one sheet with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def planned(archive: Archive, source: Source, split: Collection[str] = ()) -> Plan:
    """Return the plan of a source whose columns are guessed."""
    return plan(source, [guessed(table) for table in source.tables], archive, split=split)
