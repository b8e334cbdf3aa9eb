"""What a visit leaves behind, read with it: gifts, reactions, experiences, documents signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.records.experience import Experience
from liaison.domain.records.gift import Gift
from liaison.domain.records.media_item import MediaItem
from liaison.domain.records.partner import Partner

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from liaison.domain.schema import RecordType
    from liaison.storage.archive import Archive, Row


@dataclass(frozen=True)
class Afterwards:
    """The records that are filed once a visit is over; `partner` is the city it was of."""

    gifts: Sequence[Row] = ()
    media: Sequence[Row] = ()
    experiences: Sequence[Row] = ()
    agreements: Sequence[Row] = ()
    articles: Sequence[Row] = ()
    partner: Row | None = None

    @property
    def filed(self) -> list[Row]:
        """What the tab of the day after lists."""
        return [*self.gifts, *self.media, *self.experiences]


def read_afterwards(archive: Archive, visit: Row, meetings: Collection[str]) -> Afterwards:
    """Read what `visit` and its `meetings` left behind."""
    uid = visit.uid
    agreements = archive.rows(Agreement, {"visit": uid})
    signed = {each.uid for each in agreements}
    partner = visit.get("partner")
    return Afterwards(
        gifts=sorted(_around(archive, Gift, uid, meetings), key=_given),
        media=sorted(_around(archive, MediaItem, uid, meetings), key=_published),
        experiences=archive.rows(Experience, {"visit": uid}),
        agreements=agreements,
        articles=archive.rows(Article, {"agreement": signed}) if signed else [],
        partner=archive.read(Partner, partner) if partner else None,
    )


def _around(
    archive: Archive, record_type: RecordType, visit: str, meetings: Collection[str]
) -> Iterable[Row]:
    """Return the records of a type that name the visit or one of its meetings, each once."""
    found = archive.rows(record_type, {"visit": visit})
    if meetings:
        found += archive.rows(record_type, {"meeting": set(meetings)})
    return {row.uid: row for row in found}.values()


def _given(gift: Row) -> tuple[date, int]:
    day = gift.get("given_on")
    return (day or date.max, gift.id)


def _published(item: Row) -> tuple[str, str, int]:
    span = item.get("published_on")
    day = (span.since or span.until) if span else None
    return (item.get("group") or "~", day.isoformat() if day else "~", item.id)
