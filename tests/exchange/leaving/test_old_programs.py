"""Four hundred and twenty contacts for a program that knows no Unicode, without a wrong letter."""

from pathlib import Path

from liaison.domain.records.person import Person
from liaison.exchange.leaving.order import Order, Selection
from liaison.exchange.leaving.writing import write
from liaison.storage.archive import Archive, Listing
from tests.exchange.leaving.made import TODAY

GIVEN = ("علی‌اکبر", "پریچهر", "ژیلا", "مهدی", "گلناز", "کیان", "چیستا", "محمّد")
FAMILY = ("آزمون‌نژاد", "یکتای آزمون", "مؤمنی", "رئیسی‌آزمون", "پوراسحاق")
COUNT = 420


def test_every_letter_of_420_contacts_is_the_right_one(archive: Archive, tmp_path: Path) -> None:
    with archive.change("آزمون") as change:
        for number in range(COUNT):
            change.add(
                Person,
                {
                    "given_name_fa": GIVEN[number % len(GIVEN)],
                    "family_name_fa": f"{FAMILY[number % len(FAMILY)]} ۱۲{number}",
                    "mobile": f"+98912{number:07}",
                    "messenger": f"بله: @آ{number}",
                },
            )
    path = tmp_path / "contacts.csv"
    columns = ("given_name_fa", "family_name_fa", "mobile", "messenger")
    order = Order(TODAY, columns=columns, old_programs=True)
    report = write(archive, path, [Selection(Listing(Person))], order)
    assert (report.count, report.lost) == (COUNT, [])
    persons = [archive.read(Person, line.uid) for line in archive.first(Listing(Person), COUNT)]
    lines = path.read_bytes().split(b"\r\n")
    assert lines[-1] == b""
    for person, line in zip(persons, lines[1:-1], strict=True):
        number = person["mobile"]
        cells = (
            _old(person["given_name_fa"]),
            _old(person["family_name_fa"]),
            f"0098-{number[3:6]}-{number[6:9]}-{number[9:]}",
            _old(person["messenger"]),
        )
        assert line == ";".join(f'"{each}"' for each in cells).encode("cp1256")


def _old(text: str) -> str:
    """Write a text letter by letter as the old programs have it."""
    figures = "۰۱۲۳۴۵۶۷۸۹"
    plain = "".join("ي" if letter == "ی" else letter for letter in text)
    return "".join(str(figures.index(each)) if each in figures else each for each in plain)


def test_letters_that_are_not_there_are_listed(archive: Archive, tmp_path: Path) -> None:
    with archive.change("آزمون") as change:
        change.add(Person, {"given_name_en": "Ayşe", "family_name_en": "Testoğlu"})
    order = Order(TODAY, "en", columns=("given_name_en", "family_name_en"), old_programs=True)
    report = write(archive, tmp_path / "x.csv", [Selection(Listing(Person))], order)
    assert [(each.letter, each.instead) for each in report.lost] == [("ş", "s"), ("ğ", "g")]
    assert report.sentences() == [
        "Windows-1256 does not have: “ş” as “s” (1 times) and “ğ” as “g” (1 times)."
    ]
