"""The command that writes a migration: python -m liaison.storage.migrations "what changed"."""

import argparse
import sys

from liaison.storage.migrations.writing import write_migration


def main() -> int:
    """Write the next migration; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m liaison.storage.migrations")
    parser.add_argument("message", help="what changed, in a few words")
    path = write_migration(parser.parse_args().message)
    sys.stdout.write(f"{path}\n" if path else "The declarations are as they were.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
