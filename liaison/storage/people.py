"""Who may sign in to an encrypted archive, and how they come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.domain.records.officer import Officer
from liaison.errors import LiaisonError, StorageError, UserError
from liaison.i18n import _
from liaison.storage.change import not_permitted
from liaison.storage.faults import READ_ONLY, disk_told
from liaison.storage.keys.person import Person
from liaison.storage.leading import administrators, nobody_left
from liaison.storage.settings import PEOPLE, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.domain.schema import Json
    from liaison.storage.keys.keyring import Keyring
    from liaison.storage.reading import Reading
    from liaison.storage.row import Row

RECOVERY: Final = "recovery"
_SHOWN: Final = "recovery shown"  # a new recovery key that is not put away yet


def since(ring: Keyring, before: Json, renewed: str, at: str) -> dict[str, Json]:
    """Return since when each passphrase, and the recovery key, opens the archive.

    `before` is what was known, `renewed` is what got a new one at the moment `at`. A recovery key
    nobody was shown is not known, and stays so.
    """
    known = before if isinstance(before, dict) else {RECOVERY: at}
    names = [each.officer for each in ring.people]
    names += [each for each in (RECOVERY, _SHOWN) if each in known or each == renewed]
    if renewed == RECOVERY and _SHOWN in known:
        names.remove(_SHOWN)
    return {each: at if each == renewed else known.get(each, at) for each in names}


def person_of(row: Row) -> Person:
    """Return an officer as one who can sign in."""
    return Person(row.uid, row.get("name_fa") or "", row.get("name_en") or "")


class People:
    """The people of an open archive. Everything but one's own passphrase takes an administrator.

    Each of these takes the time of a passphrase, about a fifth of a second, and is written to the
    keyring and to the history.
    """

    def __init__(self, archive: Reading) -> None:
        self._archive = archive

    def all(self) -> tuple[Person, ...]:
        """Return who can sign in; raises StorageError where the archive is not encrypted."""
        return self._keyring().people

    def admit(self, officer: str, passphrase: str) -> None:
        """Let an officer sign in with `passphrase`, and with none before.

        Raises UserError where the passphrase is too weak, or there is no such officer at work.
        """
        self._refuse_others()
        person = self._person(officer)
        self._change(
            _("{name} may sign in").format(name=person.name("fa")),
            lambda ring, key: ring.with_person(key, person, passphrase),
            officer,
        )

    def dismiss(self, officer: str) -> None:
        """Let an officer sign in no more; raises UserError for the last administrator."""
        self._refuse_others()
        ring = self._keyring()
        left = {each.officer for each in ring.people if each.officer != officer}
        with self._archive.reading() as connection:
            if not left & administrators(connection):
                raise nobody_left()
        name = next((each.name("fa") for each in ring.people if each.officer == officer), officer)
        self._change(
            _("{name} may not sign in any more").format(name=name),
            lambda ring, _key: ring.without(officer),
        )

    def change_passphrase(self, old: str, new: str) -> None:
        """Give whoever is signed in a new passphrase; raises UserError where `old` is not right.

        Nothing but the keyring is written. Whoever signed in by the recovery key gives passphrases
        by `admit`.
        """
        officer = self._archive.officer
        ring = self._keyring()
        person = next((each for each in ring.people if each.officer == officer), None)
        if person is None:
            raise not_permitted()
        from liaison.storage.keys.keyring import refuse_weak  # only who has a key pays for its use

        refuse_weak(new, person)
        ring.unlock(old, officer)
        self._change(
            _("New passphrase of {name}").format(name=person.name("fa")),
            lambda ring, key: ring.with_person(key, person, new),
            officer,
        )

    def new_recovery_key(self) -> str:
        """Return a new recovery key, to be printed.

        The one before opens the archive as well until `confirm_recovery_key`.
        """
        self._refuse_others()
        made = ""

        def renew(ring: Keyring, key: bytes) -> Keyring:
            nonlocal made
            changed, made = ring.with_recovery(key)
            return changed

        self._change(_("New recovery key"), renew, _SHOWN)
        return made

    def confirm_recovery_key(self) -> None:
        """Take the new recovery key for put away: the one before opens nothing any more."""
        self._refuse_others()
        self._change(
            _("New recovery key put away"), lambda ring, _key: ring.with_one_recovery(), RECOVERY
        )

    def _change(
        self, label: str, how: Callable[[Keyring, bytes], Keyring], renewed: str = ""
    ) -> None:
        """Write the keyring, and that it was changed: both, or neither."""
        key = self._archive.key
        if key is None:
            raise _unencrypted()
        if self._archive.read_only:
            raise StorageError(_(READ_ONLY))
        with self._archive.turn():
            old = self._keyring()
            ring = how(old, key)
            try:
                with self._archive.writing(label, "people") as change:
                    before = Settings(self._archive).get(PEOPLE)
                    change.keep_setting(PEOPLE, since(ring, before, renewed, change.at))
                    with disk_told():
                        ring.write(self._archive.folder)
            except LiaisonError:
                if self._keyring() != old:
                    with disk_told():
                        old.write(self._archive.folder)
                raise

    def _keyring(self) -> Keyring:
        from liaison.storage.keys.keyring import Keyring  # only who has a key pays for its use

        ring = Keyring.read(self._archive.folder)
        if ring is None:
            raise _unencrypted()
        return ring

    def _person(self, officer: str) -> Person:
        row = self._archive.read(Officer, officer)
        if row.deleted_at is not None or row.get("active") is False:
            raise UserError(_("This officer is not at work here any more."), record=officer)
        return person_of(row)

    def _refuse_others(self) -> None:
        if not self._archive.rights.may("people"):
            raise not_permitted()


def _unencrypted() -> StorageError:
    return StorageError(_("Nobody signs in to this archive: it is not encrypted."))
