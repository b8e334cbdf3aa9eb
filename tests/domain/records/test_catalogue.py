"""Every record type declares the fields of the data dictionary, well."""

from collections import Counter
from datetime import date, datetime, time
from typing import get_args, get_type_hints

import pytest
import sqlcipher3
from sqlalchemy import create_engine, event, insert, inspect, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import (
    AnyReference,
    Choice,
    Choices,
    Clock,
    Day,
    File,
    Flag,
    Instant,
    Number,
    Period,
    Record,
    RecordType,
    Reference,
    StoredFile,
    Tags,
    Tongues,
    fields_of,
    fields_of_kind,
    label_key,
    sort_keys,
)
from liaison.errors import UserError
from liaison.time.span import Span
from tests.domain.records.dictionary import DICTIONARY

COMMON = "classification notes source verified_on"

OWNERS = {
    "position": "person",
    "claim": "partner",
    "subject_link": "partner",
    "delegation_member": "delegation",
    "programme_item": "visit",
    "checklist_item": "visit",
    "participant": "meeting",
    "talking_point": "meeting",
    "statement": "meeting",
    "agreement_party": "agreement",
    "article": "agreement",
    "clearance": "agreement",
    "follow_up_note": "follow_up",
    "membership_goal": "membership",
    "membership_milestone": "membership",
}

PYTHON_TYPES = {
    Choices: tuple[str, ...],
    Tags: tuple[str, ...],
    Tongues: tuple[str, ...],
    Day: date,
    Period: Span,
    Instant: datetime,
    Clock: time,
    Number: int,
    Flag: bool,
    AnyReference: tuple[str, str],
    File: StoredFile,
}

every_type = pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)


def declared(words: str) -> tuple[dict[str, list[str]], set[str]]:
    """Read a line of the dictionary: options by field key, and the restricted keys."""
    options, restricted = {}, set()
    for word in words.split():
        name, _equals, choices = word.partition("=")
        stem = name.strip("*!")
        for key in (f"{stem}_fa", f"{stem}_en") if "*" in name else (stem,):
            options[key] = choices.split(",") if choices else []
            if "!" in name:
                restricted.add(key)
    return options, restricted


def test_the_catalogue_holds_the_types_of_the_dictionary() -> None:
    assert {each.__tablename__ for each in CATALOGUE} == set(DICTIONARY)
    assert [by_name(each.__tablename__) for each in CATALOGUE] == list(CATALOGUE)


def test_an_unknown_type_is_refused_with_the_nearest_ones_named() -> None:
    with pytest.raises(UserError, match=r"“vist”.* visit[,.]"):
        by_name("vist")


@every_type
def test_fields_are_those_of_the_dictionary(record_type: RecordType) -> None:
    options, restricted = declared(DICTIONARY[record_type.__tablename__])
    fields = fields_of(record_type)
    assert set(fields) == set(options) | set(COMMON.split())
    assert {key for key, each in fields.items() if each.restricted} == restricted
    for key, keys in options.items():
        kind = fields[key].kind
        assert (list(kind.options) if isinstance(kind, Choice | Choices) else []) == keys, key


@every_type
def test_labels_are_there_and_two_languages_share_one(record_type: RecordType) -> None:
    fields = fields_of(record_type)
    assert record_type.singular
    assert record_type.plural != record_type.singular
    assert (record_type.__doc__ or "").endswith(".")
    labels: dict[str, set[str]] = {}
    for key, each in fields.items():
        labels.setdefault(label_key(record_type, key), set()).add(each.label)
        assert each.label[0].isupper(), key
        assert not each.label.endswith((".", ":")), key
    assert all(len(each) == 1 for each in labels.values())
    repeated = Counter(next(iter(each)) for each in labels.values()).most_common(1)
    assert repeated[0][1] == 1, repeated


@every_type
def test_annotations_say_the_type_of_the_kind(record_type: RecordType) -> None:
    hints = get_type_hints(record_type)
    for key, each in fields_of(record_type).items():
        (hint,) = get_args(hints[key])
        expected = PYTHON_TYPES.get(type(each.kind), str)
        assert hint == (expected if each.required else expected | None), key


@every_type
def test_titles_lists_and_owners(record_type: RecordType) -> None:
    name = record_type.__tablename__
    stems = {label_key(record_type, key) for key in fields_of(record_type)}
    assert set(record_type.title_fields) <= stems
    listed = {
        label_key(record_type, key) for key, each in fields_of(record_type).items() if each.listed
    }
    assert 2 <= len(listed) <= 6, listed
    references = fields_of_kind(record_type, Reference)
    assert {each.kind.target for each in references.values()} <= set(DICTIONARY)
    owners = [key for key, each in references.items() if each.kind.owner]
    assert owners == ([OWNERS[name]] if name in OWNERS else [])
    assert all(fields_of(record_type)[key].required for key in owners)


@every_type
def test_defaults_are_values_of_their_kind(record_type: RecordType) -> None:
    for each in fields_of(record_type).values():
        if each.default is not None:
            assert each.kind.from_json(each.kind.to_json(each.default)) == each.default


def test_tables_stand_in_a_real_database() -> None:
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)

    @event.listens_for(engine, "connect")
    def _guard(connection: DBAPIConnection, _record: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    Record.metadata.create_all(engine)
    visit, member = by_name("visit"), by_name("delegation_member")
    values = {"title_fa": "سفر آزمون ۱", "number": "1405-V-001"}
    with engine.begin() as connection:
        connection.execute(insert(visit).values(**values, **sort_keys(visit, values)))
        row = connection.execute(select(visit.__table__)).mappings().one()
        assert (row["stage"], row["version"], row["created_at"].tzinfo) == (
            "proposed",
            1,
            row["updated_at"].tzinfo,
        )
        assert row["title_fa_key"]
        assert row["title_en_key"] is None
    with pytest.raises(IntegrityError, match="UNIQUE"), engine.begin() as connection:
        connection.execute(insert(visit).values(**values))
    nowhere = "00000000-0000-7000-8000-000000000000"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engine.begin() as connection:
        connection.execute(insert(member).values(delegation=nowhere))
    assert set(inspect(engine).get_table_names()) >= set(DICTIONARY)
    engine.dispose()


def test_a_dangling_reference_may_be_put_right_before_the_change_ends() -> None:
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)

    @event.listens_for(engine, "connect")
    def _guard(connection: DBAPIConnection, _record: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    Record.metadata.create_all(engine)
    later = "00000000-0000-7000-8000-000000000001"
    with engine.begin() as connection:
        connection.execute(insert(by_name("delegation_member")).values(delegation=later))
        connection.execute(insert(by_name("delegation")).values(uid=later))
    engine.dispose()


def test_sort_keys_stay_partial() -> None:
    person = by_name("person")
    keys = sort_keys(person, {"family_name_fa": "آزمونی", "given_name_en": None, "diet": "x"})
    assert set(keys) == {"family_name_fa_key", "given_name_en_key"}
    assert keys["family_name_fa_key"]
    assert keys["given_name_en_key"] is None
