"""The conditions by which a scope narrows the records of each type.

Each stands in a statement on its type; `:scoped` is JSON, the uids of a partner with its bodies,
and `:scope_key` the theme or the officer.
"""

# ruff: noqa: S608 - the conditions are made of constants; what is asked for is bound
from collections.abc import Mapping
from typing import Final

from liaison.insight.outcomes.declaration import Scope, ScopeKind
from liaison.storage.connection import Connection
from liaison.storage.contacts import BOUND

WHOSE_MEETING: Final = """coalesce(meeting.partner, (
    SELECT came.partner FROM visit AS came WHERE came.uid = meeting.visit
      AND came.direction = 'incoming' AND came.deleted_at IS NULL))"""
"""The partner of a meeting: its own, else that of the visit that came."""
WHOSE_FOLLOW_UP: Final = """coalesce(follow_up.partner, (
    SELECT bond.partner FROM relation AS bond WHERE bond.uid = follow_up.relation))"""
"""The partner of a promise: its own, else that of the relation it came from."""
_SCOPED: Final = "(SELECT value FROM json_each(:scoped))"
_BOUND: Final = f"(SELECT agreement FROM ({BOUND}) WHERE partner IN {_SCOPED})"
_VISITS: Final = f"(SELECT uid FROM visit WHERE deleted_at IS NULL AND partner IN {_SCOPED})"
_MEETINGS: Final = f"""(SELECT uid FROM meeting
    WHERE meeting.deleted_at IS NULL AND {WHOSE_MEETING} IN {_SCOPED})"""
_EVENTS: Final = f"(SELECT uid FROM event WHERE deleted_at IS NULL AND organiser IN {_SCOPED})"

_OF_PARTNER: Final[Mapping[str, str]] = {
    "visit": f"visit.partner IN {_SCOPED}",
    "meeting": f"{WHOSE_MEETING} IN {_SCOPED}",
    "follow_up": f"{WHOSE_FOLLOW_UP} IN {_SCOPED}",
    "agreement": f"agreement.uid IN {_BOUND}",
    "article": f"article.agreement IN {_BOUND}",
    "experience": f"""(experience.partner IN {_SCOPED} OR experience.relation IN (
        SELECT uid FROM relation WHERE partner IN {_SCOPED}))""",
    "relation": f"relation.partner IN {_SCOPED}",
    "membership": f"(membership.partner IN {_SCOPED} OR membership.holder IN {_SCOPED})",
    "gift": f"""(gift.from_partner IN {_SCOPED} OR gift.visit IN {_VISITS}
        OR gift.meeting IN {_MEETINGS})""",
    "media_item": f"(media_item.visit IN {_VISITS} OR media_item.meeting IN {_MEETINGS})",
    "event": f"(event.organiser IN {_SCOPED} OR event.host_city IN {_SCOPED})",
    "proposal": f"(proposal.proposer IN {_SCOPED} OR proposal.forum IN {_EVENTS})",
    "subject_link": f"subject_link.partner IN {_SCOPED}",
}
_OF_NETWORK: Final[Mapping[str, str]] = {
    **_OF_PARTNER,
    "visit": f"({_OF_PARTNER['visit']} OR visit.event IN {_EVENTS})",
    "meeting": f"({_OF_PARTNER['meeting']} OR meeting.event IN {_EVENTS})",
}

_THEME_TASKS: Final = "FROM follow_up WHERE deleted_at IS NULL AND theme = :scope_key"
_THEME_VISITS: Final = f"""(SELECT visit {_THEME_TASKS}
    UNION SELECT visit FROM experience WHERE deleted_at IS NULL AND theme = :scope_key
    UNION SELECT visit FROM agreement WHERE deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM json_each(agreement.themes) WHERE value = :scope_key))"""
