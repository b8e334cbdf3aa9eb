"""Lists: the right lines in the right order, whatever their number."""

import time
from array import array
from datetime import date

import pytest

from liaison.domain.records import Document, FollowUp, Meeting, Officer, Partner
from liaison.errors import UserError
from liaison.i18n import translated
from liaison.language.collate import sort_key
from liaison.storage.archive import Archive, ListColumn, Listing, columns_of
from liaison.storage.sequence import Shape, sequence


def shown(archive: Archive, listing: Listing, column: int = 0) -> list[str]:
    """Return a column of a list, read in pages, after making sure that all ways agree."""
    ids = archive.ids(listing)
    lines = archive.lines(listing, ids)
    assert [line.id for line in lines] == list(ids)
    assert archive.first(listing, 3) == lines[:3]
    return [line.cells[column] for line in lines]


def test_columns_join_the_languages_of_a_name() -> None:
    columns = columns_of(Meeting)
    assert columns[0].key == "title"
    assert columns[0].fields == {"fa": "title_fa", "en": "title_en"}
    assert [each.key for each in columns].count("title") == 1
    assert {each.key for each in columns} >= {"kind", "partner", "starts_at", "place", "state"}


def test_names_are_shown_and_sorted_in_the_language_of_the_list(archive: Archive) -> None:
    names = [("ژاله", "B"), ("آمل", None), (None, "A"), ("گرگان", "c"), ("كرج", "D"), ("پارس", "E")]
    with archive.change("add") as change:
        for name_fa, name_en in names:
            change.add(Partner, {"name_fa": name_fa, "name_en": name_en})
    persian = ["آمل", "پارس", "ژاله", "کرج", "گرگان", "A"]
    english = ["آمل", "A", "B", "c", "D", "E"]
    for order in ("", "name"):
        assert shown(archive, Listing(Partner, order=order)) == persian
        assert shown(archive, Listing(Partner, order=order, lang="en")) == english
        backwards = Listing(Partner, order=order, descending=True)
        assert shown(archive, backwards) == persian[::-1]


def _tasks(archive: Archive) -> None:
    with archive.change("add") as change:
        cities = [
            change.add(Partner, {"name_fa": name, "name_en": latin})
            for name, latin in (("تهران", "B"), ("آبادان", "C"), ("یزد", "A"))
        ]
        officer = change.add(Officer, {"name_fa": "کارشناس"})
        for number in range(9):
            city = cities[number % 4] if number % 4 < 3 else None
            values = {
                "title_fa": f"کار {number}",
                "partner": city,
                "assignee": officer if number % 2 else None,
                "state": ("done", "open", "waiting")[number % 3],
                "due_on": date(2026, 1, 9 - number) if number < 7 else None,
            }
            change.add(FollowUp, values)


def test_references_are_sorted_by_title_and_choices_as_declared(archive: Archive) -> None:
    _tasks(archive)
    keys = [each.key for each in columns_of(FollowUp)]
    by_city = shown(archive, Listing(FollowUp, order="partner"), keys.index("partner"))
    assert by_city == ["آبادان"] * 2 + ["تهران"] * 3 + ["یزد"] * 2 + [""] * 2
    back = Listing(FollowUp, order="partner", descending=True, lang="en")
    assert shown(archive, back, keys.index("partner")) == list("CCBBBAA") + [""] * 2
    narrowed = Listing(FollowUp, order="partner", where={"state": "done"})
    assert shown(archive, narrowed, keys.index("partner")) == ["تهران", "یزد", ""]
    states = shown(archive, Listing(FollowUp, order="state"), keys.index("state"))
    labels = [translated(each, "fa") for each in ("Open", "Waiting for reply", "Done")]
    assert states == [label for label in labels for _each in range(3)]
    days = shown(archive, Listing(FollowUp, order="due_on", lang="en"))
    assert days == [f"کار {each}" for each in (6, 5, 4, 3, 2, 1, 0, 7, 8)]
    falling = Listing(FollowUp, order="due_on", descending=True)
    assert shown(archive, falling) == [f"کار {each}" for each in (0, 1, 2, 3, 4, 5, 6, 8, 7)]


def test_a_reference_to_any_record_shows_its_title(archive: Archive) -> None:
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر"})
        meeting = change.add(Meeting, {"title_fa": "دیدار"})
        for target in (("partner", city), ("meeting", meeting), None):
            change.add(Document, {"title_fa": "سند", "attached_to": target})
    place = [each.key for each in columns_of(Document)].index("attached_to")
    assert shown(archive, Listing(Document, order="attached_to"), place) == ["دیدار", "شهر", ""]


