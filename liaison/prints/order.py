"""What is ordered of the print room."""

from dataclasses import dataclass, field
from datetime import date

from liaison.prints.editions import Edition
from liaison.prints.office import Office
from liaison.prints.selection import Selection
from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Terms:
    """How a paper is to be made, beyond what it says.

    `revision` counts from 1. `only` names the parts that are wanted (cards by uid of the member),
    empty for all; `start` is the first free place, from 1, on a partly used sheet of cards.
    `override` is why what forbids a print is passed over. `copy` of `copies` numbers one copy of a
    book, 0 for none; what is `bound` into a book leaves out what stands elsewhere in it, among
    that whatever the profiles of the partners `profiled` there say. `since` and `until` are the
    first and the last day of a report, `sections` what it tells, empty for what it usually does.
    """

    revision: int = 1
    only: frozenset[str] = frozenset()
    start: int = 1
    override: str = ""
    copy: int = 0
    copies: int = 0
    bound: bool = False
    profiled: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    sections: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Order:
    """What is to be printed: of which record, in which edition, by whom and on which day."""

    archive: Archive
    uid: str
    edition: Edition
    office: Office
    selection: Selection = field(default_factory=Selection)
    terms: Terms = field(default_factory=Terms)
