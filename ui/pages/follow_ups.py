"""The follow-ups page: what is owed, in groups, worked by single keys."""

from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.rules.owed import Asked, Choice, Grouping, Sorting
from liaison.i18n import _, language
from liaison.storage import owed
from ui import actions
from ui.day import today
from ui.exports.listed import Listed
from ui.page import Page
from ui.pages.follow_ups_closed import ClosedDays
from ui.pages.follow_ups_doing import FollowUpsDoing
from ui.pages.follow_ups_empty import Empty
from ui.pages.follow_ups_foot import FollowUpsFoot
from ui.pages.follow_ups_header import FollowUpsHeader
from ui.pages.follow_ups_numbers import Numbers
from ui.pages.follow_ups_outing import FollowUpsOuting
from ui.pages.follow_ups_reading import Reading, read_follow_ups
from ui.pages.follow_ups_shape import Shape
from ui.pages.follow_ups_side import FollowUpSide
from ui.pages.follow_ups_store import OwedStore
from ui.pages.follow_ups_view import FollowUpView
from ui.pages.follow_ups_views import FollowUpsViews
from ui.pages.follow_ups_work import FollowUpWork
from ui.rights import allow
from ui.widgets.pieces import card
from ui.workspace import Workspace

_GROUPING, _SORTING = "follow-ups/grouping", "follow-ups/sorting"
_SHAPE = "follow-ups/shape"
_SIDE = (336, 400)
E = TypeVar("E", bound=StrEnum)


