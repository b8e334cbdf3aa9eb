"""What a new archive begins with: the office's names, its city, and the sample where wanted."""

from dataclasses import dataclass

from liaison.domain.records.partner import Partner
from liaison.domain.schema.texts import one_line
from liaison.exchange import sample
from liaison.i18n import _
from liaison.storage.archive import Archive
from liaison.storage.settings import OFFICE_EN, OFFICE_FA


@dataclass(frozen=True)
class Beginning:
    """What somebody said when the archive was made; "" where nothing was."""

    office_fa: str = ""
    office_en: str = ""
    city_fa: str = ""
    city_en: str = ""
    with_sample: bool = False

    def furnish(self, archive: Archive) -> None:
        """Put it into an empty archive.

        The sample tells of a city of its own, so the one that was named is not added beside it.
        """
        if self.with_sample:
            sample.fill(archive)
        city = {"name_fa": one_line(self.city_fa), "name_en": one_line(self.city_en)}
        names = {OFFICE_FA: one_line(self.office_fa), OFFICE_EN: one_line(self.office_en)}
        with archive.change(_("Set up the archive")) as change:
            for key, name in names.items():
                if name:
                    change.set_setting(key, name)
            if any(city.values()) and not self.with_sample:
                named = {key: name or None for key, name in city.items()}
                change.add(Partner, {**named, "kind": "city", "is_ours": True})
