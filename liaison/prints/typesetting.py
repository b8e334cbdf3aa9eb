"""A draft set on pages: as easy to read as the promise of its pages allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from liaison.pdf.page import Rendered, render
from liaison.pdf.part import PageSetup, PartBreak
from liaison.prints.editions import Edition, RunLanguages
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import BRIEF, Density
from liaison.prints.ledger import Ledger

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

_NEARLY_EMPTY: Final = 1 / 3
"""The part of a last page below which it is better spared."""


@dataclass(frozen=True)
class Run:
    """One way through a text: in these languages, on these pages."""

    languages: RunLanguages
    setup: PageSetup


@dataclass(frozen=True)
class Typeset:
    """A typeset story, what it says, and how many pages what was promised to fit takes.

    `used` counts the last of them by the part of it that is. One that `spills` leaves a last page
    nearly empty.
    """

    rendered: Rendered
    takes: int
    used: float
    ledger: Ledger
    spills: bool


def typeset(
    compose: Callable[[Layout], PageMark],
    runs: Sequence[Run],
    most_pages: int,
    densities: Sequence[Density] = BRIEF,
) -> Typeset:
    """Typeset what `compose` states, more densely where it would break its promise of pages.

    So it is where its last page would be nearly empty and the text can do without that page.
    `compose` returns the mark that has to stand on page `most_pages` of its run at the latest; 0
    is no promise. What the first attempt takes tells which of `densities`, easiest first, is
    worth trying.
    """
    done = first = _attempt(compose, runs, densities[0])
    for density in densities[1:]:
        is_broken = bool(most_pages) and done.takes > most_pages
        if not is_broken and not done.spills:
            break
        needed = first.used * density.share / densities[0].share
        if is_broken and needed > most_pages and density is not densities[-1]:
            continue
        closer = _attempt(compose, runs, density)
        if is_broken or closer.rendered.pages < done.rendered.pages:
            done = closer
    return done


def _attempt(
    compose: Callable[[Layout], PageMark], runs: Sequence[Run], density: Density
) -> Typeset:
    """Set the text at one density; tell how many pages, and parts of pages, a run takes at most."""
    ledger = Ledger(tuple(dict.fromkeys(lang for run in runs for lang in _spoken(run))))
    story: list[Flowable] = []
    ends: list[tuple[PageMark, PageMark, PageSetup]] = []
    for run in runs:
        margins = run.setup.margins
        margins = replace(margins, outer=min(margins.outer, density.outer_margin))
        setup = replace(run.setup, margins=margins)
        layout = Layout(run.languages, replace(density, fonts=setup.fonts), ledger, setup)
        start, end = PageMark(), compose(layout)
        story += [PartBreak(setup), start, *layout.blocks]
        ends.append((start, end, setup))
    rendered = render(story, ends[0][2])
    takes = max(end.page - start.page + 1 for start, end, _setup in ends)
    used = max(end.page - start.page + _used(end, setup) for start, end, setup in ends)
    spills = any(
        end.page > start.page and _used(end, setup) < _NEARLY_EMPTY for start, end, setup in ends
    )
    return Typeset(rendered, takes, used, ledger, spills)


def _used(end: PageMark, setup: PageSetup) -> float:
    """Return which part of its last page a text takes."""
    frame = setup.frame
    return (frame.top - end.y) / frame.height


def _spoken(run: Run) -> tuple[str, ...]:
    return Edition(run.languages).spoken
