"""How a partner and its dealings are worded on the screen."""

from datetime import date
from typing import Final

from liaison.domain.records.document import Document
from liaison.domain.records.partner import Partner
from liaison.domain.rules.expiry import last_day
from liaison.domain.rules.facts import Facts, in_either
from liaison.domain.rules.freshness import is_old, known_on
from liaison.domain.rules.relations import IN_FORCE
from liaison.domain.rules.vitality import VITALITY_LABELS, Thresholds, Vitality, months_silent
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.storage.row import Row
from liaison.time import jalali, span
from liaison.time.span import Span
from ui.figures import figure, isolated
from ui.pages.partner_reading import PartnerRows
from ui.pages.visit_words import option

VITALITY_TONES: Final = {
    Vitality.ACTIVE: "green",
    Vitality.COOLING: "amber",
    Vitality.DORMANT: "red",
    Vitality.NO_RECORD: "grey",
}
STAGE_TONES: Final = {
    "concluded": "green",
    "negotiation": "blue",
    "candidate": "grey",
    "suspended": "amber",
    "ended": "red",
    "signed": "green",
    "in_force": "green",
    "renewed": "green",
    "expired": "red",
    "terminated": "red",
    "proposed": "grey",
    "approved": "blue",
    "preparing": "amber",
    "under_way": "green",
    "completed": "green",
    "closed": "green",
    "cancelled": "red",
}
"""The tone in which the stage of a relation, a document or a visit is shown."""
RESULT_TONES: Final = {"successful": "green", "unsuccessful": "red", "unfinished": "amber"}
NO_DATA: Final = N_("No data recorded")
OUT_OF_DATE: Final = N_("needs updating")


def vitality_words(rows: PartnerRows) -> str:
    """Return how alive the relation is and why: «سرد شدن: ۱۳ ماه بی‌تماس»."""
    name, contact = _(VITALITY_LABELS[rows.file.vitality]), rows.file.contact
    if contact is None:
        return name
    months = months_silent(contact.day, rows.today)
    if not months:
        reason = _("in touch within a month")
    elif rows.file.vitality is Vitality.ACTIVE:
        reason = ngettext(
            "last contact {count} month ago", "last contact {count} months ago", months
        )
    else:
        reason = ngettext("{count} month without contact", "{count} months without contact", months)
    # Translators: a word and its reason, such as «سرد شدن: ۱۳ ماه بی‌تماس».
    return _("{word}: {reason}").format(word=name, reason=reason.format(count=figure(months)))


def limits_words(limits: Thresholds) -> str:
    """Say from when on a relation is called cooling or dormant, and what counts as contact."""
    return _(
        "Cooling after {cooling} months without contact, dormant after {dormant}. What counts:"
        " visits, meetings held, letters, signatures and commitments done."
    ).format(cooling=figure(limits.cooling), dormant=figure(limits.dormant))


def names_of(partner: Facts) -> tuple[str, str]:
    """Return the name in the language in use, else in the other, and the other one beside it."""
    first = in_either(partner, "name")
    other = partner.get("name_en" if language() == "fa" else "name_fa") or ""
    local = partner.get("name_local") or ""
    beside = dict.fromkeys(each for each in (other, local) if each and each != first)
    return first or _("untitled"), " · ".join(isolated(each) for each in beside)


def place_of(partner: Facts) -> list[str]:
    """Return kind and country of a partner, as far as they are recorded."""
    kind = option(Partner, "kind", partner.get("kind"))
    country = partner.get("country")
    shown = fields_of(Partner)["country"].kind.show(country, language()) if country else ""
    return [each for each in (kind, shown) if each]


def kind_of(record: Row) -> str:
    """Return what a happening was: a visit, a meeting, an incoming letter."""
    if record.record_type is Document:
        return option(Document, "kind", record.get("kind")) or _(Document.singular)
    return _(record.record_type.singular)


def when(record: Facts, day: date | None) -> str:
    """Return the day of something in a few letters, as exactly as it is known."""
    signed: Span | None = record.get("signed_on")
    if signed is not None and signed.precision != "day":
        return spanned(signed)
    return jalali.short_date(day, language()) if day else _("day not recorded")


def spanned(period: Span | None) -> str:
    """Return a stretch of time in the calendar of the language in use, "" for none."""
    return span.show(period, language()) if period is not None else ""


def needs_updating(record: Row, today: date) -> bool:
    """Tell whether what a record says is older than two years."""
    return is_old(known_on(record, today, record.updated_at.date()), today)


def source_notes(record: Row, today: date) -> tuple[tuple[str, str], ...]:
    """Return where a record is known from and of when, and whether that is long ago."""
    notes = []
    told = [isolated(record.get("source") or ""), spanned(record.get("as_of"))]
    words = " · ".join(each for each in told if each)
    if words:
        notes.append(("muted", _("source: {source}").format(source=words)))
    if needs_updating(record, today):
        notes.append(("amber", _(OUT_OF_DATE)))
    return tuple(notes)


def validity(agreement: Facts, today: date) -> tuple[str, str, str]:
    """Return until when a document is valid, how many days are left, and the tone of that."""
    last = last_day(agreement)
    if agreement.get("renewal") == "evergreen":
        return _("Without end"), "", "ink"
    if last is None:
        return "—", "", "ink"
    until = spanned(agreement.get("valid_until"))
    if agreement.get("stage") not in IN_FORCE:
        return until, "", "ink"
    left = (last - today).days
    if left < 0:
        past = ngettext("ran out {count} day ago", "ran out {count} days ago", -left)
        return until, past.format(count=figure(-left)), "red"
    words = ngettext("{count} day left", "{count} days left", left).format(count=figure(left))
    return until, words, "amber" if left <= _SOON else "muted"


_SOON: Final = 184
"""Days: the first warning that a document runs out comes six months ahead."""
