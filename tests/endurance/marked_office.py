"""An office whose every text is a marked word, and everything it does with its archive."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from liaison.domain.records import CATALOGUE, Document, FollowUp, Visit, by_name
from liaison.domain.schema import Line, StoredFile, Text, fields_of
from liaison.errors import LiaisonError, UserError
from liaison.prints.register import PRODUCTS, make
from liaison.storage import settings
from liaison.storage.archive import Archive, Listing, columns_of
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.routine import back_up, shelf_of, try_out
from liaison.storage.backups.travelling import own_opener, save_copy
from liaison.storage.issued import IssuedPrint, PrintPart
from liaison.storage.keys.keyring import Keyring
from liaison.storage.signing_in import open_again
from tests.endurance.needles import Needles
from tests.prints.every import ALL_THE_SAME, editions
from tests.storage.filled import Filling, add_every, uids_from
from tests.storage.made_files import document, docx, printed
from ui.drafts import Drafts

TODAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 8, tzinfo=UTC)
UIDS = uids_from(0x1000)


@dataclass(frozen=True)
class World:
    """The folders of one run, and what opens its archive: nothing where it is plain."""

    root: Path
    needles: Needles
    key: bytes | None
    officer: str

    @property
    def archive(self) -> Path:
        """The folder of the archive."""
        return self.root / "archive"

    def open(self) -> Archive:
        """Open the archive as its administrator."""
        return open_again(self.archive, self.key, self.officer)

    def files(self) -> dict[str, bytes]:
        """Give files full of marked words by their names, which are marked too."""
        text = "\n".join([self.needles.words("fa"), self.needles.words("en")] * 40)
        fa = self.needles.fa
        return {
            f"{fa}.txt": text.encode(),
            f"{fa} 16.txt": text.encode("utf-16"),
            f"{fa} 1256.txt": text.encode("cp1256", "ignore"),
            f"{fa}.docx": docx(document(text)),
            f"{fa}.pdf": printed(self.needles.words("fa"), self.needles.words("en")),
            f"{self.needles.en}.bin": text.encode() * 3000,
        }


def everything(world: World) -> None:
    """Do all that an office does, and some of it wrongly."""
    with world.open() as archive:
        stored = [archive.attach(BytesIO(each), name) for name, each in world.files().items()]
        fill(world, archive, stored)
        edit(world, archive)
        assert archive.extract_pending() > 0
        look(world, archive)
        print_all(world, archive)
        lent = archive.hand_out(stored[0])
        assert lent.stat().st_size == stored[0].size
        draft(world, archive)
        back_up_and_restore(world, archive)
        err(world, archive)
        archive.check()


def fill(world: World, archive: Archive, files: list[StoredFile]) -> None:
    """Record one of each type with a marked word in every field, and a document of each file."""
    words = world.needles.words
    with archive.change(words("fa")) as change:
        add_every(change, Filling(UIDS, words, files[0]))
        for file in files:
            change.add(Document, {"title_fa": words("fa"), "file": file})
    for name in vars(settings):
        if name.isupper() and name not in {"BACKUP_PLACE", "PEOPLE", "WEEKEND"}:
            key = getattr(settings, name)
            if isinstance(key, str) and key not in {"emblem", "margins"} and "font" not in key:
                archive.settings.set(key, words("fa" if key.endswith("_fa") else "en"))


def edit(world: World, archive: Archive) -> None:
    """Change every text of every record, bin some, and go back and forth."""
    for record_type in CATALOGUE:
        texts = {
            key: f"{world.needles.words(each.language)} 2"
            for key, each in fields_of(record_type).items()
            if type(each.kind) in {Line, Text} and not each.unique
        }
        with archive.change(world.needles.words("en")) as change:
            change.update(record_type, UIDS[record_type.__tablename__], texts)
        assert archive.undo()
        assert archive.redo()
    with archive.change(world.needles.words("fa")) as change:
        gone = change.add(FollowUp, {"title_fa": world.needles.words("fa")})
        change.delete(FollowUp, gone)
        change.restore(FollowUp, gone)
        change.delete(FollowUp, gone)
    assert archive.empty_bin() == 1


def look(world: World, archive: Archive) -> None:
    """Search, list in every order, and read histories."""
    fa, en = world.needles.fa, world.needles.en
    for text in (fa, en, fa[:4], fa[2:], f"{fa[:3]}ب{fa[4:]}", f"{fa} {en}", f"{en[:-1]}"):
        archive.search(text)
    assert archive.search(fa)
    for record_type in CATALOGUE:
        for column in columns_of(record_type):
            archive.ids(Listing(record_type, order=column.key))
        archive.history(UIDS[record_type.__tablename__])
    archive.bin()


def print_all(world: World, archive: Archive) -> None:
    """Print each product in each edition, and write down that it left."""
    done = 0
    for product in PRODUCTS.values():
        for edition in editions(product):
            subject = UIDS.get(product.subject, "")
            with suppress(UserError):  # a guest is not handed everything
                make(archive, product, subject, edition, today=TODAY, terms=ALL_THE_SAME)
                done += 1
    assert done > len(PRODUCTS)
    words = world.needles.words("fa")
    part = PrintPart("part", words, world.needles.words("en"), "digest")
    archive.issued.record(
        IssuedPrint("minutes", UIDS["meeting"], "fa", guest=False, revision=1, day=TODAY,
                    issued_at=NOW, pages=1, way="saved", parts=(part,), reason=words)
    )  # fmt: skip


def draft(world: World, archive: Archive) -> None:
    """Keep what is typed and not saved."""
    drafts = Drafts(archive.folder, key=archive.key)
    words = {"title_fa": world.needles.words("fa"), "notes": world.needles.words("en")}
    assert drafts.keep(Drafts.key("visit", UIDS["visit"]), dict(words), 1)
    assert drafts.keep(Drafts.key("visit", "", world.needles.en), dict(words), 1)


def back_up_and_restore(world: World, archive: Archive) -> None:
    """Back up to both places, try it out, put it back, carry it away; find a lost file missing."""
    (world.root / "elsewhere").mkdir()
    archive.settings.set(settings.BACKUP_PLACE, str(world.root / "elsewhere"))
    shelf = shelf_of(archive.folder, archive.key)
    outcome = back_up(archive, NOW, always=True)
    assert outcome.made is not None
    assert outcome.elsewhere is not None
    assert try_out(shelf, NOW).faults == ()
    restored = world.root / "restored"
    assert restore(shelf, outcome.made, restored) == ()
    ring = Keyring.read(archive.folder)
    if ring is not None and archive.key is not None:
        opener = own_opener(ring, archive.key)
        save_copy(outcome.made, shelf, world.root / "a.liaison-copy", opener)
    for each in list(shelf.files.contents())[:3]:
        each.unlink()
    assert try_out(shelf, NOW + timedelta(days=40)).faults
    for each in list((restored / "files").rglob("*"))[-3:]:
        if each.is_file():
            each.chmod(0o600)
            each.write_bytes(b"x")
    with open_again(restored, world.key, world.officer) as again:
        assert again.check()


def err(world: World, archive: Archive) -> None:
    """Do what is refused, with marked words in it."""
    words = world.needles.words
    for wrong in wrongs(world, archive):
        try:
            wrong()
        except LiaisonError:
            continue
        raise AssertionError(wrong)
    with suppress(ZeroDivisionError), archive.change(words("fa")) as change:
        change.add(FollowUp, {"title_fa": words("fa")})
        raise ZeroDivisionError
    shutil.copytree(archive.folder, world.root / "damaged", ignore=lambda *_: ["archive.lock"])
    database = world.root / "damaged" / "archive.db"
    content = bytearray(database.read_bytes())
    content[5000:9000] = bytes(4000)
    database.write_bytes(bytes(content))
    with suppress(LiaisonError):
        open_again(world.root / "damaged", world.key, world.officer).close()


def wrongs(world: World, archive: Archive) -> Iterator[object]:
    """Give deeds that end in an error."""
    words = world.needles.words
    unreadable = world.root / "work" / "missing.txt"

    def changed(type_name: str, **values: object) -> None:
        with archive.change(words("fa")) as change:
            change.add(by_name(type_name), values)

    yield lambda: archive.attach(unreadable, f"{world.needles.fa}.txt")
    yield lambda: changed(
        "visit", number=archive.read(Visit, UIDS["visit"])["number"], title_fa=words("fa")
    )
    yield lambda: changed("person", email=words("fa"), family_name_fa=words("fa"))
    yield lambda: changed("follow_up", due_on=words("fa"))
    yield lambda: changed("meeting", title_fa=words("fa"), partner=UIDS["visit"])
    yield lambda: archive.read(Visit, world.needles.en)
