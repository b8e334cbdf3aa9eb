"""What stands at the head of a programme: who comes, when, and whom to turn to."""

from liaison.domain.records.person import Person
from liaison.domain.rules import precedence
from liaison.i18n import N_
from liaison.language import phones
from liaison.prints.both import Both, by_language, counted, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.office import Office
from liaison.prints.people import delegate, name_of
from liaison.prints.styled import Words
from liaison.prints.visit_file import VisitFile


def facts(excerpts: Excerpts, file: VisitFile, office: Office) -> list[tuple[Both, Words]]:
    """Return the rows of the cover that have something to say."""
    visit = file.visit
    rows: list[tuple[Both, Words]] = [
        *identity(excerpts, file),
        (said(N_("Hosts")), _hosts(excerpts, file, office)),
        (officer_label(file), _host_officer(excerpts, file)),
        (said(N_("Hotel")), excerpts.text(visit, "hotel")),
        (said(N_("Dress code")), excerpts.text(visit, "dress")),
        (said(N_("Interpretation")), _interpretation(excerpts, file)),
    ]
    return [row for row in rows if row[1]]


def identity(excerpts: Excerpts, file: VisitFile) -> list[tuple[Both, Words]]:
    """Return who comes, under whom, on which occasion and days."""
    rows: list[tuple[Both, Words]] = [
        (said(N_("Delegation")), _delegation(excerpts, file)),
        (said(N_("Head of the delegation")), _head(excerpts, file)),
        (said(N_("Days")), _days(file)),
        (said(N_("Occasion")), _occasion(excerpts, file)),
    ]
    return [row for row in rows if row[1]]


def of_list(excerpts: Excerpts, file: VisitFile) -> list[tuple[Both, Words]]:
    """Return what heads a list of the members, whose subtitle names the delegation already."""
    listing = precedence.listing(file.members)
    size = len(listing.members) + len(listing.support)
    named = file.delegation is not None
    rows: list[tuple[Both, Words]] = [
        (said(N_("Delegation")), Both() if named else _delegation(excerpts, file)),
        (said(N_("Head of the delegation")), _head(excerpts, file)),
        (said(N_("Members")), figure(size) if size else Both()),
        (said(N_("Days")), _days(file)),
        (said(N_("Occasion")), _occasion(excerpts, file) or excerpts.text(file.visit, "title")),
    ]
    return [row for row in rows if row[1]]


def _occasion(excerpts: Excerpts, file: VisitFile) -> Both:
    occasion = excerpts.text(file.delegation, "occasion") if file.delegation is not None else Both()
    event = excerpts.text(file.event, "title") if file.event is not None else Both()
    return joined((event, occasion))


def _hosts(excerpts: Excerpts, file: VisitFile, office: Office) -> Both:
    """Return who receives: the office, or on a journey of our own those we go to."""
    if not file.is_outgoing:
        return joined((office.name, office.unit))
    return excerpts.text(file.partner, "name") if file.partner is not None else Both()


def officer_label(file: VisitFile) -> Both:
    """Return what the officer of a visit is to it: a host only to those who come to us."""
    return said(N_("Officer in charge") if file.is_outgoing else N_("Host officer"))


def _delegation(excerpts: Excerpts, file: VisitFile) -> Both:
    if file.delegation is not None:
        return excerpts.text(file.delegation, "name")
    if file.partner is None or file.is_outgoing:
        return Both()
    return excerpts.text(file.partner, "name")


def _head(excerpts: Excerpts, file: VisitFile) -> Words:
    listing = precedence.listing(file.members)
    head = next((each for each in listing.members if each.get("role") == "head"), None)
    return delegate(excerpts, head, file.people).line() if head is not None else Both()


def _days(file: VisitFile) -> Both:
    """Return the first and the last day in both calendars, and how many there are."""
    since, until = file.visit.get("starts_on"), file.visit.get("ends_on")
    ends = joined((dual_day(each) for each in dict.fromkeys((since, until)) if each), " – ")
    if not (since and until) or until <= since:
        return ends
    length = counted(N_("{count} day"), N_("{count} days"), (until - since).days + 1)
    return joined((ends, length))


def _host_officer(excerpts: Excerpts, file: VisitFile) -> Both:
    """Return the officer whom the guests may call, the one telephone that they are given."""
    officer = file.host_officer
    if officer is None:
        return Both()
    person = excerpts.record(Person, officer.get("person"))
    number = (person.get("mobile") or person.get("phone")) if person is not None else ""
    phone = by_language(lambda lang: phones.shown(number, lang)) if number else Both()
    return joined((excerpts.text(officer, "name"), phone))


def _interpretation(excerpts: Excerpts, file: VisitFile) -> Both:
    interpreter = excerpts.record(Person, file.visit.get("interpreter"))
    kind = excerpts.shown(file.visit, "interpretation")
    return joined((kind, name_of(excerpts, interpreter)), ": ")
