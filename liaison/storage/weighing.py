"""Packages that strangers send, weighed before anything of them is unpacked."""

import zipfile
from typing import Final

_MOST_UNPACKED: Final = 200 << 20
_MOST_MEMBERS: Final = 10_000
_STEEPEST: Final = 100
_UNSUSPICIOUS: Final = 1 << 20


def weigh(package: zipfile.ZipFile) -> None:
    """Raise BadZipFile for a package that would unpack to much more than a document ever does."""
    members = package.infolist()
    unpacked = sum(member.file_size for member in members)
    steep = any(
        member.file_size > max(_UNSUSPICIOUS, _STEEPEST * member.compress_size)
        for member in members
    )
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_UNPACKED or steep:
        raise zipfile.BadZipFile
