"""The statements that find what touches a stretch of days, along indexes made for them.

Each gives uid, both titles, both titles of the visit it is part of, that visit's uid, a state, a
side, and then when it is. They may give a little more than was asked for, never less.
"""

from collections.abc import Mapping
from typing import Final

from liaison.insight.calendar_entry import Kind

# A plus sign keeps an index that knows less from being walked instead.
STATEMENTS: Final[Mapping[Kind, str]] = {
    "visit": """
        SELECT visit.uid, title_fa, title_en, NULL, NULL, visit.uid, stage, direction,
               coalesce(starts_on, ends_on), coalesce(ends_on, starts_on)
        FROM visit
        WHERE deleted_at IS NULL
          AND max(coalesce(ends_on, starts_on), coalesce(starts_on, ends_on)) >= :since
          AND +coalesce(starts_on, ends_on) <= :until""",
    "programme": """
        SELECT item.uid, item.title_fa, item.title_en, visit.title_fa, visit.title_en, item.visit,
               item.state, NULL, item.day, item.starts, item.ends
        FROM programme_item AS item JOIN visit ON visit.uid = item.visit
        WHERE item.deleted_at IS NULL AND visit.deleted_at IS NULL
          AND item.day BETWEEN :since AND :until
          AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.uid = item.meeting
                          AND meeting.deleted_at IS NULL AND meeting.starts_at IS NOT NULL)""",
    "meeting": """
        SELECT meeting.uid, meeting.title_fa, meeting.title_en, visit.title_fa, visit.title_en,
               meeting.visit, state, NULL,
               coalesce(starts_at, ends_at), coalesce(ends_at, starts_at)
        FROM meeting LEFT JOIN visit ON visit.uid = meeting.visit
        WHERE meeting.deleted_at IS NULL
          AND max(coalesce(ends_at, starts_at), coalesce(starts_at, ends_at)) >= :begun
          AND +coalesce(starts_at, ends_at) <= :ended""",
    "event": """
        SELECT uid, title_fa, title_en, NULL, NULL, NULL, NULL, our_role, "when"
        FROM event
        WHERE deleted_at IS NULL AND "when" IS NOT NULL
          AND coalesce(json_extract("when", '$.until'), '9999-12-31') >= :since
          AND +coalesce(json_extract("when", '$.from'), json_extract("when", '$.until')) <= :until
          """,
    "reply": """
        SELECT uid, title_fa, title_en, NULL, NULL, NULL, NULL, NULL,
               invitation_reply_due, invitation_reply_due
        FROM event
        WHERE deleted_at IS NULL AND invitation_reply_due BETWEEN :since AND :until""",
    "follow_up": """
        SELECT uid, title_fa, title_en, NULL, NULL, NULL, state, owed_by, due_on, due_on
        FROM follow_up
        WHERE deleted_at IS NULL AND coalesce(state, '') NOT IN ('done', 'cancelled')
          AND due_on BETWEEN :since AND :until""",
    "checklist": """
        SELECT item.uid, item.title_fa, item.title_en, visit.title_fa, visit.title_en, item.visit,
               NULL, NULL, item.due_on, item.due_on
        FROM checklist_item AS item JOIN visit ON visit.uid = item.visit
        WHERE item.deleted_at IS NULL AND visit.deleted_at IS NULL AND +item.done_on IS NULL
          AND item.due_on BETWEEN :since AND :until""",
    "agreement": """
        SELECT uid, title_fa, title_en, NULL, NULL, NULL, stage, NULL, valid_until
        FROM agreement
        WHERE deleted_at IS NULL AND valid_until IS NOT NULL
          AND coalesce(json_extract(valid_until, '$.until'), '9999-12-31') >= :since
          AND +coalesce(json_extract(valid_until, '$.from'),
                        json_extract(valid_until, '$.until')) <= :until""",
    "holiday": """
        SELECT uid, title_fa, title_en, NULL, NULL, NULL, provisional, NULL, day, day
        FROM holiday WHERE deleted_at IS NULL AND day BETWEEN :since AND :until""",
}
