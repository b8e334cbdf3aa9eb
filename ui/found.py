"""What the archive's search found, as suggestions to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.domain.records import by_name
from liaison.i18n import _, language
from ui.widgets.hits import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liaison.storage.search import Hit


def suggestions(hits: Iterable[Hit], *, kinds: bool = True) -> list[Suggestion]:
    """Return `hits` in the language in use; `kinds` names the type of each."""
    return [
        Suggestion(
            hit.type,
            hit.uid,
            _title(hit),
            _(by_name(hit.type).singular) if kinds else "",
            hit.snippet if hit.snippet != _title(hit) else "",
            tuple((start, end) for start, end in hit.spans),
        )
        for hit in hits
    ]


def _title(hit: Hit) -> str:
    first, second = (hit.title_fa, hit.title_en)
    if language() == "en":
        first, second = second, first
    return first or second or "—"
