"""The command that makes prints."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from liaison.commands.parser import Parser
from liaison.commands.request import Request, declare_today, opened
from liaison.commands.terminal import say_error
from liaison.errors import UserError
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.prints.editions import Languages
    from liaison.prints.product import Product


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
        "--edition", choices=("fa", "en", "both"), help=_("Language of the print.")
    )
    parser.choices.add_argument(
        "--guest", action="store_true", help=_("Leave out what is not for the other side.")
    )
    declare_today(parser)


def print_product(request: Request) -> int:
    """Make a print and write it whole; what it lacks is told as warnings."""
    from liaison.exchange.whole_file import whole_file
    from liaison.prints.editions import Edition
    from liaison.prints.register import make
    from liaison.time.instant import zone

    asked = request.options
    product = _product(asked.product)
    if product.subject and not asked.uid:
        raise UserError(
            _("{product} is about one record of type “{type}”; give its identifier.").format(
                product=product.name, type=product.subject
            )
        )
    languages = cast("Languages", asked.edition or request.language)
    edition = Edition(languages, guest=asked.guest)
    today: date = asked.today or datetime.now(zone()).date()
    with opened(request) as archive:
        # No time of day goes onto the paper: the same archive gives the same bytes all day.
        paper = make(archive, product, asked.uid, edition, today=today)
    with whole_file(asked.output) as stream:
        stream.write(paper.content)
    for finding in paper.findings:
        say_error(_("Warning: {sentence}").format(sentence=finding.message))
    return 0


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
