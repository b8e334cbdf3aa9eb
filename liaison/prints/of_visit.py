"""Which papers a visit has: for every product the records it is printed of."""

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.visit import Visit
from liaison.prints.product import Product
from liaison.prints.visit_file import in_time
from liaison.storage.archive import Archive

_OVER = frozenset({"expired", "terminated"})


def subjects(archive: Archive, product: Product, visit: str) -> list[str]:
    """Return the uids of which `product` is printed for a visit; none for lists of the office.

    Meetings come in the order of time; agreements are those of the visit, then those in force
    with the body that it is with.
    """
    find = {
        "visit": _itself,
        "meeting": _meetings,
        "partner": _partner,
        "agreement": _agreements,
    }.get(product.subject)
    return find(archive, visit) if find else []


def _itself(archive: Archive, visit: str) -> list[str]:
    del archive
    return [visit]


def _meetings(archive: Archive, visit: str) -> list[str]:
    return [each.uid for each in in_time(archive.rows(Meeting, {"visit": visit}))]


def _partner(archive: Archive, visit: str) -> list[str]:
    partner = archive.read(Visit, visit).get("partner")
    return [partner] if partner else []


def _agreements(archive: Archive, visit: str) -> list[str]:
    found = {each.uid: None for each in archive.rows(Agreement, {"visit": visit})}
    for partner in _partner(archive, visit):
        for party in archive.rows(AgreementParty, {"partner": partner}):
            agreement = archive.read(Agreement, party["agreement"])
            if agreement.get("stage") not in _OVER and not agreement.deleted_at:
                found[agreement.uid] = None
    return list(found)
