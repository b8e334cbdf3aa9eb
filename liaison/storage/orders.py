"""What lists are sorted by, and the indexes that keep them sorted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, singledispatch
from typing import Final

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    File,
    Period,
    RecordType,
    Reference,
    fields_of,
    label_key,
)
from liaison.domain.schema.record import KEY_SUFFIX
from liaison.storage.first_look import OPEN

PREFIX: Final = "list_"
_OWED: Final = (
    "due_on",
    "owed_by",
    "state",
    "priority",
    "assignee",
    "unit",
    "outside_body",
    "partner",
    "meeting",
    "article",
    "statement",
    "visit",
    "relation",
)
"""What headings and counts of open follow-ups are made of."""
OTHER: Final = {"fa": "en", "en": "fa"}
_CALENDAR: Final[Mapping[str, str]] = {
    # The last day comes first: of all that began before a day, little still goes on.
    "calendar_visit": "visit(max(coalesce(ends_on, starts_on), coalesce(starts_on, ends_on)),"
    " coalesce(starts_on, ends_on))"
    " WHERE deleted_at IS NULL",
    "calendar_meeting": "meeting(max(coalesce(ends_at, starts_at), coalesce(starts_at, ends_at)),"
    " coalesce(starts_at, ends_at))"
    " WHERE deleted_at IS NULL",
    "calendar_event": """event(coalesce(json_extract("when", '$.until'), '9999-12-31'))"""
    """ WHERE deleted_at IS NULL AND "when" IS NOT NULL""",
    "calendar_reply": "event(invitation_reply_due) WHERE deleted_at IS NULL",
    "calendar_agreement": "agreement(coalesce(json_extract(valid_until, '$.until'), '9999-12-31'))"
    " WHERE deleted_at IS NULL AND valid_until IS NOT NULL",
}
"""What goes on from one day to another, by the end of the index's name."""

_CONTACTS: Final[Mapping[str, str]] = {
    "contact_follow_up": "follow_up(partner, done_on, uid, state, deleted_at)"
    " WHERE deleted_at IS NULL AND state = 'done'",
    "contact_meeting": "meeting(partner, starts_at, visit, uid, state, deleted_at)"
    " WHERE deleted_at IS NULL AND state = 'held'",
    "contact_visit": "visit(partner, starts_on, ends_on, stage, uid, deleted_at)"
    " WHERE deleted_at IS NULL",
}
"""By which the office was last in touch with each partner, by the end of the index's name."""
_OUTCOMES: Final[Mapping[str, str]] = {
    "outcomes_follow_up": "follow_up(due_on, done_on, state, owed_by, theme, objective, assignee,"
    " partner, relation, meeting, article, statement, visit, membership, proposal, classification,"
    " id, uid, deleted_at) WHERE deleted_at IS NULL",
    "outcomes_visit": "visit(starts_on, direction, partner, outcome_class, stage, event, objective,"
    " host_officer, classification, id, uid, deleted_at) WHERE deleted_at IS NULL",
    "outcomes_meeting": "meeting(starts_at, partner, visit, outcome_class, state, event, objective,"
    " classification, id, uid, deleted_at) WHERE deleted_at IS NULL",
}
"""From which what came of a period is counted without a look at the records."""


@dataclass(frozen=True)
class ListColumn:
    """A column of a list: the name its languages share, its label, and the fields behind it.

    `fields` holds the field of each language ("fa", "en"), or one under "" where the value has
    no language.
    """

    key: str
    label: str
    fields: Mapping[str, str]

    def in_order(self, lang: str) -> tuple[str, ...]:
        """Return its fields, the one of `lang` first."""
        return tuple(self.fields[each] for each in ("", lang, OTHER[lang]) if each in self.fields)


@cache
def columns_of(record_type: RecordType) -> tuple[ListColumn, ...]:
    """Return the columns of the list of `record_type`: its listed fields, languages joined."""
    found: dict[str, dict[str, str]] = {}
    labels: dict[str, str] = {}
    for key, described in fields_of(record_type).items():
        if described.listed:
            shared = label_key(record_type, key)
            found.setdefault(shared, {})[described.language] = key
            labels.setdefault(shared, described.label)
    return tuple(ListColumn(key, labels[key], fields) for key, fields in found.items())


def kind_of(record_type: RecordType, column: ListColumn) -> AnyKind:
    """Return the kind of value in a column of a list."""
    return fields_of(record_type)[next(iter(column.fields.values()))].kind


def is_link(kind: AnyKind) -> bool:
    """Tell whether lists show and sort a value by the title of another record."""
    return isinstance(kind, Reference | AnyReference)


@singledispatch
def _measure(_kind: AnyKind, column: str) -> str:
    """Return the SQL expression by which values of a kind are sorted; most are their own."""
    return column


@_measure.register
def _(kind: Choice, column: str) -> str:
    ranks = " ".join(f"WHEN '{key}' THEN {rank}" for rank, key in enumerate(kind.options))
    return f"CASE {column} {ranks} END"


@_measure.register
def _(_kind: Period, column: str) -> str:
    return f"coalesce(json_extract({column}, '$.from'), json_extract({column}, '$.until'))"


@_measure.register
def _(_kind: File, column: str) -> str:
    return f"json_extract({column}, '$.name')"


def measure(record_type: RecordType, column: ListColumn, lang: str) -> str:
    """Return the SQL expression that sorts a list by `column` for readers of `lang`."""
    table, kind = record_type.__tablename__, kind_of(record_type, column)
    columns = [f'"{table}"."{key}"' for key in column.in_order(lang)]
    if kind.collated:
        keys = [f'{each[:-1]}{KEY_SUFFIX}"' for each in columns]
        return keys[0] if len(keys) == 1 else f"coalesce({', '.join(keys)})"
    return _measure(kind, columns[0])


def index_statements() -> Iterator[str]:
    """Yield the statements that index every column lists can be sorted by.

    Titles of other records are sorted through their own index. Three more count
    for the desk, which is shown before anything else: records by type, open follow-ups by day,
    promises by theme. One puts open follow-ups under headings without a look at the records
    themselves; those of the calendar find what goes on from one day to another, those of contacts
    the last one with each partner, those of outcomes what came of a period.
    """
    yield f'CREATE INDEX "{PREFIX}entry_type" ON entry(type) WHERE deleted = 0'
    yield f'CREATE INDEX "{PREFIX}follow_up_open" ON "follow_up"("due_on") WHERE {OPEN}'
    yield (
        f'CREATE INDEX "{PREFIX}follow_up_theme" ON "follow_up"("theme", "state", "deleted_at")'
        " WHERE deleted_at IS NULL"
    )
    yield f'CREATE INDEX "{PREFIX}follow_up_owed" ON "follow_up"({", ".join(_OWED)}) WHERE {OPEN}'
    for name, on in {**_CALENDAR, **_CONTACTS, **_OUTCOMES}.items():
        yield f'CREATE INDEX "{PREFIX}{name}" ON {on}'
    for record_type in CATALOGUE:
        table = record_type.__tablename__
        for column in columns_of(record_type):
            if is_link(kind_of(record_type, column)):
                continue
            langs = OTHER if column.key not in column.fields.values() else ("",)
            for lang in langs:
                expression = measure(record_type, column, lang or "fa")
                own = expression.replace(f'"{table}".', "")
                name = "_".join(filter(None, (table, column.key, lang)))
                yield (
                    f'CREATE INDEX "{PREFIX}{name}" ON "{table}"({own}) WHERE deleted_at IS NULL'
                )
