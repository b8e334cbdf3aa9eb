"""What the office calls countries, kept in its archive and used wherever they are named."""

import json
from collections.abc import Iterator, Mapping, Sequence

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import Country, Json, fields_of
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import LANGUAGES, _
from liaison.language import countries
from liaison.storage import search
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.storage.connection import Connection
from liaison.storage.settings import COUNTRY_NAMES

Names = Mapping[str, Mapping[str, str]]
"""Names of countries by language and code."""


def own_names(archive: Archive) -> Names:
    """Return the names that the office set itself; what cannot be a name is left out."""
    kept = archive.settings.get(COUNTRY_NAMES)
    found = kept if isinstance(kept, dict) else {}
    return {lang: _texts(found.get(lang)) for lang in LANGUAGES}


def _texts(kept: Json) -> Mapping[str, str]:
    if not isinstance(kept, dict):
        return {}
    return {code: name for code, name in kept.items() if isinstance(name, str) and name}


def adopt_wording(archive: Archive) -> None:
    """Call countries what the office of this archive calls them, from now on."""
    countries.reword(own_names(archive))


def follow_wording(archive: Archive) -> None:
    """Adopt names that may just have changed; records are found by the new ones at once."""
    before = _names()
    adopt_wording(archive)
    changed = sorted({code for (_lang, code), _name in before ^ _names()})
    if changed and not archive.read_only:
        with archive.upkeep() as connection:
            search.update(connection, list(_in_countries(connection, changed)))


def _names() -> set[tuple[tuple[str, str], str]]:
    """Return what every country is called just now, by language and code."""
    return {
        ((lang, code), name)
        for lang in LANGUAGES
        for code, name in countries.country_names(lang).items()
    }


def _in_countries(connection: Connection, codes: Sequence[str]) -> Iterator[str]:
    """Give the uids of the records that name one of these countries."""
    given = (json.dumps(codes),)
    for record_type in CATALOGUE:
        for key, each in fields_of(record_type).items():
            if isinstance(each.kind, Country):
                yield from (
                    row[0]
                    for row in connection.execute(
                        f'SELECT uid FROM "{record_type.__tablename__}" WHERE "{key}" IN'  # noqa: S608 - names from the declarations
                        " (SELECT value FROM json_each(?))",
                        given,
                    )
                )


def rename_country(archive: Archive, change: Change, code: str, lang: str, name: str) -> None:
    """Let the office call a country `name` in a language; "" gives it its usual name back.

    Raises UserError where another country is called so.
    """
    wanted = one_line(name)
    taken = wanted and any(
        each.casefold() == wanted.casefold() and other != code
        for other, each in countries.country_names(lang).items()
    )
    if taken:
        raise UserError(_("Another country is called “{name}” already.").format(name=wanted))
    names = {each: dict(kept) for each, kept in own_names(archive).items()}
    names[lang].pop(code, None)
    if wanted and wanted != countries.usual_names(lang).get(code):
        names[lang][code] = wanted
    change.set_setting(COUNTRY_NAMES, {each: {**kept} for each, kept in names.items()})
