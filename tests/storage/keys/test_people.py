"""Who may sign in: let in and sent away by administrators, told in the history, never half done."""

from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import Document, Officer, Partner
from liaison.errors import StorageError, UserError
from liaison.storage.archive import Archive
from liaison.storage.connection import scalar
from liaison.storage.faults import DISK_FULL
from liaison.storage.keys import KEYS
from liaison.storage.settings import PEOPLE
from liaison.storage.signing_in import open_signed
from liaison.storage.store import Store
from tests.storage.keys.conftest import LONG_AGO, NEW_WORDS, PASSPHRASE, WORDS, Office


def add_administrator(archive: Archive) -> str:
    with archive.change("administrator") as change:
        return change.add(Officer, {"name_en": "Another", "role": "administrator"})


def test_whoever_is_let_in_opens_the_archive(office: Office) -> None:
    assert [each.officer for each in office.archive.people.all()] == [
        office.sealed.officer,
        office.officer,
    ]
    assert office.sealed.ring.unlock(WORDS) == (office.sealed.key, office.officer)
    assert office.opens(PASSPHRASE)
    assert office.labels()[0] == ("همکار آزمون may sign in", "people")
    since = office.archive.settings.get(PEOPLE)
    assert since.keys() == {office.sealed.officer, office.officer, "recovery"}


def test_whoever_is_let_in_again_has_the_new_passphrase_alone(office: Office) -> None:
    office.grow_old()
    office.archive.people.admit(office.officer, NEW_WORDS)
    assert not office.opens(WORDS)
    assert office.opens(NEW_WORDS, office.officer)
    since = office.archive.settings.get(PEOPLE)
    assert since[office.officer] > LONG_AGO == since["recovery"]


def test_whoever_is_sent_away_opens_it_no_more(office: Office) -> None:
    office.archive.people.dismiss(office.officer)
    assert not office.opens(WORDS)
    assert office.opens(PASSPHRASE)
    assert office.labels()[0] == ("همکار آزمون may not sign in any more", "people")
    assert office.officer not in office.archive.settings.get(PEOPLE)
    assert office.archive.exists(Officer, office.officer)


def test_the_last_administrator_who_can_sign_in_stays(office: Office) -> None:
    people = office.archive.people
    with pytest.raises(UserError, match="At least one administrator"):
        people.dismiss(office.sealed.officer)
    other = add_administrator(office.archive)
    with pytest.raises(UserError, match="At least one administrator"):
        people.dismiss(office.sealed.officer)  # the other one cannot sign in yet
    people.admit(other, NEW_WORDS)
    people.dismiss(office.sealed.officer)
    assert office.opens(NEW_WORDS)
    assert not office.opens(PASSPHRASE)


@pytest.mark.parametrize(
    "how",
    [{"role": "officer"}, {"role": None}, {"active": False}, "bin"],
    ids=["another duty", "no duty", "inactive", "bin"],
)
def test_no_change_takes_the_last_administrator_away(
    office: Office, how: dict[str, object] | str
) -> None:
    def write() -> None:
        with office.archive.change("away") as change:
            if isinstance(how, str):
                change.delete(Officer, office.sealed.officer)
            else:
                change.update(Officer, office.sealed.officer, how)

    with pytest.raises(UserError, match="At least one administrator"):
        write()
    assert office.archive.read(Officer, office.sealed.officer)["role"] == "administrator"
    office.archive.people.admit(add_administrator(office.archive), NEW_WORDS)
    write()
    assert office.archive.check() == []


def test_an_undo_does_not_take_the_last_administrator_away(office: Office) -> None:
    with office.archive.change("promote") as change:
        change.update(Officer, office.officer, {"role": "administrator"})
    office.archive.people.dismiss(office.sealed.officer)
    with pytest.raises(UserError, match="At least one administrator"):
        office.archive.undo()
    assert office.archive.read(Officer, office.officer)["role"] == "administrator"
    assert office.archive.undoable() == "promote"


