"""What a paper quotes of the archive: read once, never filled from the other language.

Whoever quotes through it keeps the paper honest: its class is that of what was quoted, what is
not translated is marked and told, and a guest edition cannot quote what guests may not see.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules import classes
from liaison.domain.rules.facts import Facts, Finding, in_language
from liaison.domain.schema import CLASSIFICATION, Line, RecordType, Text, fields_of
from liaison.errors import UserError
from liaison.i18n import LANGUAGES, _, language
from liaison.language import bidi, digits
from liaison.language.isolation import isolated
from liaison.language.listing import enumerated
from liaison.prints.both import Both, by_language, plain_span, said, shortened
from liaison.prints.editions import Edition
from liaison.prints.styled import NOT_TRANSLATED
from liaison.storage.archive import Archive
from liaison.storage.row import Row

_Quoted = TypeVar("_Quoted", bound=Facts)


class Excerpts:
    """Reads the records of one paper and remembers what of them was put on it."""

    def __init__(self, archive: Archive, edition: Edition) -> None:
        self.archive = archive
        self.edition = edition
        self._read: dict[str, Row | None] = {}
        self._quoted: dict[str, Facts] = {}
        self._untranslated: dict[str, dict[str, None]] = {}
        self._withheld: dict[str, Facts] = {}

    @property
    def guest(self) -> bool:
        """Whether the paper is handed to the other side."""
        return self.edition.guest

    def record(self, record_type: RecordType, uid: str | None) -> Row | None:
        """Return a record that another refers to; None for no reference, or one in the bin."""
        if not uid:
            return None
        if uid not in self._read:
            self._read[uid] = self._fetched(record_type, uid)
        return self._read[uid]

    def subject(self, record_type: RecordType, uid: str) -> Row:
        """Return the record a paper is about; raises UserError where there is none."""
        row = self.archive.read(record_type, uid)
        self._read[uid] = row
        return row

    def rows(self, record_type: RecordType, where: Mapping[str, Any]) -> list[Row]:
        """Return the records of a type whose fields have the values of `where`."""
        found = self.archive.rows(record_type, where)
        self._read.update({row.uid: row for row in found})
        return found

    def numbered(self, ids: Iterable[int]) -> list[Row]:
        """Return the follow-ups with these numbers, in their order; those that are gone lack."""
        found = self.archive.numbered(FollowUp, ids)
        self._read.update({row.uid: row for row in found})
        return found

    def handed(self, rows: Iterable[_Quoted]) -> list[_Quoted]:
        """Return what of `rows` this edition may quote: a guest's leaves out what is classed."""
        kept = []
        for row in rows:
            if self.edition.guest and classes.is_above(row.get("classification"), classes.NORMAL):
                self._withheld[row.uid] = row
            else:
                kept.append(row)
        return kept

    def type_of(self, facts: Facts) -> RecordType:
        """Return the type of a record that was read here; raises KeyError for any other."""
        row = self._read[facts.uid]
        if row is None:
            raise KeyError(facts.uid)
        return row.record_type

    def text(self, facts: Facts, key: str, *, agreed: bool = False) -> Both:
        """Quote a text kept in both languages; a missing one is marked, and told if wanted.

        What is `agreed` both sides know, though the record of it is internal.
        """
        persian = digits.in_persian(in_language(facts, key, "fa"))
        words = Both(persian, in_language(facts, key, "en"))
        if not words:
            return words
        self._quote(facts, f"{key}_fa", agreed=agreed)
        missing = [lang for lang in LANGUAGES if not words.of(lang)]
        if not missing:
            return words
        for lang in set(missing) & set(self.edition.spoken):
            self._untranslated.setdefault(facts.uid, {})[f"{key}_{lang}"] = None
        marks = said(NOT_TRANSLATED)
        return by_language(lambda lang: words.of(lang) or marks.of(lang))

    def shown(self, facts: Facts, key: str) -> Both:
        """Quote a value that each language shows in its own way: a choice, a date, a number.

        A text kept in one language only is quoted as `alone` does.
        """
        value = facts.get(key)
        if value is None:
            return Both()
        kind = fields_of(self.type_of(facts))[key].kind
        if isinstance(kind, Line | Text) and not kind.language:
            return self.alone(facts, key)
        self._quote(facts, key)
        return by_language(lambda lang: kind.show(value, lang))

    def when(self, facts: Facts, key: str) -> Both:
        """Quote a span in the calendar of each language, in both where one stands alone.

        One that is known only by its words is a text in one language like any other.
        """
        value = facts.get(key)
        if value is None:
            return Both()
        self._quote(facts, key)
        if value.precision == "unknown":
            mark = said(NOT_TRANSLATED)
            persian = bidi.base_level(value.text)
            return Both(value.text, mark.en) if persian else Both(mark.fa, value.text)
        return plain_span(value, dual=self.edition.languages != "both")

    def alone(self, facts: Facts, key: str, *, longest: int = 0) -> Both:
        """Quote a text kept in one language only, in whichever it was written.

        A Persian one is marked and told where English needs it, unless it is a name; numbers and
        what is written in Latin letters stand as they are. `longest` cuts it after so many
        characters.
        """
        value = facts.get(key)
        if not value:
            return Both()
        self._quote(facts, key)
        words = shortened(value, longest) if longest else value
        if not bidi.base_level(value):
            whole = isolated(words, "ltr")
            return Both(whole, whole)
        whole = isolated(digits.in_persian(words), "rtl")
        kind = fields_of(self.type_of(facts))[key].kind
        if isinstance(kind, Line) and kind.proper:
            return Both(whole, whole)
        if "en" in self.edition.spoken:
            self._untranslated.setdefault(facts.uid, {})[key] = None
        return Both(whole, said(NOT_TRANSLATED).en)

    def classification(self, *, at_least: str = classes.NORMAL) -> str:
        """Return the class of a paper of what was quoted so far; `at_least` is its own."""
        return classes.of_print(self._quoted.values(), at_least=at_least)

    def verified_on(self) -> date | None:
        """Return the latest day on which something quoted was checked against its source."""
        days = [each.get("verified_on") for each in self._quoted.values()]
        return max(filter(None, days), default=None)

    def untranslated(self) -> list[Finding]:
        """Return a finding for each record that lacks a text in a language of the paper."""
        return [self._untold(uid, keys) for uid, keys in self._untranslated.items()]

    def refused(self) -> list[Finding]:
        """Return a blocking finding for each quoted record that no guest may be handed."""
        if not self.edition.guest:
            return []
        return classes.refused_to_guests(self._quoted.values())

    def withheld(self) -> list[Finding]:
        """Return a finding for each record that a guest edition leaves out for its class."""
        message = _("“{record}” is classed “{classification}” and left out of the guest edition.")
        return [
            Finding(
                "class",
                message.format(
                    record=self.archive.title(uid, language()),
                    classification=_(CLASSIFICATION.options[row.get("classification")]),
                ),
                (uid,),
            )
            for uid, row in self._withheld.items()
        ]

    def _fetched(self, record_type: RecordType, uid: str) -> Row | None:
        try:
            row = self.archive.read(record_type, uid)
        except UserError:
            return None
        return None if row.deleted_at else row

    def _quote(self, facts: Facts, key: str, *, agreed: bool = False) -> None:
        record_type = self.type_of(facts)
        if self.edition.guest and not agreed and not classes.guest_may_see(record_type, key):
            message = f"{record_type.__tablename__}.{key} may not stand in a guest edition"
            raise ValueError(message)
        self._quoted[facts.uid] = facts

    def _untold(self, uid: str, keys: Mapping[str, None]) -> Finding:
        declared = fields_of(self.type_of(self._quoted[uid]))
        labels = [_(declared[key].label) for key in keys]
        message = _("Not translated in “{record}”: {fields}.").format(
            record=self.archive.title(uid, language()), fields=enumerated(labels, language())
        )
        return Finding("translation", message, (uid,))
