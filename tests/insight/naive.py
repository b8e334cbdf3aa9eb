"""The outcomes of an office by looking at every record, one after the other."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.rules.periods import Period
from liaison.insight.outcomes.declaration import Scope, ScopeKind
from liaison.storage.archive import Archive
from liaison.storage.row import Row
from liaison.time import instant
from tests.insight.outcomes_office import TODAY


class Naive:
    """Counts by looking at every record, one after the other."""

    def __init__(self, archive: Archive, period: Period) -> None:
        self.archive, self.period = archive, period
        self.by_uid: dict[str, Row] = {}

    def all(self, name: str, keep: Callable[[Row], bool] = lambda _row: True) -> list[Row]:
        rows = self.archive.rows(by_name(name))
        self.by_uid.update({each.uid: each for each in rows})
        return [each for each in rows if keep(each)]

    def within(self, day: date | datetime | None) -> bool:
        if isinstance(day, datetime):
            day = day.astimezone(instant.zone()).date()
        return day is not None and self.period.since <= day <= self.period.until

    def visits(self) -> list[Row]:
        return self.all(
            "visit",
            lambda each: (
                self.within(each["starts_on"])
                and each["starts_on"] <= TODAY
                and each["stage"] not in {"proposed", "cancelled"}
            ),
        )

    def meetings(self) -> list[Row]:
        return self.all(
            "meeting", lambda each: each["state"] == "held" and self.within(each["starts_at"])
        )

    def agreements(self) -> list[Row]:
        return self.all(
            "agreement",
            lambda each: each["signed_on"] is not None and self.within(each["signed_on"].since),
        )

    def promises(self) -> list[Row]:
        return self.all(
            "follow_up",
            lambda each: (
                each["state"] != "cancelled"
                and (self.within(each["due_on"]) or self.within(each["done_on"]))
            ),
        )

    def experiences(self) -> list[Row]:
        visits = {each.uid: each["starts_on"] for each in self.all("visit")}

        def keep(each: Row) -> bool:
            day = visits.get(each["visit"]) if each["visit"] else None
            return self.within(day or each.created_at)

        return self.all("experience", keep)

    def whose(self, each: Row) -> str | None:
        """Return the partner of a meeting or a promise."""
        if each["partner"]:
            partner: str = each["partner"]
            return partner
        if each.record_type.__tablename__ == "follow_up":
            relations = {row.uid: row["partner"] for row in self.all("relation")}
            return relations.get(each["relation"])
        visits = {
            row.uid: row["partner"] for row in self.all("visit") if row["direction"] == "incoming"
        }
        return visits.get(each["visit"])

    def parties(self) -> dict[str, set[str]]:
        """Return the partners that each document binds."""
        found: dict[str, set[str]] = {}
        for each in self.all("agreement_party"):
            if each["partner"]:
                found.setdefault(each["agreement"], set()).add(each["partner"])
        relations = {row.uid: row["partner"] for row in self.all("relation")}
        for each in self.all("relation"):
            if each["agreement"]:
                found.setdefault(each["agreement"], set()).add(each["partner"])
        for each in self.all("agreement"):
            if each["relation"]:
                found.setdefault(each.uid, set()).add(relations[each["relation"]])
        return found


class Narrowed:
    """Tells of each record whether it is in a scope, by looking at everything around it."""

    def __init__(self, naive: Naive, scope: Scope) -> None:
        self.naive, self.kind, self.key = naive, scope.kind, scope.key
        self.bodies = {scope.key} | {
            each.uid
            for each in naive.all("partner")
            if scope.key in {each["city"], each["parent"]} and not each["is_ours"]
        }
        self.events = {each.uid for each in naive.all("event") if each["organiser"] in self.bodies}
        self.hosted = {each.uid for each in naive.all("visit") if each["host_officer"] == scope.key}
        tasks = naive.all("follow_up", lambda each: each["theme"] == scope.key)
        themed = [
            *tasks,
            *naive.all("experience", lambda each: each["theme"] == scope.key),
            *naive.all("agreement", lambda each: scope.key in (each["themes"] or ())),
        ]
        self.visits_of_theme = {each["visit"] for each in themed}
        self.meetings_of_theme = {each["meeting"] for each in tasks}

    def visit(self, each: Row) -> bool:
        """Tell whether a visit is in the scope."""
        return {
            ScopeKind.ALL: True,
            ScopeKind.PARTNER: each["partner"] in self.bodies,
            ScopeKind.NETWORK: each["partner"] in self.bodies or each["event"] in self.events,
            ScopeKind.THEME: each.uid in self.visits_of_theme,
            ScopeKind.OFFICER: each["host_officer"] == self.key,
        }[self.kind]

    def meeting(self, each: Row) -> bool:
        """Tell whether a meeting is in the scope."""
        ours = self.naive.whose(each) in self.bodies
        return {
            ScopeKind.ALL: True,
            ScopeKind.PARTNER: ours,
            ScopeKind.NETWORK: ours or each["event"] in self.events,
            ScopeKind.THEME: each.uid in self.meetings_of_theme,
            ScopeKind.OFFICER: each["visit"] in self.hosted,
        }[self.kind]

    def follow_up(self, each: Row) -> bool:
        """Tell whether a promise is in the scope."""
        ours = self.naive.whose(each) in self.bodies
        return {
            ScopeKind.ALL: True,
            ScopeKind.PARTNER: ours,
            ScopeKind.NETWORK: ours,
            ScopeKind.THEME: each["theme"] == self.key,
            ScopeKind.OFFICER: each["assignee"] == self.key,
        }[self.kind]


def uids(rows: list[Row], **values: Any) -> frozenset[str]:
    return frozenset(
        each.uid for each in rows if all(each[key] == value for key, value in values.items())
    )
