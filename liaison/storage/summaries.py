"""Figures over all records of a type, counted by the database along its indexes."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from liaison.storage.first_look import ENDING, FirstLook, look_through
from liaison.storage.store import Store

_VISITS: Final = """
    SELECT starts_on, direction, count(*) FROM visit INDEXED BY list_visit_starts_on
    WHERE deleted_at IS NULL AND starts_on BETWEEN ? AND ?
      AND direction IN ('incoming', 'outgoing')
      AND coalesce(stage, '') NOT IN ('proposed', 'cancelled')
    GROUP BY starts_on, direction"""
# Told outright: without statistics the planner may read the whole rows instead.
_PROMISES: Final = """
    SELECT theme, coalesce(state, ''), count(*) FROM follow_up INDEXED BY list_follow_up_theme
    WHERE deleted_at IS NULL AND theme IS NOT NULL AND coalesce(state, '') != 'cancelled'
    GROUP BY theme, state"""
_RELATIONS: Final = """
    SELECT uid, partner FROM relation
    WHERE deleted_at IS NULL AND coalesce(stage, 'concluded') IN ('concluded', 'suspended')"""
_ENDING: Final = f"""
    SELECT uid, json_extract(valid_until, '$.until') AS last FROM agreement
    WHERE {ENDING} <= ? ORDER BY last, uid"""  # noqa: S608 - a constant


class Promises(NamedTuple):
    """How many follow-ups there are, and how many of them are done; cancelled ones are neither."""

    kept: int
    made: int


def look_again(store: Store, today: date) -> FirstLook:
    """Return what the desk shows first, of an open archive; of an encrypted one too."""
    with store.reading() as connection:
        return look_through(connection, today)


def visits_by_day(store: Store, since: date, until: date) -> Counter[tuple[date, str]]:
    """Count the visits that began from `since` to `until`, by day and direction.

    What is only proposed, or was cancelled, is no visit yet, or none.
    """
    with store.reading() as connection:
        rows = connection.execute(_VISITS, (since.isoformat(), until.isoformat()))
        return Counter({(date.fromisoformat(day), way): count for day, way, count in rows})


def promises_by_theme(store: Store) -> Mapping[str, Promises]:
    """Count what was promised and kept by either side, by theme; a theme without any lacks."""
    made: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    with store.reading() as connection:
        for theme, state, count in connection.execute(_PROMISES):
            made[theme] += count
            kept[theme] += count if state == "done" else 0
    return {theme: Promises(kept[theme], count) for theme, count in made.items()}


def standing_relations(store: Store) -> Mapping[str, str]:
    """Return the partner of each relation that was concluded and has not ended, by uid."""
    with store.reading() as connection:
        return {uid: partner for uid, partner in connection.execute(_RELATIONS)}  # noqa: C416 - the driver's rows have no types


def ending_agreements(store: Store, until: date) -> Mapping[str, date]:
    """Return the last day of each standing agreement that ends by `until`, the nearest first."""
    with store.reading() as connection:
        rows = connection.execute(_ENDING, (until.isoformat(),))
        return {uid: date.fromisoformat(last) for uid, last in rows}
