"""Start Liaison: a command runs headless, none opens the window."""

import sys


def main() -> int:
    """Run the command line, or the window where no command is given; return the exit status."""
    from liaison.commands import run  # noqa: PLC0415 - the window and the commands load apart

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
