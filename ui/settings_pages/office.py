"""The office: what it is called, and its own city."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QGridLayout

from liaison.domain.records.partner import Partner
from liaison.domain.schema.texts import one_line
from liaison.i18n import N_, _, language
from liaison.storage import settings
from ui.figures import isolated
from ui.sections import STATIONERY
from ui.settings_pages.part import Part
from ui.widgets.pieces import button, label, row
from ui.widgets.setting_line import SettingLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Archive
    from ui.workspace import Workspace

_NAMES = {
    settings.OFFICE_FA: N_("Name of the organisation in Persian"),
    settings.OFFICE_EN: N_("Name of the organisation in English"),
    settings.UNIT_FA: N_("Unit in Persian"),
    settings.UNIT_EN: N_("Unit in English"),
}


class OfficeRead(NamedTuple):
    """What the office is called, and the uid and title of its city, "" where there is none."""

    names: Mapping[str, str]
    city: str
    title: str


def read_office(archive: Archive, lang: str) -> OfficeRead:
    """Read what the office set, and which city is its own."""
    names = {key: str(archive.settings.get(key) or "") for key in _NAMES}
    cities = archive.rows(Partner, {"is_ours": True, "kind": "city"})
    city = cities[0].uid if cities else ""
    return OfficeRead(names, city, archive.title(city, lang) if city else "")


class OfficePart(Part):
    """The names that stand on every paper, and the city the office speaks for."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._city = ""
        self._told_in = ""
        self.told = label("muted", wrap=True)
        self.lines = {
            key: SettingLine(name, persian=key.endswith("_fa")) for key, name in _NAMES.items()
        }
        self.city = label("strong", wrap=True)
        self.city_name = label("label")
        self.city_button = button("", self._open_city)
        self.paper_button = button("link", lambda: workspace.open_section(STATIONERY))
        _frame, column = self.card()
        column.addWidget(self.told)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for at, (key, line) in enumerate(self.lines.items()):
            grid.addWidget(line, at // 2, at % 2)
            line.entered.connect(lambda text, key=key: self._entered(key, text))
        column.addLayout(grid)
        column.addLayout(row(self.paper_button, 1))
        _frame, column = self.card()
        column.addWidget(self.city_name)
        column.addLayout(row(self.city, 1, self.city_button))
        self.column.addStretch(1)
        self.retranslate()

    def _entered(self, key: str, text: str) -> None:
        self.keep(_("Name of the office"), {key: one_line(text)})

    def _open_city(self) -> None:
        if self._city:
            self.workspace.open_record("partner", self._city)
        else:
            self.workspace.new_record("partner", {"kind": "city", "is_ours": True})

    def refresh(self) -> None:
        """Read the names again."""
        archive, lang = self.archive, language()
        read = lambda: read_office(archive, lang)  # noqa: E731 - one line of work
        self.workspace.jobs.run(read, self._show, owner=self, lane="office")

    def _show(self, office: OfficeRead) -> None:
        for key, line in self.lines.items():
            line.show_text(office.names[key])
            self.permit(self.may_set(key), line)
        self._city = office.city
        self._told_in = language()
        none = _("Which city the office speaks for is not recorded.")
        self.city.setText(isolated(office.title) if office.city else none)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.told.setText(_("These names stand on the letterhead of every paper."))
        self.paper_button.setText(_("Letterhead and fonts"))
        self.city_name.setText(_("Our own city"))
        self.city_button.setText(_("Open the record") if self._city else _("Record our own city…"))
        if self._told_in not in ("", language()):  # the city has another name in this language
            self.refresh()
