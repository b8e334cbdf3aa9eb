"""What was published and said about the work of the period: by group and by tone."""

from typing import Final

from liaison.domain.records import by_name
from liaison.domain.schema import Choice, fields_of
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Cell, Column, Row, Section, Table, counted
from liaison.insight.outcomes.pieces import NOT_STATED, compared, numbers, records, where
from liaison.insight.outcomes.source import Source
from liaison.language.both import Both, said

TYPE: Final = "media_item"
_READ: Final = ("group", "tone")
_IN_IT: Final = """coalesce(
    coalesce(json_extract(media_item.published_on, '$.from'),
        json_extract(media_item.published_on, '$.until'),
        (SELECT visit.starts_on FROM visit WHERE visit.uid = media_item.visit))
        BETWEEN :since AND :until,
    (SELECT meeting.starts_at BETWEEN :begun AND :ended FROM meeting
     WHERE meeting.uid = media_item.meeting))"""


def reactions(source: Source) -> Section:
    """Tell how many reactions there were of each group, and how many of each tone."""
    now = source.read(TYPE, _READ, _IN_IT)
    then = source.before.read(TYPE, _READ, _IN_IT)
    groups, tones = _options("group"), _options("tone")
    label = said(N_("Reactions"))
    figures = [
        compared("reactions", label, TYPE, now, then),
        *(
            compared(key, said(words), TYPE, where(now, "tone", key), where(then, "tone", key))
            for key, words in tones.items()
        ),
    ]
    rows = []
    for key, words in (*groups.items(), (None, NOT_STATED)):
        here = where(now, "group", key)
        if here:
            of_tones = [counted(records(TYPE, where(here, "tone", tone))) for tone in tones]
            rows.append(Row((Cell(said(words)), counted(records(TYPE, here)), *of_tones)))
    columns = [
        Column("group", said(N_("Group of reactions")), share=2.0),
        *numbers(("all", N_("All")), *tones.items()),
    ]
    note = said(
        N_("A reaction counts by the day it was published, else by that of its visit or meeting.")
    )
    table = Table("reactions", Both(), columns, rows, note)
    return Section("reactions", said(N_("Reactions in the media")), figures, [table])


def _options(key: str) -> dict[str, str]:
    kind = fields_of(by_name(TYPE))[key].kind
    return dict(kind.options) if isinstance(kind, Choice) else {}
