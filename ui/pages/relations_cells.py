"""What stands in each cell of the page of relations."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, cast

from liaison.domain.records.relation import Relation
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.reviewing import GROUP_LABELS, Group
from liaison.domain.schema import Choice, fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali, span
from ui.figures import figure
from ui.pages.follow_ups_cells import Cell
from ui.pages.relations_reading import Bound, Reading

COLUMNS: Final = (
    N_("City or body"),
    N_("Kind of relation"),
    N_("Since"),
    N_("Last contact"),
    N_("Days"),
    N_("Open commitments"),
    N_("Why it is dormant"),
    N_("Responsible"),
    N_("Proposal"),
)
PARTNER, KIND, SINCE, CONTACT, DAYS, OPEN, REASON, OFFICER, PROPOSAL = range(len(COLUMNS))
_TONES: Final = {Group.DORMANT: "amber", Group.NO_RECORD: "amber"}


def cells_of(bound: Bound, today: date) -> Sequence[Cell]:
    """Return the cells of a row in the order of the columns."""
    line = bound.line
    days = line.days(today)
    return (
        Cell(bound.title, bound.country, bold=True),
        _both(_kind(each) for each in line.relations),
        _both(_since(each) for each in line.relations),
        _contact(bound),
        Cell("" if days is None else figure(days)),
        _open(bound),
        Cell(bound.reason),
        _both(name for _uid, name in bound.officers),
        Cell(*_two([title for _uid, title in bound.tasks]), link=bool(bound.tasks)),
    )


def heading_of(group: Group, bound: Sequence[Bound], reading: Reading) -> Cell:
    """Return what stands above the rows of a group."""
    count = len(bound)
    words = ngettext("{count} partner", "{count} partners", count).format(count=figure(count))
    relations = sum(len(each.line.relations) for each in bound)
    if relations != count:  # elsewhere relations are counted, so that both are to be found
        also = ngettext("{count} relation", "{count} relations", relations)
        words = f"{words} · {also.format(count=figure(relations))}"
    if group is Group.DORMANT:
        words = f"{words} · {since_words(reading)}"
    return Cell(_(GROUP_LABELS[group]), words, bold=True)


def since_words(reading: Reading) -> str:
    """Return since which day nothing was heard of what is called dormant."""
    day, lang = reading.review.since, language()
    if lang == "fa":
        shown = jalali.solar_date(day, lang)
    else:
        shown = f"{jalali.gregorian_date(day, lang)} ({jalali.solar_date(day, lang)})"
    # Translators: in Persian از {day} تاکنون
    return _("from {day} until now").format(day=shown)


def kind_words(kind: str | None) -> str:
    """Return what a kind of relation is called."""
    if kind is None:
        return _("Kind not recorded")
    return _(cast("Choice", fields_of(Relation)["kind"].kind).options[kind])


def _kind(relation: Facts) -> str:
    """Return the kind of a relation, and its stage where that is not simply concluded."""
    kind, stage = kind_words(relation.get("kind")), relation.get("stage")
    if stage in {None, "concluded"}:
        return kind
    return f"{kind} ({fields_of(Relation)['stage'].kind.show(stage)})"


def _since(relation: Facts) -> str:
    since = relation.get("since")
    return span.show(since, language()) if since else "—"


def _contact(bound: Bound) -> Cell:
    contact = bound.line.contact
    if contact is None:
        tone = _TONES.get(bound.line.group, "muted")
        return Cell(note=_("No record"), tone=tone)
    lang = language()
    other = "en" if lang == "fa" else "fa"
    first = jalali.short_date(contact.day, lang)
    second = jalali.gregorian_date(contact.day, lang)
    if other == "fa":
        second = jalali.solar_date(contact.day, lang)
    return Cell(first, second, link=bound.contact is not None)


def _open(bound: Bound) -> Cell:
    owing = bound.line.owing
    if not owing.open:
        return Cell()
    late = ngettext("{count} overdue", "{count} overdue", owing.overdue)
    note = late.format(count=figure(owing.overdue)) if owing.overdue else ""
    return Cell(figure(owing.open), note, "red", link=True)


def _both(words: Iterable[str]) -> Cell:
    text, note = _two(list(words))
    return Cell(text, note)


def _two(words: Sequence[str]) -> tuple[str, str]:
    """Return the first of `words`, and the others for the line below it."""
    return (words[0] if words else "", " · ".join(words[1:]))