@pytest.mark.parametrize("deed", ["admit", "dismiss", "recovery", "put away"])
def test_only_administrators_say_who_may_sign_in(office: Office, deed: str) -> None:
    ring = (office.sealed.folder / KEYS).read_bytes()
    with office.as_officer() as archive:
        before = archive.last_change()
        people = archive.people
        with pytest.raises(UserError, match="duty"):
            {
                "admit": lambda: people.admit(office.officer, NEW_WORDS),
                "dismiss": lambda: people.dismiss(office.sealed.officer),
                "recovery": people.new_recovery_key,
                "put away": people.confirm_recovery_key,
            }[deed]()
        assert archive.last_change() == before
    assert (office.sealed.folder / KEYS).read_bytes() == ring


def test_everybody_changes_their_own_passphrase(office: Office) -> None:
    office.grow_old()
    with office.as_officer() as archive:
        archive.people.change_passphrase(WORDS, NEW_WORDS)
        since = archive.settings.get(PEOPLE)
        assert since[office.officer] > LONG_AGO == since[office.sealed.officer]
        with archive.reading() as connection:
            told = connection.execute(
                "SELECT label, kind, author FROM change ORDER BY id DESC LIMIT 1"
            ).fetchone()
        assert told == ("New passphrase of همکار آزمون", "people", "همکار آزمون")
    assert not office.opens(WORDS)
    assert office.opens(NEW_WORDS, office.officer)
    assert office.opens(PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("not the old words", NEW_WORDS, "not right"),
        (PASSPHRASE, NEW_WORDS, "not right"),  # somebody else's
        (WORDS, "short", "10 letters"),
        (WORDS, "test colleague", "easy to guess"),
    ],
)
def test_a_passphrase_that_is_not_changed_stays(
    office: Office, old: str, new: str, why: str
) -> None:
    with office.as_officer() as archive:
        before = archive.last_change()
        with pytest.raises(UserError, match=why):
            archive.people.change_passphrase(old, new)
        assert archive.last_change() == before
    assert office.opens(WORDS)


def test_a_new_passphrase_leaves_database_and_files_as_they_were(office: Office) -> None:
    """Only the keyring, and the one change that tells of it, is written."""
    stored = office.archive.attach(BytesIO(b"content" * 50_000), "a.txt")
    with office.archive.change("add") as change:
        change.add(Document, {"title_en": "A", "file": stored})
        pages = scalar(change.connection, "PRAGMA page_count")
    files = sorted((office.sealed.folder / "files").rglob("*"))
    before = [each.read_bytes() for each in files if each.is_file()]
    office.archive.people.change_passphrase(PASSPHRASE, NEW_WORDS)
    assert sorted((office.sealed.folder / "files").rglob("*")) == files
    assert [each.read_bytes() for each in files if each.is_file()] == before
    with office.archive.reading() as connection:
        assert scalar(connection, "PRAGMA page_count") - pages <= 2
    assert office.sealed.ring.unlock(NEW_WORDS) == (office.sealed.key, office.sealed.officer)


def test_a_new_recovery_key_replaces_the_one_before_once_it_is_put_away(office: Office) -> None:
    office.grow_old()
    made = office.archive.people.new_recovery_key()
    for key in (made, office.sealed.recovery):  # the window may end before anybody saw the new one
        assert office.sealed.ring.recover(key) == office.sealed.key
    assert office.labels()[0] == ("New recovery key", "people")
    assert office.archive.settings.get(PEOPLE)["recovery"] == LONG_AGO
    office.archive.people.confirm_recovery_key()
    assert office.sealed.ring.recover(made) == office.sealed.key
    with pytest.raises(UserError, match="newer one"):
        office.sealed.ring.recover(office.sealed.recovery)
    assert office.opens(WORDS)
    assert office.labels()[0] == ("New recovery key put away", "people")
    since = office.archive.settings.get(PEOPLE)
    assert since.keys() == {office.sealed.officer, office.officer, "recovery"}
    assert since["recovery"] > LONG_AGO


