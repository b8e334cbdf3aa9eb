"""What is still missing before a meeting brief or a visit's papers are printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.rules.facts import Facts, Finding, in_either, in_language, quoted
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.precedence import AWAY
from liaison.domain.schema import RecordType, fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import enumerated

MOST_POINTS: Final = 6
"""How many talking points fit a brief that is read in five minutes."""

_MEETING_NEEDS: Final = {
    "starts_at": N_("The meeting has no time yet."),
    "place": N_("The meeting has no place yet."),
    "purpose": N_("The desired outcome of the meeting is not written yet."),
}
_VISIT_NEEDS: Final = {
    "number": N_("The visit has no number yet."),
    "starts_on": N_("The visit has no first day yet."),
    "ends_on": N_("The visit has no last day yet."),
    "partner": N_("The visit names no city or body yet."),
    "delegation": N_("The visit has no delegation yet."),
    "host_officer": N_("The visit has no host officer yet."),
    "purpose": N_("The purpose of the visit is not written yet."),
}
_NO_ONE: Final = {
    "ours": N_("No one of our side is among the participants yet."),
    "theirs": N_("No one of the other side is among the participants yet."),
}

_MEETING_TEXTS: Final = ("title", "place", "purpose", "background", "key_message", "press_line")
_POINT_TEXTS: Final = ("point", "argument", "expected_reply", "our_response")
_NO_CAPACITY: Final = {
    "fa": N_("A participant has no Persian capacity at this meeting."),
    "en": N_("A participant has no English capacity at this meeting."),
}
_NO_OFFICE: Final = {
    "fa": N_("A delegation member has no Persian office."),
    "en": N_("A delegation member has no English office."),
}


@dataclass(frozen=True)
class MeetingFile:
    """A meeting with what its brief is made of; `people` by uid."""

    meeting: Facts
    participants: Sequence[Facts] = ()
    talking_points: Sequence[Facts] = ()
    people: Mapping[str, Facts] = field(default_factory=dict)


@dataclass(frozen=True)
class VisitFile:
    """A visit with what its papers are made of; `people` by uid."""

    visit: Facts
    members: Sequence[Facts] = ()
    programme: Sequence[Facts] = ()
    checklist: Sequence[Facts] = ()
    people: Mapping[str, Facts] = field(default_factory=dict)


def before_brief(file: MeetingFile, languages: Sequence[str] = ("fa", "en")) -> list[Finding]:
    """Return what a meeting brief in `languages` still lacks."""
    there = [each for each in file.participants if each.get("attendance") not in AWAY]
    found = [
        *_missing(file.meeting, _MEETING_NEEDS),
        *_sides(file.meeting, there),
        *_without(there, "capacity", languages, _NO_CAPACITY),
        *_unconfirmed(there, file.people),
        *_points(file),
    ]
    found += _untranslated(Meeting, [file.meeting], _MEETING_TEXTS, languages)
    return found + _untranslated(TalkingPoint, file.talking_points, _POINT_TEXTS, languages)


def before_papers(file: VisitFile, today: date) -> list[Finding]:
    """Return what the papers of a visit still lack on `today`."""
    coming = [each for each in file.members if each.get("attendance") not in AWAY]
    found = [
        *_missing(file.visit, _VISIT_NEEDS),
        *_members(file.visit, coming),
        *_without(coming, "title", ("fa", "en"), _NO_OFFICE),
        *_unconfirmed(coming, file.people),
        *_interpreter(file.visit),
        *_late(file.checklist, today),
    ]
    if not any(each.get("state") != "cancelled" for each in file.programme):
        found.append(_finding("programme", N_("The programme is empty."), file.visit))
    return found + _untranslated(ProgrammeItem, file.programme, ("title", "place"), ("fa", "en"))


def names_to_confirm(those: Iterable[Facts], people: Mapping[str, Facts]) -> list[Finding]:
    """Return a blocking finding for each name that badges and place cards have to wait for."""
    return [
        Finding(each.kind, each.message, each.records, "blocking")
        for each in _unconfirmed(those, people)
    ]


def _finding(kind: str, message: str, facts: Facts) -> Finding:
    return Finding(kind, _(message), (facts.uid,))


def _missing(facts: Facts, needs: Mapping[str, str]) -> Iterator[Finding]:
    for key, message in needs.items():
        if facts.get(key) is None and not in_either(facts, key):
            yield _finding(key, message, facts)


def _sides(meeting: Facts, participants: Sequence[Facts]) -> Iterator[Finding]:
    sides = {each.get("side") for each in participants}
    for side, message in _NO_ONE.items():
        if side not in sides:
            yield _finding("participants", message, meeting)


def _members(visit: Facts, members: Sequence[Facts]) -> Iterator[Finding]:
    if not members:
        yield _finding("members", N_("The delegation has no members yet."), visit)
    elif not any(each.get("role") == "head" for each in members):
        yield _finding("head", N_("The delegation has no head yet."), visit)


def _without(
    those: Iterable[Facts], key: str, languages: Sequence[str], tell: Mapping[str, str]
) -> Iterator[Finding]:
    """Find who has no office in one of `languages`."""
    for each in those:
        for lang in languages:
            if not in_language(each, key, lang):
                yield _finding(key, tell[lang], each)


def _unconfirmed(those: Iterable[Facts], people: Mapping[str, Facts]) -> Iterator[Finding]:
    """Find who is known by office alone, and whose spelling nobody has checked."""
    for each in those:
        person = people.get(each.get("person") or "")
        if person is None:
            office = in_either(each, "title") or in_either(each, "capacity") or _("untitled")
            message = _("The name of “{office}” is not known yet.").format(office=office)
            yield Finding("name", message, (each.uid,))
        elif not person.get("name_confirmed"):
            message = _("The spelling of the name “{name}” is not confirmed yet.").format(
                name=on_screen(person)
            )
            yield Finding("name", message, (each.uid, person.uid))


def _points(file: MeetingFile) -> Iterator[Finding]:
    count = len(file.talking_points)
    if not count:
        yield _finding("points", N_("There are no talking points yet."), file.meeting)
    elif count > MOST_POINTS:
        message = ngettext(
            "There is {count} talking point; more than {most} do not fit a brief.",
            "There are {count} talking points; more than {most} do not fit a brief.",
            count,
        )
        told = message.format(count=count, most=MOST_POINTS)
        yield Finding("points", told, (file.meeting.uid,))


def _interpreter(visit: Facts) -> Iterator[Finding]:
    wanted = visit.get("interpretation") in {"consecutive", "simultaneous"}
    if wanted and not visit.get("interpreter"):
        yield _finding("interpreter", N_("Interpretation is planned, but by nobody yet."), visit)


def _late(checklist: Iterable[Facts], today: date) -> Iterator[Finding]:
    for each in checklist:
        due_on = each.get("due_on")
        if due_on and due_on < today and not each.get("done_on"):
            message = _("“{task}” is overdue.").format(task=quoted(each))
            yield Finding("checklist", message, (each.uid,))


def _untranslated(
    record_type: RecordType,
    rows: Iterable[Facts],
    texts: Sequence[str],
    languages: Sequence[str],
) -> list[Finding]:
    """Find the texts that are written in one language and wanted in another."""
    found = []
    for row in rows:
        missing = [
            _(fields_of(record_type)[f"{key}_{lang}"].label)
            for key in texts
            for lang in languages
            if in_either(row, key) and not in_language(row, key, lang)
        ]
        if missing:
            message = _("Not translated in “{record}”: {fields}.").format(
                record=in_either(row, texts[0]) or _(record_type.singular),
                fields=enumerated(missing, language()),
            )
            found.append(Finding("translation", message, (row.uid,)))
    return found
