"""Names of countries: CLDR's, with the office's own wording over them."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

OWN_NAMES: Final = Path(__file__).resolve().parents[2] / "resources" / "country_names.csv"


_OFFICE: dict[str, Mapping[str, str]] = {}


def reword(own: Mapping[str, Mapping[str, str]]) -> None:
    """Let the office's own names, by language and code, stand over all others from now on."""
    if own != _OFFICE:
        _OFFICE.clear()
        _OFFICE.update(own)
        country_names.cache_clear()


@cache
def country_names(lang: str) -> Mapping[str, str]:
    """Return the names in `lang` by code, the office's own over the usual ones."""
    return {**usual_names(lang), **_OFFICE.get(lang, {})}


@cache
def usual_names(lang: str) -> Mapping[str, str]:
    """Return the usual names in `lang` ("fa" or "en") by ISO 3166 alpha-2 code.

    Source: Unicode CLDR through Babel; rows of `resources/country_names.csv` (code, fa, en)
    stand over it, because official Persian usage differs from CLDR in places.
    """
    from babel import Locale  # locale data is read only where countries are shown

    territories = Locale(lang).territories
    names = {code: str(name) for code, name in territories.items() if _is_country(code)}
    with OWN_NAMES.open(encoding="utf-8", newline="") as file:
        names.update({row["code"]: row[lang] for row in csv.DictReader(file) if row[lang]})
    return names


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ"}  # noqa: PLR2004 - alpha-2 codes have two letters