class FollowUpsPage(Page):
    """Follow-ups, chosen by filters, grouped, and changed where they stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.store = OwedStore(workspace, self)
        self.header = FollowUpsHeader(workspace.settings)
        self.views = FollowUpsViews(workspace, self.store, Empty(self.new, self._show_all))
        self.side = FollowUpSide(workspace)
        self.foot = FollowUpsFoot()
        self.closed = ClosedDays()
        self.work = FollowUpWork(workspace, self.closed, self.store)
        self.doing = FollowUpsDoing(self.store, self.side, self.foot, self.work, self.views)
        self.outing = FollowUpsOuting(
            workspace, self.store, lambda: self.asked, self.views.selected_ids, self
        )
        self.enter_at(self.views)
        self._lay_out()
        self._connect()
        kept = workspace.settings.get
        self.header.choose(
            Asked(
                grouping=_known(Grouping, kept(_GROUPING), Grouping.LATENESS),
                sorting=_known(Sorting, kept(_SORTING), Sorting.DUE),
            )
        )
        self.header.shape.choose(_known(Shape, kept(_SHAPE), Shape.LIST))
        self.views.turn_to(self.header.shape.shape)
        self.retranslate()

    @property
    def view(self) -> FollowUpView:
        """The list."""
        return self.views.list

    @property
    def reading(self) -> Reading | None:
        """What was read last."""
        return self.store.reading

    @property
    def asked(self) -> Asked:
        """What is asked for, in the shape that is chosen: a board has its headings by itself."""
        asked = self.header.asked
        if self.views.shape is not Shape.BOARD:
            return asked
        # A card that is done goes to the column of what is done, and stays in sight there.
        choice = Choice.LATELY if asked.choice is Choice.OPEN else asked.choice
        return replace(asked, grouping=Grouping.STATE, choice=choice)

    def _lay_out(self) -> None:
        frame, column = card(margin=10, spacing=6)
        column.addWidget(self.closed)
        column.addWidget(self.views, 1)
        column.addWidget(self.foot)
        self.side.setMinimumWidth(_SIDE[0])
        self.side.setMaximumWidth(_SIDE[1])
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(frame, 2)
        body.addWidget(self.side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(self.header)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        header = self.header
        header.arranged.connect(self._arrange)
        header.narrowed.connect(self.read_anew)
        header.shape.chosen.connect(self._turn)
        header.filter.returnPressed.connect(self.views.setFocus)
        header.print_button.clicked.connect(self.print_shown)
        header.export_button.clicked.connect(self.export_shown)
        header.new_button.clicked.connect(self.new)
        self.views.chosen.connect(self._choose)
        self.side.all_changed.connect(self._change_all)
        for each in (self.side, self.foot, self.closed):
            each.left.connect(self.views.setFocus)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.foot.take, "Ctrl+R", context=within)
        for number, made in enumerate(header.shape.buttons.values(), 1):
            actions.bind(self, made.click, f"Ctrl+{number}", context=within)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "follow-ups"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Follow-ups")

    def retranslate(self) -> None:
        """Read again in the language in use."""
        self.view.setAccessibleName(self.title())
        allow(self.header.new_button, self.workspace, "follow_up", "Ctrl+N")
        if self.reading is not None:
            self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read what is asked for again."""
        archive, asked, day, lang = self.workspace.archive, self.asked, today(), language()
        numbers, sight = self.store.numbers, self.views.in_sight()

        def read() -> tuple[Reading, Numbers]:
            reading = read_follow_ups(archive, asked, day, lang, sight)
            return reading, numbers.with_all(reading.arrangement.ids)

        jobs = self.workspace.jobs
        jobs.run(read, self._take, owner=self, lane="follow-ups")
        jobs.run(
            lambda: owed.counts(archive, day), self.header.show_counts, owner=self, lane="counts"
        )

    def read_anew(self) -> None:
        """Read what is asked for now, and count its rows from one."""
        self.store.numbers = Numbers()
        self.refresh()

    def _take(self, answer: tuple[Reading, Numbers]) -> None:
        reading, numbers = answer
        self.store.take(reading, numbers)
        self.views.show_reading()
        self.foot.setVisible(not reading.is_bare)
        self.doing.check_saved()

    def _arrange(self) -> None:
        asked = self.header.asked
        self.workspace.settings.set(_GROUPING, asked.grouping.value)
        self.workspace.settings.set(_SORTING, asked.sorting.value)
        self.read_anew()

    def _turn(self) -> None:
        """Show the same follow-ups in another shape."""
        shape = self.header.shape.shape
        self.workspace.settings.set(_SHAPE, shape.value)
        self.views.turn_to(shape)
        self.read_anew()

    @override
    def choose(self, choice: str) -> None:
        if self.views.shape is Shape.CALENDAR:  # which shows a part of them alone
            self.header.shape.choose(Shape.LIST)
            self.views.turn_to(Shape.LIST)
        self._show_only(Choice(choice))

    def _show_all(self) -> None:
        self._show_only(Choice.OPEN)

    def _show_only(self, choice: Choice) -> None:
        self.header.choose(replace(self.header.asked, choice=choice, text=""))
        self.read_anew()

    # -- the follow-up the cursor stands on

    def _choose(self) -> None:
        count = len(self.views.selected_ids())
        if count > 1:
            self.side.show_many(count)
        else:
            self.side.show_owed(self.views.current())

    def _change_all(self, values: dict[str, Any]) -> None:
        self.doing.with_selected(lambda owed: self.work.change_all(owed, values))

    # -- the page as a whole

    def new(self) -> None:
        """Begin a follow-up."""
        self.workspace.new_record("follow_up")

    def subject(self) -> str:
        """Return the uid of the follow-up the cursor stands on."""
        owed = self.view.current()
        return owed.uid if owed is not None else ""

    def print_shown(self) -> None:
        """Preview exactly what is shown, its rows numbered from one."""
        self.read_anew()
        self.outing.preview()

    @override
    def listed(self) -> Listed | None:
        return self.outing.listed()

    @override
    def find_here(self) -> bool:
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        self.side.keep_drafts()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read and number again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.read_anew()
        else:
            super().keyPressEvent(event)


def _known(kind: type[E], kept: object, otherwise: E) -> E:
    """Return the option the settings name, which anybody may have edited."""
    return next((each for each in kind if each.value == kept), otherwise)
