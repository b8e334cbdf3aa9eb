"""The editor of a span: the wording is kept, and what it is understood to mean stands below."""

from PySide6.QtWidgets import QWidget

from liaison.domain.schema import AnyKind
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.time import jalali
from liaison.time.span import Span
from ui.editors.line_edit import LineEditor
from ui.figures import isolated
from ui.widgets.pieces import label
from ui.workspace import Workspace


class SpanEditor(LineEditor):
    """A line that takes a day, a month, a season, a year, a range or an open beginning."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.meaning = label("muted")
        super().__init__(kind, workspace, parent)
        self.put_meaning(self.meaning, below=True)

    def retranslate(self) -> None:
        """Show an example of what may be typed."""
        super().retranslate()
        example = "پاییز ۱۴۰۲" if language() == "fa" else "Autumn 2023"
        self.line.setPlaceholderText(_("such as {example}").format(example=example))
        self.show_meaning()

    def show_meaning(self) -> None:
        """Say which days the words cover."""
        try:
            span = self.value()
        except UserError:
            span = None
        self.meaning.setText(understood(span) if isinstance(span, Span) else "")
        self.meaning.setVisible(bool(self.meaning.text()))


def understood(span: Span) -> str:
    """Return the days `span` covers, in the language in use."""
    lang = language()
    first = isolated(jalali.short_date(span.since, lang)) if span.since else ""
    last = isolated(jalali.short_date(span.until, lang)) if span.until else ""
    if first and first == last:
        return first
    if first and last:
        return _("{first} to {last}").format(first=first, last=last)
    if first:
        return _("from {first}").format(first=first)
    if last:
        return _("until {last}").format(last=last)
    return _("kept as it is written")
