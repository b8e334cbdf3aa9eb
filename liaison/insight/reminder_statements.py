"""The statements that find what is due, along indexes that were made for lists and calendar."""

from typing import Final

from liaison.storage.first_look import OPEN

_GOING: Final = "coalesce(stage, '') NOT IN ('completed', 'closed', 'cancelled')"
_ALL: Final = f"FROM follow_up INDEXED BY list_follow_up_open WHERE {OPEN}"
_OWN: Final = (
    f"FROM follow_up INDEXED BY ix_follow_up_assignee WHERE assignee = :officer AND {OPEN}"
)
_DUE: Final = "AND due_on BETWEEN :since AND :until"
_COUNT: Final = "SELECT count(*), min(due_on), max(due_on)"


def follow_ups(*, own: bool) -> str:
    """Count what is due between two days, all or the `officer`'s own; an index alone is read."""
    return f"{_COUNT} {_OWN if own else _ALL} {_DUE}"


def one_follow_up(*, own: bool) -> str:
    """Find the only one of them."""
    return f"SELECT uid {_OWN if own else _ALL} {_DUE} LIMIT 1"


VISITS: Final = f"""
    SELECT uid, starts_on FROM visit INDEXED BY list_visit_starts_on
    WHERE deleted_at IS NULL AND starts_on BETWEEN :since AND :until AND {_GOING}
    ORDER BY starts_on, uid"""  # noqa: S608 - a constant

_LAST: Final = "max(coalesce(ends_on, starts_on), coalesce(starts_on, ends_on))"
_VISITS: Final = "SELECT uid, stage FROM visit INDEXED BY list_calendar_visit"
# From the visits that are not over to their tasks: those of years gone by are never looked at.
ALL_TASKS: Final = f"""
    WITH ahead AS (
        {_VISITS} WHERE deleted_at IS NULL AND {_LAST} >= :today
        UNION ALL {_VISITS} WHERE deleted_at IS NULL AND {_LAST} IS NULL)
    SELECT ahead.uid, count(*), min(item.due_on), max(item.due_on), min(item.uid)
    FROM ahead CROSS JOIN checklist_item AS item ON item.visit = ahead.uid
    WHERE {_GOING} AND item.deleted_at IS NULL AND item.done_on IS NULL AND item.due_on <= :today
    GROUP BY ahead.uid"""  # noqa: S608 - constants
TASKS: Final = ALL_TASKS.replace(
    "GROUP BY", "AND coalesce(item.responsible, :officer) = :officer GROUP BY"
)
"""The same, of what the `officer` or nobody is responsible for."""
REPLIES: Final = """
    SELECT uid, invitation_reply_due FROM event INDEXED BY list_calendar_reply
    WHERE deleted_at IS NULL AND invitation_reply_due BETWEEN :since AND :until
    ORDER BY invitation_reply_due, uid"""
