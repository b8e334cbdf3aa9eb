"""Everything the page of relations shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from liaison.domain.records.partner import Partner
from liaison.domain.rules.facts import in_either, in_language
from liaison.domain.rules.reviewing import GROUP_LABELS, QUIET, Group
from liaison.domain.schema import fields_of
from liaison.i18n import N_
from liaison.insight.relations_overview import review_relations
from liaison.language import keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from liaison.domain.rules.facts import Facts
    from liaison.domain.rules.reviewing import Review, Reviewed
    from liaison.storage.archive import Archive


class Choice(StrEnum):
    """Which relations are shown."""

    ALL = "all"
    QUIET = "quiet"
    DORMANT = "dormant"
    COOLING = "cooling"
    PREPARED = "prepared"
    UNPROPOSED = "unproposed"
    UNOWNED = "unowned"


CHOICE_LABELS: Final[Mapping[Choice, str]] = {
    Choice.ALL: N_("All relations"),
    # Translators: in Persian بدون تماس در {months} ماه گذشته
    Choice.QUIET: N_("No contact in the past {months} months"),
    Choice.DORMANT: GROUP_LABELS[Group.DORMANT],
    Choice.COOLING: N_("Cooling"),
    Choice.PREPARED: N_("Not concluded yet"),
    # Translators: in Persian راکد و بدون پیشنهاد
    Choice.UNPROPOSED: N_("Nothing proposed yet"),
    # Translators: in Persian بدون مسئول
    Choice.UNOWNED: N_("Nobody responsible"),
}
_LIVING: Final = frozenset(Group) - {Group.ENDED}


@dataclass(frozen=True)
class Bound:
    """What binds us to one partner, worded in the language of the reading."""

    line: Reviewed
    partner: Facts | None
    title: str
    country: str
    reason: str
    typed: str | None
    """The reason as it is typed into one line; None where the relations tell more than one line."""
    officers: Sequence[tuple[str, str]]
    """Uid and name of whoever is responsible for one of the relations."""
    tasks: Sequence[tuple[str, str]]
    """Uid and title of the open follow-ups that came from the relations."""
    contact: tuple[str, str, str] | None
    """Type, uid and title of the record the last contact is known from."""
    found_by: str

    @property
    def uid(self) -> str:
        """What the row is known by: its strongest relation."""
        return self.line.relations[0].uid


@dataclass(frozen=True)
class Reading:
    """The relations under review, with everything that stands in their rows."""

    review: Review
    lang: str
    bound: Sequence[Bound] = ()


def read_relations(archive: Archive, today: date, lang: str) -> Reading:
    """Read all relations with the titles of what they refer to."""
    found = review_relations(archive, today)
    partners = {
        row.uid: row
        for row in archive.rows(Partner, {"uid": frozenset(each.partner for each in found.lines)})
    }
    wanted = set(_referred(found))
    titles = archive.titles({*wanted, *partners}, lang)
    types = archive.types({each.contact.record for each in found.lines if each.contact})
    bound = [_bound(each, partners.get(each.partner), titles, types, lang) for each in found.lines]
    return Reading(found, lang, bound)


def _referred(found: Review) -> Iterator[str]:
    for line in found.lines:
        yield from (task.uid for task in line.tasks)
        yield from filter(None, (each.get("our_liaison") for each in line.relations))
        if line.contact is not None:
            yield line.contact.record


def _bound(
    line: Reviewed,
    partner: Facts | None,
    titles: Mapping[str, str],
    types: Mapping[str, str],
    lang: str,
) -> Bound:
    country = partner.get("country") if partner is not None else None
    shown = fields_of(Partner)["country"].kind.show(country, lang) if country else ""
    reasons = (in_either(each, "dormancy_reason", lang) for each in line.relations)
    officers = _titled((each.get("our_liaison") for each in line.relations), titles)
    title = titles.get(line.partner, "")
    contact = line.contact.record if line.contact else ""
    bound = (title, shown, *(name for _uid, name in officers))
    return Bound(
        line,
        partner,
        title,
        shown,
        " ".join(dict.fromkeys(" ".join(each.split()) for each in reasons if each)),
        _typed(line, lang),
        officers,
        _titled((task.uid for task in line.tasks), titles),
        (types[contact], contact, titles.get(contact, "")) if contact in types else None,
        keys.joined(" ".join(bound)),
    )


def _typed(line: Reviewed, lang: str) -> str | None:
    reasons = {in_language(each, "dormancy_reason", lang) for each in line.relations}
    only = reasons.pop()
    return None if reasons or "\n" in only else only


def _titled(uids: Iterable[str | None], titles: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(uid, titles.get(uid, "")) for uid in dict.fromkeys(uids) if uid]


_TESTS: Final[Mapping[Choice, Callable[[Bound], bool]]] = {
    Choice.ALL: lambda _each: True,
    Choice.QUIET: lambda each: each.line.group in QUIET,
    Choice.DORMANT: lambda each: each.line.group is Group.DORMANT,
    Choice.COOLING: lambda each: each.line.group is Group.COOLING,
    Choice.PREPARED: lambda each: each.line.group is Group.PREPARED,
    Choice.UNPROPOSED: lambda each: each.line.group in QUIET and not each.tasks,
    Choice.UNOWNED: lambda each: each.line.group in _LIVING and not each.officers,
}


def chosen(reading: Reading, choice: Choice, text: str = "") -> list[Bound]:
    """Return the rows of `choice` in which every word of `text` is found."""
    words = [keys.joined(word) for word in text.split()]
    return [
        each
        for each in reading.bound
        if _TESTS[choice](each) and all(word in each.found_by for word in words)
    ]


def counted(reading: Reading) -> dict[Choice, int]:
    """Return how many rows each choice shows."""
    return {choice: sum(map(test, reading.bound)) for choice, test in _TESTS.items()}
