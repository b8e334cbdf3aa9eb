"""After how many months without contact a relation cools, and sleeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from liaison.domain.rules.vitality import Thresholds, Vitality
from liaison.errors import UserError
from liaison.i18n import N_, _, ngettext
from liaison.insight.silence import counted, last_days
from liaison.storage.settings import COOLING_MONTHS, DORMANT_MONTHS
from liaison.storage.thresholds import LONGEST, thresholds
from ui.day import today
from ui.figures import figure
from ui.settings_pages.numbers import read_number
from ui.settings_pages.part import Part
from ui.widgets.pieces import label, row
from ui.widgets.setting_line import SettingLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Archive
    from ui.workspace import Workspace


class RelationsRead(NamedTuple):
    """The thresholds, and the day of the last contact in each standing relation."""

    limits: Thresholds
    days: Sequence[date | None]


def read_relations(archive: Archive, day: date) -> RelationsRead:
    """Read thresholds and last contacts."""
    return RelationsRead(thresholds(archive), last_days(archive, day))


class RelationsPart(Part):
    """The two thresholds, and what they make of the relations there are."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.read: RelationsRead | None = None
        self.told = label("muted", wrap=True)
        self.cooling = SettingLine(N_("Cooling after (months)"))
        self.dormant = SettingLine(N_("Dormant after (months)"))
        self.effect = label("strong", wrap=True)
        _frame, column = self.card()
        column.addWidget(self.told)
        column.addLayout(row(self.cooling, self.dormant, spacing=12))
        column.addWidget(self.effect)
        self.column.addStretch(1)
        for line in (self.cooling, self.dormant):
            line.entered.connect(self._entered)
            line.line.textEdited.connect(self._tell)
        self.retranslate()

    # -- what is typed

    def _typed(self) -> Thresholds | None:
        """Return the thresholds as they are typed, None where one cannot be meant."""
        found = []
        for line in (self.cooling, self.dormant):
            try:
                found.append(read_number(line.line.text(), 1, LONGEST))
            except UserError as error:
                line.mark(error.message)
                return None
        if found[0] > found[1]:
            fault = _("A relation cools before it is dormant: this is less than the months before.")
            self.dormant.mark(fault)
            return None
        for line in (self.cooling, self.dormant):
            line.mark("")
        return Thresholds(*found)

    def _entered(self) -> None:
        limits = self._typed()
        if limits is not None:
            values = {COOLING_MONTHS: limits.cooling, DORMANT_MONTHS: limits.dormant}
            self.keep(_("Thresholds of relations"), values)

    def _tell(self) -> None:
        """Tell what the thresholds, as they are typed, make of the relations."""
        limits = self._typed()
        if self.read is None or limits is None:
            self.effect.setText("")
            return
        states = counted(self.read.days, today(), limits)
        whole = len(self.read.days)
        if not whole:
            self.effect.setText(_("There is no standing relation yet."))
            return
        text = ngettext(
            "Of {whole} relation {dormant} is dormant, {cooling} cooling, {active} active;"
            " {silent} has no recorded contact.",
            "Of {whole} relations {dormant} are dormant, {cooling} cooling, {active} active;"
            " {silent} have no recorded contact.",
            whole,
        )
        self.effect.setText(
            text.format(
                whole=figure(whole),
                dormant=figure(states.get(Vitality.DORMANT, 0)),
                cooling=figure(states.get(Vitality.COOLING, 0)),
                active=figure(states.get(Vitality.ACTIVE, 0)),
                silent=figure(states.get(Vitality.NO_RECORD, 0)),
            )
        )

    # -- reading

    def refresh(self) -> None:
        """Read thresholds and relations again."""
        archive, day = self.archive, today()
        self.workspace.jobs.run(
            lambda: read_relations(archive, day), self._show, owner=self, lane="relations"
        )

    def _show(self, read: RelationsRead) -> None:
        self.read = read
        self.cooling.show_text(figure(read.limits.cooling))
        self.dormant.show_text(figure(read.limits.dormant))
        allowed = self.may_set(COOLING_MONTHS, DORMANT_MONTHS)
        self.permit(allowed, self.cooling, self.dormant)
        self._tell()

    def retranslate(self) -> None:
        """Say everything again."""
        self.told.setText(
            _(
                "Contact is a visit made, a meeting held, a letter, an agreement signed or a"
                " follow-up done. Relations under negotiation are not counted."
            )
        )
        if self.read is not None:
            self._show(self.read)
