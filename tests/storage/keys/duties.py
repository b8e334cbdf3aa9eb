"""What each duty may do, spelled out once more, and a desk at which each of them is tried."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from liaison.domain.rules.rights import RIGHTS, rights_of
from liaison.domain.schema import RecordType, fields_of
from liaison.errors import UserError
from liaison.storage.archive import Archive
from tests.storage.filled import Filling, Words, filled, smallest, uids_from

DUTIES = ("administrator", "officer", "protocol", "manager")

COMING_AND_GOING = """
                    administrator  officer  protocol  manager
partner                   +           +        -         -
person                    +           +        +         -
position                  +           +        +         -
officer                   +           -        -         -
unit                      +           +        -         -
relation                  +           +        -         -
membership                +           +        -         -
membership_goal           +           +        -         -
membership_milestone      +           +        -         -
event                     +           +        -         -
proposal                  +           +        -         -
objective                 +           +        -         -
assessment                +           +        -         -
claim                     +           +        -         -
subject_link              +           +        -         -
delegation                +           +        +         -
delegation_member         +           +        +         -
visit                     +           +        +         -
programme_item            +           +        +         -
checklist_item            +           +        +         -
meeting                   +           +        +         -
participant               +           +        +         -
talking_point             +           +        -         -
statement                 +           +        -         -
gift                      +           +        +         -
media_item                +           +        +         -
experience                +           +        -         -
agreement                 +           +        -         -
agreement_party           +           +        -         -
article                   +           +        -         -
clearance                 +           +        -         -
follow_up                 +           +        -         -
follow_up_note            +           +        +         +
document                  +           +        +         -
holiday                   +           +        -         -
"""
"""Adding, binning and bringing back; and every field that is not named below."""

FIELDS = """
                                                     administrator  officer  protocol  manager
officer unit person email                                  +           +        -         -
officer name_fa name_en role active                        +           -        -         -
follow_up state waiting_for_fa waiting_for_en              +           +        +         +
follow_up progress done_on                                 +           +        +         +
follow_up priority assignee unit due_on                    +           +        -         +
follow_up outcome_fa outcome_en                            +           +        -         +
visit stage level outcome_class                            +           +        +         +
visit achievements_fa achievements_en                      +           +        +         +
meeting state outcome_class                                +           +        +         +
agreement stage                                            +           +        -         +
article state                                              +           +        -         +
clearance result override_reason                           +           +        -         +
relation stage                                             +           +        -         +
experience adoption                                        +           +        -         +
membership_goal state progress                             +           +        -         +
proposal state                                             +           +        -         +
"""

SETTINGS = """
                                                     administrator  officer  protocol  manager
office_fa office_en unit_fa unit_en                        +           +        +         -
signatory_fa signatory_en                                  +           +        +         -
signatory_title_fa signatory_title_en                      +           +        +         -
preparer_initials_fa preparer_initials_en                  +           +        +         -
invocation_fa invocation_en emblem margins paper           +           +        +         -
persian_font latin_font                                    +           +        +         -
people backup_place weekend                                +           -        -         -
cooling_months dormant_months                              +           -        -         -
clearance_days country_names                               +           -        -         -
council_terms scans joined                                 +           -        -         -
import_profiles not_doubles travels                        +           +        -         -
acknowledged                                               +           +        +         +
"""


def read(table: str) -> Iterator[tuple[list[str], dict[str, bool]]]:
    """Give the words of each line, and which duties have a plus in it."""
    head, *lines = table.strip().splitlines()
    assert tuple(head.split()) == DUTIES
    for line in lines:
        *words, first, second, third, fourth = line.split()
        marks = (first, second, third, fourth)
        assert set(marks) <= {"+", "-"}
        yield words, {duty: mark == "+" for duty, mark in zip(DUTIES, marks, strict=True)}


COMES = {words[0]: may for words, may in read(COMING_AND_GOING)}
WRITES = {(words[0], key): may for words, may in read(FIELDS) for key in words[1:]}
SETS = {key: may for words, may in read(SETTINGS) for key in words}
NAMES = list(COMES)


def may_write(name: str, key: str, duty: str) -> bool:
    return WRITES.get((name, key), COMES[name])[duty]


def words(which: str) -> Words:
    return lambda language: f"{which} {language or 'of none'}"


class Desk:
    """The archive as somebody of a duty sits before it; what is prepared an administrator does."""

    def __init__(self, archive: Archive, duty: str) -> None:
        self.archive, self.duty = archive, duty
        self.uids = uids_from(0x1000)
        self.filling = Filling(self.uids, words("some"))

    def prepared(self, deed: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the deed gives
        """Let an administrator do something, and sit down again."""
        self.archive.sign_in("a", "Administrator", RIGHTS["administrator"])
        try:
            return deed()
        finally:
            self.archive.sign_in("d", "Somebody", rights_of(self.duty))

    def state(self) -> tuple[Any, ...]:
        with self.archive.reading() as connection:
            asked = (
                "SELECT count(*), max(id) FROM change",
                "SELECT count(*), max(id) FROM history",
                "SELECT group_concat(key || value) FROM setting",
                "SELECT count(*), sum(deleted) FROM entry",
            )
            return tuple(connection.execute(each).fetchall() for each in asked)

    def tried(self, deed: Callable[[], object]) -> bool:
        """Do something; tell whether it was allowed. Nothing is written where it was not."""
        before = self.state()
        try:
            deed()
        except UserError as error:
            assert "Your duty" in error.message  # noqa: PT017 - a refusal is one of the answers
            assert self.state() == before
            return False
        assert self.state() != before
        return True

    def add(self, record_type: RecordType) -> str:
        with self.archive.change("add") as change:
            return change.add(record_type, smallest(record_type, self.filling))

    def update(self, record_type: RecordType, values: dict[str, Any]) -> None:
        with self.archive.change("update") as change:
            change.update(record_type, self.uids[record_type.__tablename__], values)

    def delete(self, record_type: RecordType, uid: str) -> None:
        with self.archive.change("delete") as change:
            change.delete(record_type, uid)

    def restore(self, record_type: RecordType, uid: str) -> None:
        with self.archive.change("restore") as change:
            change.restore(record_type, uid)

    def other_values(self, record_type: RecordType) -> dict[str, Any]:
        """Give values of which each differs from the one that is kept."""
        row = self.archive.read(record_type, self.uids[record_type.__tablename__])
        file = self.prepared(lambda: self.archive.attach(BytesIO(b"content"), "a.txt"))
        thirds = dict(filled(record_type, Filling(uids_from(0x2000), words("third"), file)))
        fourths = dict(filled(record_type, Filling(self.uids, words("fourth"))))
        others = {}
        for key, third in thirds.items():
            new = fourths[key] if third == row[key] else third
            if fields_of(record_type)[key].unique:
                new = "8" if row[key] == "9" else "9"
            if new != row[key]:
                others[key] = new
            elif not fields_of(record_type)[key].required:
                others[key] = None
        return others
