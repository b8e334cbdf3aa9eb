"""Numbers among the settings: typed in any digits, refused with one sentence."""

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.digits import to_ascii
from ui.figures import figure


def read_number(text: str, least: int, most: int) -> int:
    """Return the whole number `text` says; raises UserError where it is not within bounds."""
    written = to_ascii(text).strip()
    if not (written.isascii() and written.isdigit() and least <= int(written[:9]) <= most):
        raise UserError(
            _("A whole number from {low} to {high} is expected here.").format(
                low=figure(least), high=figure(most)
            )
        )
    return int(written)
