"""What a print product is, what is ordered of it, and how its promise of pages is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from liaison.domain.rules import classes
from liaison.domain.rules.facts import Finding
from liaison.errors import UserError
from liaison.i18n import ngettext
from liaison.pdf.furniture import Bilingual
from liaison.pdf.markup import escape
from liaison.pdf.page import Rendered, render
from liaison.pdf.part import PageSetup
from liaison.prints.both import Both, by_language, joined
from liaison.prints.editions import Edition
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import BRIEF, Density
from liaison.prints.office import Office
from liaison.prints.paper import Paper
from liaison.prints.selection import Selection
from liaison.prints.styled import styled
from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Order:
    """What is to be printed: of which record, in which edition, by whom and on which day."""

    archive: Archive
    uid: str
    edition: Edition
    office: Office
    selection: Selection = field(default_factory=Selection)


@dataclass(frozen=True)
class Product:
    """A print by its name on the command line; `subject` is the type it is about, or empty."""

    name: str
    label: str
    subject: str
    render: Callable[[Order], Paper]


def setup_of(
    order: Order, label: Both, subject: Both, classification: str, number: Both | None = None
) -> PageSetup:
    """Return what all pages of a paper share; `number` is that of the file it belongs to."""
    edition, office = order.edition, order.office
    heading = by_language(lambda lang: classes.heading(classification, lang))
    title = joined((label, subject), " – ")
    imprint = [styled(line) for line in office.imprint(edition.languages) if line]
    note = "<br/>".join(line.of(lang) for line in imprint for lang in edition.spoken)
    return PageSetup(
        title.of(edition.spoken[0]),
        edition=edition.languages,
        letterhead=office.letterhead(edition.languages, number or Both()),
        running=Bilingual(escape(label.fa), escape(label.en)),
        classification=Bilingual(heading.fa, heading.en.upper()),
        note=note,
        created=office.now,
    )


@dataclass(frozen=True)
class Typeset:
    """A typeset story and the page on which what was promised to fit ends."""

    rendered: Rendered
    ends_on: int


def typeset(
    compose: Callable[[Layout], PageMark],
    setup: PageSetup,
    most_pages: int,
    densities: Sequence[Density] = BRIEF,
) -> Typeset:
    """Typeset what `compose` states, more densely where it would break its promise of pages.

    `compose` returns the mark that has to stand on page `most_pages` at the latest. What the first
    attempt takes tells which of `densities`, easiest first, is worth trying.
    """
    frame = setup.frame
    used = 0.0
    for density in densities:
        if used * density.share / densities[0].share > most_pages and density is not densities[-1]:
            continue
        layout = Layout(setup.edition, density)
        end = compose(layout)
        margins = replace(setup.margins, outer=min(setup.margins.outer, density.outer_margin))
        done = Typeset(render(layout.blocks, replace(setup, margins=margins)), end.page)
        if end.page <= most_pages:
            break
        used = used or end.page - 1 + (frame.top - end.y) / frame.height
    return done


def too_long(done: Typeset, most_pages: int, uid: str) -> list[Finding]:
    """Return a finding where a paper takes more pages than its readers were promised."""
    if done.ends_on <= most_pages:
        return []
    message = ngettext(
        "The text takes {pages} pages instead of {most} page; shorten it.",
        "The text takes {pages} pages instead of {most} pages; shorten it.",
        most_pages,
    ).format(pages=done.ends_on, most=most_pages)
    return [Finding("pages", message, (uid,) if uid else ())]


def refuse_blocked(findings: Sequence[Finding]) -> None:
    """Raise UserError, naming the record, where a finding forbids the print."""
    for each in findings:
        if each.severity == "blocking":
            record = each.records[0] if each.records else ""
            raise UserError(each.message, record=record)
