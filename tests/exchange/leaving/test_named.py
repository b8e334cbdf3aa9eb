"""What is classified is not named either, by a record that may leave."""

from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.exchange.leaving.order import Order
from liaison.exchange.leaving.writing import write
from tests.exchange.leaving.made import TODAY, Office

NAME = "Hidden Body"


@pytest.mark.parametrize("classified", [True, False])
@pytest.mark.parametrize(
    ("ending", "record"), [(".csv", "position"), (".csv", "document"), (".vcf", "person")]
)
def test_a_classified_record_is_not_named_by_another(
    office: Office, tmp_path: Path, ending: str, record: str, *, classified: bool
) -> None:
    archive = office.archive
    with archive.change("hidden") as change:
        hidden = change.add(by_name("partner"), {"name_en": NAME, "classification": "confidential"})
        person = change.add(by_name("person"), {"family_name_en": "Open"})
        change.add(by_name("position"), {"person": person, "partner": hidden})
        change.add(
            by_name("document"), {"title_en": "Open letter", "attached_to": ("partner", hidden)}
        )
    order = Order(TODAY, "en", classified=classified)
    if ending == ".csv":
        columns = {"position": ("person", "partner"), "document": ("title_en", "attached_to")}
        order = Order(TODAY, "en", columns=columns[record], classified=classified)
    file = tmp_path / f"list{ending}"
    report = write(archive, file, [office.all(record, "en")], order)
    text = file.read_text(encoding="utf-8-sig")
    assert "Open" in text
    assert (NAME in text) == classified
    if ending == ".csv":
        assert (report.classification == "confidential") == classified
