"""The command that verifies an archive."""

from liaison.commands.request import Request, opened
from liaison.commands.terminal import say
from liaison.i18n import _


def check(request: Request) -> int:
    """Verify database, attachments and references; list what is wrong, if anything is."""
    with opened(request) as archive:
        findings = archive.check()
    for finding in findings:
        say(str(finding))
    if not findings:
        say(_("Nothing is wrong with the archive."))
    return 1 if findings else 0
