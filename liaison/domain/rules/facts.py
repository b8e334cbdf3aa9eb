"""What a rule looks at, and what it finds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, TypeVar

from liaison.i18n import _, language
from liaison.language.digits import number

Severity = Literal["warning", "blocking"]


class Facts(Protocol):
    """The values of one record by field key, with its uid; a row of the archive is one."""

    @property
    def uid(self) -> str:
        """The identifier of the record."""
        ...

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a value of any kind
        """Return the value of field `key`, or `default` where there is none."""
        ...


_Ranked = TypeVar("_Ranked", bound=Facts)


@dataclass(frozen=True)
class Finding:
    """Something a rule found: one sentence, and the records it speaks of.

    `kind` is the finding's name in code ("place", "lunch"); a "blocking" finding stops a print
    unless a reason is given, a "warning" is told beforehand.
    """

    kind: str
    message: str
    records: tuple[str, ...] = ()
    severity: Severity = "warning"


def each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first of the findings that say the same, its sentence with how many they are."""
    alike: dict[str, list[Finding]] = {}
    for each in findings:
        alike.setdefault(each.message, []).append(each)
    return [
        first if not others else replace(first, message=_times(first.message, len(others) + 1))
        for first, *others in alike.values()
    ]


def _times(message: str, count: int) -> str:
    # Translators: a sentence that holds for several records, as «… نوشته نشده است. (۷ بار)»
    return _("{sentence} ({count} times)").format(sentence=message, count=number(count, language()))


def in_language(facts: Facts, key: str, lang: str) -> str:
    """Return the words of `key` in `lang`, or empty: never those of the other language."""
    return facts.get(f"{key}_{lang}") or ""


def in_either(facts: Facts, key: str, lang: str = "") -> str:
    """Return the words of `key` in `lang` or the language in use, else in the other one.

    For what the program says on the screen; prints never fill one language from the other.
    """
    first = lang or language()
    second = "en" if first == "fa" else "fa"
    return in_language(facts, key, first) or in_language(facts, key, second)


def quoted(facts: Facts, key: str = "title") -> str:
    """Return a name for `facts` in a message, or a word for one that has none yet."""
    return in_either(facts, key) or _("untitled")


def in_order(rows: Iterable[_Ranked], key: str, *, default: int = 2**31) -> list[_Ranked]:
    """Return `rows` by the number in field `key`; those without it keep their order at the end."""

    def number(facts: Facts) -> int:
        value = facts.get(key)
        return default if value is None else int(value)

    return sorted(rows, key=number)
