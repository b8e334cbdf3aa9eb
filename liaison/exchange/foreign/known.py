"""What the archive knows already, asked for many rows at once."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.rules.likeness import Named
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.domain.rules.resembling import KnownNames, Resembling
from liaison.exchange.foreign.giving_up import go_on
from liaison.exchange.foreign.values import NOTHING, Reading
from liaison.i18n import _, language
from liaison.language import keys
from liaison.storage.archive import Archive, Row
from liaison.storage.confinement import never

SURE: Final = frozenset({"exact", "alias"})
"""Grades of likeness that need nobody's word."""
_TITLES: Final = ("title_fa", "title_en")
_BUCKETS: Final[Mapping[str, tuple[str, ...]]] = {
    "position": ("person",),
    "relation": ("partner",),
    "holiday": ("day",),
    "visit": ("starts_on",),
    "meeting": ("starts_at",),
    "event": (),
}
"""The fields in which two records have to agree at least to be one."""


class Known:
    """The records of an archive by names and by what tells them apart."""

    def __init__(self, archive: Archive, should_stop: Callable[[], bool] = never) -> None:
        self._archive = archive
        self._should_stop = should_stop
        self._rows: dict[str, dict[str, Row]] = {}
        self._names: dict[str, KnownNames] = {}
        self._called: dict[str, Mapping[str, str]] = {}
        self._titles: dict[str, Mapping[str, list[str]]] = {}
        self._buckets: dict[str, dict[tuple[Any, ...], list[str]]] = {}

    def rows(self, record: str) -> Mapping[str, Row]:
        """Return the records of a type by uid."""
        if record not in self._rows:
            self._rows[record] = {row.uid: row for row in self._archive.rows(by_name(record))}
        return self._rows[record]

    def type_of(self, uid: str) -> str:
        """Return the type of the record that has a uid, "" for none."""
        return self._archive.types([uid]).get(uid, "") if uid else ""

    def title(self, record: str, uid: str) -> str:
        """Return what a record of a type is called in the language in use."""
        if record not in self._called:
            self._called[record] = self._archive.titles(self.rows(record), language())
        return self._called[record][uid]

    def nearest(self, record: str, named: Named) -> list[Resembling]:
        """Return the records of a type that may be the named one, the likeliest first."""
        if record not in self._names:
            names = KnownNames()
            for number, (uid, row) in enumerate(self.rows(record).items()):
                go_on(number, self._should_stop)
                names.add(uid, named_of(record, row.values))
            self._names[record] = names
        return self._names[record].nearest(named)

    def resolve(self, record: str, text: str) -> Reading:
        """Return the record that a text names: surely, or as a question."""
        if record in NAMED_TYPES:
            near = self.nearest(record, Named((text,)))
            sure = [each.key for each in near if each.likeness.grade in SURE]
            others = tuple(each.key for each in near)
        else:
            sure = self._titled(record).get(keys.joined(text), [])
            others = tuple(sure)
        if not text:
            return NOTHING
        if len(sure) == 1:
            return Reading(sure[0])
        sentence = _("No record is surely the one called “{text}”.").format(text=text)
        return Reading(question=sentence, offers=others)

    def _titled(self, record: str) -> Mapping[str, list[str]]:
        """Return the records of a type by the keys of their titles in both languages."""
        if record not in self._titles:
            found: dict[str, list[str]] = defaultdict(list)
            for lang in ("fa", "en"):
                for uid, title in self._archive.titles(self.rows(record), lang).items():
                    if uid not in found[keys.joined(title)]:
                        found[keys.joined(title)].append(uid)
            self._titles[record] = found
        return self._titles[record]

    def same(self, record: str, values: Mapping[str, Any]) -> str:
        """Return the uid of the record that says of the same thing as `values`, "" for none.

        For types that are told apart by what they belong to, their day and their title.
        """
        if record not in self._buckets:
            found: dict[tuple[Any, ...], list[str]] = defaultdict(list)
            for uid, row in self.rows(record).items():
                found[bucket(record, row.values)].append(uid)
            self._buckets[record] = found
        uids = self._buckets[record].get(bucket(record, values), ())
        known = self.rows(record)
        return next((uid for uid in uids if agree(record, values, known[uid].values)), "")


def bucket(record: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what two records of a type must have in common to be looked at together."""
    return tuple(values.get(key) for key in _BUCKETS[record])


def agree(record: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two records of one bucket speak of the same thing."""
    if record == "relation":
        return one.get("kind") == other.get("kind")
    if record == "position":
        return one.get("partner") == other.get("partner") and _titles_agree(
            one, other, strict=False
        )
    if record == "visit" and one.get("number") and one.get("number") == other.get("number"):
        return True
    if record == "event" and one.get("when") and other.get("when"):
        return one["when"] == other["when"] and _titles_agree(one, other, strict=True)
    return _titles_agree(one, other, strict=record != "holiday")


def _titles_agree(one: Mapping[str, Any], other: Mapping[str, Any], *, strict: bool) -> bool:
    """Tell whether the titles are equal in a language that both have.

    Where they have none in common, only a `strict` comparison says no.
    """
    pairs = [(one.get(key), other.get(key)) for key in _TITLES]
    both = [(own, theirs) for own, theirs in pairs if own and theirs]
    return all(keys.joined(own) == keys.joined(theirs) for own, theirs in both) and (
        bool(both) or not strict
    )
