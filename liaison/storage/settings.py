"""What the office set for all its windows, kept in the archive."""

import json
from collections.abc import Mapping
from typing import Final

from liaison.domain.schema import Json
from liaison.i18n import _
from liaison.storage.connection import scalar
from liaison.storage.store import Store

OFFICE_FA: Final = "office_fa"
OFFICE_EN: Final = "office_en"
UNIT_FA: Final = "unit_fa"
UNIT_EN: Final = "unit_en"
SIGNATORY_FA: Final = "signatory_fa"
SIGNATORY_EN: Final = "signatory_en"
SIGNATORY_TITLE_FA: Final = "signatory_title_fa"
SIGNATORY_TITLE_EN: Final = "signatory_title_en"
PREPARER_FA: Final = "preparer_initials_fa"
PREPARER_EN: Final = "preparer_initials_en"
INVOCATION_FA: Final = "invocation_fa"
"""The words above a Persian paper; "" for none."""
INVOCATION_EN: Final = "invocation_en"
EMBLEM: Final = "emblem"
"""A picture, SVG or PNG, in base64."""
MARGINS: Final = "margins"
"""The white around the text in millimetres: "top", "bottom", "binding" and "outer"."""
PAPER: Final = "paper"
PERSIAN_FONT: Final = "persian_font"
"""A family with the paths of its files: "family", "regular", "bold" and "italic"."""
LATIN_FONT: Final = "latin_font"
PEOPLE: Final = "people"
"""Who can sign in since when, by uid of the officer; written together with the keyring."""
BACKUP_PLACE: Final = "backup_place"
"""The folder of a second place for backups, such as another disk; "" for none."""
WEEKEND: Final = "weekend"
"""The closed days of the week, as a list of `date.weekday()` numbers."""
COOLING_MONTHS: Final = "cooling_months"
"""After how many months without contact a relation cools."""
DORMANT_MONTHS: Final = "dormant_months"
"""After how many months without contact a relation is dormant."""
CLEARANCE_DAYS: Final = "clearance_days"
"""After how many working days one is reminded of a clearance that is not answered."""
COUNTRY_NAMES: Final = "country_names"
"""The office's own names of countries, by code and language."""
ACKNOWLEDGED: Final = "acknowledged"
"""The day on which each reminder was acknowledged, by its key."""

COUNCIL_TERMS: Final = "council_terms"
"""The terms of the council: name in both languages, first and last day."""
IMPORT_PROFILES: Final = "import_profiles"
"""Which column of which file is what, by the name of the profile."""
NOT_DOUBLES: Final = "not_doubles"
"""Pairs of records somebody looked at and found to be two."""
TRAVELS: Final = "travels"
"""The trips that went out from here and those the archive was filled from; behind a slash, what
both sides of one had in common."""
JOINED: Final = "joined"
"""Behind a slash stands a record that was joined with another; it is set to that one's uid."""
SCANS: Final = "scans"
"""Whether the pictures of documents are read for their text."""


class Settings:
    """The settings of an archive, by name; setting one is a change like any other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Json = None) -> Json:
        """Return what `key` is set to, `default` where it is not set."""
        with self._store.reading() as connection:
            stored = scalar(connection, "SELECT value FROM setting WHERE key = ?", (key,))
        value: Json = default if stored is None else json.loads(stored)
        return value

    def set(self, key: str, value: Json) -> None:
        """Set `key` to `value`, in one change; the same value again writes nothing."""
        self.set_all({key: value}, _("Settings"))

    def set_all(self, values: Mapping[str, Json], label: str) -> None:
        """Set several keys in one change that people know as `label`."""
        with self._store.writing(label, "change") as change:
            for key, value in values.items():
                change.set_setting(key, value)
