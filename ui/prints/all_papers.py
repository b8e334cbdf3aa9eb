"""All papers of a visit, each a PDF of its own: made and written on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ui.naming import file_name
from ui.places import numbered
from ui.prints.making import Made, Wish, make_paper
from ui.prints.offers import Offer
from ui.prints.saving import write_paper

if TYPE_CHECKING:
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Piece:
    """One paper to be written: what is made, its label (a message id) and its record's title."""

    wish: Wish
    label: str
    title: str

    @property
    def key(self) -> str:
        """What tells it from the other pieces."""
        return f"{self.wish.product}/{self.wish.uid}"


@dataclass(frozen=True)
class Written:
    """What came of a piece: where it was written, else why it was not."""

    piece: Piece
    made: Made
    path: Path | None


def pieces(offers: Sequence[Offer], edition: Wish) -> list[Piece]:
    """Return the papers there are in an edition, or in what of it comes nearest.

    What has no guest edition is left out of a set for guests.
    """
    found = []
    for offer in offers:
        if edition.guest and not offer.guests:
            continue
        languages = offer.fitting(edition.languages)
        several = len(offer.records) > 1
        for uid, title in offer.records.items():
            wish = edition.but(product=offer.name, uid=uid, languages=languages)
            found.append(Piece(wish, offer.label, title if several else ""))
    return found


def write_piece(
    archive: "Archive", piece: Piece, folder: Path, taken: set[str], today: date
) -> Written:
    """Make a paper and write it into `folder`, under a name that is not `taken`.

    Raises StorageError where the disk refuses.
    """
    made = make_paper(archive, piece.wish, today)
    if made.paper is None:
        return Written(piece, made, None)
    name = file_name(made.paper.title, made.day, piece.wish.spoken)
    path, number = folder / name, 1
    while path.name in taken:
        number += 1
        path = numbered(folder / name, number)
    taken.add(path.name)
    return Written(piece, made, write_paper(path, made.paper.content))
