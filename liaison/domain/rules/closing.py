"""What has to be in a visit's file before it is closed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.facts import Facts, Finding, in_either, quoted
from liaison.domain.rules.overdue import RESPONSIBLE, is_open
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits

CLOSED: Final = "closed"
"""The stage of a visit whose file is closed."""
_REPORTED: Final = {
    "number": N_("The visit has no number yet."),
    "starts_on": N_("The visit has no first day yet."),
    "ends_on": N_("The visit has no last day yet."),
    "cost": N_("What the visit cost is not written yet."),
    "cost_bearer": N_("Who bore the cost is not written yet."),
    "achievements": N_("What the visit achieved is not written yet."),
}
"""What the council asks for in the report of every visit, and how its lack is told."""
_SETTLED: Final = frozenset({"done", "dropped"})


@dataclass(frozen=True)
class ClosingFile:
    """A visit with what is filed of it.

    `partner` is the city it was of, `statements` are what was said at its `meetings`.
    """

    visit: Facts
    partner: Facts | None = None
    members: Sequence[Facts] = ()
    meetings: Sequence[Facts] = ()
    statements: Sequence[Facts] = ()
    follow_ups: Sequence[Facts] = ()
    articles: Sequence[Facts] = ()
    documents: Sequence[Facts] = ()
    experiences: Sequence[Facts] = ()
    checklist: Sequence[Facts] = ()


def before_closing(file: ClosingFile) -> list[Finding]:
    """Return what the file of a visit still lacks: first what keeps it from being closed.

    A promise nobody is responsible for is forgotten once the file is closed, so it stops it; what
    else is missing is told.
    """
    return [
        *stopping(file),
        *_minutes(file),
        *_report(file),
        *_experiences(file),
        *_tasks(file.checklist),
    ]


def unowned(findings: Iterable[Finding]) -> int:
    """Count the promises nobody is responsible for, which keep a visit from being closed."""
    return sum(each.severity == "blocking" for each in findings)


def refusal(count: int) -> str:
    """Return the sentence that refuses the closing for want of somebody for `count` promises."""
    return ngettext(
        "The visit cannot be closed: nobody is responsible for {count} promise.",
        "The visit cannot be closed: nobody is responsible for {count} promises.",
        count,
    ).format(count=digits.number(count, language()))


def stopping(file: ClosingFile) -> Iterator[Finding]:
    """Find the promises nobody looks after: open follow-ups, clauses, and what was only said."""
    for each in file.follow_ups:
        if is_open(each) and not any(each.get(key) for key in RESPONSIBLE):
            message = _("Nobody is responsible for “{promise}”.").format(promise=quoted(each))
            yield Finding("owner", message, (each.uid,), "blocking")
    followed = {each.get("statement") for each in file.follow_ups}
    for each in file.statements:
        if each.get("kind") == "commitment" and each.uid not in followed:
            words = " ".join(quoted(each, "text").split())
            message = _("“{promise}” was promised, but nobody follows it up.").format(promise=words)
            yield Finding("promise", message, (each.uid,), "blocking")
    looked_after = {each.get("article") for each in file.follow_ups}
    for each in file.articles:
        if each.get("state") not in _SETTLED and not each.get("unit"):
            if each.uid in looked_after:
                continue  # told by its follow-up
            message = _("No unit is responsible for the clause “{clause}”.").format(
                clause=_in_digits(each.get("number")) or " ".join(quoted(each, "text").split())
            )
            yield Finding("clause", message, (each.uid,), "blocking")


def _minutes(file: ClosingFile) -> Iterator[Finding]:
    owners = {each.get("attached_to") for each in file.documents if each.get("kind") == "minutes"}
    for each in file.meetings:
        state, title = each.get("state"), quoted(each)
        if state == "cancelled":
            continue
        if state != "held":
            message = _("“{meeting}” is neither held nor cancelled.").format(meeting=title)
            yield Finding("held", message, (each.uid,))
        elif not in_either(each, "minutes") and ("meeting", each.uid) not in owners:
            message = _("The minutes of “{meeting}” are not written yet.").format(meeting=title)
            yield Finding("minutes", message, (each.uid,))


def _report(file: ClosingFile) -> Iterator[Finding]:
    """Find what the report for the council cannot say yet."""
    visit = file.visit
    for key, message in _REPORTED.items():
        if visit.get(key) is None and not in_either(visit, key):
            yield Finding(key, _(message), (visit.uid,))
    if file.partner is None:
        yield Finding("partner", _("The visit names no city or body yet."), (visit.uid,))
    elif not file.partner.get("country"):
        message = _("The country of “{partner}” is not written yet.")
        told = message.format(partner=quoted(file.partner, "name"))
        yield Finding("country", told, (file.partner.uid,))
    if not any(each.get("attendance") not in AWAY for each in file.members):
        yield Finding("members", _("Nobody is written down who travelled."), (visit.uid,))


def _experiences(file: ClosingFile) -> Iterator[Finding]:
    if not file.experiences:
        yield Finding("experience", _("No experience of the visit is written down."), ())
    for each in file.experiences:
        if not each.get("result") or not in_either(each, "lesson"):
            message = _("The experience “{title}” has no result or no lesson yet.")
            yield Finding("lesson", message.format(title=quoted(each)), (each.uid,))


def _tasks(tasks: Iterable[Facts]) -> Iterator[Finding]:
    left = [each for each in tasks if each.get("done_on") is None]
    if left:
        message = ngettext(
            "{count} task of the checklist is not done.",
            "{count} tasks of the checklist are not done.",
            len(left),
        ).format(count=digits.number(len(left), language()))
        yield Finding("checklist", message, tuple(each.uid for each in left))


def _in_digits(number: str | None) -> str:
    """Return the number of a clause in the digits of the language in use."""
    return digits.to_persian(number or "") if language() == "fa" else number or ""
