"""The words by which experiences are told apart, as they are in use."""

from typing import NamedTuple

from liaison.domain.records.experience import Experience
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import _
from liaison.language import collate
from liaison.storage.archive import Archive
from liaison.storage.change import Change

_WITH = """
    SELECT DISTINCT uid FROM experience, json_each(experience.subject)
    WHERE deleted_at IS NULL AND value = ?"""
_IN_USE = """
    SELECT value, count(*) FROM experience, json_each(experience.subject)
    WHERE deleted_at IS NULL GROUP BY value"""


class Subject(NamedTuple):
    """A word, and how many records it stands in."""

    word: str
    records: int


def subjects_in_use(archive: Archive) -> list[Subject]:
    """Return the words in use, in the order of the alphabet."""
    with archive.reading() as connection:
        found = [Subject(word, count) for word, count in connection.execute(_IN_USE)]
    return sorted(found, key=lambda each: collate.sort_key(each.word))


def rename_subject(archive: Archive, change: Change, word: str, wanted: str) -> int:
    """Put one word in the place of another wherever that stands; return in how many records.

    Where both stand in a record, one stays. Raises UserError where there is no new word.
    """
    new = one_line(wanted)
    if not new:
        raise UserError(_("A subject has to be called something."))
    with archive.reading() as connection:
        uids = {row[0] for row in connection.execute(_WITH, (word,))}
    for row in archive.rows(Experience, {"uid": uids}):
        kept = dict.fromkeys(new if each == word else each for each in row["subject"])
        change.update(Experience, row.uid, {"subject": tuple(kept)})
    return len(uids)
