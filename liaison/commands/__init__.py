"""The command line: one word a command, headless; without a command the window opens."""

from collections.abc import Callable, Sequence
from pathlib import Path

from liaison.commands.places import default_folder, no_display
from liaison.i18n import LANGUAGES, install

_REFUSED = 1


def run(arguments: Sequence[str], open_window: Callable[[Path, str], int]) -> int:
    """Carry out the command in `arguments` and return the exit status.

    0 is done, 1 refused (one line on the error stream), 2 not understood. Without a command
    `open_window` is called with the archive's folder and the language, "fa" or "en", or empty
    where none was asked for: the window remembers which was spoken last.
    """
    if not arguments:  # the window starts without even the grammar of commands
        return _window(default_folder(), "", open_window)
    from liaison.commands.grammar import name_of, understood
    from liaison.commands.parser import Usage
    from liaison.commands.terminal import complain, finish, mute, prepare
    from liaison.diagnostics import diary
    from liaison.errors import LiaisonError

    prepare()
    try:
        command, request = understood(arguments)
        if command is None:
            return _window(request.folder, request.language, open_window)
        diary.note(diary.Event.COMMAND, word=name_of(command))
        status = command.execute(request)
        finish()
    except Usage as usage:
        return usage.tell()
    except LiaisonError as error:
        diary.fault(error)
        complain(error)
    except KeyboardInterrupt:
        pass
    except BrokenPipeError:
        mute()
    else:
        return status
    return _REFUSED


def _window(folder: Path, language: str, open_window: Callable[[Path, str], int]) -> int:
    """Open the window, or say how to do without where no display would show it."""
    install(language or LANGUAGES[0])
    if no_display():
        from liaison.commands.terminal import prepare, say_error, without_display

        prepare()
        say_error(without_display())
        return _REFUSED
    return open_window(folder, language)
