"""The clearances of a document: asked of whom, when, by which letter, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from liaison.domain.records.clearance import Clearance
from liaison.domain.rules.clearances import holds, waited
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali
from ui.figures import figure
from ui.pages.agreement_tab import PartsTab
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TONES = {"granted": "green", "not_needed": "grey", "refused": "red"}


class ClearancesTab(PartsTab):
    """One authority a row, with since when its answer is awaited."""

    type_name = "clearance"
    focus = "authority"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = (
            ("authority", N_("Authority"), 0.6),
            ("requested_on", N_("Requested on"), 110),
            ("letter_no", N_("Letter number"), 100),
            ("replied_on", N_("Replied on"), 110),
            # Translators: «پاسخ» in Persian.
            ("result", N_("Answer"), 118),
            ("", N_("Waiting"), 142),
        )
        empty = N_(
            "No clearance is recorded yet. Press Insert to add the authority that is to be asked."
        )
        super().__init__(workspace, side, parent, N_("Clearances"), columns, empty)

    @override
    def listed(self, rows: AgreementRows) -> Sequence[Row]:
        return rows.clearances

    @override
    def beginning(self, rows: AgreementRows) -> dict[str, Any]:
        return {"requested_on": rows.today, "result": "pending"}

    @override
    def entry(self, rows: AgreementRows, part: Row) -> Entry:
        reason = part.get("override_reason")
        words = _("Gone on without it: {reason}").format(reason=reason) if reason else ""
        letter = fields_of(Clearance)["letter_no"].kind.show(part.get("letter_no"), language())
        return Entry(
            uid=part.uid,
            cells=(
                Cell(
                    rows.title(part.get("authority")),
                    (("amber", words),) if words else (),
                    bold=True,
                ),
                Cell(_day(part.get("requested_on"))),
                Cell(letter or "—"),
                Cell(_day(part.get("replied_on"))),
                Cell(
                    option(Clearance, "result", part.get("result") or "pending"),
                    chip=_TONES.get(part.get("result") or "", "amber"),
                ),
                self._waiting(rows, part),
            ),
            warned=holds(part),
        )

    def _waiting(self, rows: AgreementRows, part: Row) -> Cell:
        days = waited(part, rows.today, rows.calendar)
        if days is None:
            return Cell("" if part.get("requested_on") else _("Not asked for yet"))
        text = ngettext("{count} working day", "{count} working days", days)
        tone = "red" if days >= rows.patience else "grey"
        return Cell(text.format(count=figure(days)), chip=tone)


def _day(day: date | None) -> str:
    return jalali.short_date(day, language()) if day else "—"
