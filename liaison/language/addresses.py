"""Addresses of e-mail, by what is written before the sign."""

import re
from typing import Final

_OF_AN_OFFICE: Final = re.compile(
    r"(?:info|office|contact|mail|post|admin|secretar\w*|international|intl|int|pr|protocol|mayor"
    r"|public|relations?|hello|reception)\b"
)


def is_of_an_office(email: str) -> bool:
    """Tell whether an address is a whole office's, such as info@example.org, and no person's."""
    return _OF_AN_OFFICE.match(email.casefold()) is not None
