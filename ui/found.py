"""What the archive's search found, as suggestions to pick from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of, label_key
from liaison.i18n import N_, _, language
from liaison.language.keys import sought
from liaison.storage.search import SCANNED
from liaison.storage.search.marking import Marker
from ui.widgets.hits import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liaison.storage.search import Hit

_ISOLATE, _POP = "\u2068", "\u2069"


def suggestions(hits: Iterable[Hit], *, kinds: bool = True, text: str = "") -> list[Suggestion]:
    """Return `hits` in the language in use; `kinds` names the type of each.

    With the `text` that was looked for its words are pointed out in the titles too, and where the
    others stand is named.
    """
    tokens = sought(text)
    marker = Marker(tokens, text.lower().split()) if tokens else None
    return [_suggestion(hit, marker, kinds=kinds) for hit in hits]


def _suggestion(hit: Hit, marker: Marker | None, *, kinds: bool) -> Suggestion:
    title, kind = _title(hit), _(by_name(hit.type).singular) if kinds else ""
    marked = tuple(marker.spans(title)) if marker else ()
    if not hit.snippet or hit.snippet == title:
        return Suggestion(hit.type, hit.uid, title, kind, title_spans=marked)
    before, after = "", ""
    label = _(_labels(hit.type).get(hit.field, "")) if marker and hit.field else ""
    if label:
        before, after = f"{label}: {_ISOLATE}", _POP
    spans = tuple((start + len(before), end + len(before)) for start, end in hit.spans)
    detail = f"{before}{hit.snippet}{after}"
    return Suggestion(hit.type, hit.uid, title, kind, detail, spans, title_spans=marked)


@cache
def _labels(type_name: str) -> dict[str, str]:
    """Return the labels of the fields of a type, by the name their languages share."""
    record_type = by_name(type_name)
    own = {label_key(record_type, key): each.label for key, each in fields_of(record_type).items()}
    return {SCANNED: N_("Text of a picture (read by machine)"), **own}


def _title(hit: Hit) -> str:
    first, second = (hit.title_fa, hit.title_en)
    if language() == "en":
        first, second = second, first
    return first or second or "—"
