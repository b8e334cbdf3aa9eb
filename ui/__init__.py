"""The window of Liaison: Qt widgets over the office's knowledge in `liaison`."""

from ui.undying import keep_none

keep_none()
