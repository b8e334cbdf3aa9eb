"""An import under way, written down as a draft: what was said of it and decided comes back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from liaison.domain.schema import Json, fields_of
from liaison.errors import UserError
from liaison.exchange.foreign.profiles import read_target, written_target
from liaison.exchange.foreign.proposals import Decision, Proposal
from liaison.i18n import _
from liaison.storage.archive import Archive
from ui.bringing.session import Given, Session

KEY: Final = "bringing"
"""The name of the draft; one import at a time."""
_GIVEN: Final = ("text", "html", "encoding", "separator", "head_row")


def written(session: Session) -> dict[str, Json]:
    """Return what is needed to go on with `session` another time."""
    given = session.given
    found = {each.key: each for each in session.proposals}
    return {
        "path": str(given.path) if given.path else "",
        **{key: getattr(given, key) for key in _GIVEN},
        "name": session.source.name,
        "digest": session.digest,
        "tables": [
            [each.subject, [written_target(target) for target in each.columns]]
            for each in session.tables
        ],
        "split": sorted(session.split),
        "looked": session.plan is not None,
        "decisions": {
            key: _decided(found[key], each)
            for key, each in session.decisions.items()
            if key in found
        },
    }


def _decided(proposal: Proposal, decision: Decision) -> dict[str, Json]:
    declared = fields_of(proposal.record_type)
    return {
        "action": decision.action,
        "uid": decision.uid,
        "proposal": decision.proposal,
        "fields": dict(decision.fields),
        "answers": {
            key: declared[key].kind.to_json(value) for key, value in decision.answers.items()
        },
        "alias": decision.alias,
    }


def brought_back(fields: Mapping[str, Any], archive: Archive) -> Session:
    """Return the session that was written down, planned if it was; read on the worker.

    Raises UserError where the file is gone or says something else by now, and KeyError, TypeError
    or ValueError for a draft that is none.
    """
    given = Given(
        Path(fields["path"]) if fields["path"] else None,
        *(fields[key] for key in _GIVEN),
    )
    session = Session.begun(given)
    if session.digest != fields["digest"]:
        raise UserError(
            _("“{name}” has changed since; bring it in anew.").format(name=session.source.name)
        )
    for mapped, (subject, columns) in zip(session.tables, fields["tables"], strict=True):
        mapped.subject = subject
        mapped.columns = tuple(map(read_target, columns))
    session.split = set(fields["split"])
    if fields["looked"]:
        session.take_plan(session.planned(archive))
        found = {each.key: each for each in session.proposals}
        session.decisions = {
            key: _read(found[key], each)
            for key, each in fields["decisions"].items()
            if key in found
        }
    return session


def _read(proposal: Proposal, stored: Mapping[str, Any]) -> Decision:
    declared = fields_of(proposal.record_type)
    answers = {key: declared[key].kind.from_json(value) for key, value in stored["answers"].items()}
    return Decision(**{**stored, "answers": answers})
