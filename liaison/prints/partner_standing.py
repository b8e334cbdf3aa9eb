"""How a relation stands: its last sign of life, where it stalled, and what to do next."""

from datetime import date
from typing import Final

from liaison.domain.records.article import Article
from liaison.domain.records.document import Document
from liaison.domain.rules import relations
from liaison.domain.rules.expiry import expiries
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.next_act import Standing, next_act
from liaison.domain.rules.promises import kept, still_owed
from liaison.domain.rules.vitality import VITALITY_LABELS, Vitality
from liaison.i18n import N_
from liaison.insight.partner_file import PartnerFile
from liaison.prints.bond import document_words
from liaison.prints.both import (
    Both,
    bracketed,
    counted,
    dual_day,
    figure,
    joined,
    said,
    short_day,
    shortened,
)
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import styled_nothing
from liaison.prints.styled import Styled, Words, together

# Translators: «بی‌تاریخ» in Persian: nobody wrote down when it was.
UNDATED: Final = N_("day not recorded")
_LONGEST: Final = 90


def standing(excerpts: Excerpts, file: PartnerFile, today: date) -> list[tuple[Both, Words]]:
    """Return the last contact, the balance, what was kept and where it stalled.

    That there was no contact is said; whatever else is not recorded is left out. A guest reads
    which visits and documents there are, and not for how long nothing has come of them.
    """
    rows: list[tuple[Both, Words]] = []
    balance = relations.visit_balance(file.visits)
    if balance.incoming + balance.outgoing:
        visits = (
            said(N_("incoming: {count}"), count=figure(balance.incoming)),
            said(N_("outgoing: {count}"), count=figure(balance.outgoing)),
        )
        rows.append((said(N_("Visits")), joined(visits)))
    if file.agreements:
        rows.append((said(N_("Documents")), _documents(excerpts, file, today)))
    if excerpts.edition.guest:
        return rows
    contact = _contact(excerpts, file, today) or styled_nothing()
    rows = [
        (said(N_("Activity of the relation")), _vitality(file)),
        (said(N_("Last contact")), contact),
        *rows,
        (said(N_("Commitments kept")), _kept(file)),
        (said(N_("Where it stalled")), _stalled(excerpts, file, today)),
        *_reasons(excerpts, file),
    ]
    return [row for row in rows if row[1]]


_REASONS = (
    (N_("Why this partner was chosen"), "reason_chosen"),
    (N_("Why it is dormant"), "dormancy_reason"),
)


def kind_of(excerpts: Excerpts, record: Facts) -> Both:
    """Return what a happening was: a visit, a meeting, an incoming letter."""
    record_type = excerpts.type_of(record)
    shown = excerpts.shown(record, "kind") if record_type is Document else Both()
    return shown or said(record_type.singular)


def _reasons(excerpts: Excerpts, file: PartnerFile) -> list[tuple[Both, Words]]:
    """Return why the partner was chosen and why it sleeps, what several relations share once."""
    rows = [
        (said(label), excerpts.text(each, key))
        for label, key in _REASONS
        for each in file.relations
    ]
    return list(dict.fromkeys(rows))


def suggested(excerpts: Excerpts, file: PartnerFile, today: date) -> tuple[Both, Both]:
    """Return what to do next and the title of the record it is about."""
    undated = [each.record for each in file.happenings if each.day is None]
    about = {each.uid: each for each in (*_owed(file), *file.agreements, *undated)}
    if file.planned is not None:
        about[file.planned.uid] = file.planned
    act = next_act(
        Standing(
            _owed(file),
            expiries(file.agreements, today),
            file.vitality,
            today,
            file.planned.uid if file.planned is not None else "",
            undated[0].uid if undated else "",
        )
    )
    title = _called(excerpts, about[act.record]) if act.record else Both()
    return said(act.act), bracketed(title)


def _owed(file: PartnerFile) -> list[Facts]:
    return still_owed(file.follow_ups, file.articles)


def _called(excerpts: Excerpts, record: Facts) -> Both:
    """Return what a record is called: its title, a clause its text."""
    key = "text" if excerpts.type_of(record) is Article else "title"
    return excerpts.text(record, key).each(lambda text: shortened(text, _LONGEST))


def _vitality(file: PartnerFile) -> Both:
    """Return how alive the relation is, and what that word means."""
    limits = file.limits
    meaning = {
        Vitality.ACTIVE: said(N_("in touch within {count} months"), count=figure(limits.cooling)),
        Vitality.COOLING: said(N_("no contact for {count} months"), count=figure(limits.cooling)),
        Vitality.DORMANT: said(N_("no contact for {count} months"), count=figure(limits.dormant)),
        Vitality.NO_RECORD: said(N_("no dated contact is recorded")),
    }
    return joined((said(VITALITY_LABELS[file.vitality]), meaning[file.vitality]), " – ")


def _documents(excerpts: Excerpts, file: PartnerFile, today: date) -> Styled:
    """Return the documents of both sides in whichever stage."""
    lines = [
        together((document_words(excerpts, each, today), excerpts.shown(each, "stage")), " · ")
        for each in file.agreements
    ]
    return together(lines, "<br/>")


def _contact(excerpts: Excerpts, file: PartnerFile, today: date) -> Both:
    """Return when the two sides were last in touch, how long ago, and by what."""
    if file.contact is None:
        return Both()
    days = (today - file.contact.day).days
    when = joined(
        (dual_day(file.contact.day), counted(N_("{count} day ago"), N_("{count} days ago"), days))
    )
    known = [each.record for each in file.happenings]
    record = {each.uid: each for each in (*known, *file.follow_ups)}.get(file.contact.record)
    if record is None:
        return when
    signed = record.get("signed_on")
    if signed is not None and signed.precision != "day":
        when = excerpts.when(record, "signed_on")
    what = joined((kind_of(excerpts, record), _called(excerpts, record)), ": ")
    return joined((when, what))


def _kept(file: PartnerFile) -> Both:
    return joined(
        said(message, done=figure(done), all=figure(total))
        for message, side in (
            (N_("ours {done} of {all}"), "ours"),
            (N_("theirs {done} of {all}"), "theirs"),
        )
        for done, total in (kept(file.follow_ups, side),)
        if total
    )


def _stalled(excerpts: Excerpts, file: PartnerFile, today: date) -> Both:
    """Return the promise that waits longest; without one, after what nothing more happened."""
    first = next(iter(_owed(file)), None)
    if first is not None and first.get("due_on") and first.get("due_on") < today:
        owed = said(N_("due {day}"), day=short_day(first.get("due_on")))
        return joined((_called(excerpts, first), owed))
    if not file.happenings or file.vitality is Vitality.ACTIVE:
        return Both()
    last = file.happenings[0]
    return said(
        N_("after “{event}” ({day})"),
        event=_called(excerpts, last.record),
        day=short_day(last.day) or said(UNDATED),
    )
