"""Reads what the outcomes are counted from: a few columns of the records that may count."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, time
from functools import cache, partial
from typing import Any, Final, NamedTuple

from liaison.domain.records import by_name
from liaison.domain.rules import classes, outcomes
from liaison.domain.rules.outcomes import due_in, held_in, owed_in, signed_in
from liaison.domain.schema import Day, Instant, Period, fields_of
from liaison.domain.schema.kind import Several
from liaison.insight.outcomes import expressions
from liaison.insight.outcomes.classing import WITHHELD, above
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.scope import bodies, condition
from liaison.language.both import Both, by_language, said
from liaison.storage.archive import Archive
from liaison.time import instant

_TITLES: Final = """
    SELECT entry.uid, iif(partner.uid IS NULL, entry.title_fa, partner.name_fa),
           iif(partner.uid IS NULL, entry.title_en, partner.name_en)
    FROM entry LEFT JOIN partner ON partner.uid = entry.uid
    WHERE entry.uid IN (SELECT value FROM json_each(?))"""
_SIGNED: Final = "coalesce(json_extract(signed_on, '$.from'), json_extract(signed_on, '$.until'))"
_OWED: Final = "(due_on BETWEEN :since AND :until OR done_on BETWEEN :since AND :until)"
_KEPT: Final = "follow_up.state = 'done' AND follow_up.done_on BETWEEN :since AND :until"
# Told outright: without statistics the planner reads the whole rows instead.
_INDEXED: Final[Mapping[str, str]] = {
    each: f" INDEXED BY list_outcomes_{each}" for each in ("follow_up", "visit", "meeting")
}
_OF_ITS_VISIT: Final = """coalesce(
    (SELECT visit.starts_on BETWEEN :since AND :until FROM visit
     WHERE visit.uid = experience.visit AND visit.deleted_at IS NULL),
    experience.created_at BETWEEN :begun AND :ended)"""
_STARTED: Final = "visit.starts_on BETWEEN :since AND :as_of"
_HELD: Final = "meeting.state = 'held' AND meeting.starts_at BETWEEN :begun AND :ended"
_OF_PERIOD: Final[Mapping[str, str]] = {
    "visit": f"{_STARTED} AND coalesce(visit.stage, '') NOT IN ('proposed', 'cancelled')",
    "meeting": _HELD,
    "agreement": f"{_SIGNED} BETWEEN :since AND :until",
    "follow_up": f"coalesce(follow_up.state, '') != 'cancelled' AND {_OWED}",
    "experience": _OF_ITS_VISIT,
}
"""By which the records of each type are of the period, all that `rules.outcomes` asks."""
_LATE: Final = f"""{_OF_PERIOD["follow_up"]} AND coalesce(follow_up.state, '') != 'done'
    AND follow_up.due_on < :as_of"""
_PARAMETER: Final = re.compile(r":(\w+)")
_ALLOWED: Final = "(SELECT value FROM json_each(:allowed))"
_MADE: Final = (Day, Instant, Period, Several)
WHOSE: Final = expressions.WHOSE
"""The partner of a record, its own or that of what it belongs to."""
Tally = Mapping[tuple[Any, ...], frozenset[str]]
"""Records by the values they have in common: their uids."""


class Known(NamedTuple):
    """What was read of one record: the values of some fields by key."""

    uid: str
    values: Mapping[str, Any]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a value of any kind
        """Return the value of field `key`, `default` where it was not read."""
        return self.values.get(key, default)


class Source:
    """Reads the records of one archive that what is `asked` for may count."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        self.archive = archive
        self.asked = asked
        with archive.reading() as connection:
            scoped = bodies(connection, asked.scope)
        since, until = asked.period.since, asked.period.until
        levels = classes.LEVELS
        allowed = levels[: levels.index(asked.highest) + 1] if asked.highest else levels
        self._bound: Mapping[str, Any] = {
            "scoped": json.dumps(scoped),
            "scope_key": asked.scope.key,
            "allowed": json.dumps(allowed),
            "since": since.isoformat(),
            "until": until.isoformat(),
            "begun": Instant().store(datetime.combine(since, time.min, instant.zone())),
            "ended": Instant().store(datetime.combine(until, time.max, instant.zone())),
            "as_of": asked.as_of.isoformat(),
        }

    @property
    def before(self) -> "Source":
        """The same for the period that this one is compared with."""
        return Source(self.archive, self.asked.before)

    def read(
        self, type_name: str, keys: Sequence[str], extra: str = "", *, scoped: bool = True
    ) -> list[Known]:
        """Return the records of a type that may count, of which `keys` are read, oldest first.

        `extra` is one more condition in SQL. Without `scoped` the scope does not narrow.
        """
        statement = self._statement(type_name, keys, extra, scoped=scoped)
        ordered = f"{statement} ORDER BY {type_name}.id"
        return self._known(type_name, keys, self.rows(ordered))

    def tally(self, type_name: str, keys: Sequence[str], extra: str = "") -> Tally:
        """Return the records of the period by what `keys` are of them, gathered by the database.

        Values are as they are stored. It is many times as fast as reading record by record.
        """
        wanted = " AND ".join(filter(None, (_OF_PERIOD[type_name], extra)))
        return self.tally_of(type_name, keys, wanted)

    def tally_of(self, type_name: str, keys: Sequence[str], extra: str) -> Tally:
        """Return the same of all records that `extra` holds for, of whatever time."""
        chosen = self._statement(type_name, keys, extra, _INDEXED.get(type_name, ""), scoped=True)
        by = ", ".join(f'"{key}"' for key in keys)
        rows = self.rows(f"SELECT {by}, group_concat(uid) FROM ({chosen}) GROUP BY {by}")  # noqa: S608 - names of our own columns
        return {tuple(values): frozenset(uids.split(",")) for *values, uids in rows}

    def _statement(
        self, type_name: str, keys: Sequence[str], extra: str, index: str = "", *, scoped: bool
    ) -> str:
        tests = [f"{type_name}.deleted_at IS NULL", extra]
        tests.append(condition(self.asked.scope, type_name) if scoped else "")
        if self.asked.highest:
            tests.append(f"coalesce({type_name}.classification, 'normal') IN {_ALLOWED}")
        columns = ", ".join(f'{expressions.expression(type_name, key)} AS "{key}"' for key in keys)
        chosen = f"{type_name}.uid, {columns}" if keys else f"{type_name}.uid"
        wanted = " AND ".join(filter(None, tests))
        return f"SELECT {chosen} FROM {type_name}{index} WHERE {wanted}"  # noqa: S608 - names of our own tables and columns

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return what a statement gives that knows the days, the scope and the classes."""
        asked = set(_PARAMETER.findall(statement))
        named = {name: value for name, value in self._bound.items() if name in asked}
        with self.archive.reading() as connection:
            return connection.execute(statement, named).fetchall()

    def visits(self, *keys: str) -> list[Known]:
        """Return the visits of the period, without those that are ahead."""
        found = self.read("visit", _with(keys, "starts_on", "stage"), _STARTED)
        return outcomes.took_place(found, self.asked.period)

    def meetings(self, *keys: str) -> list[Known]:
        """Return the meetings of the period."""
        found = self.read("meeting", _with(keys, "starts_at", "state"), _HELD)
        return held_in(found, self.asked.period)

    def agreements(self, *keys: str) -> list[Known]:
        """Return the documents signed in the period."""
        days = f"{_SIGNED} BETWEEN :since AND :until"
        return signed_in(self.read("agreement", _with(keys, "signed_on"), days), self.asked.period)

    def follow_ups(self, *keys: str, extra: str = "") -> list[Known]:
        """Return the promises due or done in the period, in no order."""
        read, wanted = (
            _with(keys, "due_on", "done_on", "state"),
            " AND ".join(filter(None, (_OWED, extra))),
        )
        statement = self._statement("follow_up", read, wanted, _INDEXED["follow_up"], scoped=True)
        return owed_in(self._known("follow_up", read, self.rows(statement)), self.asked.period)

    def longest_late(self, most: int) -> list[Known]:
        """Return the promises of the period that are late, the longest first, `most` of them."""
        keys = (WHOSE, "owed_by", "due_on")
        statement = self._statement("follow_up", keys, _LATE, _INDEXED["follow_up"], scoped=True)
        rows = self.rows(f"{statement} ORDER BY follow_up.due_on, follow_up.uid LIMIT {most}")
        return self._known("follow_up", keys, rows)

    def kept_with(self) -> frozenset[str]:
        """Return the partners with whom a promise was kept in the period."""
        return self._partners("follow_up", _KEPT)

    def substantive_with(self) -> frozenset[str]:
        """Return the partners with whom a visit or meeting of the period was substantive."""
        found = (
            self._partners(each, f"{_OF_PERIOD[each]} AND {each}.outcome_class = 'substantive'")
            for each in ("visit", "meeting")
        )
        return frozenset().union(*found)

    def _partners(self, type_name: str, wanted: str) -> frozenset[str]:
        index = _INDEXED.get(type_name, "")
        statement = self._statement(type_name, (WHOSE,), wanted, index, scoped=True)
        rows = self.rows(f"SELECT DISTINCT {WHOSE} FROM ({statement}) WHERE {WHOSE} IS NOT NULL")  # noqa: S608 - as above
        return frozenset(partner for (partner,) in rows)

    def articles(self, *keys: str, extra: str = "") -> list[Known]:
        """Return the clauses due in the period."""
        days = " AND ".join(filter(None, ("article.due_on BETWEEN :since AND :until", extra)))
        return due_in(self.read("article", _with(keys, "due_on"), days), self.asked.period)

    def experiences(self, *keys: str) -> list[Known]:
        """Return the experiences of the period: of its visits, or recorded in it without one."""
        return self.read("experience", keys, _OF_ITS_VISIT)

    def ours(self) -> frozenset[str]:
        """Return our own city and its bodies, by uid."""
        found = self.rows("SELECT uid FROM partner WHERE deleted_at IS NULL AND is_ours = 1")
        return frozenset(uid for (uid,) in found)

    def countries(self) -> dict[str, Both]:
        """Return the countries of partners in both languages, by uid of the partner."""
        kind = fields_of(by_name("partner"))["country"].kind
        found = self.read("partner", ("country",), "partner.country IS NOT NULL", scoped=False)
        return {each.uid: by_language(partial(kind.show, each.get("country"))) for each in found}

    def names(self, uids: Iterable[str | None]) -> dict[str, Both]:
        """Return what records are called in both languages, by uid; unknown ones lack.

        A partner has only the names that were written for it. What is above the highest class is
        told to be so instead.
        """
        wanted = json.dumps(sorted({each for each in uids if each}))
        with self.archive.reading() as connection:
            rows = connection.execute(_TITLES, (wanted,)).fetchall()
        found = {uid: Both(fa or "", en or "") for uid, fa, en in rows}
        if self.asked.highest:
            hidden = above(self.archive, found, self.asked.highest)
            found.update(dict.fromkeys(hidden, said(WITHHELD)))
        return found

    def _known(
        self, type_name: str, keys: Sequence[str], rows: Collection[tuple[Any, ...]]
    ) -> list[Known]:
        loads = _loads(type_name, tuple(keys))
        found = []
        for uid, *stored in rows:
            values = dict(zip(keys, stored, strict=True))
            for key, load in loads:
                if values[key] is not None:
                    values[key] = load(values[key])
            found.append(Known(uid, values))
        return found


def _with(keys: Iterable[str], *needed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys, *needed)))


@cache
def _loads(type_name: str, keys: tuple[str, ...]) -> tuple[tuple[str, Any], ...]:
    """Return of the fields that are not stored as they are what makes their values."""
    declared = fields_of(by_name(type_name))
    kinds = [(key, declared[key].kind) for key in keys if key in declared]
    return tuple((key, kind.load) for key, kind in kinds if isinstance(kind, _MADE))
