"""What a print product is, and what it makes of an order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from liaison.domain.rules.classes import NORMAL
from liaison.domain.rules.facts import Finding
from liaison.pdf.part import PageSetup
from liaison.prints.both import Both
from liaison.prints.cards import Form
from liaison.prints.editions import Languages
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import BRIEF, Density
from liaison.prints.order import Order

EVERY_LANGUAGE: Final[tuple[Languages, ...]] = ("fa", "en", "both", "in_turn")


def as_it_is(setup: PageSetup) -> PageSetup:
    """Return the pages as the office has them."""
    return setup


@dataclass(frozen=True)
class Draft:
    """What a paper will say, before it is set.

    Everything it quotes has been read through `excerpts`. `compose` states the blocks in their
    order and returns the mark that has to stand on page `most_pages` at the latest (0 for no
    promise); it may be asked more than once, for another language or a closer setting, of which
    `densities` are tried easiest first. `least_class` is the product's own class, `number` that of
    the file it belongs to, and `arrange` changes the office's pages for this paper. One that is
    `empty` has nothing to say but that nothing is recorded: no book is bound with it.
    """

    excerpts: Excerpts
    label: Both
    subject: Both
    compose: Callable[[Layout], PageMark]
    number: Both = field(default_factory=Both)
    least_class: str = NORMAL
    most_pages: int = 0
    densities: Sequence[Density] = BRIEF
    arrange: Callable[[PageSetup], PageSetup] = as_it_is
    findings: Sequence[Finding] = ()
    empty: bool = False

    @property
    def classification(self) -> str:
        """The highest class of what the paper says."""
        return self.excerpts.classification(at_least=self.least_class)


@dataclass(frozen=True)
class Product:
    """A print by its name on the command line.

    `subject` is the type of the record it is about, or empty. `languages` are the editions there
    are of it, `usual` the one it is made for, None for that of whoever prints it; `guests` says
    whether there is one to hand to the other side. `cards` is the form of cards that are printed
    on sheets with a first free place, `period` asks for a first and a last day, `sections` for
    what a report tells, `copies` numbers every copy.
    """

    name: str
    label: str
    subject: str
    draft: Callable[[Order], Draft]
    languages: tuple[Languages, ...] = EVERY_LANGUAGE
    usual: Languages | None = None
    guests: bool = True
    cards: Form | None = None
    period: bool = False
    sections: bool = False
    copies: bool = False
