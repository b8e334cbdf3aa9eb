"""The page on which tables of other programs are brought in, step by step."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.errors import UserError
from liaison.exchange.foreign.proposals import Plan, Report
from liaison.i18n import N_, _
from liaison.storage.faults import READ_ONLY
from ui.bringing.choosing import ChoosingStep
from ui.bringing.columns_step import ColumnsStep
from ui.bringing.done_step import DoneStep
from ui.bringing.kept import KEY, brought_back, written
from ui.bringing.review_step import ReviewStep
from ui.bringing.session import Given, Session
from ui.drafts import Draft
from ui.figures import figure
from ui.page import Page
from ui.widgets.pieces import button, card, label, row, set_tone
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.bringing.step import Step


class Stage(StrEnum):
    """The steps of an import."""

    CHOOSE = "choose"
    COLUMNS = "columns"
    REVIEW = "review"
    DONE = "done"


_LABELS: Final[Mapping[Stage, str]] = {
    Stage.CHOOSE: N_("File"),
    Stage.COLUMNS: N_("Columns"),
    Stage.REVIEW: N_("Look through"),
    Stage.DONE: N_("Report"),
}
_ORDER: Final = tuple(Stage)


class BringingPage(Page):
    """Choose, map, look through, take in; one change, which one undo takes back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.session: Session | None = None
        self.stage = Stage.CHOOSE
        self._working = self._writing = False
        self._title = label("page-title")
        self._name = label("muted")
        self._marks = {each: label("muted") for each in Stage}
        self.back_button, self.next_button = button("", self.back), button("primary", self.go_on)
        self.stop_button = button("", self.give_up)
        self.steps: Mapping[Stage, Step] = {
            Stage.CHOOSE: ChoosingStep(self.take, workspace.say, self.bring_back),
            Stage.COLUMNS: ColumnsStep(workspace, self.take),
            Stage.REVIEW: ReviewStep(workspace, self._plan),
            Stage.DONE: DoneStep(workspace, self.begin_again),
        }
        self.stack = QStackedWidget()
        for each in self.steps.values():
            self.stack.addWidget(each)
            each.ready_changed.connect(self._settle)
        head, column = card(spacing=8)
        buttons = (self.stop_button, self.back_button, self.next_button)
        line = row(self._title, self._name, 1, *buttons, spacing=10)
        column.addLayout(line)
        column.addLayout(row(*self._marks.values(), 1, spacing=18))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(head)
        outer.addWidget(self.stack, 1)
        self.enter_at(self._choosing.file_button, self.next_button)
        self.retranslate()

    @property
    def _choosing(self) -> ChoosingStep:
        step = self.steps[Stage.CHOOSE]
        assert isinstance(step, ChoosingStep)  # noqa: S101 - made so
        return step

    @override
    def title(self) -> str:
        return _("Bring data in")

    @override
    def chapter(self) -> str:
        return "bringing"

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        for number, (each, mark) in enumerate(self._marks.items(), start=1):
            mark.setText(f"{figure(number)}. {_(_LABELS[each])}")
        self.back_button.setText(_("Back"))
        self.stop_button.setText(_("Give it up"))
        self._settle()

    @property
    @override
    def at_work(self) -> bool:
        """Whether a file is being read or taken in."""
        return self._working

    @property
    @override
    def is_held(self) -> bool:
        """Whether a file is on its way in: what was said of it and decided is nowhere else."""
        return self.at_work or self.session is not None

    @override
    def break_off(self) -> None:
        self.give_up()

    @override
    def keep_drafts(self) -> None:
        """Write down what was decided; what is only being compared is compared again."""
        if not self._writing:
            self.give_up()
        self._keep()

    def _keep(self) -> None:
        if self.session is not None and self.stage in {Stage.COLUMNS, Stage.REVIEW}:
            self.workspace.drafts.keep(KEY, written(self.session), 0)

    @override
    def refresh(self) -> None:
        """Look for an import that was under way when the archive was locked or closed."""
        if self.session is None and not self._working:
            drafts = self.workspace.drafts
            self.workspace.jobs.run(
                lambda: drafts.find(KEY), self._choosing.offer, owner=self, lane="draft"
            )

    def bring_back(self, draft: Draft) -> None:
        """Go on with an import that was left."""
        archive = self.workspace.archive

        def read() -> Session:
            try:
                return brought_back(draft.fields, archive)
            except (KeyError, TypeError, ValueError) as error:
                raise UserError(
                    _("What was left of that import cannot be read; bring the file in anew.")
                ) from error

        def show(session: Session) -> None:
            self._work_done()
            self.session = session
            self.show_stage(Stage.REVIEW if session.plan is not None else Stage.COLUMNS)

        self._work()
        self.workspace.jobs.run(read, show, self._failed, owner=self, lane="source")

    # -- going on and back

    def show_stage(self, stage: Stage) -> None:
        """Show a step and put the keyboard there."""
        self.stage = stage
        step = self.steps[stage]
        if self.session is not None:
            step.show_session(self.session)
        self.stack.setCurrentWidget(step)
        self._settle()
        self._keep()
        if self.isVisible():
            step.start()

    def _settle(self) -> None:
        """Say where one is, and offer what can be done."""
        for each, mark in self._marks.items():
            set_tone(mark, "role", "strong" if each is self.stage else "muted")
        source = self.session.source if self.session else None
        name = source.name if source else ""
        self._name.setText(_("One moment…") if self._working else name)
        words = {Stage.REVIEW: _("Take it in")}.get(self.stage, _("Go on"))
        self.next_button.setText(words)
        is_on_the_way = self.stage in {Stage.COLUMNS, Stage.REVIEW}
        self.back_button.setVisible(is_on_the_way and not self._working)
        self.next_button.setVisible(is_on_the_way)
        self.stop_button.setVisible(is_on_the_way and self._working)
        self.stack.setEnabled(not self._working)
        self.next_button.setEnabled(self.steps[self.stage].is_ready() and not self._working)

    def back(self) -> None:
        """Go one step back; what was said and decided holds."""
        self.show_stage(_ORDER[_ORDER.index(self.stage) - 1])

    def begin_again(self) -> None:
        """Bring in another file."""
        self.session = None
        self._stale = True
        self.show_stage(Stage.CHOOSE)

    def give_up(self) -> None:
        """Stop what is under way; where something was being written, nothing was."""
        if self.session is not None and self._working:
            self.session.stop.set()

    def go_on(self) -> None:
        """Do what the step on screen leads to."""
        if self.stage is Stage.COLUMNS:
            self._plan()
        elif self.stage is Stage.REVIEW:
            self._take_in()

    def take(self, given: Given) -> None:
        """Read a file, or what was copied, and go on with its columns."""

        def show(session: Session) -> None:
            self._work_done()
            self.session = session
            self.show_stage(Stage.COLUMNS)

        self._work()
        self.workspace.jobs.run(
            lambda: Session.begun(given), show, self._failed, owner=self, lane="source"
        )

    def _plan(self) -> None:
        session, archive = self.session, self.workspace.archive
        if session is None or not self._may_write(session):
            return

        def show(found: Plan) -> None:
            self._work_done()
            session.take_plan(found)
            if self.session is session:
                self.show_stage(Stage.REVIEW)

        self._work()
        self.workspace.jobs.run(
            lambda: session.planned(archive), show, self._failed, owner=self, lane="planned"
        )

    def _may_write(self, session: Session) -> bool:
        """Tell whether what the file holds may be written here, and say so if not.

        Nobody should look through hundreds of records first.
        """
        if self.workspace.archive.read_only:
            self.workspace.say(_(READ_ONLY))
            return False
        records = {each.record for columns in session.mapping() for each in columns or () if each}
        return not any(self.workspace.refuses(each) for each in records)

    def _take_in(self) -> None:
        session, archive = self.session, self.workspace.archive
        if session is None or self._working:
            return
        decisions = dict(session.decisions)

        def show(done: tuple[Report, int]) -> None:
            self._work_done()
            session.report, session.change = done
            self.workspace.drafts.drop(KEY)
            self.workspace.changed.emit()
            if self.session is session:
                self.show_stage(Stage.DONE)

        self._work()
        self._writing = True
        self.workspace.jobs.run(
            lambda: session.carried_out(archive, decisions), show, self._failed, owner=self
        )

    def _work(self) -> None:
        self._working = True
        if self.session is not None:
            self.session.stop.clear()
        self._settle()
        self.stop_button.setFocus()

    def _work_done(self) -> None:
        self._working = self._writing = False
        self._settle()

    def _failed(self, error: Exception) -> None:
        self._work_done()
        if self.isVisible():
            self.steps[self.stage].start()
        self.workspace.troubled.emit(error)
