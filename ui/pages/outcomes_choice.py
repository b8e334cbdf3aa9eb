"""What the outcomes are of: the period and the scope, chosen at the head of their page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from liaison.domain.rules.periods import Period, Term, half_year, quarter_of, year_of
from liaison.domain.schema import Day, Reference
from liaison.domain.schema.vocabulary import THEME
from liaison.errors import UserError
from liaison.i18n import N_, _, language
from liaison.insight.outcomes.declaration import EVERYTHING, Scope, ScopeKind
from ui.editors.day_edit import DayEditor
from ui.editors.reference_edit import ReferenceEditor
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import label
from ui.workspace import Workspace

_PAUSE: Final = 500
ANY: Final = "any"
PRESETS: Final = (
    ("half", N_("This half-year")),
    ("half_before", N_("The half-year before")),
    ("quarter", N_("This quarter")),
    ("year", N_("This year")),
    ("year_before", N_("Last year")),
)
SCOPES: Final = (
    (ScopeKind.ALL, N_("Everything")),
    (ScopeKind.PARTNER, N_("One city or body")),
    (ScopeKind.NETWORK, N_("One network")),
    (ScopeKind.THEME, N_("One theme")),
    (ScopeKind.OFFICER, N_("One officer")),
)
_TARGETS: Final = {
    ScopeKind.PARTNER: "partner",
    ScopeKind.NETWORK: "partner",
    ScopeKind.OFFICER: "officer",
}


class OutcomesChoice(Speaking, QWidget):
    """Period and, if `scoped`, scope; what is typed counts after a moment's pause."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, *, scoped: bool = True) -> None:
        super().__init__()
        self.terms: Sequence[Term] = ()
        self._shown: Period | None = None
        """The period asked for last, from which one goes on to any two days."""
        self.period, self.scope, self.theme = QComboBox(), QComboBox(), QComboBox()
        self.since, self.until = DayEditor(Day(), workspace), DayEditor(Day(), workspace)
        self.partner = ReferenceEditor(Reference("partner"), workspace)
        self.officer = ReferenceEditor(Reference("officer"), workspace)
        for kind, _text in SCOPES:
            self.scope.addItem("", kind)
        for key in THEME.options:
            self.theme.addItem("", key)
        self._period_name, self._scope_name = label("label"), label("label")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.chosen)
        line = FlowLayout(self, spacing=8)
        for each in (
            *(self._period_name, self.period, self.since, self.until),
            *(self._scope_name, self.scope, self.partner, self.officer, self.theme),
        ):
            line.addWidget(each)
        for day in (self.since, self.until):
            day.changed.connect(self._pause.start)
        for record in (self.partner, self.officer):
            record.setMinimumWidth(220)
            record.changed.connect(self._pause.start)
        for box in (self.period, self.scope, self.theme):
            box.activated.connect(self._narrowed)
        for each in (self._scope_name, self.scope):
            each.setVisible(scoped)
        self._fill_periods()
        self.retranslate()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Offer the council terms that were set."""
        if [*terms] != [*self.terms]:
            self.terms = terms
            self._fill_periods()
            self.retranslate()

    def _fill_periods(self) -> None:
        kept = self.period.currentData() or PRESETS[0][0]
        self.period.clear()
        for key, _text in PRESETS:
            self.period.addItem("", key)
        for number, _term in enumerate(self.terms):
            self.period.addItem("", f"term{number}")
        self.period.addItem("", ANY)
        self.period.setCurrentIndex(max(0, self.period.findData(kept)))
        self._settle()

    def _narrowed(self) -> None:
        if self.period.currentData() == ANY and self._shown is not None:
            for day, value in ((self.since, self._shown.since), (self.until, self._shown.until)):
                if day.day() is None:
                    day.set_value(value)
        self._settle()
        self._pause.stop()
        self.chosen.emit()

    def _settle(self) -> None:
        """Show what the choices ask for besides."""
        for day in (self.since, self.until):
            day.setVisible(self.period.currentData() == ANY)
        kind = self.scope.currentData()
        self.partner.setVisible(_TARGETS.get(kind) == "partner")
        self.officer.setVisible(kind == ScopeKind.OFFICER)
        self.theme.setVisible(kind == ScopeKind.THEME)

    def chosen_period(self, today: date) -> Period | None:
        """Return the chosen period; None while the two days are none."""
        found = self._period_of(self.period.currentData(), today)
        self._shown = found or self._shown
        return found

    def _period_of(self, key: str, today: date) -> Period | None:
        if key == ANY:
            since, until = self.since.day(), self.until.day()
            return Period(since, until) if since and until and since <= until else None
        if key.startswith("term"):
            return self.terms[int(key.removeprefix("term"))].period
        half, year = half_year(today), year_of(today)
        return {
            "half": half,
            "half_before": half_year(_eve(half.since)),
            "quarter": quarter_of(today),
            "year": year,
            "year_before": year.before,
        }[key]

    def chosen_scope(self) -> Scope | None:
        """Return the chosen scope; None while the record it is of is not named."""
        kind = self.scope.currentData()
        if kind == ScopeKind.ALL:
            return EVERYTHING
        if kind == ScopeKind.THEME:
            return Scope(kind, self.theme.currentData())
        editor = self.officer if kind == ScopeKind.OFFICER else self.partner
        try:
            uid = editor.value()
        except UserError:
            return None
        return Scope(kind, uid) if uid else None

    def retranslate(self) -> None:
        """Say everything again."""
        self._period_name.setText(_("Period"))
        self._scope_name.setText(_("Outcomes of"))
        self.period.setAccessibleName(_("Period"))
        self.scope.setAccessibleName(_("Outcomes of"))
        self.theme.setAccessibleName(_("Theme"))
        self.partner.set_name(_("City or body"))
        self.officer.set_name(_("Officer"))
        self.since.set_name(_("First day"))
        self.until.set_name(_("Last day"))
        texts = [_(text) for _key, text in PRESETS]
        texts += [_named(each) for each in self.terms] + [_("Any two days…")]
        for place, text in enumerate(texts):
            self.period.setItemText(place, text)
        for place, (_kind, text) in enumerate(SCOPES):
            self.scope.setItemText(place, _(text))
        for place, text in enumerate(THEME.options.values()):
            self.theme.setItemText(place, _(text))


def _named(term: Term) -> str:
    first, second = term.name_fa, term.name_en
    return (first or second) if language() == "fa" else (second or first)


def _eve(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
