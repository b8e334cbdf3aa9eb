"""A worksheet opened by LibreOffice, where it is installed, and saved by it as text."""

import csv
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest

from liaison.exchange.sheets import Column, Kind, Sheet
from liaison.exchange.workbook import write_workbook
from tests.exchange.leaving.made import TODAY

OFFICE = shutil.which("soffice")
# Commas, quotes round all text, UTF-8, cells as they are shown.
AS_TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false"
COLUMNS = [
    Column("متن"),
    Column("روز", Kind.DAY),
    Column("هنگام", Kind.MOMENT),
    Column("شمار", Kind.NUMBER),
    Column("تلفن", Kind.PHONE),
]
TEXTS = [
    *("=1+1", "+98 21 1", "-۵", "@SUM(A1)", "=cmd|'/C x'!A0", "0012"),
    *("می‌رود «نقل»", "یک\nدو", '"الف";ب', "۱۴۰۵/۰۸/۲۹"),
]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_was_written(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 21, 11, 35)  # noqa: DTZ001 - a worksheet knows no zone
    lines = [[text, date(2026, 10, 12), moment, 7, "+982155601234"] for text in TEXTS]
    path = write_workbook(tmp_path / "x.xlsx", [Sheet("برگه", COLUMNS, lines)], TODAY)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(  # noqa: S603 - the program found on the path, with arguments of its own
        [
            *(str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to"),
            *(AS_TEXT, "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as stream:
        _labels, *rows = csv.reader(stream)
    assert [row[0] for row in rows] == TEXTS
    rest = (
        "2026-10-12",
        "۱۴۰۵/۰۷/۲۰",
        "2026-11-21 11:35:00",
        "۱۴۰۵/۰۸/۳۰ ۱۱:۳۵",
        "7",
        "۰۲۱-۵۵۶۰۱۲۳۴",
    )
    assert {tuple(row[1:]) for row in rows} == {rest}
