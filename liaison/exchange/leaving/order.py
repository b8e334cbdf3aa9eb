"""Which records leave, and how: everything a person chooses, at the window or in a command."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.rules import classes
from liaison.domain.schema import CLASSIFICATION, RecordType
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.language.listing import enumerated
from liaison.language.windows_1256 import Lost
from liaison.storage.archive import Archive, Listing, Row

SEPARATORS: Final = {"semicolon": ";", "comma": ",", "tab": "\t"}
CARD_VERSIONS: Final = ("3.0", "4.0")


@dataclass(frozen=True)
class Selection:
    """The records of one type that a list shows, or with `ids` those numbered so, in that order."""

    listing: Listing
    ids: Sequence[int] | None = None

    @property
    def record_type(self) -> RecordType:
        """What the records are."""
        return self.listing.record_type


@dataclass(frozen=True)
class Order:
    """How they leave.

    `columns` are keys of fields, none for those of the list. With `classified` the file holds what
    is restricted or above the normal class, else that stays behind. `separator` and `old_programs`
    (Windows-1256) are for text, `card_version` is for cards; `with_referred` takes along
    everything the records speak of, into a part of the archive.
    """

    day: date
    lang: str = "fa"
    title: str = ""
    columns: tuple[str, ...] = ()
    classified: bool = False
    separator: str = ";"
    old_programs: bool = False
    card_version: str = CARD_VERSIONS[0]
    with_referred: bool = False


@dataclass(frozen=True)
class Report:
    """What was written: how many records, of which class, and what is not in the file.

    `behind` counts the records that stayed because of their class, `undated` those without a day to
    stand on in a calendar; `lost` are the letters that the encoding does not have.
    """

    count: int
    classification: str = classes.NORMAL
    behind: int = 0
    undated: int = 0
    lost: Sequence[Lost] = ()

    def sentences(self) -> list[str]:
        """Return in words, in the language in use, what whoever gets the file has to know of it."""
        said = []
        if self.classification != classes.NORMAL:
            level = _(CLASSIFICATION.options[self.classification])
            said.append(_("The file is classed “{classification}”.").format(classification=level))
        if self.behind:
            message = ngettext(
                "{count} classified record stayed behind.",
                "{count} classified records stayed behind.",
                self.behind,
            )
            said.append(message.format(count=_figure(self.behind)))
        if self.undated:
            message = ngettext(
                "{count} record has no day to stand on in a calendar.",
                "{count} records have no day to stand on in a calendar.",
                self.undated,
            )
            said.append(message.format(count=_figure(self.undated)))
        if self.lost:
            letters = enumerated([_lost(each) for each in self.lost], language())
            message = _("Windows-1256 does not have: {letters}.")
            said.append(message.format(letters=letters))
        return said


def _lost(lost: Lost) -> str:
    """Return in words what became of a letter, as «ş» ← «s» (۳)."""
    count = _figure(lost.count)
    if not lost.instead:
        return _("“{letter}” left out ({count} times)").format(letter=lost.letter, count=count)
    return _("“{letter}” as “{instead}” ({count} times)").format(
        letter=lost.letter, instead=lost.instead, count=count
    )


def _figure(number: int) -> str:
    return digits.number(number, language())


@dataclass(frozen=True)
class Chosen:
    """The records that go, in order, and how many of the selection stay behind by their class."""

    rows: Sequence[Row]
    behind: int = 0

    @property
    def classification(self) -> str:
        """The class of a file that holds them."""
        return classes.of_print(self.rows)


def chosen(archive: Archive, selection: Selection, *, classified: bool) -> Chosen:
    """Read the records of a selection; without `classified`, those of the normal class alone."""
    ids = archive.ids(selection.listing) if selection.ids is None else selection.ids
    rows = archive.numbered(selection.record_type, ids)
    going = [row for row in rows if classified or may_leave(row)]
    return Chosen(going, len(rows) - len(going))


def may_leave(row: Row) -> bool:
    """Tell whether a record is of the normal class."""
    return not classes.is_above(row.get("classification"), classes.NORMAL)
