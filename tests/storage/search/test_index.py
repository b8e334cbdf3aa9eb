import random

from liaison.domain.schema import StoredFile
from liaison.storage import search
from liaison.storage.search import schema
from tests.storage.search.shelf import Shelf

WORDS = [
    "شهر",
    "آزمون",
    "همکاری",
    "کلان\u200cشهر",
    "کلان",
    "گزارش",
    "نشست",
    "1405",
    "report",
    "İzmir",
    "حمل\u200cونقل",
    "می\u200cشود",
]


def change(shelf: Shelf, uid: str, notes: str) -> None:
    shelf.connection.execute("UPDATE follow_up SET notes = ? WHERE uid = ?", (notes, uid))
    search.update(shelf.connection, [uid])


def test_a_changed_record_is_found_by_its_new_words_alone(shelf: Shelf) -> None:
    uid = shelf.noted("واژهٔ کهنه")
    change(shelf, uid, "واژهٔ نو")
    assert shelf.find("کهنه") == []
    assert shelf.find("نو") == [uid]


def test_a_new_title_reaches_the_records_that_refer_to_it(shelf: Shelf) -> None:
    city = shelf.partner("شهر کهن", "")
    visit = shelf.add("visit", ("سفر", ""), number="1", partner=city)
    letter = shelf.add("document", ("نامه", ""), attached_to=("partner", city))
    shelf.connection.execute("UPDATE entry SET title_fa = 'شهر نو' WHERE uid = ?", (city,))
    shelf.connection.execute("UPDATE partner SET name_fa = 'شهر نو' WHERE uid = ?", (city,))
    search.update(shelf.connection, [city])
    assert shelf.find("کهن") == []
    assert set(shelf.find("شهر نو")) == {city, visit, letter}


def test_the_bin_is_not_searched(shelf: Shelf) -> None:
    uid = shelf.noted("یادداشت")
    shelf.connection.execute("UPDATE entry SET deleted = 1 WHERE uid = ?", (uid,))
    assert shelf.find("یادداشت") == []
    search.update(shelf.connection, [uid])
    assert shelf.find("یادداشت") == []
    shelf.connection.execute("UPDATE entry SET deleted = 0 WHERE uid = ?", (uid,))
    search.update(shelf.connection, [uid])
    assert shelf.find("یادداشت") == [uid]


def test_a_record_thrown_away_leaves_nothing_to_its_successor(shelf: Shelf) -> None:
    uid = shelf.noted("یادداشت نخست")
    shelf.connection.execute("DELETE FROM follow_up WHERE uid = ?", (uid,))
    shelf.connection.execute("DELETE FROM entry WHERE uid = ?", (uid,))
    search.update(shelf.connection, [uid])
    shelf.noted("یادداشت دوم", indexed=False)
    assert shelf.find("نخست") == []
    for index in schema.INDEXES:
        assert shelf.connection.execute(f"SELECT count(*) FROM {index}").fetchone() == (0,)  # noqa: S608 - our own tables


def test_rebuilding_finds_what_updating_finds(shelf: Shelf) -> None:
    chance = random.Random(1405)  # noqa: S311 - no secret
    uids = [shelf.noted(" ".join(chance.choices(WORDS, k=6))) for _ in range(40)]
    for uid in chance.sample(uids, 20):
        change(shelf, uid, " ".join(chance.choices(WORDS, k=6)))
    asked = [*WORDS, "کلانشهر", "گزا", "zmi", "حمل و نقل", "گزراش"]
    before = [shelf.find(word) for word in asked]
    assert search.rebuild(shelf.connection)
    assert [shelf.find(word) for word in asked] == before


def test_rebuilding_can_be_stopped(shelf: Shelf) -> None:
    shelf.noted("یادداشت")
    shelf.connection.execute("BEGIN")
    assert not search.rebuild(shelf.connection, lambda: True)
    shelf.connection.execute("ROLLBACK")
    assert search.is_current(shelf.connection)
    assert len(shelf.find("یادداشت")) == 1


def test_an_index_of_another_version_is_not_current(shelf: Shelf) -> None:
    assert search.is_current(shelf.connection)
    shelf.connection.execute("UPDATE search_version SET version = '0.0'")
    assert not search.is_current(shelf.connection)
    search.rebuild(shelf.connection)
    assert search.is_current(shelf.connection)
    schema.drop(shelf.connection)
    assert not search.is_current(shelf.connection)


def test_rebuilding_keeps_the_texts_of_files(shelf: Shelf) -> None:
    uid = shelf.add("document", ("سند", ""), file=StoredFile("ab" * 32, "سند.pdf", 9))
    search.put_file_text(shelf.connection, "ab" * 32, "متن پیوست")
    search.rebuild(shelf.connection)
    assert shelf.find("پیوست") == [uid]
    assert search.pending_files(shelf.connection) == []


def test_the_indexes_are_sound(shelf: Shelf) -> None:
    for number in range(30):
        uid = shelf.noted(f"یادداشت {number}")
        change(shelf, uid, f"سطر {number}")
    for index in (*schema.INDEXES, "search_infix"):
        shelf.connection.execute(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")  # noqa: S608 - our own tables
