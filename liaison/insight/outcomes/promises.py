"""What both sides promised: made, kept, open and late, by side, partner, theme and origin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from liaison.domain.rules import overdue
from liaison.domain.rules.outcomes import THEMES, is_late
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
from liaison.insight.outcomes.source import WHOSE, Known, Source
from liaison.language import digits
from liaison.language.both import Both, said
from liaison.storage.working_days import office_calendar

TYPE: Final = "follow_up"
SIDES: Final = ("ours", "theirs")
ORIGINS: Final[Mapping[str, str]] = {
    "meeting": N_("From the meeting"),
    "article": N_("From the clause"),
    "statement": N_("From the statement"),
    "visit": N_("From the visit"),
    "relation": N_("From the relation"),
    "membership": N_("From the membership"),
    "proposal": N_("From the proposal"),
}
NOT_STATED: Final = N_("Not stated")
_READ: Final = (*ORIGINS, WHOSE, "owed_by", "theme")
_STANDINGS: Final = (
    # Translators: in Persian «داده‌شده»، «انجام‌شده»، «باز»، «معوق»: what was promised
    ("made", N_("Made")),
    ("kept", N_("Kept")),
    ("open", N_("Open")),
    ("late", N_("Overdue")),
)


def standing(promises: Iterable[Known], day: date) -> dict[str, Records]:
    """Return the promises that were made, kept, are open and, among these, late on `day`."""
    made = list(promises)
    still = [each for each in made if overdue.is_open(each)]
    late = [each for each in still if is_late(each, day)]
    open_uids = frozenset(each.uid for each in still)
    all_uids = frozenset(each.uid for each in made)
    return {
        "made": Records(TYPE, all_uids),
        "kept": Records(TYPE, all_uids - open_uids),
        "open": Records(TYPE, open_uids),
        "late": Records(TYPE, frozenset(each.uid for each in late)),
    }


def owed_by(promises: Iterable[Known], side: str) -> list[Known]:
    """Return what `side` promised; what both sides owe is owed by each."""
    return [each for each in promises if each.get("owed_by") in {side, "both"}]


def promises(source: Source) -> Section:
    """Tell how the promises of the period stand, those due or done in it."""
    now, then = source.follow_ups(*_READ), source.before.follow_ups(*_READ)
    day = source.asked.as_of
    before = min(source.asked.before.period.until, source.asked.today)
    names = source.names(each.get(WHOSE) for each in now)
    tables = [
        _by_partner(now, day, names),
        _table("theme", N_("By theme"), _groups(now, _theme), day, _theme_label),
        _table("origin", N_("By origin"), _groups(now, _origin), day, _origin_label),
        _late(source, now, day, names),
    ]
    return Section(
        "promises",
        said(N_("Commitments")),
        [*_figures("", now, then, (day, before)), *_of_sides(now, then, (day, before))],
        tables,
        [Drawing(said(N_("Commitments kept and open, by side")), _chart(now, day))],
    )


def _figures(
    side: str, now: Iterable[Known], then: Iterable[Known], days: tuple[date, date]
) -> list[Figure]:
    here, earlier = standing(now, days[0]), standing(then, days[1])
    figures = []
    for key, label in _STANDINGS:
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
            )
        )
    return figures


def _of_sides(now: Sequence[Known], then: Sequence[Known], days: tuple[date, date]) -> list[Figure]:
    return [
        each
        for side in SIDES
        for each in _figures(side, owed_by(now, side), owed_by(then, side), days)
    ]


def _groups(rows: Iterable[Known], key_of: Callable[[Known], str]) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for each in rows:
        found.setdefault(key_of(each), []).append(each)
    return found


def _theme(promise: Known) -> str:
    return promise.get("theme") or ""


def _origin(promise: Known) -> str:
    return next((key for key in ORIGINS if promise.get(key)), "")


def _theme_label(key: str) -> Both:
    return said(THEME.options[key] if key else NOT_STATED)


def _origin_label(key: str) -> Both:
    return said(ORIGINS[key] if key else NOT_STATED)


def _columns(first: str) -> list[Column]:
    standings = [Column(key, said(label), ColumnKind.NUMBER, 0.5) for key, label in _STANDINGS]
    return [Column("name", said(first), share=2.0), *standings]


def _cells(rows: Iterable[Known], day: date) -> tuple[Cell, ...]:
    stands = standing(rows, day)
    return tuple(counted(stands[key]) for key, _label in _STANDINGS)


def _table(
    key: str,
    title: str,
    groups: Mapping[str, Sequence[Known]],
    day: date,
    label: Callable[[str], Both],
) -> Table:
    """Return a row for each group that has promises, what is not stated last."""
    order = [*THEMES, *ORIGINS, ""]
    rows = [
        Row((Cell(label(each)), *_cells(groups[each], day)))
        for each in sorted(groups, key=order.index)
    ]
    heading = N_("Theme") if key == "theme" else N_("Origin")
    return Table(key, said(title), _columns(heading), rows)


def _by_partner(rows: Iterable[Known], day: date, names: Mapping[str, Both]) -> Table:
    """Return a row for each partner, that with most promises first."""
    groups = _groups(rows, lambda each: each.get(WHOSE) or "")
    ordered = sorted(groups, key=lambda uid: (not uid, -len(groups[uid]), uid))
    told = [Row((partner_cell(uid, names), *_cells(groups[uid], day))) for uid in ordered]
    return Table("partner", said(N_("By city or body")), _columns(N_("City or body")), told)


def partner_cell(uid: str, names: Mapping[str, Both]) -> Cell:
    """Return the cell that names a partner and opens it."""
    if uid not in names:
        return Cell(said(NOT_STATED))
    return Cell(names[uid], ("partner", uid))


def _late(source: Source, rows: Iterable[Known], day: date, names: Mapping[str, Both]) -> Table:
    """Return what is late, the longest first, in working days."""
    late = sorted(
        (each for each in rows if is_late(each, day)), key=lambda each: each.get("due_on")
    )
    titles = source.names(each.uid for each in late)
    days = [day, *(each.get("due_on") for each in late)]
    calendar = office_calendar(source.archive, days)
    told = [
        Row(
            (
                Cell(titles.get(each.uid, Both()), (TYPE, each.uid)),
                partner_cell(each.get(WHOSE) or "", names),
                Cell(said(SIDE.options.get(each.get("owed_by"), NOT_STATED))),
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
        Column("days", said(N_("Working days late")), ColumnKind.NUMBER, 0.7),
    ]
    return Table("late", said(N_("Overdue commitments")), columns, told)


def _chart(rows: Sequence[Known], day: date) -> Callable[[Setting], Chart]:
    sides = {side: standing(owed_by(rows, side), day) for side in SIDES}

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
