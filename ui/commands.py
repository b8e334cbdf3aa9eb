"""What can be done from the search box, said once: in words, with its key, and when."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from liaison.i18n import N_, language, translated
from liaison.language import keys
from ui.figures import isolated
from ui.page import Page
from ui.sections import JOURNAL, NEW, SECTIONS

if TYPE_CHECKING:
    from ui.workspace import Workspace

USED: Final = "commands/used"
_LANGUAGES: Final = ("fa", "en")
_NUMBERED: Final = 9
_FREQUENT: Final = ("new/visit", "new/follow_up", "new/meeting", "undo", "go/visit")
"""Offered where nobody has used a command yet."""
_KEPT: Final = 40
_JOINED: Final = ("partner", "person")
"""The types of which two records can become one."""


@dataclass(frozen=True)
class Hands:
    """What commands work with: the archive's requests, and what only the window can do."""

    workspace: "Workspace"
    page: Callable[[], Page | None]
    change_language: Callable[[str], object]
    report: Callable[[], object]


@dataclass(frozen=True)
class Now:
    """What an undo and a redo would bring about; nothing where there is none."""

    undoable: str | None = None
    redoable: str | None = None


Possible = Callable[[Hands, Now], bool]


def _always(_hands: Hands, _now: Now) -> bool:
    return True


@dataclass(frozen=True)
class Command:
    """One thing to do; `part` is the message that stands in its label for {part}."""

    name: str
    label: str
    do: Callable[[Hands], object]
    part: str = ""
    key: str = ""
    possible: Possible = _always
    told: Callable[[Now], str | None] = lambda _now: None
    """Which change it is about."""

    def text(self, lang: str, now: Now | None = None) -> str:
        """Return what it is called in a language."""
        label = translated(self.label, lang).format(
            part=translated(self.part, lang) if self.part else ""
        )
        told = self.told(now) if now is not None else None
        return f"{label}: {isolated(told)}" if told else label


def _encryptable(hands: Hands, now: Now) -> bool:
    return not _encrypted(hands, now) and hands.workspace.archive.rights.may("encryption")


def _encrypted(hands: Hands, _now: Now) -> bool:
    return hands.workspace.archive.key is not None


def _people(hands: Hands, now: Now) -> bool:
    return _encrypted(hands, now) and hands.workspace.archive.rights.may("people")


def _signed_in(hands: Hands, _now: Now) -> bool:
    return bool(hands.workspace.archive.officer)


def _prints(hands: Hands, _now: Now) -> bool:
    page = hands.page()
    return page is not None and type(page).print_shown is not Page.print_shown


def _may_add(type_name: str, hands: Hands, _now: Now) -> bool:
    return not hands.workspace.archive.read_only and hands.workspace.may_write(type_name)


