"""The command that verifies an archive."""

from liaison.commands.request import Request, opened
from liaison.commands.terminal import say
from liaison.i18n import _


def check(request: Request) -> int:
    """Verify database, attachments, references and history; list what is wrong, if anything is."""
    from liaison.storage.backups import routine
    from liaison.storage.backups.verifying import rewritten

    with opened(request) as archive:
        found = [str(each) for each in archive.check()]
        shelves = (routine.shelf_of(archive.folder), routine.second_shelf(archive))
        found += [each for shelf in shelves if shelf for each in rewritten(archive, shelf)]
    for each in found:
        say(each)
    if not found:
        say(_("Nothing is wrong with the archive."))
    return 1 if found else 0
