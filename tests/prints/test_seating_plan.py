"""Seating plans: the table drawn and listed, every seat read aloud, and the flags."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.seating import Seat
from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Picture, Rectangle
from liaison.prints.both import Both
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.prints.seating_picture import Table, draw
from liaison.storage.archive import Archive
from tests.domain.rules.rows import Row
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.conftest import FullFile
from tests.prints.visiting import SECRETS, TODAY


def plan(
    archive: Archive, meeting: str, languages: Languages = "en", *, guest: bool = False
) -> Paper:
    product = PRODUCTS["seating-plan"]
    return make(archive, product, meeting, Edition(languages, guest), today=TODAY)


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def alternatives(paper: Paper) -> list[str]:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        return [
            str(each.Alt)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]


def table(*offsets: int) -> Table:
    """Return a table of two equal sides whose seats are numbered from the left."""
    seats = [Seat(Row(f"{at}", {}), offset, at) for at, offset in enumerate(offsets, 1)]
    called = {each.person.uid: Both(f"نام {each.rank}", f"Name {each.rank}") for each in seats}
    return Table({"theirs": seats, "ours": seats}, called)


def chairs(picture: Picture) -> list[Rectangle]:
    boxes = [each for each in picture.shapes if isinstance(each, Rectangle)]
    return [each for each in boxes if each.fill != "grey_soft"]


def test_the_other_side_is_seen_from_our_side() -> None:
    made = draw(Setting(300.0, "en", "Plan"), table(0, 1))
    other, ours = chairs(made.picture)[:2], chairs(made.picture)[2:]
    assert other[0].left == ours[0].left
    assert other[1].left < other[0].left
    assert ours[1].left > ours[0].left
    assert other[0].top < ours[0].top
    assert other[0].fill != ours[0].fill


def test_an_office_without_a_name_stands_among_the_offices(full: FullFile) -> None:
    text = text_of(plan(full.archive, full.meeting))
    assert "name to be confirmed Head of the Transport Department" in text
    assert (
        "5: Head of the Transport Department" in alternatives(plan(full.archive, full.meeting))[0]
    )


def test_every_seat_is_read_aloud() -> None:
    made = draw(Setting(300.0, "en", "Plan"), table(0, 1))
    assert made.alternative == (
        "Plan: The other side, 1: Name 1 (middle), The other side, 2: Name 2 (1 to the right), "
        "Our side, 1: Name 1 (middle) and Our side, 2: Name 2 (1 to the right)"
    )


@pytest.mark.parametrize(("seats", "are_named"), [(9, True), (40, False)])
def test_a_long_table_shows_numbers_and_the_list_the_names(seats: int, *, are_named: bool) -> None:
    offsets = [0, *(step for at in range(1, seats // 2 + 1) for step in (at, -at))]
    made = draw(Setting(480.0, "en", "Plan"), table(*offsets))
    words = {each.text for each in made.picture.words}
    assert ("Name 2" in words) == are_named
    assert "2" in words
    assert "Name 2" in made.alternative
    for chair in chairs(made.picture):
        assert chair.left >= 0
        assert chair.left + chair.width <= made.picture.width


def test_a_long_name_is_broken_into_lines() -> None:
    made = draw(
        Setting(300.0, "en", "Plan"),
        Table({"ours": [Seat(Row("1", {}), 1, 1)]}, {"1": Both(en="Given Middle Familyname")}),
    )
    words = [each.text for each in made.picture.words]
    assert " ".join(words[-2:]) == "Given Middle Familyname"


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
@pytest.mark.parametrize("guest", [False, True])
def test_a_plan_is_sound_and_keeps_what_is_internal(
    full: FullFile, languages: Languages, *, guest: bool
) -> None:
    paper = plan(full.archive, full.meeting, languages, guest=guest)
    assert complaints(paper.content) == []
    text = text_of(paper)
    assert not [secret for secret in SECRETS.values() if secret in text]
    assert plan(full.archive, full.meeting, languages, guest=guest).content == paper.content


def test_a_plan_lists_who_sits_where_and_says_the_flags(full: FullFile) -> None:
    paper = plan(full.archive, full.meeting)
    text = text_of(paper)
    assert "Both flags stand on the table, whatever the ranks: this is no courtesy call" in text
    assert "1 middle Mr. Given1 Family1 Mayor of Test City 1" in text
    assert "Int. 1 to the left Mr. Given7 Family7 Interpreter of the delegation" in text
    assert "Given6" not in text, "who was prevented has no seat"
    (figure,) = alternatives(paper)
    assert "The other side, Int.: Given7 Family7" in figure
    assert "The other side, 4: Head of the Transport Department" not in figure
    assert "The other side, 5: Head of the Transport Department" in figure
    assert "«م»" not in text
    assert "م" in text_of(plan(full.archive, full.meeting, "fa"))


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
def test_a_guest_is_not_told_why_which_flags_stand(full: FullFile, languages: Languages) -> None:
    text = text_of(plan(full.archive, full.meeting, languages, guest=True))
    assert not [word for word in ("Flags", "پرچم", "whatever the ranks") if word in text]


@pytest.mark.parametrize(
    ("values", "flags"),
    [
        ({"kind": "courtesy", "parity": "unequal"}, "Only the flag of the higher official"),
        ({"kind": "courtesy", "parity": "equal"}, "the two officials are of equal rank"),
        ({"kind": "signing", "parity": "unequal"}, "At a signing both flags stand on the table"),
        ({"kind": "courtesy"}, "Say whether the ranks are equal"),
    ],
)
def test_kind_and_parity_decide_the_flags(
    archive: Archive, values: dict[str, Any], flags: str
) -> None:
    with archive.change("test") as change:
        meeting = change.add(by_name("meeting"), {"title_fa": "دیدار آزمون", **values})
        person = change.add(by_name("person"), {"family_name_en": "Tester"})
        change.add(
            by_name("participant"),
            {"meeting": meeting, "side": "ours", "person": person, "capacity_en": "Interpreter"},
        )
    text = text_of(plan(archive, meeting))
    assert flags in text
    assert "Int. middle Tester" in text


def test_a_meeting_without_anybody_says_so(archive: Archive) -> None:
    with archive.change("test") as change:
        meeting = change.add(by_name("meeting"), {"title_en": "Empty", "title_fa": "خالی"})
    for languages in ("fa", "en", "both"):
        paper = plan(archive, meeting, languages)
        assert paper.pages == 1
        assert complaints(paper.content) == []
    assert "No data recorded" in text_of(plan(archive, meeting))


@pytest.mark.parametrize("seats", [3, 8, 9])
@pytest.mark.parametrize(
    "name", ["Averylonggivenname Averylongfamilynamewithoutend", "نام بسیار بلند آزمون " * 3]
)
def test_no_chair_is_without_its_name(name: str, seats: int) -> None:
    offsets = [0, *(step for at in range(1, seats // 2 + 1) for step in (at, -at))]
    people = [Seat(Row(f"{at}", {}), offset, at) for at, offset in enumerate(offsets, 1)]
    made = draw(
        Setting(463.0, "en", "Plan"),
        Table({"ours": people}, {f"{at}": Both(name, name) for at in range(1, len(people) + 1)}),
    )
    words = "".join(each.text for each in made.picture.words)
    assert "…" not in words
    assert words.replace(" ", "").count(name.replace(" ", "")) == len(people)
    boxes = chairs(made.picture)
    lowest = max(each.at.y for each in made.picture.words)
    assert lowest <= max(box.top + box.height for box in boxes)
