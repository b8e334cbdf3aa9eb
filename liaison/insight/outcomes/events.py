"""The meetings held and the documents signed in the period, one by one."""

from collections.abc import Mapping, Sequence
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.classing import WITHHELD
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Records,
    Row,
    Section,
    Table,
)
from liaison.insight.outcomes.parties import parties
from liaison.insight.outcomes.pieces import choice, compared, named, wording
from liaison.insight.outcomes.source import WHOSE, Source
from liaison.language.both import COMMA, Both, joined, said
from liaison.time import instant

_MEETING: Final = ("title_fa", "title_en", WHOSE, "outcome_fa", "outcome_en", "outcome_class")
_AGREEMENT: Final = ("title_fa", "title_en", "kind", "stage", "signed_place_fa", "signed_place_en")


def meetings(source: Source) -> Section:
    """Tell the meetings held in the period, in the order of their days."""
    found = sorted(source.meetings(*_MEETING), key=lambda each: (each.get("starts_at"), each.uid))
    names = source.names(uid for each in found for uid in (each.uid, each.get(WHOSE)))
    rows = [
        Row(
            (
                Cell(each.get("starts_at").astimezone(instant.zone()).date()),
                Cell(wording(each, "title") or names.get(each.uid, Both()), ("meeting", each.uid)),
                named("partner", each.get(WHOSE), names),
                choice("meeting", "outcome_class", each.get("outcome_class")),
                Cell(wording(each, "outcome")),
            )
        )
        for each in found
    ]
    columns = [
        Column("day", said(N_("Day")), ColumnKind.DAY, 0.9),
        Column("title", said(N_("Meeting")), share=2.0),
        Column("partner", said(N_("City or body")), share=1.2, owed=True),
        Column("class", said(N_("Class of outcome")), share=0.8, owed=True),
        Column("outcome", said(N_("Outcome")), share=2.2, owed=True),
    ]
    label = said(N_("Meetings held"))
    figure = compared("meetings", label, "meeting", found, source.before.meetings())
    return Section("meetings", label, [figure], [Table("meetings", Both(), columns, rows)])


def signed(source: Source) -> Section:
    """Tell the cooperation documents signed in the period, in the order of their days."""
    found = source.agreements(*_AGREEMENT)
    found.sort(
        key=lambda each: (each.get("signed_on").since or each.get("signed_on").until, each.uid)
    )
    bound, ours = parties(source, (each.uid for each in found)), source.ours()
    others = {
        each.uid: [uid for uid in bound.get(each.uid, ()) if uid not in ours] for each in found
    }
    names = source.names([*others, *(uid for uids in others.values() for uid in uids)])
    rows = [
        Row(
            (
                Cell(each.get("signed_on")),
                Cell(
                    wording(each, "title") or names.get(each.uid, Both()), ("agreement", each.uid)
                ),
                choice("agreement", "kind", each.get("kind")),
                _parties(others[each.uid], names),
                Cell(wording(each, "signed_place")),
                choice("agreement", "stage", each.get("stage")),
            )
        )
        for each in found
    ]
    columns = [
        Column("signed_on", said(N_("Signed on")), ColumnKind.SPAN, 1.0),
        Column("title", said(N_("Cooperation document")), share=2.2),
        Column("kind", said(N_("Kind")), share=1.0, owed=True),
        Column("parties", said(N_("Parties")), share=1.5, owed=True),
        Column("place", said(N_("Place of signing")), share=0.9, owed=True),
        Column("stage", said(N_("Stage")), share=0.8, owed=True),
    ]
    label = said(N_("Agreements signed"))
    figure = compared("agreements", label, "agreement", found, source.before.agreements())
    return Section("signed", label, [figure], [Table("signed", Both(), columns, rows)])


def _parties(partners: Sequence[str], names: Mapping[str, Both]) -> Cell:
    """Return the cell that names the other parties of a document."""
    known = [uid for uid in partners if uid in names]
    told = frozenset(uid for uid in known if names[uid] != said(WITHHELD))
    words = joined(dict.fromkeys(names[uid] for uid in known), COMMA)
    return Cell(words, told=Records("partner", told))
