"""The stages of a cooperation document, and how it moves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.domain.rules.clearances import holding, is_held, is_signing
from liaison.domain.rules.concluding import follow_up_of, not_followed, relation_after
from liaison.domain.schema import Choice, fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from liaison.time.span import Span
    from ui.pages.agreement_reading import AgreementRows

SIGNED: Final = "signed"
ASIDE: Final = ("renewed", "terminated")
"""Stages that are reached from the menu, not passed through on the way."""


def _options() -> dict[str, str]:
    kind = fields_of(Agreement)["stage"].kind
    return dict(kind.options) if isinstance(kind, Choice) else {}


def stage_labels() -> dict[str, str]:
    """Return the stages a document passes through, each with its label."""
    return {key: label for key, label in _options().items() if key not in ASIDE}


def aside_labels() -> dict[str, str]:
    """Return the stages beside the way, each with its label."""
    return {key: label for key, label in _options().items() if key in ASIDE}


def label_of(stage: str) -> str:
    """Return the message id of a stage."""
    return _options().get(stage, "")


def held_by(rows: AgreementRows, stage: str) -> Sequence[Row]:
    """Return the clearances that hold the document back from `stage`."""
    if not is_held(rows.agreement.get("stage"), stage):
        return ()
    held = {each.uid for each in holding(rows.clearances)}
    return [each for each in rows.clearances if each.uid in held]


def move(rows: AgreementRows, values: dict[str, Any], reason: str, change: Change) -> None:
    """Write `values` of the document, its stage among them, within one change.

    With a `reason` the clearances that hold it back are gone on without, for that reason.
    """
    for each in held_by(rows, values["stage"]) if reason else ():
        change.update(Clearance, each.uid, {"override_reason": reason}, version=each.version)
    change.update(Agreement, rows.agreement.uid, values, version=rows.agreement.version)


def relation_changes(rows: AgreementRows, signed: Span) -> dict[str, Any]:
    """Return what the relation of the document takes over on signing."""
    if rows.relation is None:
        return {}
    return relation_after(rows.agreement, rows.relation, signed)


def unfollowed(rows: AgreementRows) -> list[Row]:
    """Return the clauses that get a follow-up on signing."""
    lacking = {each.uid for each in not_followed(rows.articles, rows.follow_ups)}
    return [each for each in rows.articles if each.uid in lacking]


def follow_up_values(rows: AgreementRows, article: Row) -> dict[str, Any]:
    """Return what the follow-up of a clause starts from."""
    officer = rows.relation.get("our_liaison") if rows.relation is not None else None
    return follow_up_of(article, rows.other_side, officer)


def asks_signing(rows: AgreementRows, stage: str) -> bool:
    """Tell whether a step to `stage` signs the document, or says again when it was signed."""
    return stage == SIGNED or is_signing(rows.agreement.get("stage"), stage)


def sign(rows: AgreementRows, values: dict[str, Any], reason: str, change: Change) -> int:
    """Sign the document within one change; return how many follow-ups appeared.

    `values` are the day, the places and the stage it comes to. With a `reason` it is signed
    without the clearances that are missing.
    """
    move(rows, values, reason, change)
    signed = values["signed_on"]
    relation = relation_changes(rows, signed)
    if rows.relation is not None and relation:
        change.update(Relation, rows.relation.uid, relation, version=rows.relation.version)
    clauses = unfollowed(rows)
    for each in clauses:
        change.add(FollowUp, follow_up_values(rows, each))
    return len(clauses)
