"""The rows of the page of memberships: headings by whose they are, one row for each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from liaison.domain.rules.memberships import WHOSE_LABELS
from liaison.domain.rules.vitality import VITALITY_LABELS
from liaison.i18n import N_, _, ngettext
from liaison.insight.network_standing import Standing
from ui.figures import figure
from ui.pages.network_words import (
    attendance,
    goal_lines,
    holder_name,
    network_name,
    next_cell,
    standing_lines,
    won,
)
from ui.pages.networks_reading import Reading
from ui.pages.partner_words import VITALITY_TONES, spanned
from ui.pages.visit_rows import Cell, Entry

COLUMNS: Final = (
    (N_("Network or body"), 0.34),
    (N_("Category and level"), 124),
    (N_("Offices"), 0.34),
    (N_("Goals and progress"), 128),
    (N_("Attendance rate"), 88),
    (N_("Next session"), 132),
    (N_("Untapped capacities"), 0.36),
    (N_("Open"), 52),
    (N_("Responsible"), 104),
)


def entries_of(reading: Reading, shown: Sequence[Standing]) -> Iterator[Entry]:
    """Yield a heading for each sort of members, and below it their memberships."""
    for whose, found in groupby(shown, lambda each: each.whose):
        lines = list(found)
        count = ngettext("{count} membership", "{count} memberships", len(lines))
        note = f"{_(WHOSE_LABELS[whose])} · {count.format(count=figure(len(lines)))}"
        yield Entry("", (Cell(notes=(("muted", note),)),), heading=True)
        for each in lines:
            yield _entry(reading, each)


def _entry(reading: Reading, each: Standing) -> Entry:
    since = spanned(each.membership.get("since"))
    standing = standing_lines(each)
    lines = [("muted", words) for words in standing[1:]]
    if since:
        lines.append(("muted", _("since: {span}").format(span=since)))
    return Entry(
        each.uid,
        (
            Cell(network_name(each), _holder(each), bold=True),
            Cell(standing[0] if standing else "—", tuple(lines)),
            _offices(each),
            Cell(notes=tuple(("ink", words) for words in goal_lines(each.goals))),
            _attendance(each),
            next_cell(each),
            _few([capacity.words(reading.lang) for capacity in each.untapped]),
            Cell(figure(len(each.open)) if each.open else ""),
            Cell(reading.officer(each) or ("—" if each.ours else "")),
        ),
        warned=bool(each.unrepresented),
    )


def _holder(each: Standing) -> tuple[tuple[str, str], ...]:
    name = holder_name(each)
    return (("muted", name),) if name else ()


def _offices(each: Standing) -> Cell:
    won_there = won(each.milestones, ("office_won", "role"))
    hosted = won(each.milestones, ("office_hosted", "bid"))
    notes = [("ink", words) for words in won_there]
    if hosted:
        # Translators: in Persian «میزبانی:» and the offices a member hosts.
        notes.append(("muted", _("hosts: {offices}").format(offices=" · ".join(hosted))))
    return Cell(notes=tuple(notes))


def _attendance(each: Standing) -> Cell:
    """Return how many sessions were attended, and below it how alive the membership is."""
    if not each.ours:
        return Cell()
    words, share = attendance(each)
    tone = VITALITY_TONES[each.vitality]
    notes = [("muted", share)] if share else []
    notes.append(("muted" if tone == "grey" else tone, _(VITALITY_LABELS[each.vitality])))
    return Cell(words or "—", tuple(notes))


def _few(words: Sequence[str]) -> Cell:
    """Return the first of several lines, and how many more there are."""
    if not words:
        return Cell()
    rest = len(words) - 1
    more = _("and {count} more").format(count=figure(rest))
    return Cell(notes=(("ink", words[0]), *((("muted", more),) if rest else ())))
