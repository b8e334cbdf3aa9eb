"""Which editor stands for which kind of value."""

from functools import singledispatch

from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    Email,
    File,
    Flag,
    Instant,
    Kind,
    Number,
    Period,
    Phone,
    Reference,
    Tags,
    Text,
    Url,
)
from ui.editors.choice_edit import ChoiceEditor, ChoicesEditor, FlagEditor
from ui.editors.country_edit import CountryEditor
from ui.editors.day_edit import DayEditor
from ui.editors.editor import Editor
from ui.editors.file_edit import FileEditor
from ui.editors.instant_edit import InstantEditor
from ui.editors.line_edit import LeftToRightEditor, LineEditor, TagsEditor, TextEditor
from ui.editors.reference_edit import ReferenceEditor
from ui.editors.span_edit import SpanEditor
from ui.workspace import Workspace


@singledispatch
def editor_for(kind: AnyKind, workspace: Workspace) -> Editor:
    """Return an empty editor for values of `kind`; one line where nothing better is known."""
    return LineEditor(kind, workspace)


@editor_for.register(Code)
@editor_for.register(Phone)
@editor_for.register(Email)
@editor_for.register(Url)
@editor_for.register(Number)
@editor_for.register(Clock)
def _from_left(kind: Kind[object], workspace: Workspace) -> Editor:
    return LeftToRightEditor(kind, workspace)


@editor_for.register
def _text(kind: Text, workspace: Workspace) -> Editor:
    return TextEditor(kind, workspace)


@editor_for.register
def _tags(kind: Tags, workspace: Workspace) -> Editor:
    return TagsEditor(kind, workspace)


@editor_for.register
def _day(kind: Day, workspace: Workspace) -> Editor:
    return DayEditor(kind, workspace)


@editor_for.register
def _span(kind: Period, workspace: Workspace) -> Editor:
    return SpanEditor(kind, workspace)


@editor_for.register
def _instant(kind: Instant, workspace: Workspace) -> Editor:
    return InstantEditor(kind, workspace)


@editor_for.register
def _choice(kind: Choice, workspace: Workspace) -> Editor:
    return ChoiceEditor(kind, workspace)


@editor_for.register
def _choices(kind: Choices, workspace: Workspace) -> Editor:
    return ChoicesEditor(kind, workspace)


@editor_for.register
def _flag(kind: Flag, workspace: Workspace) -> Editor:
    return FlagEditor(kind, workspace)


@editor_for.register
def _country(kind: Country, workspace: Workspace) -> Editor:
    return CountryEditor(kind, workspace)


@editor_for.register(Reference)
@editor_for.register(AnyReference)
def _reference(kind: Reference | AnyReference, workspace: Workspace) -> Editor:
    return ReferenceEditor(kind, workspace)


@editor_for.register
def _file(kind: File, workspace: Workspace) -> Editor:
    return FileEditor(kind, workspace)
