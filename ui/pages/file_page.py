"""The page of a record that is more than its form: a header and tabs, the form among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from liaison.errors import UserError
from ui.drafts import Drafts
from ui.page import Page
from ui.pages.form_tab import FormTab
from ui.widgets.pieces import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTabBar

    from ui.widgets.tab_stack import StackedTab, TabStack
    from ui.workspace import Workspace

Read = TypeVar("Read")
Read_contra = TypeVar("Read_contra", contravariant=True)


class Head(Protocol[Read_contra]):
    """What stands above the tabs, with their bar."""

    @property
    def tabs(self) -> QTabBar:
        """The bar of the tabs."""
        ...

    def title(self) -> str:
        """Return what the record is called."""
        ...

    def show_rows(self, rows: Read_contra) -> None:
        """Show what was read."""
        ...


class FilePage(Page, Generic[Read]):
    """Reads a record of `type_name` with all around it; from the form one comes back `home`."""

    type_name: ClassVar[str]
    home: ClassVar[str]
    header: Head[Read]
    tabs: TabStack[StackedTab[Read], Read]

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: Read | None = None
        self.trouble = label("error", wrap=True)
        self.trouble.hide()

    def reader(self) -> Callable[[], Read]:
        """Return what reads the record, to be called on the worker."""
        raise NotImplementedError

    def take_rows(self, rows: Read) -> None:
        """Show what was read."""
        self.header.show_rows(rows)
        self.tabs.show_rows(rows)

    def title(self) -> str:
        """Return what the record is called."""
        return self.header.title()

    def subject(self) -> str:
        """Return the uid of the record."""
        return self.uid

    def subject_type(self) -> str:
        """Return the type of the record."""
        return self.type_name

    # -- reading

    def refresh(self) -> None:
        """Read the record and everything that bears on it."""
        read, drafts = self.reader(), self.workspace.drafts
        key = Drafts.key(self.type_name, self.uid, "")
        self.workspace.jobs.run(
            lambda: (read(), drafts.find(key) is not None),
            self._take,
            self._fail,
            owner=self,
            lane=self.type_name,
        )

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[Read, bool]) -> None:
        first = self.rows is None
        self.rows, has_draft = answer
        self.trouble.hide()
        self.tabs.show()
        self.take_rows(self.rows)
        self.name_window()
        if not first or not self.isVisible():
            return
        if has_draft:
            self.edit()  # what was typed and not saved is offered there
        else:
            self.tabs.start()

    def _fail(self, error: Exception) -> None:
        """Say in the page's place why nothing can be shown."""
        if not isinstance(error, UserError):
            self.workspace.troubled.emit(error)
            return
        self.trouble.setText(error.message)
        self.trouble.show()
        self.tabs.hide()

    # -- working

    def open_tab(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self.tabs.open(name)

    def edit(self) -> None:
        """Turn to the particulars."""
        self.open_tab("form")

    def form(self) -> FormTab:
        """Return the particulars, from which one comes back home."""
        tab = FormTab(self.workspace, self.type_name, self.uid)
        tab.left.connect(lambda: self.open_tab(self.home))
        return tab

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved in the particulars."""
        form = self.tabs.looked_at("form")
        if isinstance(form, FormTab):
            form.keep_drafts()
