"""Sentences are compared in English here; the Persian ones are the catalogue's own business."""

from collections.abc import Iterator

import pytest

from liaison import i18n


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    spoken = i18n.language()
    i18n.install("en")
    yield
    i18n.install(spoken)
