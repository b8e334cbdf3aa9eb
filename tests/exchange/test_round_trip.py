"""Whatever a bundle may hold comes out as it went in."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from liaison.exchange.bundle import export_bundle, import_bundle
from liaison.exchange.intake import Outcome
from liaison.storage.archive import Archive
from tests.exchange.generated import records


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_any_records_come_out_as_they_went_in(bundle: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, first, second = (Path(folder) / name for name in ("in.json", "1.json", "2.json"))
        around = {"format": "liaison-bundle", "version": 1, "records": bundle}
        path.write_text(json.dumps(around), "utf-8")
        with Archive.open(Path(folder) / "one") as one, Archive.open(Path(folder) / "two") as two:
            assert import_bundle(one, path) == Outcome(len(bundle), 0, 0)
            assert import_bundle(one, path) == Outcome(0, 0, len(bundle))
            export_bundle(one, first)
            assert import_bundle(two, first) == Outcome(len(bundle), 0, 0)
            export_bundle(two, second)
        assert first.read_bytes() == second.read_bytes()
        _check_values(bundle, json.loads(first.read_text("utf-8"))["records"])


def _check_values(given_: list[dict[str, Any]], exported: list[dict[str, Any]]) -> None:
    """Hold numbers, choices and references, which no normalisation touches, to what was given."""
    by_uid = {each["uid"]: each for each in exported}
    for record in given_:
        fields = by_uid[record["uid"]]["fields"]
        for key, value in record["fields"].items():
            if value is None or isinstance(value, int):
                assert fields[key] == value, (record["type"], key)
