"""Records to be, grown row by row: what says the same of the same thing comes together."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.domain.rules.resembling import KnownNames
from liaison.domain.schema import fields_of, label_key
from liaison.errors import UserError
from liaison.exchange.foreign.drafts import Draft, Drafting, links_of, parts_of
from liaison.exchange.foreign.giving_up import go_on
from liaison.exchange.foreign.known import SURE, Known, agree, bucket
from liaison.exchange.foreign.proposals import (
    Candidate,
    Proposal,
    Question,
    Skipped,
)
from liaison.exchange.foreign.tables import Columns, RawTable
from liaison.i18n import _, language
from liaison.storage.validation import naming_fields, refuse_gaps

_NAMES: Final = ("name_fa", "name_en")


@dataclass(slots=True)
class Growing:
    """A proposal while rows are still added to it."""

    draft: Draft
    table: str
    rows: list[int] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, None] = field(default_factory=dict)
    near: list[Candidate] = field(default_factory=list)


class Growth:
    """Grows the proposals of a file, row by row."""

    def __init__(
        self, known: Known, split: Collection[str], should_stop: Callable[[], bool]
    ) -> None:
        self._known = known
        self._split = split
        self._should_stop = should_stop
        self._inside = {record: KnownNames() for record in NAMED_TYPES}
        self._alike: dict[tuple[Any, ...], list[Growing]] = {}
        self.growing: dict[str, Growing] = {}
        self._titles: dict[str, str] = {}
        """What the records are called that nothing more is added to."""
        self.skipped: list[Skipped] = []

    def read_table(self, number: int, table: RawTable, columns: Columns) -> None:
        """Take in the rows of a table."""
        drafting = Drafting(number, table, columns, self._known.resolve)
        for refused in table.refused:
            self.skipped.append(Skipped(refused.number, table.name, refused.reason, refused.text))
        for place, row in enumerate(table.rows):
            go_on(place, self._should_stop)
            drafts = drafting.drafts(row, place)
            if not drafts:
                text = " ".join(str(cell) for cell in row.cells if cell is not None)
                reason = _("Nothing in this row is of a column that is taken in.")
                self.skipped.append(Skipped(row.number, table.name, reason, text[:60]))
            for together in self._parted(drafts):
                self._take(together, table.name)

    def _parted(self, drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
        """Yield the drafts of a row, once for each name of a cell that is to be split."""
        partner = next((each for each in drafts if each.record == "partner"), None)
        if partner is None or partner.key not in self._split:
            yield drafts
            return
        key = next(each for each in _NAMES if each in partner.values)
        for number, part in enumerate(parts_of(partner.values[key]), start=1):
            yield [
                each.copied(f".{number}", {key: part} if each is partner else {}) for each in drafts
            ]

    def _take(self, drafts: Sequence[Draft], table: str) -> None:
        """Make proposals of the drafts of a row, or add them to those that are there."""
        taken: dict[str, Growing] = {}
        for draft in drafts:
            if self._known.type_of(draft.originals.get("uid", "")) not in {"", draft.record}:
                reason = _("The archive has it as a record of its own.")
                self.skipped.append(Skipped(draft.row, table, reason, draft.said()))
                continue
            links = {
                key: taken[other.record].draft.key
                for key, other in links_of(draft, drafts)
                if other.record in taken
            }
            try:
                refuse_gaps(by_name(draft.record), {**draft.values, **links})
            except UserError as error:
                if draft.originals or draft.questions:
                    reasons = " ".join((error.message, *(q.sentence for q in draft.questions)))
                    self.skipped.append(Skipped(draft.row, table, reasons, draft.said()))
                continue
            taken[draft.record] = self._grown(draft, links, table)

    def _grown(self, draft: Draft, links: Mapping[str, str], table: str) -> Growing:
        is_named = draft.record in NAMED_TYPES
        found, near = self._by_name(draft) if is_named else (self._by_kind(draft, links), [])
        if found is None:
            found = Growing(draft, table, links=dict(links), near=near)
            self.growing[draft.key] = found
            if not is_named:
                place = (draft.record, *bucket(draft.record, {**draft.values, **links}))
                self._alike.setdefault(place, []).append(found)
        else:
            _merge(found.draft, draft)
        found.rows.append(draft.row)
        if is_named:
            named = named_of(draft.record, draft.values)
            self._inside[draft.record].add(found.draft.key, named)
            found.spellings |= dict.fromkeys(named.names)
        return found

    def _by_name(self, draft: Draft) -> tuple[Growing | None, list[Candidate]]:
        """Return the earlier proposal that is the same, and those that may be."""
        near = self._inside[draft.record].nearest(named_of(draft.record, draft.values))
        if near and near[0].likeness.grade in SURE:
            return self.growing[near[0].key], []
        return None, [
            Candidate(self.title(self.growing[each.key]), each.likeness, proposal=each.key)
            for each in near
        ]

    def _by_kind(self, draft: Draft, links: Mapping[str, str]) -> Growing | None:
        values = {**draft.values, **links}
        for other in self._alike.get((draft.record, *bucket(draft.record, values)), ()):
            if agree(draft.record, values, {**other.draft.values, **other.links}):
                return other
        return None

    def title(self, growing: Growing) -> str:
        """Return what a record to be would be called."""
        record_type = by_name(growing.draft.record)
        first = language()
        said: dict[str, str] = {}
        for key in sorted(naming_fields(record_type), key=lambda k: not k.endswith(f"_{first}")):
            shared = label_key(record_type, key)
            if key in growing.links:
                link = growing.links[key]
                said[shared] = self._titles.get(link) or self.title(self.growing[link])
            elif (value := growing.draft.values.get(key)) is not None and shared not in said:
                said[shared] = fields_of(record_type)[key].kind.show(value)
        parts = [said[name] for name in record_type.title_fields if said.get(name)]
        return record_type.title_joint.join(parts)

    def proposals(self) -> Iterator[Proposal]:
        """Yield what has grown, before the archive is asked about it; what was given is let go."""
        self._inside.clear()
        self._alike.clear()
        for key in list(self.growing):
            growing = self.growing.pop(key)
            draft = growing.draft
            title = self._titles[key] = self.title(growing)
            yield Proposal(
                key=draft.key,
                record=draft.record,
                title=title,
                rows=tuple(dict.fromkeys(growing.rows)),
                table=growing.table,
                values=draft.values,
                originals=draft.originals,
                links=growing.links,
                candidates=tuple(growing.near),
                questions=tuple(draft.questions),
                remarks=tuple(dict.fromkeys(draft.remarks)),
                spellings=tuple(growing.spellings),
            )


def _merge(first: Draft, again: Draft) -> None:
    """Add what another row says of the same record; where the two differ, ask."""
    first.remarks.extend(again.remarks)
    first.questions.extend(each for each in again.questions if each not in first.questions)
    for key, value in again.values.items():
        original = again.originals.get(key, "")
        before = first.values.get(key)
        if before is None:
            first.values[key] = value
            first.originals[key] = original
        elif before != value and key not in _NAMES:
            sentence = _("Another row of the file says something else of the same record.")
            question = Question(key, original, sentence, (value,))
            if question not in first.questions:
                first.questions.append(question)