def _print(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        page.print_shown()


def _lists(hands: Hands, _now: Now) -> bool:
    page = hands.page()
    return page is not None and page.listed() is not None


def _export(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        page.export_shown()


def _copy(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        page.copy_shown()


def _call_help(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        page.call_help()


def _has_history(hands: Hands, _now: Now) -> bool:
    page = hands.page()
    return page is not None and bool(page.subject())


def _history(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        page.show_history()


def _joins(hands: Hands, now: Now) -> bool:
    page = hands.page()
    if page is None or not page.subject():
        return False
    type_name = page.subject_type()
    return type_name in _JOINED and _may_add(type_name, hands, now)


def _join(hands: Hands) -> None:
    page = hands.page()
    if page is not None:
        hands.workspace.open_page(f"join:{page.subject_type()}/{page.subject()}")


def _other_language(hands: Hands) -> None:
    hands.change_language("en" if language() == "fa" else "fa")


def _opener(name: str) -> Callable[[Hands], object]:
    return lambda hands: hands.workspace.open_page(name)


def _sections() -> Iterator[Command]:
    for number, section in enumerate(SECTIONS, start=1):
        yield Command(
            f"go/{section.name}",
            N_("Go to: {part}"),
            lambda hands, name=section.name: hands.workspace.open_section(name),  # type: ignore[misc] # bound now
            section.label,
            f"Alt+{number}" if number <= _NUMBERED else "",
        )


def _new() -> Iterator[Command]:
    for type_name, label in NEW:
        yield Command(
            f"new/{type_name}",
            N_("New record: {part}"),
            lambda hands, name=type_name: hands.workspace.new_record(name),  # type: ignore[misc] # bound now
            label,
            possible=partial(_may_add, type_name),
        )


COMMANDS: Final[Sequence[Command]] = (
    *_new(),
    Command(
        "undo",
        N_("Undo"),
        lambda hands: hands.workspace.undo(),
        key="Ctrl+Z",
        possible=lambda _hands, now: now.undoable is not None,
        told=lambda now: now.undoable,
    ),
    Command(
        "redo",
        N_("Redo"),
        lambda hands: hands.workspace.redo(),
        key="Ctrl+Y",
        possible=lambda _hands, now: now.redoable is not None,
        told=lambda now: now.redoable,
    ),
    Command("print", N_("Print this page…"), _print, key="Ctrl+P", possible=_prints),
    Command("export", N_("Export…"), _export, key="Ctrl+Shift+E", possible=_lists),
    Command("copy", N_("Copy for Word"), _copy, key="Ctrl+Shift+C", possible=_lists),
    Command("history", N_("History of this record"), _history, key="Ctrl+H", possible=_has_history),
    Command("join", N_("Make one with another record…"), _join, possible=_joins),
    Command("journal", N_("All changes…"), _opener(JOURNAL)),
    Command("council", N_("Report to the council"), _opener("council")),
    Command(
        "unrepresented",
        N_("Sessions without a representative"),
        lambda hands: hands.workspace.open_choice("membership", "unrepresented"),
    ),
    Command(
        "membership-sheet",
        N_("Print the sheet of memberships…"),
        lambda hands: hands.workspace.print_record("membership-sheet"),
    ),
    Command("back", N_("Back"), lambda hands: hands.workspace.go_back(), key="Alt+Left"),
    *_sections(),
    Command("language", N_("Change the language"), _other_language),
    Command("theme", N_("Light or dark"), lambda hands: hands.workspace.toggle_theme()),
    Command(
        "lock",
        N_("Lock"),
        lambda hands: hands.workspace.lock(),
        key="Ctrl+L",
        possible=_encrypted,
    ),
    Command("encrypt", N_("Encrypt this archive…"), _opener("encrypting"), possible=_encryptable),
    Command("passphrase", N_("Change my passphrase…"), _opener("passphrase"), possible=_signed_in),
    Command("people", N_("People…"), _opener("people"), possible=_people),
    Command("recovery", N_("New recovery key…"), _opener("recovery"), possible=_people),
    Command("help", N_("Guide"), _call_help, key="F1"),
    Command("report", N_("Report of a problem…"), lambda hands: hands.report()),
)
"""Every command, in the order in which they are offered."""


def possible(hands: Hands, now: Now) -> list[Command]:
    """Return the commands that are allowed, and can be done where one is."""
    return [each for each in COMMANDS if each.possible(hands, now)]


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """Return the commands whose words begin with those typed, in any spelling and language."""
    wanted = keys.spaced(text).split()
    together = keys.joined(text)
    return [
        each
        for each in commands
        if any(
            _holds(_words(each, lang), wanted) or together in "".join(_words(each, lang))
            for lang in _LANGUAGES
        )
    ]


@cache
def _words(command: Command, lang: str) -> tuple[str, ...]:
    return tuple(keys.spaced(command.text(lang)).split())


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def frequent(hands: Hands, commands: Sequence[Command], most: int) -> list[Command]:
    """Return the commands used most on this computer, then the usual ones."""
    used = _used(hands)
    names = [*sorted(used, key=lambda name: -used[name]), *_FREQUENT]
    by_name = {each.name: each for each in commands}
    found = dict.fromkeys(by_name[name] for name in names if name in by_name)
    return list(found)[:most]


def count_use(hands: Hands, command: Command) -> None:
    """Remember that a command was used; when many were, all count half from then on."""
    used = _used(hands)
    used[command.name] = used.get(command.name, 0) + 1
    if used[command.name] > _KEPT:
        used = {name: count // 2 for name, count in used.items() if count > 1}
    hands.workspace.settings.set(USED, used)


def _used(hands: Hands) -> dict[str, int]:
    kept = hands.workspace.settings.get(USED)
    if not isinstance(kept, dict):
        return {}
    return {name: count for name, count in kept.items() if type(count) is int}
