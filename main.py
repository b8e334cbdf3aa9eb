"""Start Liaison: a command runs headless, none opens the window."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run the command line, or the window where no command is given; return the exit status."""
    from liaison import __version__
    from liaison.commands import run
    from liaison.diagnostics import diary
    from liaison.storage.keys.memory import without_cores

    without_cores()
    diary.begin(diary.default_folder())
    versions = {"liaison": __version__, "python": platform_version()}
    diary.note(diary.Event.STARTED, word=sys.platform, version=versions)
    try:
        return run(sys.argv[1:], open_window)
    except BaseException as error:
        diary.fault(error)
        raise
    finally:
        diary.note(diary.Event.ENDED)


def platform_version() -> str:
    """Return the version of Python as numbers."""
    return ".".join(map(str, sys.version_info[:3]))


def open_window(folder: Path, language: str) -> int:
    """Open the window on the archive in `folder`; Qt loads here and nowhere before."""
    # What a start makes stays: the collector would only look through it, until the archive is open.
    gc.disable()
    from ui.application import run

    is_stated = any(each.partition("=")[0] == "--data" for each in sys.argv[1:])
    return run(folder, language, is_stated=is_stated)


if __name__ == "__main__":
    sys.exit(main())
