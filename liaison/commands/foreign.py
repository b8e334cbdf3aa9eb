"""Bringing in what other programs wrote, with nobody to ask: what is doubtful stays outside."""

from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.terminal import figure, say, say_error
from liaison.errors import UserError
from liaison.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from liaison.exchange.foreign.proposals import Report
    from liaison.exchange.foreign.tables import Columns, Source
    from liaison.storage.archive import Archive

_MOST_SAID: Final = 40
_NUMBERS: Final = N_(
    "Rows read: {read}; added: {added}; changed: {updated}; known already: {unchanged};"
    " not taken in: {skipped}."
)
_WOULD: Final = N_(
    "Rows read: {read}; would be added: {added}; changed: {updated}; left as they are: {unchanged};"
    " not taken in: {skipped}."
)


def declare(parser: Parser) -> None:
    """Declare what `import` takes for the files of other programs."""
    parser.choices.add_argument(
        "--encoding", default="", metavar="E", help=_("Encoding of a .csv; else it is found out.")
    )
    parser.choices.add_argument(
        "--profile", default="", metavar="NAME", help=_("Read the columns as this profile says.")
    )
    parser.choices.add_argument(
        "--report", type=Path, metavar="FILE", help=_("Write what became of every row to a .xlsx.")
    )


def is_foreign(path: Path) -> bool:
    """Tell by its name whether a file is of another program."""
    from liaison.exchange.foreign.reading import ENDINGS

    return path.suffix.lower() in ENDINGS


def take_in(request: Request) -> int:
    """Take in what is sure, fill blanks of what is known, and list the rest."""
    from liaison.exchange.bundle import import_label
    from liaison.exchange.foreign.planning import plan
    from liaison.exchange.foreign.taking_in import carry_out

    asked = request.options
    path: Path = asked.file
    source = _read(path, asked.encoding)
    with opened(request, create=True) as archive:
        planned = plan(source, _columns(archive, source, asked.profile), archive)
        report = carry_out(archive, planned, {}, import_label(path.name), dry_run=asked.dry_run)
    if asked.report:
        _write(asked.report, report)
    _say(report, is_trial=asked.dry_run, is_written=bool(asked.report))
    return 0


def _read(path: Path, encoding: str) -> "Source":
    """Read the file before any archive is made; ask where its letters look wrong."""
    from liaison.exchange.foreign.encodings import MISREAD
    from liaison.exchange.foreign.reading import read_source

    source = read_source(path, encoding=encoding)
    if MISREAD in source.encodings and not encoding:
        raise UserError(
            _(
                "The letters of “{name}” look as if they had been read wrongly:"
                " add --encoding {mended}, or --encoding {plain} to take them as they are."
            ).format(name=path.name, mended=MISREAD, plain=source.encoding)
        )
    return source


def _columns(archive: "Archive", source: "Source", profile: str) -> "list[Columns | None]":
    from liaison.exchange.foreign.guessing import guessed
    from liaison.exchange.foreign.profiles import columns_by, profiles

    if not profile:
        return [guessed(table) for table in source.tables]
    kept = profiles(archive)
    if profile not in kept:
        raise UserError(
            _("There is no profile “{name}”; there are: {names}.").format(
                name=profile, names=_(", ").join(kept)
            )
        )
    return [columns_by(kept[profile], table) for table in source.tables]


def _write(path: Path, report: "Report") -> None:
    from liaison.exchange.foreign.reporting import write_report
    from liaison.time.instant import zone

    write_report(path, report, datetime.now(zone()).date())


def _say(report: "Report", *, is_trial: bool, is_written: bool) -> None:
    """Say on the error stream what was not taken in, and the numbers at the end."""
    for note in report.notes:
        say_error(note)
    doubtful = [line for line in report.lines if line.reasons]
    for line in islice(doubtful, 0 if is_written else _MOST_SAID):
        say_error(
            _("{sheet}, row {row}: {title}: {reasons}").format(
                sheet=line.table,
                row=figure(line.row),
                title=line.title or "–",
                reasons=" ".join(line.reasons),
            )
        )
    unsaid = len(doubtful) - _MOST_SAID
    if unsaid > 0 and not is_written:
        say_error(
            ngettext(
                "… and {count} more; --report writes them all.",
                "… and {count} more; --report writes them all.",
                unsaid,
            ).format(count=figure(unsaid))
        )
    say(
        _(_WOULD if is_trial else _NUMBERS).format(
            read=figure(report.read),
            added=figure(report.count("added")),
            updated=figure(report.count("updated")),
            unchanged=figure(report.count("unchanged")),
            skipped=figure(report.count("skipped")),
        )
    )
