"""What both sides promised: made, kept, open and late, by side, partner, theme and origin."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from liaison.domain.rules import overdue
from liaison.domain.schema.vocabulary import SIDE, THEME
from liaison.drawing.bars import bars
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Drawing,
    Figure,
    Records,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.expressions import ORIGIN, STANDING, WHOSE
from liaison.insight.outcomes.pieces import (
    NOT_STATED,
    choice,
    named,
    numbers,
    partner_cell,
)
from liaison.insight.outcomes.source import Source, Tally
from liaison.language import digits
from liaison.language.both import Both, said
from liaison.storage.working_days import office_calendar

TYPE: Final = "follow_up"
SIDES: Final = ("ours", "theirs")
MOST_LATE: Final = 100
"""So many overdue commitments are told one by one."""
ORIGIN_LABELS: Final[Mapping[str, str]] = {
    "meeting": N_("From the meeting"),
    "article": N_("From the clause"),
    "statement": N_("From the statement"),
    "visit": N_("From the visit"),
    "relation": N_("From the relation"),
    "membership": N_("From the membership"),
    "proposal": N_("From the proposal"),
}
STANDINGS: Final = (
    # Translators: in Persian «داده‌شده»، «انجام‌شده»، «باز»، «معوق»: what was promised
    ("made", N_("Made")),
    ("kept", N_("Kept")),
    ("open", N_("Open")),
    ("late", N_("Overdue")),
)


_BY_DAY: Final = ("kept", "open", "late")
_GROUPED: Final = ("theme", ORIGIN, "owed_by", STANDING)
Stands = Mapping[str, Records]
"""How some promises stand, by the keys of `STANDINGS`."""


def stands_by(tally: Tally, place: int) -> dict[str, Stands]:
    """Return how promises stand by what is at `place` of the keys of `tally`, "" for nothing.

    The last of each key says how they stand.
    """
    found: dict[str, dict[str, list[frozenset[str]]]] = {}
    for key, uids in tally.items():
        parts = found.setdefault(key[place] or "", {each: [] for each in _BY_DAY})
        parts[key[-1]].append(uids)
    return {value: _stands(parts) for value, parts in found.items()}


def _stands(parts: Mapping[str, Sequence[frozenset[str]]]) -> Stands:
    kept, still, late = (frozenset().union(*parts[key]) for key in _BY_DAY)
    still |= late
    found = {"made": kept | still, "kept": kept, "open": still, "late": late}
    return {key: Records(TYPE, uids) for key, uids in found.items()}


def by_side(tally: Tally, place: int) -> dict[str, Stands]:
    """Return how what each side promised stands, and under "" all; what both owe, each owes.

    At `place` of the keys of `tally` it says who owes them.
    """
    sides = {"": None, **{each: {each, "both"} for each in SIDES}}
    found = {}
    for side, several in sides.items():
        parts: dict[str, list[frozenset[str]]] = {key: [] for key in _BY_DAY}
        for key, uids in tally.items():
            if several is None or key[place] in several:
                parts[key[-1]].append(uids)
        found[side] = _stands(parts)
    return found


def promises(source: Source) -> Section:
    """Tell how the promises of the period stand, those due or done in it."""
    read = source.tally(TYPE, _GROUPED)
    now = by_side(read, _GROUPED.index("owed_by"))
    then = by_side(source.before.tally(TYPE, ("owed_by", STANDING)), 0)
    themes, origins = (stands_by(read, _GROUPED.index(key)) for key in ("theme", ORIGIN))
    tables = [
        _by_partner(source, stands_by(source.tally(TYPE, (WHOSE, STANDING)), 0)),
        _table("theme", N_("By theme"), N_("Theme"), themes),
        _table("origin", N_("By origin"), N_("Origin"), origins),
        _late(source, now[""]["late"]),
    ]
    chart = promises_chart(
        {side: (len(now[side]["kept"]), len(now[side]["open"])) for side in SIDES}
    )
    return Section(
        "promises",
        said(N_("Commitments")),
        [each for side in ("", *SIDES) for each in _figures(side, now[side], then[side])],
        tables,
        [Drawing(said(N_("Commitments kept and open, by side")), chart)],
    )


def _figures(side: str, now: Stands, then: Stands) -> list[Figure]:
    """Return how the promises of a side stand, "" for both."""
    figures = []
    for key, label in STANDINGS:
        name = said(label)
        if side:
            name = said(N_("{side}: {what}"), side=said(SIDE.options[side]), what=name)
        share = key == "kept"
        figures.append(
            Figure(
                f"{side}_{key}" if side else key,
                name,
                now[key],
                then[key],
                now["made"] if share else None,
                then["made"] if share else None,
                side,
            )
        )
    return figures


def _columns(first: str) -> list[Column]:
    return [Column("name", said(first), share=2.0), *numbers(*STANDINGS)]


def _cells(stands: Stands) -> tuple[Cell, ...]:
    return tuple(counted(stands[key]) for key, _label in STANDINGS)


def _table(key: str, title: str, heading: str, groups: Mapping[str, Stands]) -> Table:
    """Return a row for each group that has promises, what is not stated last."""
    labels = {**THEME.options, **ORIGIN_LABELS, "": NOT_STATED}
    rows = [
        Row((Cell(said(labels[each])), *_cells(groups[each])))
        for each in sorted(groups, key=list(labels).index)
    ]
    return Table(key, said(title), _columns(heading), rows)


def _by_partner(source: Source, groups: Mapping[str, Stands]) -> Table:
    """Return a row for each partner, that with most promises first."""
    names = source.names(groups)
    ordered = sorted(groups, key=lambda uid: (not uid, -len(groups[uid]["made"]), uid))
    told = [Row((partner_cell(uid, names), *_cells(groups[uid]))) for uid in ordered]
    return Table("partner", said(N_("By city or body")), _columns(N_("City or body")), told)


def _late(source: Source, late: Records) -> Table:
    """Return what is late, the longest first, in working days; of very many the first."""
    found = source.longest_late(MOST_LATE) if late else []
    names = source.names(uid for each in found for uid in (each.uid, each.get(WHOSE)))
    day = source.asked.as_of
    calendar = office_calendar(source.archive, [day, *(each.get("due_on") for each in found)])
    told = [
        Row(
            (
                named(TYPE, each.uid, names),
                partner_cell(each.get(WHOSE), names),
                choice(TYPE, "owed_by", each.get("owed_by")),
                Cell(each.get("due_on")),
                Cell(overdue.days_late(each.get("due_on"), day, calendar)),
            )
        )
        for each in found
    ]
    columns = [
        Column("title", said(N_("Commitment")), share=2.4),
        Column("partner", said(N_("City or body")), share=1.2),
        Column("owed_by", said(N_("Owed by")), share=0.7),
        Column("due_on", said(N_("Due on")), ColumnKind.DAY, 0.8),
        *numbers(("days", N_("Working days late"))),
    ]
    all_told = len(found) == len(late)
    note = Both() if all_told else said(N_("Only the longest overdue are shown."))
    return Table("late", said(N_("Overdue commitments")), columns, told, note)


def promises_chart(sides: Mapping[str, tuple[int, int]]) -> Callable[[Setting], Chart]:
    """Return what draws how much of what each side promised is kept, and how much is open."""

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        categories = [
            Category(
                said(SIDE.options[side]).of(lang),
                (kept, still),
                said(
                    N_("{kept} of {all} kept"),
                    kept=digits.number(kept, lang),
                    all=digits.number(kept + still, lang),
                ).of(lang),
            )
            for side, (kept, still) in sides.items()
        ]
        series = said(N_("Kept")).of(lang), said(N_("Open")).of(lang)
        return bars(categories, setting, series)

    return draw
