"""The base of every record type."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from uuid6 import uuid7

from liaison.domain.schema.choices import Choice
from liaison.domain.schema.field import Column, Field, field, key_column
from liaison.domain.schema.kind import AnyKind
from liaison.domain.schema.texts import Line, Text
from liaison.domain.schema.times import Day, Instant
from liaison.i18n import N_
from liaison.language import collate

CLASSIFICATION = Choice(
    {
        "normal": N_("Normal"),
        "confidential": N_("Confidential"),
        "highly_confidential": N_("Highly confidential"),
        "secret": N_("Secret"),
        "top_secret": N_("Top secret"),
    }
)
"""The classes of a record, lowest first (by-law of 1354 on classified documents)."""

KEY_SUFFIX = "_key"


class Record(DeclarativeBase):
    """One thing the office keeps and knows by name.

    `singular` and `plural` name the type; `title_fields` are the fields a record is called by,
    without their language ending: "name" stands for `name_fa` and `name_en`, and a reference for
    the title of what it refers to. `required_texts`, named likewise, have to be written in one
    language at least.
    """

    singular: ClassVar[str]
    plural: ClassVar[str]
    title_fields: ClassVar[tuple[str, ...]]
    required_texts: ClassVar[tuple[str, ...]] = ()
    title_joint: ClassVar[str] = " – "

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    uid: Mapped[str] = mapped_column(unique=True, default=lambda: str(uuid7()), sort_order=-9)
    version: Mapped[int] = mapped_column(default=1, sort_order=-8)
    created_at: Mapped[datetime] = mapped_column(
        Column(Instant()), default=lambda: datetime.now(UTC), sort_order=-7
    )
    updated_at: Mapped[datetime] = mapped_column(
        Column(Instant()), default=lambda: datetime.now(UTC), sort_order=-6
    )
    deleted_at: Mapped[datetime | None] = mapped_column(Column(Instant()), sort_order=-5)

    classification: Mapped[str | None] = field(
        CLASSIFICATION, N_("Classification"), default="normal", sort_order=1000
    )
    notes: Mapped[str | None] = field(Text(), N_("Notes"), sort_order=1001)
    source: Mapped[str | None] = field(Line(), N_("Source"), sort_order=1002)
    verified_on: Mapped[date | None] = field(Day(), N_("Verified on"), sort_order=1003)

    def __init_subclass__(cls, **options: Any) -> None:
        """Give each listed text of the type its sort key before the class is mapped."""
        for name, value in list(vars(cls).items()):
            if isinstance(value, MappedColumn):
                described = value.column.info.get("field")
                if described and described.listed and described.kind.collated:
                    setattr(cls, name + KEY_SUFFIX, key_column())
                    cls.__annotations__[name + KEY_SUFFIX] = Mapped[bytes | None]
        super().__init_subclass__(**options)

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy calls it with the class
        """Name the table as the contract names the type: delegation_member."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


RecordType = type[Record]


@cache
def fields_of(record_type: RecordType) -> Mapping[str, Field]:
    """Return the declared fields of `record_type` by key, in order of declaration."""
    columns = record_type.__table__.columns
    return {column.key: column.info["field"] for column in columns if "field" in column.info}


def fields_of_kind(record_type: RecordType, kind: type[AnyKind]) -> Mapping[str, Field]:
    """Return those fields of `record_type` whose kind is a `kind`."""
    return {
        key: each for key, each in fields_of(record_type).items() if isinstance(each.kind, kind)
    }


def sort_keys(record_type: RecordType, values: Mapping[str, Any]) -> dict[str, bytes | None]:
    """Return the sort keys that belong beside `values`, by the name of their column.

    Only fields present in `values` get a key, so a partial update stays partial.
    """
    columns = record_type.__table__.columns
    return {
        key + KEY_SUFFIX: collate.sort_key(value) if value else None
        for key, value in values.items()
        if key + KEY_SUFFIX in columns
    }


def label_key(record_type: RecordType, key: str) -> str:
    """Return the name that both languages of a field share: "name" for `name_fa`."""
    language = fields_of(record_type)[key].language
    return key.removesuffix(f"_{language}") if language else key
