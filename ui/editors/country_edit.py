"""The editor of a country: the name in either language, found as one types."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from liaison.domain.schema import AnyKind
from liaison.i18n import _, language
from liaison.language import keys
from liaison.language.countries import country_names
from ui.editors.line_edit import LineEditor
from ui.widgets.drop_down import DropDown
from ui.widgets.hits import Suggestion
from ui.workspace import Workspace

_SHOWN = 8


class CountryEditor(LineEditor):
    """A line that suggests countries; it takes a name in Persian or English, or the code."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self.drop_down = DropDown(self.line)
        self.drop_down.picked.connect(self._picked)
        self.line.textEdited.connect(self._suggest)

    def _suggest(self, text: str) -> None:
        found = matching(text)
        if text.strip() and found:
            self.drop_down.show(found, "")
        else:
            self.drop_down.close()

    def _picked(self, suggestion: Suggestion) -> None:
        self.set_value(suggestion.uid)
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the name in the language in use."""
        super().retranslate()
        self.line.setPlaceholderText(_("Name of the country"))


@cache
def _key(name: str) -> str:
    """Return the name of a country as a search sees it, each word after a space."""
    return f" {keys.spaced(name).strip()}"


def matching(text: str) -> list[Suggestion]:
    """Return the countries whose name in either language has a word beginning with `text`."""
    wanted = keys.spaced(text).strip()
    if not wanted:
        return []
    lang = language()
    shown, other = country_names(lang), country_names("en" if lang == "fa" else "fa")
    found = []
    for code, name in shown.items():
        places = [_key(each).find(f" {wanted}") for each in (name, other.get(code, ""))]
        at = min((place for place in places if place >= 0), default=-1)
        if at >= 0:
            found.append((at, name, Suggestion("", code, name, other.get(code, ""))))
    found.sort(key=lambda each: each[:2])
    return [suggestion for _at, _name, suggestion in found[:_SHOWN]]