def test_a_list_is_narrowed_by_fields(archive: Archive) -> None:
    _tasks(archive)
    for where, count in (
        ({"state": "done"}, 3),
        ({"state": {"done", "open"}}, 6),
        ({"due_on": (date(2026, 1, 5), date(2026, 1, 7))}, 3),
        ({"due_on": None}, 2),
        ({"partner": None, "state": "done"}, 1),
    ):
        for order in ("", "title", "partner", "due_on"):
            assert len(shown(archive, Listing(FollowUp, where=where, order=order))) == count
    with pytest.raises(UserError, match="colour"):
        archive.ids(Listing(FollowUp, where={"colour": 1}))
    with pytest.raises(UserError, match="colour"):
        archive.ids(Listing(FollowUp, order="colour"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 3),
        ("  ", 3),
        ("ح", 1),
        ("حمل", 1),
        ("حمل شه", 1),
        ("شهري", 2),
        ("urban tr", 1),
        ('"*', 3),
        ("NEAR(", 0),
        ("نقل ناموجود", 0),
        ("ا" * 10_000, 0),
    ],
)
def test_a_list_is_narrowed_as_one_types(archive: Archive, text: str, found: int) -> None:
    with archive.change("add") as change:
        change.add(Meeting, {"title_fa": "حمل‌ونقل شهری", "title_en": "Urban transport"})
        change.add(Meeting, {"title_fa": "فضای سبز شهری"})
        gone = change.add(Meeting, {"title_fa": "حمل بار"})
        change.add(Meeting, {"title_fa": "گردشگری"})
        change.add(Partner, {"name_fa": "حمل و نقل"})
    with archive.change("bin") as change:
        change.delete(Meeting, gone)
    for order in ("", "title", "partner"):
        assert len(shown(archive, Listing(Meeting, text=text, order=order))) == found


def test_what_was_deleted_meanwhile_is_left_out_of_a_page(archive: Archive) -> None:
    _tasks(archive)
    ids = archive.ids(Listing(FollowUp))
    with archive.change("bin") as change:
        change.delete(FollowUp, archive.first(Listing(FollowUp), 1)[0].uid)
    assert archive.ids(Listing(FollowUp)) == ids[1:]
    assert archive.lines(Listing(FollowUp), array("q", [10**9])) == []


@pytest.fixture
def crowded(archive: Archive) -> Archive:
    """Give an archive of 20,000 follow-ups."""
    with archive.change("many") as change:
        cities = [change.add(Partner, {"name_fa": f"شهر آزمون {each}"}) for each in range(50)]
        for number in range(20_000):
            values = {
                "title_fa": f"پیگیری {number * 7919 % 20_000}",
                "partner": cities[number % 50],
                "due_on": date.fromordinal(739_000 + number % 900),
            }
            change.add(FollowUp, values)
    return archive


def test_twenty_thousand_rows_are_listed_in_order_and_at_once(crowded: Archive) -> None:
    ids = crowded.ids(Listing(FollowUp, order="title"))
    assert len(ids) == 20_000
    middle = [line.cells[0] for line in crowded.lines(Listing(FollowUp), ids[10_000:10_100])]
    assert middle == [f"پیگیری {each}" for each in range(10_000, 10_100)]
    assert middle == sorted(middle, key=sort_key)
    assert len(crowded.ids(Listing(FollowUp, text="پیگ"))) == 20_000
    start = time.process_time()
    for _each in range(20):
        crowded.first(Listing(FollowUp, order="partner"))
        crowded.lines(Listing(FollowUp), ids[10_000:10_100])
    assert (time.process_time() - start) / 40 < 0.02  # seconds; a sort would take ten times that


@pytest.mark.parametrize("column", columns_of(FollowUp), ids=lambda each: each.key)
@pytest.mark.parametrize("descending", [False, True], ids=["rising", "falling"])
def test_no_order_of_a_whole_list_is_sorted_when_asked(
    archive: Archive, column: ListColumn, *, descending: bool
) -> None:
    for lang in ("fa", "en"):
        shape = Shape(FollowUp, column.key, descending, lang, (), narrowed=False)
        for statement in sequence(shape):
            with archive.reading() as connection:
                plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", {"limit": 100})
                assert not any("TEMP B-TREE" in row[3] for row in plan)


def test_a_list_shows_the_records_that_are_named(archive: Archive) -> None:
    with archive.change("Three") as change:
        uids = [change.add(Partner, {"name_en": f"Place {number}"}) for number in range(3)]
    listing = Listing(Partner, where={"uid": frozenset(uids[:2])}, lang="en")
    assert [line.uid for line in archive.first(listing)] == uids[:2]
    assert len(archive.rows(Partner, {"uid": uids[2]})) == 1