def test_a_recovery_key_that_was_not_put_away_makes_room_for_the_next(office: Office) -> None:
    people = office.archive.people
    lost, kept = people.new_recovery_key(), people.new_recovery_key()
    people.admit(office.officer, NEW_WORDS)
    with pytest.raises(UserError, match="newer one"):
        office.sealed.ring.recover(lost)
    people.confirm_recovery_key()
    assert office.sealed.ring.recover(kept) == office.sealed.key
    for key in (lost, office.sealed.recovery):
        with pytest.raises(UserError, match="newer one"):
            office.sealed.ring.recover(key)


def test_who_came_by_the_recovery_key_gives_passphrases(office: Office) -> None:
    office.archive.close()
    with office.sealed.open("") as archive:
        with pytest.raises(UserError, match="duty"):
            archive.people.change_passphrase(WORDS, NEW_WORDS)
        archive.people.admit(office.sealed.officer, NEW_WORDS)
    assert office.opens(NEW_WORDS)
    assert not office.opens(PASSPHRASE)


def test_coming_and_going_is_no_step_of_undo(office: Office) -> None:
    with office.archive.change("work") as change:
        uid = change.add(Partner, {"name_en": "A"})
    office.archive.undo()
    office.archive.people.admit(office.officer, NEW_WORDS)
    office.archive.people.new_recovery_key()
    assert office.archive.redoable() == "work"
    assert office.archive.redo() == "work"
    assert office.archive.exists(Partner, uid)
    office.archive.people.dismiss(office.officer)
    assert office.archive.undoable() == "work"
    assert not office.opens(NEW_WORDS)


@pytest.mark.parametrize("why", ["unknown", "inactive", "bin", "weak"])
def test_who_cannot_be_let_in_is_told_why(office: Office, why: str) -> None:
    with office.archive.change("officer") as change:
        uid = change.add(Officer, {"name_en": "B", "active": why != "inactive"})
        if why == "bin":
            change.delete(Officer, uid)
    ring = office.sealed.ring
    with pytest.raises(UserError):
        office.archive.people.admit(
            uid if why != "unknown" else "44444444-4444-4444-8444-444444444444",
            "short" if why == "weak" else NEW_WORDS,
        )
    assert office.sealed.ring == ring


def test_where_nothing_can_be_written_the_keyring_stays(office: Office) -> None:
    ring = office.sealed.ring
    beside = open_signed(
        office.sealed.folder, office.sealed.key, office.sealed.officer, only_read=True
    )
    with beside, pytest.raises(StorageError, match="only be read"):
        beside.people.new_recovery_key()
    assert office.sealed.ring == ring


def test_what_the_history_refuses_does_not_happen(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = office.sealed.ring

    def full(_store: Store, _change: object) -> None:
        raise StorageError(DISK_FULL)

    monkeypatch.setattr(Store, "_finish", full)
    for deed in (
        office.archive.people.new_recovery_key,
        office.archive.people.confirm_recovery_key,
        lambda: office.archive.people.dismiss(office.officer),
        lambda: office.archive.people.admit(office.officer, NEW_WORDS),
    ):
        with pytest.raises(StorageError, match="full"):
            deed()
        assert office.sealed.ring == ring


def test_in_a_plain_archive_nobody_signs_in(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "plain") as plain:
        with plain.change("officer") as change:
            officer = change.add(Officer, {"name_en": "A", "role": "administrator"})
        for deed in (
            plain.people.all,
            plain.people.new_recovery_key,
            lambda: plain.people.admit(officer, WORDS),
            lambda: plain.people.dismiss(officer),
            lambda: plain.people.change_passphrase(WORDS, NEW_WORDS),
        ):
            with pytest.raises(StorageError, match="not encrypted"):
                deed()
        with plain.change("bin") as change:
            change.delete(Officer, officer)
        assert plain.check() == []
    assert not (tmp_path / "plain" / KEYS).exists()
