"""Whom a keyring opens for, as people know them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in: the uid of the officer, and the name in both languages."""

    officer: str
    name_fa: str
    name_en: str

    def name(self, lang: str) -> str:
        """Return the name in `lang`, or the one there is."""
        return (self.name_fa or self.name_en) if lang == "fa" else (self.name_en or self.name_fa)
