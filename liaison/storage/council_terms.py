"""The terms of the council, as the office set them."""

from collections.abc import Iterable
from datetime import date

from liaison.domain.rules.periods import Period, Term, terms_in_order
from liaison.domain.schema import Json
from liaison.storage.archive import Archive
from liaison.storage.settings import COUNCIL_TERMS


def council_terms(archive: Archive) -> list[Term]:
    """Return the terms that were set, the first one first; what makes no sense is left out."""
    stored = archive.settings.get(COUNCIL_TERMS)
    found = [_term(each) for each in stored] if isinstance(stored, list) else []
    return terms_in_order(each for each in found if each is not None)


def stored(terms: Iterable[Term]) -> Json:
    """Return the form in which the setting keeps terms."""
    return [
        {
            "name_fa": each.name_fa,
            "name_en": each.name_en,
            "since": each.period.since.isoformat(),
            "until": each.period.until.isoformat(),
        }
        for each in terms
    ]


def _term(stored: Json) -> Term | None:
    if not isinstance(stored, dict):
        return None
    try:
        since, until = (date.fromisoformat(str(stored.get(key))) for key in ("since", "until"))
    except ValueError:
        return None
    if until < since:
        return None
    persian, english = (str(stored.get(key) or "") for key in ("name_fa", "name_en"))
    return Term(persian, english, Period(since, until))
