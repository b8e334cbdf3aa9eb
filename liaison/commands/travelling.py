"""Commands of the laptop that travels: out, opened there, back, and opened here."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.signing import new_passphrase, passphrase
from liaison.commands.terminal import figure, say
from liaison.errors import UserError
from liaison.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from liaison.domain.rules.sides import Answer
    from liaison.domain.schema import RecordType
    from liaison.storage.archive import Archive

OUT, BACK, OPEN, LIST = "out", "back", "open", "list"
_DEEDS: Final = {
    OUT: N_("send records out"),
    OPEN: N_("take in a file, on the laptop or at home again"),
    BACK: N_("make the file that goes back"),
    LIST: N_("list the trips"),
}


def declare(parser: Parser) -> None:
    """Declare what `travel` takes."""
    deeds = "; ".join(f"{name}: {_(purpose)}" for name, purpose in _DEEDS.items())
    parser.words.add_argument("deed", metavar="DEED", choices=list(_DEEDS), help=deeds)
    parser.words.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help=_("The travelling file.")
    )
    choices = parser.choices
    choices.add_argument(
        "--record",
        action="append",
        default=[],
        metavar="T/UID",
        help=_("A record that goes along."),
    )
    choices.add_argument("--title", default="", metavar="NAME", help=_("Name of the trip."))
    choices.add_argument(
        "--for", dest="recipient", default="", metavar="NAME", help=_("Who takes it along.")
    )
    choices.add_argument(
        "--file-passphrase-file",
        metavar="PATH",
        type=Path,
        help=_("File whose first line opens the travelling file; without it “out” makes a code."),
    )
    choices.add_argument(
        "--answers", choices=("ours", "theirs"), help=_("Answer every question alike.")
    )


def travel(request: Request) -> int:
    """Do one of the deeds."""
    deed = request.options.deed
    if deed != LIST and request.options.file is None:
        raise UserError(_("Name the travelling file."))
    with opened(request, create=deed == OPEN, write=deed in {OUT, BACK}) as archive:
        {OUT: _out, OPEN: _open, BACK: _back, LIST: _list}[deed](request, archive)
    return 0


def _out(request: Request, archive: "Archive") -> None:
    from liaison.domain.rules.classes import NORMAL
    from liaison.domain.schema import CLASSIFICATION
    from liaison.exchange.travelling.closure import closure
    from liaison.exchange.travelling.sending import Departure, send_out

    options = request.options
    chosen = [_record(text) for text in options.record]
    own = options.file_passphrase_file
    typed = new_passphrase(own) if own is not None else ""
    level = closure(archive, chosen).classification
    departure = Departure(chosen, options.title or options.file.stem, options.recipient)
    code = send_out(archive, departure, options.file, typed)
    say(_("Written: {file}").format(file=options.file))
    if level != NORMAL:
        said = _("The file is going to be classed “{classification}”.")
        say(said.format(classification=_(CLASSIFICATION.options[level])))
    if not typed:
        say(_("This code opens it, and is not shown again: {code}").format(code=code))


def _record(text: str) -> tuple["RecordType", str]:
    from liaison.domain.records import by_name
    from liaison.domain.schema.links import checked_uid

    name, _slash, uid = text.partition("/")
    return by_name(name), checked_uid(uid)


def _open(request: Request, archive: "Archive") -> None:
    from liaison.domain.rules.alike import alike
    from liaison.exchange.travelling.arriving import arrived, needs_passphrase, weighed
    from liaison.exchange.travelling.merging import merge

    options = request.options
    typed = ""
    if needs_passphrase(options.file):
        typed = passphrase(options.file_passphrase_file, _("Passphrase or code of the file:"))
    arrival = arrived(archive, options.file, typed)
    comparison = weighed(archive, arrival, alike)
    answer: Answer | None = options.answers
    if comparison.questions and answer is None:
        count = len(comparison.questions)
        text = ngettext(
            "{count} question has to be answered: open the file in the window, or say --answers.",
            "{count} questions have to be answered: open the file in the window, or say --answers.",
            count,
        )
        raise UserError(text.format(count=figure(count)))
    answers = {each.name: answer for each in comparison.questions if answer is not None}
    merged = merge(archive, arrival, comparison, answers, alike)
    archive.extract_pending()
    say(
        _("Taken in: {added} added, {updated} changed, {same} as they were.").format(
            added=figure(merged.added), updated=figure(merged.updated), same=figure(merged.same)
        )
    )


def _back(request: Request, archive: "Archive") -> None:
    from liaison.exchange.travelling.sending import send_back
    from liaison.exchange.travelling.trips import trips_of

    away = [each for each in trips_of(archive) if not each.home]
    if not away:
        raise UserError(_("This archive was not filled from a trip, so nothing goes back."))
    count = send_back(archive, away[0], request.options.file)
    text = ngettext(
        "Written with {count} record: {file}. Open it in the archive of the office.",
        "Written with {count} records: {file}. Open it in the archive of the office.",
        count,
    )
    say(text.format(count=figure(count), file=request.options.file))


def _list(_request: Request, archive: "Archive") -> None:
    from liaison.exchange.travelling.trips import trips_of

    for trip in trips_of(archive):
        role = _("Sent out from here") if trip.home else _("This archive was filled from it")
        state = figure(len(trip.passages) if trip.home else trip.made)
        say(f"{trip.uid}\t{trip.title}\t{trip.recipient}\t{role}\t{state}")
