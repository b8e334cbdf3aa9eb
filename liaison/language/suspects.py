"""Words that broken files leave behind: shown to people, never changed by the program."""

import re
from typing import Final

_SUSPECTS: Final = re.compile(
    r"شورا(?:ی|های)?\s+(?P<council>اسامی)\b"
    r"|\b(?P<cut>مثاً|کاماً|کاً|اصاً|عماً|فعاً|قباً|معمواً|احتمااً)"
    r"|\b(?P<stretched>بینالمللی|میتوان\w*|میشود|نمیشود|میباشد)\b"
)


def suspects(text: str) -> list[str]:
    """Return the words of stored `text` that look broken: «شورای اسامی», «مثاً», «بینالمللی»."""
    found = (match[match.lastgroup or 0] for match in _SUSPECTS.finditer(text))
    return list(dict.fromkeys(found))
