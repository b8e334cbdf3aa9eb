"""What the archive has on a visit that is over, worded for its report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.document import Document
from liaison.domain.records.experience import Experience
from liaison.domain.records.media_item import MediaItem
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.schema import fields_of
from liaison.drawing.raster import refuse_large, upright
from liaison.errors import LiaisonError
from liaison.i18n import LANGUAGES, N_
from liaison.prints import commitments, gift_list, meeting_file
from liaison.prints.both import Both, bracketed, counted, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import Band, TableRow
from liaison.prints.people import delegate
from liaison.prints.styled import Styled, Words, bold, muted, together
from liaison.prints.visit_file import VisitFile, around_it, open_visit


@dataclass(frozen=True)
class Photo:
    """A photograph: its bytes, width and height in pixels, and its caption."""

    content: bytes
    width: int
    height: int
    caption: Both


@dataclass(frozen=True)
class VisitReport:
    """Everything the report of a visit says; `facts` are those that the council asks for."""

    number: Both
    subject: Both
    facts: list[tuple[Both, Words]]
    officials: list[TableRow | Band]
    programme: list[TableRow]
    meetings: list[TableRow]
    promises: list[TableRow]
    agreements: list[Words]
    experiences: list[TableRow]
    reactions: list[TableRow]
    groups: list[tuple[Both, int]]
    gifts: list[TableRow | Band]
    photos: list[Photo]
    unreadable: list[Finding]


def gather(excerpts: Excerpts, uid: str) -> VisitReport:
    """Read what the report of the visit `uid` says; raises UserError where there is none."""
    file = open_visit(excerpts, uid)
    visit = file.visit
    reactions = around_it(excerpts, MediaItem, file)
    photos, unreadable = _photos(excerpts, file)
    return VisitReport(
        excerpts.shown(visit, "number"),
        excerpts.text(visit, "title"),
        _facts(excerpts, file),
        _officials(excerpts, file),
        _programme(excerpts, file),
        [_meeting(excerpts, each) for each in file.meetings],
        commitments.for_the_house(excerpts, commitments.of_visit(excerpts, uid, file.meetings)),
        [_agreement(excerpts, each) for each in _signed(excerpts, visit)],
        [_experience(excerpts, each) for each in excerpts.rows(Experience, {"visit": uid})],
        [_reaction(excerpts, each) for each in reactions],
        _groups(reactions),
        gift_list.gift_rows(excerpts, file),
        photos,
        unreadable,
    )


def _facts(excerpts: Excerpts, file: VisitFile) -> list[tuple[Both, Words]]:
    visit = file.visit
    since, until = visit.get("starts_on"), visit.get("ends_on")
    count = (until - since).days + 1 if since and until else 0
    first, last = (
        (N_("Out"), N_("Return")) if file.is_outgoing else (N_("Arrival"), N_("Departure"))
    )
    there = precedence.listing(file.members)
    size = len(there.members) + len(there.support)
    return [
        (said(N_("Direction")), excerpts.shown(visit, "direction")),
        (said(N_("City and country")), _where(excerpts, file)),
        (said(first), dual_day(since)),
        (said(last), dual_day(until)),
        (
            said(N_("Length")),
            counted(N_("{count} day"), N_("{count} days"), count) if count else Both(),
        ),
        (said(N_("Members")), figure(size) if size else Both()),
        (said(N_("Purpose")), excerpts.text(visit, "purpose")),
        (said(N_("Invitation")), excerpts.text(visit, "invitation")),
        (said(N_("Travel cost")), excerpts.shown(visit, "cost")),
        (said(N_("Cost bearer")), excerpts.shown(visit, "cost_bearer")),
        (said(N_("Class of outcome")), excerpts.shown(visit, "outcome_class")),
        (said(N_("Achievements")), excerpts.text(visit, "achievements")),
    ]


def _where(excerpts: Excerpts, file: VisitFile) -> Both:
    """Return the city and country that came, or that ours went to: never our own."""
    city = excerpts.text(file.partner, "name") if file.partner else Both()
    if file.is_outgoing:
        city = excerpts.text(file.visit, "place") or city
    sources = (file.partner, file.event if file.is_outgoing else file.delegation)
    countries = (excerpts.shown(each, "country") for each in sources if each)
    return joined((city, next(filter(None, countries), Both())))


def _officials(excerpts: Excerpts, file: VisitFile) -> list[TableRow | Band]:
    """Return who travelled by precedence, the support group below its line."""
    listing = precedence.listing(file.members)
    rows: list[TableRow | Band] = []
    for at, each in enumerate((*listing.members, *listing.support), 1):
        if at == len(listing.members) + 1:
            rows.append(Band(said(N_("Support group"))))
        who = delegate(excerpts, each, file.people).line()
        rows.append((figure(at), who, excerpts.shown(each, "role")))
    return rows


def _programme(excerpts: Excerpts, file: VisitFile) -> list[TableRow]:
    """Return one row a day, with what was done on it."""
    days: dict[object, list[Words]] = {}
    for each in file.programme:
        if each.get("kind") not in {"transfer", "free", "prayer", "meal"}:
            days.setdefault(each.get("day"), []).append(excerpts.text(each, "title"))
    return [
        (dual_day(day), together(items, " · "))  # type: ignore[arg-type] # planned items have days
        for day, items in days.items()
    ]


def _meeting(excerpts: Excerpts, meeting: Facts) -> TableRow:
    """Return when and what a meeting was; of one that is not held yet, that it is so."""
    state = Both() if meeting.get("state") == "held" else excerpts.shown(meeting, "state")
    title = together((bold(excerpts.text(meeting, "title")), muted(bracketed(state))))
    return (
        meeting_file.when(meeting),
        together(filter(None, (title, excerpts.text(meeting, "outcome"))), "<br/>"),
        excerpts.shown(meeting, "outcome_class"),
    )


def _signed(excerpts: Excerpts, visit: Facts) -> list[Facts]:
    """Return the documents of a visit but those that were signed before or after it."""
    first = visit.get("starts_on") or date.min
    last = visit.get("ends_on") or visit.get("starts_on") or date.max
    return [
        each
        for each in excerpts.rows(Agreement, {"visit": visit.uid})
        if (signed := each.get("signed_on")) is None
        or ((signed.since or first) <= last and (signed.until or last) >= first)
    ]


def _agreement(excerpts: Excerpts, agreement: Facts) -> Styled:
    signed = excerpts.when(agreement, "signed_on")
    return together(
        filter(
            None,
            (
                bold(excerpts.text(agreement, "title")),
                excerpts.shown(agreement, "kind"),
                said(N_("signed: {span}"), span=signed) if signed else Both(),
            ),
        ),
        " · ",
    )


def _experience(excerpts: Excerpts, experience: Facts) -> TableRow:
    title = bold(excerpts.text(experience, "title"))
    return (
        together(filter(None, (title, excerpts.text(experience, "reason"))), "<br/>"),
        excerpts.shown(experience, "result"),
        excerpts.text(experience, "lesson"),
    )


def _reaction(excerpts: Excerpts, item: Facts) -> TableRow:
    told = (excerpts.text(item, key) for key in ("headline", "outlet", "speaker"))
    return (
        excerpts.when(item, "published_on"),
        joined(told),
        excerpts.shown(item, "group"),
        excerpts.shown(item, "tone"),
    )


def _groups(reactions: Sequence[Facts]) -> list[tuple[Both, int]]:
    """Count the reactions by group, the largest first."""
    counts = Counter(each.get("group") for each in reactions if each.get("group"))
    kind = fields_of(MediaItem)["group"].kind
    return [
        (Both(*(kind.show(key, lang) for lang in LANGUAGES)), count)
        for key, count in counts.most_common()
    ]


def _photos(excerpts: Excerpts, file: VisitFile) -> tuple[list[Photo], list[Finding]]:
    """Return the photographs of the visit and its meetings; one that cannot be read is told."""
    photos: list[Photo] = []
    unreadable: list[Finding] = []
    owners = [("visit", file.visit.uid), *(("meeting", each.uid) for each in file.meetings)]
    for owner in owners:
        for each in excerpts.rows(Document, {"attached_to": owner}):
            if each.get("kind") != "photo" or each.get("file") is None:
                continue
            caption = excerpts.text(each, "caption") or excerpts.text(each, "title")
            try:
                refuse_large(each.get("file").size, each.get("file").name)
                with excerpts.archive.open_file(each.get("file")) as photo:
                    content = photo.read()
                photos.append(Photo(*upright(content, each.get("file").name), caption))
            except LiaisonError as error:
                unreadable.append(Finding("photo", str(error), (each.uid,)))
    return photos, unreadable
