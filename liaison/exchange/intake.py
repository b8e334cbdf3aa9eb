"""Taking records into the archive: all of them in one change, or none."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import AnyReference, RecordType, Reference, fields_of
from liaison.errors import UserError
from liaison.exchange.incoming import Incoming
from liaison.i18n import _
from liaison.storage.archive import Archive, Row
from liaison.storage.change import Change


@dataclass(frozen=True)
class Outcome:
    """What an import did: numbers of records."""

    added: int
    updated: int
    unchanged: int


@dataclass
class _Plan:
    """What is to be done with the records of a bundle."""

    added: list[Incoming] = field(default_factory=list)
    restored: list[Incoming] = field(default_factory=list)
    updated: list[tuple[Incoming, dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0

    def outcome(self) -> Outcome:
        """Return the numbers; a record out of the bin counts as updated."""
        changed = {each.uid for each, _values in self.updated}
        changed |= {each.uid for each in self.restored}
        return Outcome(len(self.added), len(changed), self.unchanged)


class _TrialOverError(Exception):
    """Everything would have gone well; nothing is to be kept."""


def take_in(
    archive: Archive,
    incoming: Collection[Incoming],
    label: str,
    *,
    dry_run: bool = False,
    bring_files: Callable[[], None] = lambda: None,
) -> Outcome:
    """Write the records in one change called `label`, and say what was done.

    A record already there with the same values is left alone, and where all are, nothing is
    written at all. `bring_files` is called once nothing is left that could be refused: contents
    arrive before the rows that speak of them. With `dry_run` everything is tried and taken back.
    Raises UserError naming record and field; then nothing was taken in.
    """
    _check_references(archive, incoming)
    plan = _planned(archive, incoming)
    if not (plan.added or plan.restored or plan.updated):
        return plan.outcome()
    with suppress(_TrialOverError), archive.change(label) as change:
        _write(change, plan)
        if dry_run:
            raise _TrialOverError
        bring_files()
    return plan.outcome()


def _write(change: Change, plan: _Plan) -> None:
    """Carry out a plan inside an open change."""
    change.as_recorded = True
    for record in plan.restored:
        with _named(record):
            change.restore(record.record_type, record.uid)
    for record in plan.added:
        with _named(record):
            change.add(record.record_type, record.values, record.uid)
    for record, values in plan.updated:
        with _named(record):
            change.update(record.record_type, record.uid, values)


@contextmanager
def _named(record: Incoming) -> Iterator[None]:
    """Name the record in whatever the archive refuses about it."""
    try:
        yield
    except UserError as error:
        raise UserError(error.message, record=record.name, field=error.field) from error


def _check_references(archive: Archive, incoming: Collection[Incoming]) -> None:
    """Refuse a reference that leads neither into the bundle nor into the archive."""
    arriving = {each.uid: each.record_type for each in incoming}
    found: dict[tuple[RecordType, str], bool] = {}
    for record in incoming:
        for key, target, uid in _references(record):
            if uid in arriving:
                stands = arriving[uid] is target
            else:
                if (target, uid) not in found:
                    found[target, uid] = archive.exists(target, uid)
                stands = found[target, uid]
            if not stands:
                raise UserError(
                    _("{uid} is no record of type “{type}” in the file or the archive.").format(
                        uid=uid, type=target.__tablename__
                    ),
                    record=record.name,
                    field=key,
                )


def _references(record: Incoming) -> Iterator[tuple[str, RecordType, str]]:
    """Yield each reference of a record: its field, the type it must lead to, the uid."""
    declared = fields_of(record.record_type)
    for key, value in record.values.items():
        kind = declared[key].kind
        if value is None:
            continue
        if isinstance(kind, Reference):
            yield key, by_name(kind.target), value
        elif isinstance(kind, AnyReference):
            try:
                yield key, by_name(value[0]), value[1]
            except UserError as error:
                raise UserError(error.message, record=record.name, field=key) from None


def _planned(archive: Archive, incoming: Collection[Incoming]) -> _Plan:
    plan = _Plan()
    for record_type in CATALOGUE:
        records = [each for each in incoming if each.record_type is record_type]
        if records:
            _plan_type(archive, records, plan)
    _check_strangers(archive, plan.added)
    return plan


def _plan_type(archive: Archive, records: Collection[Incoming], plan: _Plan) -> None:
    """Sort the records of one type by what the archive holds of them."""
    record_type = next(iter(records)).record_type
    there: dict[str, Row] = {}
    for deleted in (True, False):
        there |= {row.uid: row for row in archive.rows(record_type, deleted=deleted)}
    for record in records:
        row = there.get(record.uid)
        if row is None:
            plan.added.append(record)
            continue
        values = {
            key: value for key, value in record.values.items() if row.values.get(key) != value
        }
        if row.deleted_at is not None:
            plan.restored.append(record)
        if values:
            plan.updated.append((record, values))
        if row.deleted_at is None and not values:
            plan.unchanged += 1


def _check_strangers(archive: Archive, added: Collection[Incoming]) -> None:
    """Refuse a new record whose uid the archive gave to a record of another type."""
    titles = archive.titles([each.uid for each in added], "en")
    for record in added:
        if record.uid in titles:
            raise UserError(
                _("The archive knows this identifier as a record of another type."),
                record=record.name,
                field="uid",
            )
