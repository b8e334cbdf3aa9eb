"""Small pictures of pages, and how much two of them may differ.

    .venv/bin/python -m tests.prints.references

makes the pictures of every paper anew; look at them before they are kept.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

from liaison import i18n
from liaison.domain.records import by_name
from liaison.exchange import sample
from liaison.storage.archive import Archive
from tests.prints.every import EVERY, Archived, named
from tests.prints.large_visit import TODAY, large_visit

FOLDER = Path(__file__).with_name("references")
MOST_PAGES = {"large": 2, "sample": 1}
_DOTS = 42 / 72
_GREYS = 16
_MOST_MEAN = 0.8
_MOST_FAR = 0.003
_FAR = 56


def pictures(content: bytes, most: int) -> list[Image.Image]:
    """Draw the first pages of a file in grey."""
    with pypdfium2.PdfDocument(content) as document:
        return [
            document[at].render(scale=_DOTS, grayscale=True).to_pil().convert("L")
            for at in range(min(most, len(document)))
        ]


def differ(picture: Image.Image, reference: Image.Image) -> str:
    """Tell how two pictures differ by more than another machine's rounding; empty if not."""
    if picture.size != reference.size:
        return f"the sheet is {picture.size} instead of {reference.size}"
    blurred = [each.filter(ImageFilter.BoxBlur(1)) for each in (picture, reference)]
    difference = ImageChops.difference(*blurred)
    mean = ImageStat.Stat(difference).mean[0]
    far = sum(difference.histogram()[_FAR:]) / (picture.width * picture.height)
    if mean > _MOST_MEAN or far > _MOST_FAR:
        return f"mean difference {mean:.2f}, {far:.2%} of the points far off"
    return ""


def kept(picture: Image.Image) -> bytes:
    """Give a picture as it is kept: a few greys are enough."""
    file = BytesIO()
    picture.quantize(_GREYS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


@contextmanager
def archived(kind: str, folder: Path) -> Iterator[Archived]:
    """Open an archive with the large visit or the sample, in which the program speaks Persian."""
    before = i18n.language()
    i18n.install("fa")
    with Archive.open(folder / kind) as archive:
        if kind == "large":
            visit = large_visit(archive)
            types = ("visit", "meeting", "partner", "agreement", "officer", "person")
            subjects = {each: visit.subject(each) for each in types}
        else:
            sample.fill(archive)
            subjects = sample_subjects(archive)
        yield Archived(archive, subjects, TODAY)
    i18n.install(before)


def sample_subjects(archive: Archive) -> dict[str, str]:
    """Give the record of the sample that each kind of print is made of: the one with most ties."""
    found = {}
    for name, ties in (
        ("visit", ("meeting", "visit")),
        ("meeting", ("statement", "meeting")),
        ("partner", ("relation", "partner")),
        ("agreement", ("agreement_party", "agreement")),
        ("person", ("position", "person")),
    ):
        rows = archive.rows(by_name(ties[0]))
        counts = Counter(row[ties[1]] for row in rows if row.get(ties[1]))
        uids = sorted(row.uid for row in archive.rows(by_name(name)))
        found[name] = max(uids, key=lambda uid: (counts[uid], uid))
    with archive.change("officer") as change:  # the documents name none
        names = {"name_fa": "کارشناس آزمون", "name_en": "Test Officer"}
        found["officer"] = change.add(by_name("officer"), names)
    return found


def main() -> None:
    """Make every picture anew."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with TemporaryDirectory() as folder:
        for kind, most in MOST_PAGES.items():
            with archived(kind, Path(folder)) as those:
                for product, edition in EVERY:
                    content = those.paper(product, edition).content
                    for number, picture in enumerate(pictures(content, most), 1):
                        name = f"{kind}-{named(product)}-{named(edition)}-{number}.png"
                        (FOLDER / name).write_bytes(kept(picture))
    size = sum(each.stat().st_size for each in FOLDER.iterdir())
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))} pictures, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
