"""Who did on a trip what the history tells as one change: lines for the records it touched."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from liaison.domain.schema import Instant
from liaison.exchange.travelling.trips import past, trips_of
from liaison.i18n import _, language
from liaison.storage.archive import Archive
from liaison.storage.record_past import PastChange
from liaison.time import instant

_MOST: Final = 3


def with_travellers(archive: Archive, changes: Sequence[PastChange]) -> list[PastChange]:
    """Return changes of a record, those that came back from a trip with who made them there."""
    numbers = {each.number for each in changes}
    told = [
        line
        for trip in trips_of(archive)
        if any(passage.change in numbers for passage in trip.passages)
        for line in past(archive, trip)
    ]
    return [_with(change, told) for change in changes]


def _with(change: PastChange, told: Sequence[dict[str, str]]) -> PastChange:
    touched = {each.uid for each in change.touched}
    own = [each for each in told if each["change"] == str(change.number) and each["uid"] in touched]
    if not own:
        return change
    lines = dict.fromkeys(_line(each) for each in own)
    return replace(change, label=" — ".join((change.label, *list(lines)[:_MOST])))


def _line(told: dict[str, str]) -> str:
    moment = instant.shown(Instant().load(told["at"]), instant.zone(), language())
    words = (told["author"], moment, told["label"])
    return _(", ").join(each for each in words if each)
