"""However a visit is closed, a promise nobody is responsible for keeps it open."""

import pytest

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.officer import Officer
from liaison.domain.records.statement import Statement
from liaison.domain.records.visit import Visit
from liaison.errors import UserError
from liaison.storage.archive import Archive


def close(archive: Archive, visit: str) -> None:
    with archive.change("Close") as change:
        change.update(Visit, visit, {"stage": "closed"})


def test_promises_without_an_owner_keep_a_visit_open_whoever_closes_it(archive: Archive) -> None:
    with archive.change("A visit") as change:
        visit = change.add(Visit, {"title_en": "Test visit", "direction": "incoming"})
        meeting = change.add(Meeting, {"title_en": "Test talks", "visit": visit})
        said = {"meeting": meeting, "kind": "commitment", "text_en": "We send it."}
        statement = change.add(Statement, said)
        agreement = change.add(Agreement, {"title_en": "Test paper", "visit": visit})
        owed = {"agreement": agreement, "text_en": "We send it.", "owed_by": "ours"}
        article = change.add(Article, owed)
        officer = change.add(Officer, {"name_en": "Test officer"})
    with pytest.raises(UserError, match="nobody is responsible for 2 promises") as raised:
        close(archive, visit)
    assert (raised.value.record, raised.value.field) == (visit, "stage")
    with archive.change("Followed up") as change:
        follow_up = change.add(
            FollowUp,
            {"title_en": "Send", "meeting": meeting, "statement": statement},
        )
        change.update(Article, article, {"state": "done"})
    with pytest.raises(UserError, match="1 promise"):
        close(archive, visit)
    with archive.change("Looked after, and closed") as change:
        change.update(FollowUp, follow_up, {"assignee": officer})
        change.update(Visit, visit, {"stage": "closed"})
    assert archive.read(Visit, visit)["stage"] == "closed"
    archive.undo()
    assert archive.read(Visit, visit)["stage"] != "closed"
