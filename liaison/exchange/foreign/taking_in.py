"""A plan carried out: all of it in one change, so that one undo takes the whole import back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.domain.schema import fields_of
from liaison.errors import UserError
from liaison.exchange.foreign.drafts import ORDER
from liaison.exchange.foreign.giving_up import go_on
from liaison.exchange.foreign.known import Known
from liaison.exchange.foreign.matching import changes
from liaison.exchange.foreign.proposals import (
    Decision,
    Decisions,
    Deed,
    FieldChange,
    Plan,
    Proposal,
    Report,
    Told,
)
from liaison.i18n import _, language
from liaison.language import keys
from liaison.language.listing import comma
from liaison.storage.archive import Archive
from liaison.storage.change import Change, not_permitted
from liaison.storage.confinement import never


class _TrialOverError(Exception):
    """Everything would have gone well; nothing is to be kept."""


def automatic(proposal: Proposal) -> Decision:
    """Return what is done with a proposal that nobody decided about.

    What is surely one of the archive fills its blanks, what is new is added; what may be the same
    as something else, or several things at once, is left for a person.
    """
    if proposal.fate == "same":
        return Decision("same", uid=proposal.candidates[0].uid, alias=False)
    return Decision("new" if proposal.fate == "new" else "skip")


def carry_out(
    archive: Archive,
    plan: Plan,
    decisions: Decisions,
    label: str,
    *,
    dry_run: bool = False,
    should_stop: Callable[[], bool] = never,
) -> Report:
    """Write what was decided about `plan` in one change called `label`, and tell what was done.

    Where nothing would change, nothing is written and no step is made; with `dry_run` everything
    is tried and taken back. Raises UserError where the duty of whoever does it does not include
    it, and where `should_stop` says so; then nothing was written.
    """
    for record in {each.record for each in plan.proposals}:
        if not archive.rights.may_write(record):
            raise not_permitted()
    taking = _Taking(Known(archive), decisions)
    lines: list[Told] = []
    with suppress(_TrialOverError), archive.change(label) as change:
        ordered = sorted(plan.proposals, key=lambda each: ORDER.index(each.record))
        for number, proposal in enumerate(ordered):
            go_on(number, should_stop)
            lines.append(taking.take(change, proposal))
        if dry_run:
            raise _TrialOverError
    skipped = [
        Told(each.table, each.row, "", each.text, "", "skipped", (each.reason,))
        for each in plan.skipped
    ]
    told = sorted([*lines, *skipped], key=lambda each: (each.table, each.row))
    return Report(plan.name, plan.rows_read, tuple(told), plan.notes)


@dataclass
class _Taking:
    """Writes one proposal after the other, and knows what became of those before."""

    known: Known
    decisions: Decisions
    uids: dict[str, str] = field(default_factory=dict)
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The values of records that this import itself added, by uid."""

    def take(self, change: Change, proposal: Proposal) -> Told:
        """Do what was decided about a proposal."""
        decision = self.decisions.get(proposal.key) or automatic(proposal)
        missing = [key for key in proposal.links.values() if key not in self.uids]
        if decision.action == "skip" or missing:
            return _told(proposal, "", "skipped", self._why(proposal, missing))
        values = {
            **proposal.values,
            **decision.answers,
            **{key: self.uids[other] for key, other in proposal.links.items()},
        }
        open_ones = _open(proposal, decision)
        deed: Deed
        reasons: Iterable[str]
        try:
            uid = self._target(proposal, decision, values)
            if uid:
                deed, reasons = self._update(change, proposal, decision, uid, values)
            else:
                uid = change.add(proposal.record_type, values)
                self.written[uid] = values
                deed, reasons = "added", ()
        except UserError as error:
            return _told(proposal, "", "skipped", (error.message, *open_ones))
        self.uids[proposal.key] = uid
        return _told(proposal, uid, deed, (*reasons, *open_ones, *proposal.remarks))

    def _why(self, proposal: Proposal, missing: list[str]) -> Iterator[str]:
        if missing:
            yield _("What it belongs to was not taken in.")
        if proposal.parts:
            yield _("It seems to hold several names: {names}.").format(
                names=comma(language()).join(proposal.parts)
            )
        for candidate in proposal.candidates:
            yield _("It may be “{title}”: {reason}").format(
                title=candidate.title, reason=candidate.likeness.sentence
            )

    def _target(self, proposal: Proposal, decision: Decision, values: Mapping[str, Any]) -> str:
        """Return the record a proposal is joined with, "" where it makes a new one."""
        if decision.action == "same":
            joined = decision.uid or self.uids.get(decision.proposal, "")
            if not joined:
                raise UserError(_("What it was to be joined with was not taken in."))
            return joined
        # What it belongs to may have been joined with a record that has the like of it already.
        is_named = proposal.record in NAMED_TYPES
        return "" if is_named or not proposal.links else self.known.same(proposal.record, values)

    def _update(
        self,
        change: Change,
        proposal: Proposal,
        decision: Decision,
        uid: str,
        values: Mapping[str, Any],
    ) -> tuple[Deed, Iterable[str]]:
        """Give a record what was decided, and return what was done and what was not."""
        there = self._there(proposal.record, uid)
        differing = [
            each
            for each in changes(proposal, there)
            if each.key not in decision.answers and each.key not in proposal.links
        ]
        new = {
            each.key: each.new
            for each in differing
            if decision.fields.get(each.key, each.wins) == "new"
        }
        new |= {key: values[key] for key in (*decision.answers, *proposal.links)}
        if decision.alias and proposal.record in NAMED_TYPES:
            new |= _with_aliases(proposal, {**there, **new})
        new = {key: value for key, value in new.items() if there.get(key) != value}
        if new:
            change.update(proposal.record_type, uid, new)
            if uid in self.written:
                self.written[uid] |= new
        kept = (each for each in differing if each.key not in new)
        return ("updated" if new else "unchanged"), (_kept(proposal, each) for each in kept)

    def _there(self, record: str, uid: str) -> Mapping[str, Any]:
        if uid in self.written:
            return self.written[uid]
        row = self.known.rows(record).get(uid)
        if row is None:
            raise UserError(_("The record it was to be joined with is gone."), record=uid)
        return row.values


def _with_aliases(proposal: Proposal, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the other names of a record with the spellings of the file it does not know yet."""
    named = named_of(proposal.record, values)
    known = {keys.joined(name) for name in (*named.names, *named.aliases)}
    fresh = [each for each in proposal.spellings if keys.joined(each) not in known]
    return {"aliases": (*(values.get("aliases") or ()), *fresh)} if fresh else {}


def _open(proposal: Proposal, decision: Decision) -> list[str]:
    """Say which values were left out because nobody answered."""
    return [
        _("{field}: “{text}” was left out. {reason}").format(
            field=_label(proposal, each.key), text=each.original, reason=each.sentence
        )
        for each in proposal.questions
        if each.key not in decision.answers
    ]


def _kept(proposal: Proposal, change: FieldChange) -> str:
    kind = fields_of(by_name(proposal.record))[change.key].kind
    return _("{field}: “{old}” stays; the file says “{new}”.").format(
        field=_label(proposal, change.key), old=kind.show(change.old), new=kind.show(change.new)
    )


def _label(proposal: Proposal, key: str) -> str:
    return _(fields_of(by_name(proposal.record))[key].label)


def _told(proposal: Proposal, uid: str, deed: Deed, reasons: Iterable[str]) -> Told:
    return Told(
        proposal.table,
        proposal.rows[0],
        proposal.record,
        proposal.title,
        uid,
        deed,
        tuple(dict.fromkeys(reasons)),
    )
