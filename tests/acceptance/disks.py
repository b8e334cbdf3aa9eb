"""Disks of our own: small ones to fill, and ones to protect from writing."""

import shutil
import subprocess
from pathlib import Path


def mounted(*words: str | Path) -> bool:
    """Run `mount` with `words` and tell whether it was permitted."""
    command = [shutil.which("mount") or "mount", *words]
    return not subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode  # noqa: S603 - a disk of our own


def unmount(disk: Path) -> None:
    """Take a disk away as soon as nothing uses it: one left behind spoils every later run."""
    command = [shutil.which("umount") or "umount", "--lazy", disk]
    subprocess.run(command, check=True)  # noqa: S603 - the same
