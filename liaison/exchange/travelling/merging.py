"""Taking in what a travelling file brings, once every question is answered: all in one change."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from liaison.domain.records import by_name
from liaison.domain.rules.comparing_sides import Comparison, Like
from liaison.domain.rules.numbering import after
from liaison.domain.rules.settling import Settled, settle, unanswered
from liaison.domain.rules.sides import Answers
from liaison.domain.schema import RecordType, StoredFile, fields_of
from liaison.errors import UserError
from liaison.exchange.archive_file import fetch_files, objects_in
from liaison.exchange.travelling.arriving import Arrival, renamed, weighed
from liaison.exchange.travelling.container import TOLD, read
from liaison.exchange.travelling.trips import Passage, keep_known, keep_past, keep_trip
from liaison.i18n import _, language
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.storage.references import holders, links_to


@dataclass(frozen=True)
class Merged:
    """What was written: numbers of records, and what did not come as it was there.

    `numbers` are what both sides had given a number to: the one that was there, and the new one.
    """

    added: int
    updated: int
    binned: int
    restored: int
    joined: int
    same: int
    numbers: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def merge(
    archive: Archive, arrival: Arrival, comparison: Comparison, answers: Answers, like: Like
) -> Merged:
    """Write what a file brings, in one change that one undo takes back.

    Raises UserError where a question is open, where the archive changed since it was compared, and
    for what cannot be kept; then nothing was written.
    """
    if unanswered(comparison, answers):
        raise UserError(_("There are questions without an answer; answer all of them first."))
    with archive.turn():
        if weighed(archive, arrival, like) != comparison:
            raise UserError(
                _("The archive was changed since the file was compared; open the file once more.")
            )
        settled = settle(comparison, answers, _holders(archive, comparison))
        with archive.change(_label(arrival)) as change:
            numbers = _renumber(archive, settled)
            if numbers and not arrival.trip.home:
                raise UserError(
                    _(
                        "The number {number} is given to another record here; take the trip into"
                        " a new archive."
                    ).format(number=numbers[0][0])
                )
            _keep_trip(archive, change, arrival, comparison, settled)
            _bring_files(archive, arrival, settled)
            _write(archive, change, comparison, settled)
    return Merged(
        len(settled.adds),
        len(settled.updates),
        len(settled.bins),
        len(settled.restores),
        len(settled.joined),
        comparison.same,
        tuple(numbers),
        tuple(settled.kept),
        tuple(settled.left_out),
    )


def _label(arrival: Arrival) -> str:
    """Return what the history calls it: who worked on the laptop is part of it."""
    if not arrival.trip.home:
        return _("Taken along on the trip: {title}").format(title=arrival.trip.title)
    if not arrival.authors:
        return _("Back from the trip: {title}").format(title=arrival.trip.title)
    return _("Back from the trip: {title} ({people})").format(
        title=arrival.trip.title, people=_(", ").join(arrival.authors)
    )


def _keep_trip(
    archive: Archive, change: Change, arrival: Arrival, comparison: Comparison, settled: Settled
) -> None:
    joined = {**arrival.joined, **settled.joined}
    side = renamed(arrival.side, settled.joined)
    trip = arrival.trip
    if trip.home:
        away = trip.away
        now = datetime.now(UTC)
        passage = Passage(away, arrival.passage, now, arrival.authors, change.number)
        keep_trip(archive, change, replace(trip.came(passage, joined), away=""))
        keep_known(change, trip, side, away)
        here = {**joined, **comparison.joined}
        told = [{**each, "uid": here.get(each["uid"], each["uid"])} for each in arrival.past]
        keep_past(archive, change, trip, told)
    else:
        keep_trip(archive, change, replace(trip, change=change.number, joined={"": joined}))
        keep_known(change, trip, side)


def _holders(archive: Archive, comparison: Comparison) -> dict[str, list[tuple[str, str]]]:
    """Return which live records refer to what they binned, by its uid."""
    wanted = [*comparison.bins]
    wanted += [each.uid for each in comparison.questions if each.about == "binned"]
    found: dict[str, list[tuple[str, str]]] = {}
    with archive.reading() as connection:
        for uid in wanted:
            name = comparison.ours[uid].record_type.__tablename__
            found[uid] = [
                (each, link.field)
                for link in links_to(name)
                for each in holders(connection, link, name, uid)
            ]
    return found


def _renumber(archive: Archive, settled: Settled) -> list[tuple[str, str]]:
    """Give what comes the next number where another record here has its own; return both."""
    found: list[tuple[str, str]] = []
    writing = [(uid, kept.record_type, kept.values) for uid, kept in settled.adds.items()]
    types = archive.types(settled.updates)
    writing += [(uid, by_name(types[uid]), values) for uid, values in settled.updates.items()]
    for uid, record_type, values in writing:
        for key, declared in fields_of(record_type).items():
            value = values.get(key)
            if not declared.unique or value is None:
                continue
            taken = _numbers(archive, record_type, key, settled, uid)
            if value in taken:
                number = after(value, taken)
                found.append((value, number))
                _set_number(settled, uid, key, number)
    return found


def _numbers(
    archive: Archive, record_type: RecordType, key: str, settled: Settled, own: str
) -> set[str]:
    """Return the numbers that other records have, or are to have."""
    rows = [*archive.rows(record_type), *archive.rows(record_type, deleted=True)]
    taken = {row.uid: settled.updates.get(row.uid, {}).get(key, row[key]) for row in rows}
    taken |= {
        uid: kept.values.get(key)
        for uid, kept in settled.adds.items()
        if kept.record_type is record_type
    }
    return {value for uid, value in taken.items() if uid != own and value is not None}


def _set_number(settled: Settled, uid: str, key: str, number: str) -> None:
    if uid in settled.adds:
        kept = settled.adds[uid]
        settled.adds[uid] = replace(kept, values={**kept.values, key: number})
    else:
        settled.updates[uid][key] = number


def _bring_files(archive: Archive, arrival: Arrival, settled: Settled) -> None:
    """Take in the attached files of what is written; contents stand before the rows do."""
    written = [*(each.values for each in settled.adds.values()), *settled.updates.values()]
    spoken = {
        value.sha256
        for values in written
        for value in values.values()
        if isinstance(value, StoredFile)
    }
    if not spoken:
        return
    with read(arrival.path, arrival.key) as (container, _told):
        objects = objects_in(container, (TOLD,))
        wanted = {sha256: entry for sha256, entry in objects.items() if sha256 in spoken}
        fetch_files(container, archive, wanted, arrival.files)


def _write(archive: Archive, change: Change, comparison: Comparison, settled: Settled) -> None:
    """Carry out what was settled, inside an open change."""
    change.as_recorded = True
    ours = comparison.ours
    for uid in settled.restores:
        change.restore(ours[uid].record_type, uid)
    _bin_again(archive, change, comparison, settled)
    for uid, kept in settled.adds.items():
        with _named(archive, uid):
            change.add(kept.record_type, kept.values, uid)
    for uid, values in settled.updates.items():
        with _named(archive, uid):
            change.update(ours[uid].record_type, uid, values)
    for uid in settled.bins:
        _bin(archive, change, ours[uid].record_type, uid)


@contextmanager
def _named(archive: Archive, uid: str) -> Iterator[None]:
    """Name the record in whatever the archive refuses about it."""
    try:
        yield
    except UserError as error:
        title = archive.title(uid, language()) or uid
        raise UserError(error.message, record=title, field=error.field) from error


def _bin_again(archive: Archive, change: Change, comparison: Comparison, settled: Settled) -> None:
    """Put parts into the bin again that came out with their whole and were to stay."""
    stayed = [each.uid for each in comparison.questions if each.about == "back"]
    stayed += [uid for uid, theirs in comparison.theirs.items() if theirs.binned]
    stayed = [uid for uid in stayed if uid in comparison.ours and uid not in settled.restores]
    for uid in stayed if settled.restores else ():
        ours = comparison.ours[uid]
        if ours.binned and archive.read(ours.record_type, uid).deleted_at is None:
            _bin(archive, change, ours.record_type, uid)


def _bin(archive: Archive, change: Change, record_type: RecordType, uid: str) -> None:
    """Put one record into the bin; whatever refers to it goes there too."""
    change.permit(record_type.__tablename__)
    row = archive.read(record_type, uid)
    change.write(record_type, uid, row.version, {"deleted_at": change.at})
