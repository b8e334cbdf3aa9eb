"""A visit begins: its number is suggested, and its delegation comes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.visit import Visit
from liaison.domain.rules.numbering import next_visit_number
from liaison.i18n import _
from liaison.storage.numbers import visit_numbers
from liaison.time import jalali
from ui.day import today
from ui.page import Page
from ui.pages.visit_members import delegation_values, partner_names
from ui.records.form import starting_values
from ui.records.panel import FormPanel
from ui.widgets.pieces import card

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from liaison.storage.change import Change
    from ui.workspace import Workspace

_KEYS: Final = (
    "number",
    "level",
    "title_fa",
    "title_en",
    "direction",
    "partner",
    "starts_on",
    "ends_on",
    "place_fa",
    "place_en",
    "host_officer",
    "interpretation",
    "delegation",
    "event",
    "purpose_fa",
    "purpose_en",
    "classification",
)
"""What is known when a visit is announced; the rest is filled in on its page."""


class NewVisitPanel(FormPanel):
    """The form of a visit to be; where no delegation is chosen, one is made in the same change."""

    def __init__(
        self, workspace: Workspace, values: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        given = {"direction": "incoming", **values}
        super().__init__(workspace, "visit", "", given, _KEYS, parent=parent)
        self.form.focus("title")

    @override
    def add(self, change: Change, values: dict[str, Any]) -> str:
        if not values.get("delegation"):
            partner = partner_names(self.workspace.archive, values)
            wanted = delegation_values(values, partner)
            values = {**values, "delegation": change.add(Delegation, wanted)}
        return super().add(change, values)

    def suggest_number(self) -> None:
        """Put the next free number of the year into the form unless something was typed."""
        archive, day = self.workspace.archive, today()
        self.workspace.jobs.run(
            lambda: next_visit_number(day, visit_numbers(archive, jalali.to_jalali(day)[0])),
            self._take_number,
            owner=self,
            lane="number",
        )

    def _take_number(self, number: str) -> None:
        editor = self.form.editors["number"]
        if not self.form.touched():
            start = {**starting_values(self.record_type), **self.given, "number": number}
            self.form.show_values(start)
            self.form.focus("title")
        elif editor.draft() in {None, ""}:
            editor.set_value(number)


class NewVisitPage(Page):
    """The form of a new visit; saving leads to the page of the visit."""

    def __init__(
        self,
        workspace: Workspace,
        values: Mapping[str, Any],
        then: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(workspace)
        self._then = then
        self._stale = False
        frame, column = card(margin=20)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.addWidget(frame)
        self.panel = NewVisitPanel(workspace, values, frame)
        column.addWidget(self.panel)
        self.panel.saved.connect(self._saved)
        self.panel.left.connect(workspace.go_back)
        self.panel.suggest_number()

    @override
    def chapter(self) -> str:
        return "visits"

    @override
    def title(self) -> str:
        return _("New: {type}").format(type=_(Visit.singular))

    @override
    def new(self) -> None:
        self.workspace.new_record("visit")

    @override
    def keep_drafts(self) -> None:
        self.panel.keep_draft()

    def _saved(self, uid: str) -> None:
        self.workspace.go_back()
        if self._then is not None:
            self._then(uid)
        else:
            self.workspace.open_record("visit", uid)
