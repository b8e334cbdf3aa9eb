"""The page of a cooperation document: from its negotiation over clearances to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison.domain.records.agreement import Agreement
from liaison.i18n import _, language, ngettext
from ui import actions
from ui.figures import figure
from ui.page import Page
from ui.pages.agreement_cards import OverrideCard, SigningCard
from ui.pages.agreement_checks import checked_form, home_of, tab_of
from ui.pages.agreement_header import Header
from ui.pages.agreement_reading import AgreementRows, read_agreement
from ui.pages.agreement_stages import held_by, label_of, override, sign
from ui.pages.agreement_tabs import AgreementTabs
from ui.pages.desk import today
from ui.pages.visit_side import Side
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from liaison.time.span import Span
    from ui.pages.agreement_tab import AgreementTab
    from ui.pages.visit_checks import Readiness
    from ui.workspace import Workspace


class AgreementPage(Page):
    """One document: header with its stages, the tab chosen, and at the side what its form lacks."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: AgreementRows | None = None
        self._awaited = ""
        self.header = Header(workspace)
        self.side = Side(workspace)
        self.tabs = AgreementTabs(workspace, self.side, self.header.tabs)
        self._lay_out()
        self._connect()
        actions.bind(
            self, self.edit, "Ctrl+E", context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.tabs.bind_keys(self)
        self.tabs.come_up()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        no_margins(body, 14)
        body.addWidget(self.tabs, 1)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        header = self.header
        header.deletion_wanted.connect(self._delete)
        header.stage_wanted.connect(self.set_stage)
        header.override_wanted.connect(self._ask_reason)
        header.clearances_wanted.connect(lambda: self.open_tab("clearances"))
        header.print_wanted.connect(self.print_shown)
        self.side.readiness.jump_wanted.connect(self.jump)
        self.side.edited.connect(self._await)
        self.side.closed.connect(self.tabs.start)
        self.tabs.made.connect(self._await)

    def title(self) -> str:
        """Return the title of the document."""
        return self.header.title()

    # -- reading

    def refresh(self) -> None:
        """Read the document and everything that belongs to it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()

        def read() -> tuple[AgreementRows, Readiness]:
            rows = read_agreement(archive, uid, day, lang)
            return rows, checked_form(rows)

        self.workspace.jobs.run(read, self._take, owner=self, lane="agreement")

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[AgreementRows, Readiness]) -> None:
        first = self.rows is None
        self.rows, ready = answer
        self.header.show_rows(self.rows)
        self.side.readiness.show_readiness(ready)
        self.tabs.show_rows(self.rows)
        may, fixed = self.workspace.may_write, self.workspace.archive.read_only
        self.header.let_write(
            stage=not fixed and may("agreement", ("stage",)), whole=not fixed and may("agreement")
        )
        self.window().setWindowTitle(f"{self.title()} — {_('Liaison')}")
        if self._awaited:
            self._await(self._awaited)
        if first and self.isVisible():
            self.tabs.start()

    # -- tabs

    @property
    def tab(self) -> AgreementTab:
        """The tab on screen."""
        return self.tabs.tab

    def open_tab(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self.tabs.open(name)

    def _await(self, uid: str) -> None:
        """Go to a record that was written, at once or as soon as it has been read."""
        self._awaited = "" if self.tab.select(uid) else uid

    def jump(self, finding: Finding) -> None:
        """Go to the field a finding speaks of: of a part in its tab, or of the document."""
        for uid in finding.records:
            home = home_of(self.rows, uid) if self.rows is not None else ""
            if home:
                self.open_tab(home)
                self.tab.select(uid)
                type_name = self._type_of(home)
                self.side.edit(type_name, uid, hidden=("agreement",), focus=finding.kind)
                return
        if tab := tab_of(finding):
            self.open_tab(tab)
        else:
            self.edit(finding.kind)

    def _type_of(self, tab: str) -> str:
        """Return the type of the records that a tab lists."""
        names = {"parties": "agreement_party", "articles": "article", "clearances": "clearance"}
        return names.get(tab, "document")

    # -- working

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.tab.new()

    def edit(self, focus: str = "") -> None:
        """Open the form of the document, with the keyboard at a field."""
        self.tabs.edit(focus)

    def set_stage(self, stage: str) -> None:
        """Move the document to another stage, unless clearances hold it back."""
        rows = self.rows
        if rows is None or stage == rows.agreement.get("stage"):
            return
        if held_by(rows, stage):
            self.header.refuse(rows, stage)
        elif stage == "signed":
            self._ask_signing(rows)
        else:
            uid, version = self.uid, rows.agreement.version
            self._write_stage(
                stage,
                lambda change: change.update(Agreement, uid, {"stage": stage}, version=version),
            )

    def _write_stage(self, stage: str, work: Any) -> None:  # noqa: ANN401 - what a change is given
        name = _(label_of(stage))
        self.workspace.write(
            _("Set the stage of a document: {stage}").format(stage=name),
            work,
            lambda _nothing: self.workspace.say(
                _("Stage: {stage}").format(stage=name), _("Undo"), self.workspace.undo
            ),
            self._refused,
            owner=self,
        )

    def _ask_reason(self, stage: str) -> None:
        """Ask why to go on without the clearances that hold the document back."""
        if self.rows is None:
            return
        card = OverrideCard(self.workspace, self.rows, stage)
        card.left.connect(self.side.close_form)
        card.reasoned.connect(lambda reason: self._override(stage, reason))
        self.side.show_widget(card)
        card.reason.control.setFocus()

    def _override(self, stage: str, reason: str) -> None:
        rows = self.rows
        if rows is None:
            return
        self.side.close_form()
        if stage == "signed":
            # What is signed is recorded as any signing, once nothing holds it back any more.
            stage = "cleared"
        self._write_stage(stage, lambda change: override(rows, stage, reason, change))

    def _ask_signing(self, rows: AgreementRows) -> None:
        """Ask for the day of signing, and tell what follows."""
        card = SigningCard(self.workspace, rows)
        card.left.connect(self.side.close_form)
        card.signed.connect(self._sign)
        self.side.show_widget(card)
        card.day.control.setFocus()

    def _sign(self, signed: Span, places: dict[str, Any]) -> None:
        rows = self.rows
        if rows is None:
            return
        self.side.close_form()
        self.workspace.write(
            _("Sign a cooperation document"),
            lambda change: sign(rows, signed, places, change),
            self._signed,
            self._refused,
            owner=self,
        )

    def _signed(self, count: int) -> None:
        text = ngettext(
            "Signed. {count} follow-up was made from the clauses.",
            "Signed. {count} follow-ups were made from the clauses.",
            count,
        )
        said = text.format(count=figure(count)) if count else _("Signed.")
        self.workspace.say(said, _("Undo"), self.workspace.undo)

    def _refused(self, error: Exception) -> None:
        """Say why nothing was written, and show what stands."""
        self.workspace.troubled.emit(error)
        self.refresh()

    def print_shown(self) -> None:
        """Open the print room with the summary, which lists first what is missing."""
        self.workspace.print_record("agreement-summary", self.uid)

    def _delete(self) -> None:
        self.workspace.delete("agreement", self.uid, lambda _nothing: self.workspace.go_back())

    def keep_drafts(self) -> None:
        """Write down what is typed at the side or in the form and not saved."""
        self.side.keep_drafts()
        self.tabs.keep_drafts()
