"""The rows of the lists of a partner: one entry for a record."""

from datetime import date
from typing import Protocol

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.records.experience import Experience
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.membership import Membership
from liaison.domain.records.relation import Relation
from liaison.domain.records.visit import Visit
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.overdue import is_open
from liaison.domain.rules.relations import Contact
from liaison.domain.schema.vocabulary import SIDE
from liaison.i18n import _, language
from liaison.insight.partner_file import day_of
from liaison.storage.row import Row
from liaison.time import jalali
from ui.figures import isolated
from ui.pages.partner_reading import PartnerRows
from ui.pages.partner_words import (
    RESULT_TONES,
    STAGE_TONES,
    kind_of,
    source_notes,
    spanned,
    validity,
    when,
)
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import TONES, day_lines, due_state, option


def visit(rows: PartnerRows, each: Row) -> Entry:
    """Return title, direction, day and stage of a visit."""
    begins, stage = each.get("starts_on"), each.get("stage") or ""
    day, second = day_lines(begins) if begins else ("—", "")
    return Entry(
        each.uid,
        (
            Cell(rows.title(each.uid) or _("untitled"), _whose(rows, each), bold=True),
            Cell(option(Visit, "direction", each.get("direction"))),
            Cell(day, (("muted", second),) if second else ()),
            Cell(option(Visit, "stage", stage), chip=STAGE_TONES.get(stage, "grey")),
        ),
        faded=stage == "cancelled",
    )


def meeting(rows: PartnerRows, each: Row) -> Entry:
    """Return title, kind, day and state of a meeting."""
    held, state = day_of(each), each.get("state") or "planned"
    day, second = day_lines(held) if held else ("—", "")
    return Entry(
        each.uid,
        (
            Cell(rows.title(each.uid) or _("untitled"), _whose(rows, each), bold=True),
            Cell(option(Meeting, "kind", each.get("kind"))),
            Cell(day, (("muted", second),) if second else ()),
            Cell(option(Meeting, "state", state), chip=TONES.get(state, "grey")),
        ),
        faded=state == "cancelled",
    )


def agreement(rows: PartnerRows, each: Row) -> Entry:
    """Return title, kind, day of signing, validity and stage of a document."""
    stage = each.get("stage") or ""
    until, left, tone = validity(each, rows.today)
    return Entry(
        each.uid,
        (
            Cell(rows.title(each.uid) or _("untitled"), bold=True),
            Cell(option(Agreement, "kind", each.get("kind"))),
            Cell(spanned(each.get("signed_on")) or "—"),
            Cell(until, ((tone, left),) if left else ()),
            Cell(option(Agreement, "stage", stage), chip=STAGE_TONES.get(stage, "grey")),
        ),
    )


class Worded(Protocol):
    """What was read for a page: on which day, and the titles of what is shown."""

    @property
    def today(self) -> date:
        """The day of the reading."""
        ...

    @property
    def calendar(self) -> OfficeCalendar:
        """The office's working days."""
        ...

    def title(self, uid: str | None) -> str:
        """Return the title of a record that is shown, "" for none."""
        ...


def promise(rows: Worded, each: Row) -> Entry:
    """Return whose promise it is, what, who sees to it, until when, and how it stands."""
    due_on, origin = each.get("due_on"), _origin(rows, each)
    words, tone = due_state(each, rows.today, rows.calendar)
    return Entry(
        each.uid,
        (
            Cell(_side(each), bold=True),
            Cell(rows.title(each.uid) or _("untitled"), (("muted", origin),) if origin else ()),
            Cell(rows.title(each.get("assignee"))),
            Cell(jalali.short_date(due_on, language()) if due_on else "—"),
            Cell(words, chip=tone),
        ),
        faded=not is_open(each),
    )


def open_promise(rows: Worded, each: Row) -> Entry:
    """Return an open promise in two cells: who owes what, and how it stands."""
    words, tone = due_state(each, rows.today, rows.calendar)
    title = isolated(rows.title(each.uid) or _("untitled"))
    return Entry(each.uid, (Cell(f"{_side(each)}: {title}"), Cell(words, chip=tone)))


def experience(rows: PartnerRows, each: Row) -> Entry:
    """Return an experience with its lesson, its direction and what came of it."""
    lesson = in_either(each, "lesson")
    return Entry(
        each.uid,
        (
            Cell(
                rows.title(each.uid) or _("untitled"),
                (("muted", lesson),) if lesson else (),
                bold=True,
            ),
            Cell(option(Experience, "direction", each.get("direction"))),
            _result(each),
        ),
    )


def learned(rows: PartnerRows, each: Row) -> Entry:
    """Return an experience in two cells: what came of it, and what it was."""
    return Entry(each.uid, (_result(each), Cell(rows.title(each.uid) or _("untitled"))))


def relation(rows: PartnerRows, each: Row) -> Entry:
    """Return kind, stage, beginning and source of a relation."""
    stage = each.get("stage") or ""
    return Entry(
        each.uid,
        (
            Cell(
                option(Relation, "kind", each.get("kind")) or _(Relation.singular),
                (*_since(each), *_whose(rows, each), *source_notes(each, rows.today)),
                bold=True,
            ),
            Cell(option(Relation, "stage", stage), chip=STAGE_TONES.get(stage, "grey"))
            if stage
            else Cell(),
        ),
    )


def membership(rows: PartnerRows, each: Row) -> Entry:
    """Return who is a member of which network, in what capacity, since when."""
    level = option(Membership, "level", each.get("level"))
    category = option(Membership, "category", each.get("category"))
    words = " · ".join(filter(None, (category, in_either(each, "standing"))))
    return Entry(
        each.uid,
        (
            Cell(
                rows.title(each.uid) or _("untitled"),
                (*((("muted", words),) if words else ()), *_since(each)),
                bold=True,
            ),
            Cell(level, chip="blue") if level else Cell(),
        ),
    )


def contact(rows: PartnerRows, each: Contact) -> Entry:
    """Return day, kind and title of a sign of life."""
    record = rows.evidence[each.record]
    day, second = when(record, each.day), ""
    signed = record.get("signed_on")
    if signed is None or signed.precision == "day":
        day, second = jalali.short_date(each.day, language()), _other_day(each.day)
    return Entry(
        each.record,
        (
            Cell(day, (("muted", second),) if second else ()),
            Cell(kind_of(record)),
            Cell(rows.title(each.record) or _("untitled")),
        ),
    )


def _other_day(day: date) -> str:
    return day_lines(day)[1]


def _since(each: Row) -> tuple[tuple[str, str], ...]:
    since = spanned(each.get("since"))
    return (("ink", _("since: {span}").format(span=since)),) if since else ()


def _result(each: Row) -> Cell:
    result = each.get("result") or ""
    return Cell(option(Experience, "result", result), chip=RESULT_TONES.get(result, "grey"))


def _side(each: Row) -> str:
    """Return in a word who owes a promise: «ما», «آنان», «هر دو»."""
    words = {"ours": _("us"), "theirs": _("them"), "both": _("both")}
    return words.get(each.get("owed_by") or "ours", _(SIDE.options["ours"]))


def _origin(rows: Worded, each: Row) -> str:
    """Return in which document a clause stands."""
    if each.record_type is not Article:
        return ""
    return rows.title(each.get("agreement"))


def _whose(rows: PartnerRows, each: Row) -> tuple[tuple[str, str], ...]:
    """Return the institution of the partner that a record names, nothing for the partner."""
    named = each.get("partner")
    if not named or named == rows.partner.uid:
        return ()
    return (("muted", rows.title(named)),)
