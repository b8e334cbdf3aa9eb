"""A field: one mapped column that also knows its label and its places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ForeignKey, Integer, LargeBinary, Unicode
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

from liaison.domain.schema.kind import AnyKind, Stored
from liaison.domain.schema.links import Reference

_COLUMN_TYPES: Mapping[str, type[TypeEngine[Any]]] = {"text": Unicode, "integer": Integer}


@dataclass(frozen=True)
class Field:
    """What forms, lists, searches, bundles and prints need to know of a column.

    `label` is an English message id. `listed` fields are columns of the type's list. A
    `restricted` field is printed only on internal editions classed confidential or above.
    """

    label: str
    kind: AnyKind
    required: bool = False
    listed: bool = False
    restricted: bool = False
    unique: bool = False
    default: Any = None
    hint: str = ""

    @property
    def language(self) -> str:
        """The language the value is written in: "fa", "en", or empty where it has none."""
        return getattr(self.kind, "language", "")


class Column(TypeDecorator[Any]):
    """The database side of a kind."""

    impl = Unicode
    cache_ok = True

    def __init__(self, kind: AnyKind) -> None:
        super().__init__()
        self.kind = kind

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_COLUMN_TYPES[self.kind.sql]())

    @override
    def process_bind_param(self, value: Any | None, dialect: Dialect) -> Stored | None:
        return None if value is None else self.kind.store(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any | None:
        return None if value is None else self.kind.load(value)

    def __repr__(self) -> str:
        """Name the plain type, which is what a migration writes down."""
        return f"{_COLUMN_TYPES[self.kind.sql].__name__}()"


def field(  # noqa: PLR0913 - one keyword a property, each with a default
    kind: AnyKind,
    label: str,
    *,
    required: bool = False,
    listed: bool = False,
    restricted: bool = False,
    unique: bool = False,
    default: object = None,
    hint: str = "",
    sort_order: int = 0,
) -> MappedColumn[Any]:
    """Declare a column of `kind`, once for every place that shows it."""
    described = Field(label, kind, required, listed, restricted, unique, default, hint)
    links = []
    if isinstance(kind, Reference):
        links.append(
            ForeignKey(
                f"{kind.target}.uid", deferrable=True, initially="DEFERRED", link_to_name=True
            )
        )
    return mapped_column(
        Column(kind),
        *links,
        nullable=not required,
        unique=unique or None,
        index=isinstance(kind, Reference) or None,
        default=default,
        sort_order=sort_order,
        info={"field": described},
    )


def key_column() -> MappedColumn[bytes | None]:
    """Declare the stored key by which a listed text sorts in Persian order."""
    return mapped_column(LargeBinary, sort_order=2000, info={"derived": True})
