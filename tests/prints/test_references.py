"""Every paper still looks as it did when somebody looked at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from liaison.prints.editions import Edition
from liaison.prints.product import Product
from tests.prints.every import EVERY, Archived, named
from tests.prints.references import FOLDER, MOST_PAGES, archived, differ, kept, pictures


@pytest.fixture(scope="module", params=MOST_PAGES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def those(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archived]:
    with archived(kind, tmp_path_factory.mktemp("references")) as opened:
        yield opened


@pytest.mark.parametrize(("product", "edition"), EVERY, ids=named)
def test_it_looks_as_it_did(
    those: Archived, kind: str, product: Product, edition: Edition, tmp_path: Path
) -> None:
    content = those.paper(product, edition).content
    for number, picture in enumerate(pictures(content, MOST_PAGES[kind]), 1):
        name = f"{kind}-{named(product)}-{named(edition)}-{number}.png"
        with Image.open(FOLDER / name) as reference:
            difference = differ(picture, reference.convert("L"))
        if difference:
            (tmp_path / name).write_bytes(kept(picture))
        assert not difference, f"{name}: {difference}; the new one is {tmp_path / name}"


def test_a_missing_word_is_seen() -> None:
    with Image.open(next(FOLDER.glob("large-*.png"))) as file:
        reference = file.convert("L")
    changed = reference.copy()
    ImageDraw.Draw(changed).rectangle((60, 60, 160, 90), fill=255)
    ImageDraw.Draw(changed).rectangle((60, 120, 160, 128), fill=0)
    assert differ(changed, reference)
    assert not differ(reference, reference)
