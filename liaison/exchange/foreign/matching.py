"""What the archive knows of the records of a file: surely, perhaps, or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from liaison.domain.rules.likeness import Named, identical, likeness
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.exchange.foreign.drafts import parts_of
from liaison.exchange.foreign.giving_up import go_on
from liaison.exchange.foreign.known import SURE, Known
from liaison.exchange.foreign.proposals import Candidate, FieldChange, Proposal
from liaison.language import keys

_NAMES: Final = ("name_fa", "name_en")


class Matching:
    """Says of proposals, those that others refer to first, what the archive has of them."""

    def __init__(self, known: Known, should_stop: Callable[[], bool]) -> None:
        self._known = known
        self._should_stop = should_stop
        self._uids: dict[str, str] = {}

    def matched(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Yield each proposal with its fate, its candidates and its changes."""
        for number, each in enumerate(proposals):
            go_on(number, self._should_stop)
            is_named = each.record in NAMED_TYPES
            found = self._by_name(each) if is_named else self._by_kind(each)
            if found.fate == "same":
                self._uids[found.key] = found.candidates[0].uid
            yield found

    def _by_name(self, proposal: Proposal) -> Proposal:
        own = named_of(proposal.record, proposal.values)
        named = replace(own, names=tuple(dict.fromkeys((*own.names, *proposal.spellings))))
        uid = proposal.originals.get("uid", "").removeprefix("urn:uuid:")
        if uid in self._known.rows(proposal.record):
            return self._joined(
                proposal,
                Candidate(self._known.title(proposal.record, uid), identical(proposal.title), uid),
            )
        near = [
            Candidate(self._known.title(proposal.record, each.key), each.likeness, each.key)
            for each in self._known.nearest(proposal.record, named)
        ]
        sure = [each for each in near if each.likeness.grade in SURE]
        if len(sure) == 1:
            return self._joined(proposal, sure[0])
        known = {each.uid for each in near}
        candidates = (
            *near,
            *(each for each in proposal.candidates if self._uids.get(each.proposal) not in known),
        )
        parts = () if sure or "." in proposal.key else self._parts(proposal)
        if candidates or parts:
            return replace(proposal, fate="unclear", candidates=candidates, parts=parts)
        return proposal

    @staticmethod
    def _is_alike(one: Named, other: Named) -> bool:
        """Tell whether an identifier may be believed: two cards may have the same by mistake."""
        return likeness(one, other).grade != "none"

    def _by_kind(self, proposal: Proposal) -> Proposal:
        linked = {key: self._uids.get(other, "") for key, other in proposal.links.items()}
        if not all(linked.values()):
            return proposal
        own = proposal.originals.get("uid", "")
        is_known = own in self._known.rows(proposal.record)
        uid = own if is_known else self._known.same(proposal.record, {**proposal.values, **linked})
        if not uid:
            return proposal
        return self._joined(
            proposal,
            Candidate(self._known.title(proposal.record, uid), identical(proposal.title), uid),
        )

    def _joined(self, proposal: Proposal, candidate: Candidate) -> Proposal:
        """Join a proposal with the record it surely is."""
        row = self._known.rows(proposal.record)[candidate.uid]
        return replace(
            proposal,
            fate="same",
            candidates=(candidate,),
            changes=changes(proposal, row.values),
        )

    def _parts(self, proposal: Proposal) -> tuple[str, ...]:
        """Return the names one cell seems to hold: words alone, or names that are known."""
        if proposal.record != "partner":
            return ()
        names = (proposal.values.get(key) for key in _NAMES)
        parts = parts_of(next((name for name in names if name), ""))
        near = [self._known.nearest("partner", Named((part,))) for part in parts]
        is_known = any(each and each[0].likeness.grade in SURE for each in near)
        return parts if is_known or all(len(part.split()) == 1 for part in parts) else ()


def changes(proposal: Proposal, there: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Return what the values of a proposal would change in those of a record that is there.

    A name of a city or body that is known as another name of it changes nothing.
    """
    known = _names_of(proposal.record, there) if proposal.record == "partner" else frozenset()
    return tuple(
        FieldChange(
            key=key,
            old=there.get(key),
            new=value,
            original=proposal.originals.get(key, ""),
            wins="new" if there.get(key) is None or key == "aliases" else "old",
        )
        for key, value in _additive(proposal, there).items()
        if value != there.get(key)
        and not (key in _NAMES and there.get(key) and keys.joined(value) in known)
    )


def _additive(proposal: Proposal, there: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values, other names as those that are there with the new ones after them."""
    if "aliases" not in proposal.values:
        return proposal.values
    known = _names_of(proposal.record, there)
    fresh = (name for name in proposal.values["aliases"] if keys.joined(name) not in known)
    aliases = (*(there.get("aliases") or ()), *fresh) or None
    return {**proposal.values, "aliases": aliases}


def _names_of(record: str, values: Mapping[str, Any]) -> frozenset[str]:
    named = named_of(record, values)
    return frozenset(keys.joined(name) for name in (*named.names, *named.aliases))
