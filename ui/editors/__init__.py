"""One widget for each kind of value; `editor_for` finds it."""

from ui.editors.editor import Editor
from ui.editors.kinds import editor_for

__all__ = ["Editor", "editor_for"]
