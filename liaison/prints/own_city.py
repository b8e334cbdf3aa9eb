"""What a guest reads of our own city: a few facts under its name, on one page."""

from dataclasses import dataclass

from liaison.domain.records.partner import Partner
from liaison.domain.rules.own_city import own_city
from liaison.i18n import N_
from liaison.prints.both import Both, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.styled import Words

_PROFILE = (
    (N_("Country"), "country"),
    (N_("Founded"), "founded"),
    (N_("Population"), "population"),
    (N_("Area of work"), "scope"),
    (N_("Goals"), "goals"),
    (N_("Website"), "website"),
    (N_("Telephone"), "phone"),
    (N_("E-mail"), "email"),
    (N_("Address"), "address"),
)
_BILINGUAL = frozenset({"scope", "goals", "address"})


@dataclass(frozen=True)
class OwnCity:
    """Our city by name, and the facts that are recorded of it."""

    name: Both
    facts: list[tuple[Both, Words]]

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.facts)

    def compose(self, layout: Layout) -> None:
        """State the facts; they stand together."""
        layout.facts(self.facts, whole=True)


def open_own_city(excerpts: Excerpts) -> OwnCity:
    """Read what there is to say of our city; nothing where no body is flagged as our own."""
    city = own_city(excerpts.rows(Partner, {"is_ours": True}))
    if city is None:
        return OwnCity(Both(), [])
    rows: list[tuple[Both, Words]] = []
    for label, key in _PROFILE:
        value = excerpts.text(city, key) if key in _BILINGUAL else excerpts.shown(city, key)
        if value:
            rows.append((said(label), value))
    return OwnCity(excerpts.text(city, "name"), rows)
