"""The last contact of every partner, asked of the database at once."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final, NamedTuple

from liaison.domain.schema import Instant
from liaison.storage.connection import Connection
from liaison.time import instant


class Latest(NamedTuple):
    """The newest record of one sort that shows contact with a partner; `moment` as it is stored."""

    partner: str
    moment: str
    record: str


# In each, SQLite takes the other columns from the row that holds the maximum. Indexes are told
# outright: without statistics the planner may read the whole rows instead.
_VISITS: Final = """
    SELECT partner, max(CASE WHEN ends_on <= :today THEN ends_on ELSE starts_on END), uid
    FROM visit INDEXED BY list_contact_visit WHERE deleted_at IS NULL AND partner IS NOT NULL
      AND stage IN ('under_way', 'completed', 'closed')
      AND coalesce(starts_on, ends_on) <= :today
    GROUP BY partner"""
# The last of each partner is looked up, so that what was before it is not read.
_OWN_MEETINGS: Final = """
    SELECT whose, substr(latest, 1, instr(latest, '/') - 1), substr(latest, instr(latest, '/') + 1)
    FROM (SELECT partner.uid AS whose,
      (SELECT starts_at || '/' || meeting.uid FROM meeting INDEXED BY list_contact_meeting
       WHERE meeting.partner = partner.uid AND meeting.deleted_at IS NULL
         AND meeting.state = 'held' AND starts_at <= :now
       ORDER BY starts_at DESC LIMIT 1) AS latest FROM partner)
    WHERE latest IS NOT NULL"""
_MEETINGS_OF_VISITS: Final = """
    SELECT visit.partner, max(meeting.starts_at), meeting.uid
    FROM meeting INDEXED BY list_contact_meeting JOIN visit
      ON visit.uid = meeting.visit AND visit.direction = 'incoming' AND visit.deleted_at IS NULL
    WHERE meeting.partner IS NULL AND meeting.deleted_at IS NULL AND meeting.state = 'held'
      AND meeting.starts_at <= :now AND visit.partner IS NOT NULL
    GROUP BY visit.partner"""
_FOLLOW_UPS: Final = """
    SELECT whose, substr(latest, 1, instr(latest, '/') - 1), substr(latest, instr(latest, '/') + 1)
    FROM (SELECT partner.uid AS whose,
      (SELECT done_on || '/' || follow_up.uid FROM follow_up INDEXED BY list_contact_follow_up
       WHERE follow_up.partner = partner.uid AND follow_up.deleted_at IS NULL
         AND follow_up.state = 'done' AND done_on <= :today
       ORDER BY done_on DESC LIMIT 1) AS latest FROM partner)
    WHERE latest IS NOT NULL"""
BOUND: Final = """
    SELECT agreement_party.agreement AS agreement, agreement_party.partner AS partner
    FROM agreement_party WHERE deleted_at IS NULL AND agreement_party.partner IS NOT NULL
    UNION SELECT relation.agreement, relation.partner FROM relation
    WHERE deleted_at IS NULL AND relation.agreement IS NOT NULL AND relation.partner IS NOT NULL
    UNION SELECT agreement.uid, relation.partner
    FROM agreement JOIN relation ON relation.uid = agreement.relation
    WHERE relation.deleted_at IS NULL AND relation.partner IS NOT NULL"""
"""Which document (agreement) binds which partner, by its parties and by the relations it is of."""
_AGREEMENTS: Final = f"""
    WITH bound AS ({BOUND})
    SELECT bound.partner,
           max(CASE WHEN json_extract(signed_on, '$.until') <= :today
                    THEN json_extract(signed_on, '$.until')
                    ELSE json_extract(signed_on, '$.from') END) AS moment, agreement.uid
    FROM agreement JOIN bound ON bound.agreement = agreement.uid
    WHERE agreement.deleted_at IS NULL AND signed_on IS NOT NULL
      AND stage IN ('signed', 'in_force', 'renewed', 'expired', 'terminated')
      AND coalesce(json_extract(signed_on, '$.from'), json_extract(signed_on, '$.until')) <= :today
    GROUP BY bound.partner HAVING moment IS NOT NULL"""  # noqa: S608 - a constant
_LETTERS: Final = f"""
    WITH bound AS ({BOUND}),
    letter AS (
      SELECT uid, day, substr(attached_to, 1, instr(attached_to, '/') - 1) AS type,
             substr(attached_to, instr(attached_to, '/') + 1) AS owner
      FROM document WHERE deleted_at IS NULL AND kind IN ('letter_in', 'letter_out')
        AND day <= :today)
    SELECT whose, max(day), uid FROM (
      SELECT owner AS whose, day, uid FROM letter WHERE type = 'partner'
      UNION ALL SELECT visit.partner, day, letter.uid
        FROM letter JOIN visit ON type = 'visit' AND visit.uid = owner
      UNION ALL SELECT coalesce(meeting.partner, visit.partner), letter.day, letter.uid
        FROM letter JOIN meeting ON type = 'meeting' AND meeting.uid = owner
        LEFT JOIN visit ON visit.uid = meeting.visit AND visit.direction = 'incoming'
      UNION ALL SELECT relation.partner, day, letter.uid
        FROM letter JOIN relation ON type = 'relation' AND relation.uid = owner
      UNION ALL SELECT bound.partner, day, letter.uid
        FROM letter JOIN bound ON type = 'agreement' AND bound.agreement = owner)
    WHERE whose IS NOT NULL GROUP BY whose"""  # noqa: S608 - a constant
_ALL: Final = (_VISITS, _OWN_MEETINGS, _MEETINGS_OF_VISITS, _FOLLOW_UPS, _AGREEMENTS, _LETTERS)

_SEATS: Final = """
    SELECT uid, city FROM partner
    WHERE deleted_at IS NULL AND city IS NOT NULL AND coalesce(is_ours, 0) = 0
    UNION SELECT uid, parent FROM partner
    WHERE deleted_at IS NULL AND parent IS NOT NULL AND coalesce(is_ours, 0) = 0"""


def latest(connection: Connection, today: date) -> Iterator[Latest]:
    """Yield the newest records by which each partner was in touch until `today`, one of a sort.

    They are those that `rules.relations.Dealings` counts: visits made, meetings held, letters,
    agreements signed and follow-ups done.
    """
    end = datetime.combine(today, time.max, instant.zone())
    given = {"today": today.isoformat(), "now": Instant().store(end)}
    for statement in _ALL:
        named = {key: value for key, value in given.items() if f":{key}" in statement}
        yield from map(Latest._make, connection.execute(statement, named).fetchall())


def seats(connection: Connection) -> list[tuple[str, str]]:
    """Return which institution (uid) sits in, or belongs to, which partner (uid)."""
    return [(uid, place) for uid, place in connection.execute(_SEATS)]