_OF_THEME: Final[Mapping[str, str]] = {
    "visit": f"visit.uid IN {_THEME_VISITS}",
    "meeting": f"meeting.uid IN (SELECT meeting {_THEME_TASKS})",
    "media_item": f"""(media_item.visit IN {_THEME_VISITS}
        OR media_item.meeting IN (SELECT meeting {_THEME_TASKS}))""",
    "follow_up": "follow_up.theme = :scope_key",
    "agreement": "EXISTS (SELECT 1 FROM json_each(agreement.themes) WHERE value = :scope_key)",
    "article": "article.theme = :scope_key",
    "experience": "experience.theme = :scope_key",
    "relation": "EXISTS (SELECT 1 FROM json_each(relation.themes) WHERE value = :scope_key)",
    "membership": f"membership.uid IN (SELECT membership {_THEME_TASKS})",
    "gift": f"gift.visit IN {_THEME_VISITS}",
    "event": f"event.uid IN (SELECT event FROM visit WHERE uid IN {_THEME_VISITS})",
    "proposal": f"proposal.uid IN (SELECT proposal {_THEME_TASKS})",
    "subject_link": "subject_link.theme = :scope_key",
}

_HOSTED: Final = "(SELECT uid FROM visit WHERE deleted_at IS NULL AND host_officer = :scope_key)"
_BONDS: Final = "(SELECT uid FROM relation WHERE deleted_at IS NULL AND our_liaison = :scope_key)"
_PAPERS: Final = f"""(SELECT uid FROM agreement WHERE relation IN {_BONDS} OR visit IN {_HOSTED}
    UNION SELECT agreement FROM relation WHERE deleted_at IS NULL AND our_liaison = :scope_key)"""
_OF_OFFICER: Final[Mapping[str, str]] = {
    "visit": "visit.host_officer = :scope_key",
    "meeting": f"meeting.visit IN {_HOSTED}",
    "media_item": f"""(media_item.visit IN {_HOSTED} OR media_item.meeting IN (
        SELECT uid FROM meeting WHERE deleted_at IS NULL AND visit IN {_HOSTED}))""",
    "follow_up": "follow_up.assignee = :scope_key",
    "agreement": f"agreement.uid IN {_PAPERS}",
    "article": f"article.agreement IN {_PAPERS}",
    "experience": f"(experience.relation IN {_BONDS} OR experience.visit IN {_HOSTED})",
    "relation": "relation.our_liaison = :scope_key",
    "membership": "membership.officer = :scope_key",
    "gift": f"gift.visit IN {_HOSTED}",
    "event": f"event.uid IN (SELECT event FROM visit WHERE uid IN {_HOSTED})",
    "proposal": """proposal.uid IN (
        SELECT proposal FROM follow_up WHERE deleted_at IS NULL AND assignee = :scope_key)""",
    "subject_link": """subject_link.partner IN (
        SELECT partner FROM relation WHERE deleted_at IS NULL AND our_liaison = :scope_key)""",
}
_OF: Final[Mapping[ScopeKind, Mapping[str, str]]] = {
    ScopeKind.ALL: {},
    ScopeKind.PARTNER: _OF_PARTNER,
    ScopeKind.NETWORK: _OF_NETWORK,
    ScopeKind.THEME: _OF_THEME,
    ScopeKind.OFFICER: _OF_OFFICER,
}

_BODIES: Final = """
    SELECT :scope_key UNION SELECT uid FROM partner
    WHERE deleted_at IS NULL AND coalesce(is_ours, 0) = 0
      AND (city = :scope_key OR parent = :scope_key)"""


def condition(scope: Scope, type_name: str) -> str:
    """Return the condition that keeps what of a type is in `scope`; "" where it is all of it."""
    return _OF[scope.kind].get(type_name, "")


def bodies(connection: Connection, scope: Scope) -> list[str]:
    """Return the uids of the partner of a scope and of the institutions that sit in it."""
    if scope.kind not in {ScopeKind.PARTNER, ScopeKind.NETWORK}:
        return []
    return [row[0] for row in connection.execute(_BODIES, {"scope_key": scope.key})]
