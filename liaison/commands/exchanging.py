"""Commands that bring records in."""

from pathlib import Path

from liaison.commands import foreign
from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.terminal import figure, say
from liaison.i18n import _, ngettext


def sample(request: Request) -> int:
    """Fill an empty archive with the sample."""
    from liaison.exchange.sample import fill

    with opened(request, create=True) as archive:
        outcome = fill(archive)
    say(
        ngettext(
            "The archive now holds {count} record of the sample.",
            "The archive now holds {count} records of the sample.",
            outcome.added,
        ).format(count=figure(outcome.added))
    )
    return 0


def declare_import(parser: Parser) -> None:
    """Declare what `import` takes."""
    parser.words.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help=_("A bundle (.json), a .liaison file, or .xlsx, .csv, .vcf or .ics of others."),
    )
    parser.choices.add_argument(
        "--dry-run", action="store_true", help=_("Say what would be done, and do nothing.")
    )
    foreign.declare(parser)


def take_in(request: Request) -> int:
    """Take in the records of a file, all or none; of other programs' files what is sure."""
    from liaison.exchange.foreign.reading import ENDINGS
    from liaison.exchange.formats import format_of

    path: Path = request.options.file
    if foreign.is_foreign(path):
        return foreign.take_in(request)
    chosen = format_of(path, ENDINGS)
    with opened(request, create=True) as archive:
        outcome = chosen.take_in(archive, path, dry_run=request.options.dry_run)
        if not request.options.dry_run:
            archive.extract_pending()
    sentence = (
        _("Would add {added}, change {updated}, leave {unchanged} as they are.")
        if request.options.dry_run
        else _("Added {added}, changed {updated}, left {unchanged} as they were.")
    )
    say(
        sentence.format(
            added=figure(outcome.added),
            updated=figure(outcome.updated),
            unchanged=figure(outcome.unchanged),
        )
    )
    return 0
