"""The window of Liaison: Qt widgets over the office's knowledge in `liaison`."""

from ui.undying import keep_singletons

keep_singletons()
