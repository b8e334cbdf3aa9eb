"""The commands that verify an archive, and clear away what nothing in it needs."""

from liaison.commands.request import Request, opened
from liaison.commands.terminal import figure, say
from liaison.i18n import _, ngettext

_KILOBYTE = 1024


def check(request: Request) -> int:
    """Verify database, attachments, references and history; list what is wrong, if anything is."""
    from liaison.storage.backups import routine
    from liaison.storage.backups.verifying import rewritten

    with opened(request) as archive:
        findings = archive.check()
        shelves = (routine.shelf_of(archive.folder), routine.second_shelf(archive))
        past = [each for shelf in shelves if shelf for each in rewritten(archive, shelf)]
    for each in (*findings, *past):
        say(str(each))
    if past or not all(each.harmless for each in findings):
        return 1
    say(_("Nothing is wrong with the archive."))
    return 0


def sweep(request: Request) -> int:
    """Remove attached files that nothing speaks of any more, and say how many."""
    with opened(request, write=True) as archive:
        swept = archive.sweep()
    if not swept.files:
        say(_("There was nothing to remove."))
        return 0
    text = ngettext(
        "Removed {count} file that nothing speaks of, {size} KB.",
        "Removed {count} files that nothing speaks of, {size} KB.",
        swept.files,
    )
    say(text.format(count=figure(swept.files), size=figure(-(-swept.size // _KILOBYTE))))
    return 0
