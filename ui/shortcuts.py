"""Every key of the program with what it does: one table, by which keys are bound and told."""

from dataclasses import dataclass
from typing import Final

from liaison.i18n import N_


@dataclass(frozen=True)
class Shortcut:
    """Keys that all do the same; `label` is the message that says what."""

    name: str
    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Keys:
    """Shortcuts that work in one place; `place` is the message that names it."""

    place: str
    shortcuts: tuple[Shortcut, ...]


EVERYWHERE: Final = (
    Shortcut("help", ("F1",), N_("The guide, at what is on screen")),
    Shortcut("search", ("Ctrl+K",), N_("Search the whole archive")),
    Shortcut("find", ("Ctrl+F",), N_("Search on this page")),
    Shortcut("new", ("Ctrl+N",), N_("Begin a new record")),
    Shortcut("print", ("Ctrl+P",), N_("Print what is on screen")),
    Shortcut("export", ("Ctrl+Shift+E",), N_("Export what is listed")),
    Shortcut("copy", ("Ctrl+Shift+C",), N_("Copy what is listed for Word")),
    Shortcut("history", ("Ctrl+H",), N_("Who changed what: of the record, or of everything")),
    Shortcut("undo", ("Ctrl+Z",), N_("Undo the last change")),
    Shortcut("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), N_("Do again what was undone")),
    Shortcut("back", ("Alt+Left",), N_("Go back to the page below")),
    Shortcut("lock", ("Ctrl+L",), N_("Lock the archive")),
    Shortcut("larger", ("Ctrl++", "Ctrl+="), N_("Larger text")),
    Shortcut("smaller", ("Ctrl+-",), N_("Smaller text")),
    Shortcut("usual_size", ("Ctrl+0",), N_("Text of the usual size")),
)
"""What the window binds itself, by name."""
QUIT: Final = Shortcut("quit", ("Ctrl+Q",), N_("Close the window"))

TABLE: Final = (
    Keys(
        # Translators: the place in which keys work
        N_("Everywhere"),
        (
            *EVERYWHERE,
            Shortcut("reminders", ("Ctrl+B",), N_("Reminders")),
            Shortcut("section", ("Alt+1 … 9",), N_("Go to a section of the sidebar")),
            QUIT,
        ),
    ),
    Keys(
        N_("In a list"),
        (
            Shortcut("open", ("Enter",), N_("Open what the cursor stands on")),
            Shortcut("insert", ("Insert",), N_("Begin a new record")),
            Shortcut("delete", ("Delete",), N_("Put it into the bin")),
        ),
    ),
    Keys(
        N_("In a form"),
        (
            Shortcut("save", ("Ctrl+S", "F2"), N_("Save")),
            Shortcut("half_space", ("Shift+Space", "Ctrl+Shift+2"), N_("Half-space")),
            Shortcut("month", ("F4", "Alt+Down"), N_("Open the calendar")),
            Shortcut("today", ("T",), N_("Today, in the field of a day")),
            Shortcut("day", ("Up", "Down"), N_("A day earlier or later")),
            Shortcut("month_step", ("Page Up", "Page Down"), N_("A month earlier or later")),
        ),
    ),
    Keys(
        # Translators: the page of a visit or of an agreement, with its tabs
        N_("In a file with tabs"),
        (
            Shortcut("next_tab", ("Ctrl+PgDown", "Ctrl+Tab"), N_("Next tab")),
            Shortcut("former_tab", ("Ctrl+PgUp", "Ctrl+Shift+Tab"), N_("Previous tab")),
            Shortcut("tab", ("Ctrl+1 … 9",), N_("Go to a tab")),
            Shortcut("edit", ("Ctrl+E",), N_("Change the record itself")),
        ),
    ),
    Keys(
        N_("In follow-ups"),
        (
            Shortcut("row", ("Ctrl+R",), N_("Type the number of a row and what became of it")),
            Shortcut("renumber", ("F5",), N_("Number the rows again")),
        ),
    ),
    Keys(
        N_("On a paper"),
        (
            Shortcut("zoom", ("Ctrl++", "Ctrl+-"), N_("Larger or smaller")),
            Shortcut("fit", ("Ctrl+0",), N_("Fit width")),
            Shortcut("next_match", ("F3",), N_("Next place found")),
            Shortcut("leave", ("Esc",), N_("Go back to the page below")),
        ),
    ),
)
"""What people are told, by place."""
