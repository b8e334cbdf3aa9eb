"""What each duty may do, spelled out once more and tried in an archive, deed by deed."""

import shutil
from collections.abc import Iterator
from io import BytesIO

import pytest

from liaison.domain.records import CATALOGUE, Officer, Partner, Person, Visit, by_name
from liaison.domain.rules.rights import ALL, EVERYBODY, RIGHTS, rights_of
from liaison.domain.schema import fields_of
from liaison.errors import UserError
from liaison.i18n import install
from liaison.storage import settings
from liaison.storage.archive import Archive
from tests.storage.filled import Filling, add_every, smallest, uids_from
from tests.storage.keys.conftest import Sealed
from tests.storage.keys.duties import COMES, DUTIES, NAMES, SETS, WRITES, Desk, may_write, words


@pytest.fixture(scope="module")
def filled_archive(founded: Sealed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an encrypted archive with a record of every type, for all tests of this file."""
    install("en")
    folder = shutil.copytree(founded.folder, tmp_path_factory.mktemp("rights") / "archive")
    with Sealed(folder, founded.key, founded.officer, founded.recovery).open() as archive:
        with archive.change("fill") as change:
            add_every(change, Filling(uids_from(0x1000), words("first")))
            add_every(change, Filling(uids_from(0x2000), words("second")))
        yield archive


@pytest.fixture(params=DUTIES)
def desk(filled_archive: Archive, request: pytest.FixtureRequest) -> Iterator[Desk]:
    desk = Desk(filled_archive, request.param)
    desk.prepared(lambda: None)
    yield desk
    filled_archive.sign_in("a", "Administrator", RIGHTS["administrator"])


@pytest.mark.parametrize("name", NAMES)
def test_who_adds_bins_and_brings_back(desk: Desk, name: str) -> None:
    record_type, may = by_name(name), COMES[name][desk.duty]
    assert desk.tried(lambda: desk.add(record_type)) is may
    uid = desk.prepared(lambda: desk.add(record_type))
    assert desk.tried(lambda: desk.delete(record_type, uid)) is may
    gone = desk.prepared(lambda: desk.add(record_type))
    desk.prepared(lambda: desk.delete(record_type, gone))
    assert desk.tried(lambda: desk.restore(record_type, gone)) is may


@pytest.mark.parametrize("name", NAMES)
def test_who_takes_back_what_somebody_else_added_or_binned(desk: Desk, name: str) -> None:
    record_type, may = by_name(name), COMES[name][desk.duty]
    undo, redo = desk.archive.undo, desk.archive.redo
    uid = desk.prepared(lambda: desk.add(record_type))
    assert desk.tried(undo) is may
    if not may:
        desk.prepared(undo)
    assert desk.tried(redo) is may
    if not may:
        desk.prepared(redo)
    desk.prepared(lambda: desk.delete(record_type, uid))
    assert desk.tried(undo) is may
    assert desk.archive.exists(record_type, uid) is may


@pytest.mark.parametrize("name", NAMES)
def test_who_writes_which_field(desk: Desk, name: str) -> None:
    record_type = by_name(name)
    values = desk.other_values(record_type)
    allowed = {key: new for key, new in values.items() if may_write(name, key, desk.duty)}
    refused = {key: new for key, new in values.items() if key not in allowed}
    for key, new in refused.items():
        assert not desk.tried(lambda key=key, new=new: desk.update(record_type, {key: new})), key
        assert not desk.tried(
            lambda key=key, new=new: desk.update(record_type, {**allowed, key: new})
        ), key
    if allowed:
        assert desk.tried(lambda: desk.update(record_type, allowed))
        assert desk.tried(desk.archive.undo)
        assert desk.tried(desk.archive.redo)


@pytest.mark.parametrize("name", sorted({name for name, _key in WRITES}))
def test_who_takes_back_what_somebody_else_wrote(desk: Desk, name: str) -> None:
    record_type = by_name(name)
    for key, new in desk.other_values(record_type).items():
        may = may_write(name, key, desk.duty)
        desk.prepared(lambda key=key, new=new: desk.update(record_type, {key: new}))
        assert desk.tried(desk.archive.undo) is may, key
        if not may:
            desk.prepared(desk.archive.undo)
        assert desk.tried(desk.archive.redo) is may, key


@pytest.mark.parametrize("key", SETS)
def test_who_sets_what(desk: Desk, key: str) -> None:
    may, archive = SETS[key][desk.duty], desk.archive
    desk.prepared(lambda: archive.settings.set(key, "before"))
    assert desk.tried(lambda: archive.settings.set(key, "after")) is may
    desk.prepared(lambda: archive.settings.set(key, "by an administrator"))
    assert desk.tried(archive.undo) is may
    if not may:
        desk.prepared(archive.undo)
    assert desk.tried(archive.redo) is may
    assert archive.settings.get(key) == ("by an administrator" if may else "before")


def test_only_administrators_empty_the_bin(desk: Desk) -> None:
    uid = desk.prepared(lambda: desk.add(Partner))
    desk.prepared(lambda: desk.delete(Partner, uid))
    assert desk.tried(desk.archive.empty_bin) is (desk.duty == "administrator")


def test_who_attaches_files(desk: Desk) -> None:
    content = desk.duty.encode()
    before = list(desk.archive.place.files.rglob("*"))
    try:
        stored = desk.archive.attach(BytesIO(content), "a.txt")
    except UserError as error:
        assert desk.duty == "manager"
        assert "Your duty" in error.message  # noqa: PT017 - a refusal is one of the answers
        assert list(desk.archive.place.files.rglob("*")) == before
    else:
        assert desk.duty != "manager"
        with desk.archive.open_file(stored) as opened:
            assert opened.read() == content


def test_a_refusal_that_is_caught_leaves_nothing_of_it_in_the_change(desk: Desk) -> None:
    """Bin a meeting with a talking point, which those of the protocol do not write."""
    if desk.duty != "protocol":
        return
    meeting = desk.prepared(lambda: desk.add(by_name("meeting")))

    def add_point() -> str:
        with desk.archive.change("point") as change:
            values = smallest(by_name("talking_point"), desk.filling) | {"meeting": meeting}
            return change.add(by_name("talking_point"), values)

    point = desk.prepared(add_point)
    with desk.archive.change("person") as change:
        change.add(Person, smallest(Person, desk.filling))
        with pytest.raises(UserError, match="Your duty"):
            change.delete(by_name("meeting"), meeting)
    assert desk.archive.exists(by_name("meeting"), meeting)
    assert desk.archive.exists(by_name("talking_point"), point)
    desk.prepared(lambda: desk.delete(by_name("meeting"), meeting))
    with desk.archive.change("person") as change:
        change.add(Person, smallest(Person, desk.filling))
        with pytest.raises(UserError, match="Your duty"):
            change.restore(by_name("meeting"), meeting)
    assert not desk.archive.exists(by_name("meeting"), meeting)


def test_everybody_reads_everything(desk: Desk) -> None:
    for name, uid in desk.uids.items():
        assert desk.archive.read(by_name(name), uid).uid == uid
        assert desk.archive.history(uid)
    assert desk.archive.search("second")


def test_in_a_plain_archive_everybody_does_everything(plain: Archive) -> None:
    assert plain.rights is EVERYBODY
    uids = uids_from(0x3000)
    with plain.change("all") as change:
        add_every(change, Filling(uids, words("some")))
        change.update(Officer, uids["officer"], {"role": "administrator"})
        change.set_setting(settings.WEEKEND, [4])
    plain.undo()
    plain.redo()
    with plain.change("bin") as change:
        change.delete(Visit, change.add(Visit, smallest(Visit, Filling(uids, words("more")))))
    assert plain.empty_bin() == 1


# -- the declared table itself


def test_it_names_duties_types_fields_and_settings_there_are() -> None:
    duty = fields_of(Officer)["role"].kind
    assert set(RIGHTS) == set(duty.options) == set(DUTIES)  # type: ignore[attr-defined] # a Choice
    known = {
        value for name, value in vars(settings).items() if name.isupper() and isinstance(value, str)
    }
    assert set(SETS) == known
    assert [each.__tablename__ for each in CATALOGUE] == NAMES
    for rights in RIGHTS.values():
        for name, keys in rights.writes.items():
            assert name == ALL or set(keys) <= {ALL, *fields_of(by_name(name))}, name
        assert set(rights.sets) <= {ALL, *known}
    for name, key in WRITES:
        assert key in fields_of(by_name(name)), (name, key)


def test_a_duty_that_says_nothing_is_an_officers() -> None:
    assert rights_of("") == rights_of("unheard of") == RIGHTS["officer"]
