"""How a relation stands: its last sign of life, where it stalled, and what to do next."""

from datetime import date

from liaison.domain.rules import relations
from liaison.domain.rules.expiry import expiries
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.next_act import Standing, next_act
from liaison.domain.rules.overdue import open_promises
from liaison.domain.rules.vitality import VITALITY_LABELS
from liaison.i18n import N_
from liaison.prints.both import Both, counted, dual_day, figure, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.partner_file import PartnerFile
from liaison.prints.promises import kept
from liaison.prints.styled import Words


def standing(excerpts: Excerpts, file: PartnerFile, today: date) -> list[tuple[Both, Words]]:
    """Return the last contact, the balance, what was kept and where it stalled."""
    rows: list[tuple[Both, Words]] = [(said(N_("Last contact")), _contact(excerpts, file, today))]
    balance = relations.visit_balance(file.visits)
    if balance.incoming + balance.outgoing:
        visits = (
            said(N_("incoming: {count}"), count=figure(balance.incoming)),
            said(N_("outgoing: {count}"), count=figure(balance.outgoing)),
        )
        rows.append((said(N_("Visits")), joined(visits)))
    if excerpts.edition.guest:
        return rows
    rows.insert(0, (said(N_("Vitality")), said(VITALITY_LABELS[file.vitality])))
    rows += [
        (said(N_("Commitments kept")), _kept(file)),
        (said(N_("Where it stalled")), _stalled(excerpts, file, today)),
        *(
            (said(label), excerpts.text(each, key))
            for each in file.relations
            for label, key in _REASONS
        ),
    ]
    return [row for row in rows if row[1]]


_REASONS = (
    (N_("Why this partner was chosen"), "reason_chosen"),
    (N_("Why it is dormant"), "dormancy_reason"),
)


def suggested(excerpts: Excerpts, file: PartnerFile, today: date) -> tuple[Both, Both]:
    """Return what to do next and the title of the record it is about."""
    act = next_act(
        Standing(file.follow_ups, expiries(file.agreements, today), file.vitality, today)
    )
    records = {each.uid: each for each in (*file.follow_ups, *file.agreements)}
    about = records.get(act.record)
    title = excerpts.text(about, "title") if about is not None else Both()
    return said(act.act), title.each(lambda text: f"({text})" if text else "")


def _contact(excerpts: Excerpts, file: PartnerFile, today: date) -> Both:
    """Return when the two sides were last in touch, how long ago, and by what."""
    if file.contact is None:
        return Both()
    days = (today - file.contact.day).days
    ago = counted(N_("{count} day ago"), N_("{count} days ago"), days)
    known = {each.uid: each for each in (*file.visits, *file.meetings)}
    record = known.get(file.contact.record)
    what = excerpts.text(record, "title") if record is not None else Both()
    return joined((dual_day(file.contact.day), ago, what))


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
    late = [
        each
        for side in ("ours", "theirs")
        for each in open_promises(file.follow_ups, side)
        if each.get("due_on") and each.get("due_on") < today
    ]
    if late:
        first = min(late, key=_due)
        owed = said(N_("due {day}"), day=short_day(first.get("due_on")))
        return joined((excerpts.text(first, "title"), owed))
    if not file.happenings:
        return Both()
    last = file.happenings[0]
    return said(
        N_("after “{event}” ({day})"),
        event=excerpts.text(last.record, "title"),
        day=short_day(last.day),
    )


def _due(follow_up: Facts) -> date:
    due_on: date = follow_up.get("due_on")
    return due_on
