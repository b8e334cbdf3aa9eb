"""What is held in memory stays there: a program that falls leaves no picture of it on the disk."""

from contextlib import suppress


def without_cores() -> None:
    """Let the system write no core file of this process, where it has such a limit."""
    try:
        import resource
    except ImportError:  # Windows writes none unless it was set up to
        return
    with suppress(OSError, ValueError):  # a system that does not let it be set
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
