"""Start Liaison: a command runs headless, none opens the window."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run the command line, or the window where no command is given; return the exit status."""
    from liaison.commands import run
    from liaison.storage.keys.memory import without_cores

    without_cores()
    return run(sys.argv[1:], open_window)


def open_window(folder: Path, language: str) -> int:
    """Open the window on the archive in `folder`; Qt loads here and nowhere before."""
    # What a start makes stays: the collector would only look through it, until the archive is open.
    gc.disable()
    from ui.application import run

    return run(folder, language)


if __name__ == "__main__":
    sys.exit(main())
