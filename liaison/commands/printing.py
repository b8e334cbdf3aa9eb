"""The command that makes prints."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from liaison.commands.parser import Parser
from liaison.commands.request import Request, day, declare_today, opened
from liaison.commands.terminal import say_error
from liaison.errors import StorageError, UserError
from liaison.i18n import _
from liaison.language import digits

if TYPE_CHECKING:
    from liaison.prints.editions import Languages
    from liaison.prints.order import Terms
    from liaison.prints.product import Product
    from liaison.prints.revisions import Ready
    from liaison.storage.archive import Archive


def declare(parser: Parser) -> None:
    """Declare what `print` takes."""
    parser.words.add_argument("product", metavar="PRODUCT", help=_("Such as meeting-brief."))
    parser.words.add_argument(
        "uid", nargs="?", default="", metavar="UID", help=_("The record it is about.")
    )
    parser.choices.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help=_("The PDF to write.")
    )
    parser.choices.add_argument(
        "--edition", choices=("fa", "en", "both", "in-turn"), help=_("Language of the print.")
    )
    parser.choices.add_argument(
        "--guest", action="store_true", help=_("Leave out what is not for the other side.")
    )
    _declare_cards(parser)
    _declare_copies(parser)
    parser.choices.add_argument(
        "--reason", default="", metavar="TEXT", help=_("Why to print what is not confirmed yet.")
    )
    for name, text in (
        ("--since", _("First day of the report.")),
        ("--until", _("Last day of the report.")),
    ):
        parser.choices.add_argument(name, type=day, metavar="YYYY-MM-DD", help=text)
    declare_today(parser)


def _declare_cards(parser: Parser) -> None:
    """Declare which cards are wanted, and from which place of the sheet on."""
    parser.choices.add_argument(
        "--start",
        type=_count,
        default=1,
        metavar="N",
        help=_("First free place on the sheet of cards."),
    )
    parser.choices.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="UID",
        help=_("Print only the card of this member; may be given more than once."),
    )


def _declare_copies(parser: Parser) -> None:
    """Declare the number a copy of a book bears."""
    parser.choices.add_argument(
        "--copy", type=_count, default=0, metavar="N", help=_("Number of this copy.")
    )
    parser.choices.add_argument(
        "--copies", type=_count, default=0, metavar="M", help=_("How many copies there are.")
    )


def print_product(request: Request) -> int:
    """Make a print, write it whole and register it; what it lacks is told as warnings."""
    from liaison.exchange.whole_file import whole_file
    from liaison.prints.editions import Edition
    from liaison.prints.revisions import ready
    from liaison.storage.signing_in import open_again
    from liaison.time.instant import zone

    asked = request.options
    product = _product(asked.product)
    if product.subject and not asked.uid:
        raise UserError(
            _("{product} is about one record of type “{type}”; give its identifier.").format(
                product=product.name, type=product.subject
            )
        )
    spoken = (asked.edition or request.language).replace("-", "_")
    edition = Edition(cast("Languages", spoken), guest=asked.guest)
    today: date = asked.today or datetime.now(zone()).date()
    with opened(request) as archive:
        key, officer = archive.key, archive.officer
        # No time of day goes onto the paper: the same archive gives the same bytes all day.
        done = ready(archive, product, asked.uid, edition, today=today, terms=_terms(asked))
    with whole_file(asked.output) as stream:
        stream.write(done.paper.content)
    _register(lambda: open_again(request.folder, key, officer), done)
    for finding in done.paper.findings:
        say_error(_("Warning: {sentence}").format(sentence=finding.message))
    return 0


def _terms(asked: Namespace) -> "Terms":
    """Return how the paper is to be made; raises UserError where the numbers of a copy differ."""
    from liaison.prints.order import Terms

    if asked.copy > asked.copies:
        raise UserError(_("Give --copies with --copy: how many copies there are."))
    return Terms(
        only=frozenset(asked.only),
        start=asked.start,
        override=asked.reason,
        copy=asked.copy or min(asked.copies, 1),
        copies=asked.copies,
        since=asked.since,
        until=asked.until,
    )


def _register(open_archive: Callable[[], "Archive"], done: "Ready") -> None:
    """Enter the paper into the register, unless the archive can only be read just now."""
    from liaison.prints.revisions import issue_out

    with suppress(StorageError), open_archive() as archive:
        if not archive.read_only:
            issue_out(archive, done, "saved", datetime.now(UTC))


def _count(text: str) -> int:
    """Read a number from 1 up, in digits of any script."""
    number = int(digits.to_ascii(text))
    if number < 1:
        raise ValueError
    return number


def _product(name: str) -> "Product":
    """Return the print called `name`; raises UserError naming those there are."""
    from liaison.prints.register import PRODUCTS

    if name not in PRODUCTS:
        raise UserError(
            _("There is no print “{name}”. Known prints: {known}.").format(
                name=name, known=", ".join(PRODUCTS)
            )
        )
    return PRODUCTS[name]
