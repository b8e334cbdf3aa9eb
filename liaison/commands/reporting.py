"""The command that writes a report for whoever looks after the program."""

from pathlib import Path

from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.terminal import say
from liaison.errors import LiaisonError
from liaison.i18n import _


def declare_report(parser: Parser) -> None:
    """Declare what `report` takes."""
    parser.choices.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help=_("The text to write.")
    )


def write_report(request: Request) -> int:
    """Write the report, of an archive that cannot be opened as well."""
    from liaison.diagnostics.report import Asked, report
    from liaison.exchange.whole_file import whole_file

    try:
        with opened(request) as archive:
            text = report(Asked(request.folder, archive))
    except LiaisonError as error:
        text = report(Asked(request.folder, error=error))
    path: Path = request.options.output
    with whole_file(path) as stream:
        stream.write(text.encode())
    say(_("The report is in {path}. It holds no names, no texts and no keys.").format(path=path))
    return 0
