"""A kind of value: how it is stored, shown, read, exchanged and searched."""

import json
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from typing_extensions import override

from liaison.i18n import language

T = TypeVar("T")

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Stored: TypeAlias = str | int


class Kind(ABC, Generic[T]):
    """Everything the program knows about values of one kind.

    A value has four faces: the Python value (`T`), the scalar in the database (`store`, `load`),
    the JSON of a bundle (`to_json`, `from_json`) and the text people see and type (`show`,
    `read`). None, "no value", is handled by the callers of `store`, `load` and the JSON pair.
    """

    sql: ClassVar[Literal["text", "integer"]] = "text"
    collated: ClassVar[bool] = False
    """Whether lists sort it in Persian order, by a stored key."""

    @abstractmethod
    def store(self, value: T) -> Stored:
        """Return the scalar kept in the database."""

    @abstractmethod
    def load(self, stored: Stored) -> T:
        """Return the value `store` kept."""

    def to_json(self, value: T) -> Json:
        """Return the value as a bundle carries it."""
        return self.store(value)

    @abstractmethod
    def from_json(self, json: Json) -> T | None:
        """Return the value a bundle carries, or raise UserError saying what is expected."""

    @abstractmethod
    def read(self, text: str) -> T | None:
        """Return the value a writer meant (None for blank), or raise UserError."""

    def show(self, value: T | None, lang: str = "") -> str:
        """Return the text a reader of `lang` sees; the language in use where none is named."""
        return "" if value is None else self.shown(value, lang or language())

    def shown(self, value: T, lang: str) -> str:  # noqa: ARG002 - for kinds that differ by language
        """Return the text of a value that is there."""
        return str(value)

    def words(self, value: T) -> str:  # noqa: ARG002 - most kinds hold no words
        """Return the words by which a search finds the value; empty for none."""
        return ""

    def edit_text(self, value: T | None, lang: str = "") -> str:
        """Return the text an editor starts from: what `read` takes back."""
        return self.show(value, lang)


class Verbatim(Kind[str]):
    """A text that the database keeps as it is."""

    @override
    def store(self, value: str) -> Stored:
        return value

    @override
    def load(self, stored: Stored) -> str:
        return str(stored)


class Several(Kind[tuple[str, ...]]):
    """Several texts in an order, which the database keeps as a JSON array."""

    @override
    def store(self, value: tuple[str, ...]) -> Stored:
        return json.dumps(list(value), ensure_ascii=False)

    @override
    def load(self, stored: Stored) -> tuple[str, ...]:
        return tuple(json.loads(str(stored)))

    @override
    def to_json(self, value: tuple[str, ...]) -> Json:
        return list(value)


AnyKind: TypeAlias = Kind[Any]
