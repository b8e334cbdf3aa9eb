"""What both sides promised: made, kept, open and late, by side, partner, theme and origin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from liaison.domain.rules import overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.outcomes import Found, is_late
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
from liaison.insight.outcomes.pieces import (
    NOT_STATED,
    choice,
    grouped,
    named,
    numbers,
    partner_cell,
)
from liaison.insight.outcomes.source import WHOSE, Source
from liaison.language import digits
from liaison.language.both import Both, said
from liaison.storage.working_days import office_calendar

TYPE: Final = "follow_up"
SIDES: Final = ("ours", "theirs")
MOST_LATE: Final = 100
"""So many overdue commitments are told one by one."""
ORIGINS: Final[Mapping[str, str]] = {
    "meeting": N_("From the meeting"),
    "article": N_("From the clause"),
    "statement": N_("From the statement"),
    "visit": N_("From the visit"),
    "relation": N_("From the relation"),
    "membership": N_("From the membership"),
    "proposal": N_("From the proposal"),
}
_READ: Final = (*ORIGINS, WHOSE, "owed_by", "theme")
STANDINGS: Final = (
    # Translators: in Persian «داده‌شده»، «انجام‌شده»، «باز»، «معوق»: what was promised
    ("made", N_("Made")),
    ("kept", N_("Kept")),
    ("open", N_("Open")),
    ("late", N_("Overdue")),
)


class Standing:
    """How promises stand on a day: which were made, kept, are open and, among these, late."""

    def __init__(self, promises: Iterable[Facts], day: date) -> None:
        self.promises = list(promises)
        still = [each for each in self.promises if overdue.is_open(each)]
        self.late = [each for each in still if is_late(each, day)]
        self._open = frozenset(each.uid for each in still)
        self._late = frozenset(each.uid for each in self.late)

    def of(self, promises: Iterable[Facts]) -> dict[str, Records]:
        """Return how some of the promises stand, by the keys of `STANDINGS`."""
        made = frozenset(each.uid for each in promises)
        found = {
            "made": made,
            "kept": made - self._open,
            "open": made & self._open,
            "late": made & self._late,
        }
        return {key: Records(TYPE, uids) for key, uids in found.items()}


def owed_by(promises: Iterable[Found], side: str) -> list[Found]:
    """Return what `side` promised; what both sides owe is owed by each."""
    return [each for each in promises if each.get("owed_by") in {side, "both"}]


def promises(source: Source) -> Section:
    """Tell how the promises of the period stand, those due or done in it."""
    read, read_before = source.follow_ups_compared(*_READ)
    now = Standing(read, source.asked.as_of)
    then = Standing(read_before, source.asked.before.as_of)
    names = source.names({each.get(WHOSE) for each in read})
    tables = [
        _by_partner(now, names),
        _table("theme", N_("By theme"), N_("Theme"), grouped(read, _theme), now),
        _table("origin", N_("By origin"), N_("Origin"), grouped(read, _origin), now),
        _late(source, now, names),
    ]
    return Section(
        "promises",
        said(N_("Commitments")),
        [each for side in ("", *SIDES) for each in _figures(side, now, then)],
        tables,
        [Drawing(said(N_("Commitments kept and open, by side")), promises_chart(now))],
    )


def _figures(side: str, now: Standing, then: Standing) -> list[Figure]:
    """Return how the promises of a side stand, "" for both."""
    here, earlier = (
        each.of(owed_by(each.promises, side) if side else each.promises) for each in (now, then)
    )
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
                here[key],
                earlier[key],
                here["made"] if share else None,
                earlier["made"] if share else None,
                side,
            )
        )
    return figures


def _theme(promise: Facts) -> str:
    return promise.get("theme") or ""


def _origin(promise: Facts) -> str:
    return next((key for key in ORIGINS if promise.get(key)), "")


def _columns(first: str) -> list[Column]:
    return [Column("name", said(first), share=2.0), *numbers(*STANDINGS)]


def _cells(rows: Iterable[Facts], standing: Standing) -> tuple[Cell, ...]:
    stands = standing.of(rows)
    return tuple(counted(stands[key]) for key, _label in STANDINGS)


def _table(
    key: str, title: str, heading: str, groups: Mapping[str, Sequence[Facts]], standing: Standing
) -> Table:
    """Return a row for each group that has promises, what is not stated last."""
    labels = {**THEME.options, **ORIGINS, "": NOT_STATED}
    rows = [
        Row((Cell(said(labels[each])), *_cells(groups[each], standing)))
        for each in sorted(groups, key=list(labels).index)
    ]
    return Table(key, said(title), _columns(heading), rows)


def _by_partner(standing: Standing, names: Mapping[str, Both]) -> Table:
    """Return a row for each partner, that with most promises first."""
    groups = grouped(standing.promises, lambda each: each.get(WHOSE) or "")
    ordered = sorted(groups, key=lambda uid: (not uid, -len(groups[uid]), uid))
    told = [Row((partner_cell(uid, names), *_cells(groups[uid], standing))) for uid in ordered]
    return Table("partner", said(N_("By city or body")), _columns(N_("City or body")), told)


def _late(source: Source, standing: Standing, names: Mapping[str, Both]) -> Table:
    """Return what is late, the longest first, in working days; of very many the first."""
    late = sorted(standing.late, key=lambda each: (each.get("due_on"), each.uid))[:MOST_LATE]
    titles = source.names(each.uid for each in late)
    day = source.asked.as_of
    calendar = office_calendar(source.archive, [day, *(each.get("due_on") for each in late)])
    told = [
        Row(
            (
                named(TYPE, each.uid, titles),
                partner_cell(each.get(WHOSE), names),
                choice(TYPE, "owed_by", each.get("owed_by")),
                Cell(each.get("due_on")),
                Cell(overdue.days_late(each.get("due_on"), day, calendar)),
            )
        )
        for each in late
    ]
    columns = [
        Column("title", said(N_("Commitment")), share=2.4),
        Column("partner", said(N_("City or body")), share=1.2),
        Column("owed_by", said(N_("Owed by")), share=0.7),
        Column("due_on", said(N_("Due on")), ColumnKind.DAY, 0.8),
        *numbers(("days", N_("Working days late"))),
    ]
    all_told = len(late) == len(standing.late)
    note = Both() if all_told else said(N_("Only the longest overdue are shown."))
    return Table("late", said(N_("Overdue commitments")), columns, told, note)


def promises_chart(standing: Standing) -> Callable[[Setting], Chart]:
    """Return what draws how much of what each side promised is kept, and how much is open."""
    sides = {side: standing.of(owed_by(standing.promises, side)) for side in SIDES}

    def draw(setting: Setting) -> Chart:
        lang = setting.language
        categories = [
            Category(
                said(SIDE.options[side]).of(lang),
                (len(stands["kept"]), len(stands["open"])),
                said(
                    N_("{kept} of {all} kept"),
                    kept=digits.number(len(stands["kept"]), lang),
                    all=digits.number(len(stands["made"]), lang),
                ).of(lang),
            )
            for side, stands in sides.items()
        ]
        series = said(N_("Kept")).of(lang), said(N_("Open")).of(lang)
        return bars(categories, setting, series)

    return draw
