"""The worksheet of exactly what the page of memberships shows."""

from collections.abc import Iterator, Sequence
from typing import Final

from liaison.domain.records.membership import Membership
from liaison.domain.rules import classes
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.memberships import WHOSE_LABELS
from liaison.domain.rules.vitality import VITALITY_LABELS
from liaison.domain.schema import CLASSIFICATION
from liaison.exchange.workbook import Column, Kind, Line, Sheet
from liaison.i18n import N_, translated
from liaison.insight.network_standing import Standing
from liaison.time import jalali
from ui.pages.network_words import (
    goal_lines,
    holder_name,
    network_name,
    session_when,
    won,
)
from ui.pages.networks_reading import CHOICE_LABELS, Choice, Reading
from ui.pages.partner_words import spanned
from ui.pages.visit_words import option

_COLUMNS: Final = (
    (N_("Network or body"), Kind.TEXT, 32),
    (N_("Member"), Kind.TEXT, 18),
    (N_("Whose membership"), Kind.TEXT, 18),
    (N_("Category of membership"), Kind.TEXT, 16),
    (N_("Level of participation"), Kind.TEXT, 18),
    (N_("Standing"), Kind.TEXT, 24),
    (N_("Since"), Kind.TEXT, 12),
    (N_("Offices won"), Kind.TEXT, 36),
    (N_("Offices hosted"), Kind.TEXT, 36),
    (N_("Goals and progress"), Kind.TEXT, 30),
    (N_("Sessions held"), Kind.NUMBER, 10),
    (N_("Sessions attended"), Kind.NUMBER, 10),
    (N_("Next session"), Kind.TEXT, 18),
    (N_("Sessions without a representative"), Kind.NUMBER, 12),
    (N_("Vitality"), Kind.TEXT, 12),
    (N_("Membership dues"), Kind.TEXT, 18),
    (N_("Untapped capacities"), Kind.TEXT, 40),
    (N_("Open commitments"), Kind.NUMBER, 10),
    (N_("Responsible"), Kind.TEXT, 20),
)


def sheet_of(reading: Reading, shown: Sequence[Standing], choice: Choice) -> Sheet:
    """Return the sheet of the memberships in `shown`."""

    def say(message: str) -> str:
        return translated(message, reading.lang)

    day = jalali.dual_date(reading.today, reading.lang)
    notes = [say(N_("As of {day}")).format(day=day), say(CHOICE_LABELS[choice])]
    level = classes.highest(map(class_of, shown))
    if level != classes.NORMAL:
        notes.append(f"{say(N_('Classification'))}: {say(CLASSIFICATION.options[level])}")
    columns = [Column(say(label), kind, width) for label, kind, width in _COLUMNS]
    title = say(N_("Memberships"))
    return Sheet(title, columns, list(_lines(reading, shown)), title, notes, reading.lang)


def class_of(standing: Standing) -> str:
    """Return the class of what a row says: of the membership, its goals, offices and sessions."""
    said = (standing.membership, *standing.goals, *standing.milestones, *standing.held)
    return classes.of_print((*said, *(each.event for each in standing.coming)))


def _lines(reading: Reading, shown: Sequence[Standing]) -> Iterator[Line]:
    for each in shown:
        row, ours = each.membership, each.ours
        yield (
            network_name(each),
            holder_name(each),
            translated(WHOSE_LABELS[each.whose], reading.lang),
            option(Membership, "category", row.get("category")),
            option(Membership, "level", row.get("level")),
            in_either(row, "standing"),
            spanned(row.get("since")),
            "\n".join(won(each.milestones, ("office_won", "role"))),
            "\n".join(won(each.milestones, ("office_hosted", "bid"))),
            "\n".join(goal_lines(each.goals)),
            len(each.held) if ours else None,
            len(each.attended) if ours else None,
            session_when(each.coming[0]) if each.coming else "",
            len(each.unrepresented) if ours else None,
            translated(VITALITY_LABELS[each.vitality], reading.lang) if ours else "",
            row.get("dues") or "",
            "\n".join(capacity.words(reading.lang) for capacity in each.untapped),
            len(each.open),
            reading.officer(each),
        )
