"""What the office calls countries, kept in its archive and used wherever they are named."""

from collections.abc import Mapping

from liaison.domain.schema import Json
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import LANGUAGES, _
from liaison.language import countries
from liaison.storage.archive import Archive
from liaison.storage.change import Change
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
