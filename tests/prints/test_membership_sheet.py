"""The sheet of memberships: every column for the house, and less of it for guests."""

import pypdfium2
import pytest

from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.prints.selection import Selection
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import Maker, both
from tests.prints.visiting import TODAY

DUES, UNTAPPED, GOAL, POINT, RIVAL = (
    f"{word}-HIDDEN" for word in ("DUES", "UNTAPPED", "GOAL", "POINT", "RIVAL")
)
PRODUCT = PRODUCTS["membership-sheet"]


@pytest.fixture
def membership(archive: Archive) -> str:
    with archive.change("test") as change:
        make_ = Maker(change)
        own = make_.add("partner", **both("name", "شهر ما", "Own City"), kind="city", is_ours=True)
        network = make_.add(
            "partner", **both("name", "شبکهٔ آزمون", "Test Network"), abbreviation="TN"
        )
        officer = make_.add("officer", **both("name", "کارشناس آزمون", "Test Officer"))
        uid = make_.add(
            "membership", partner=network, holder=own, category="board", level="leadership",
            since=span.read("۱۳۷۲"), dues=DUES, officer=officer,
            **both("untapped", UNTAPPED, UNTAPPED), **both("bargaining_points", POINT, POINT),
        )  # fmt: skip
        make_.add(
            "membership_goal", membership=uid, horizon="long", horizon_years=5, progress=40,
            **both("goal", GOAL, GOAL),
        )  # fmt: skip
        for kind, fa, en, result in (
            ("office_won", "مشاور آزمون", "Test adviser", "won"),
            ("office_hosted", "دفتر آزمون", "Test office", None),
            ("candidacy", "نامزدی آزمون", "Test candidacy", "pending"),
        ):
            make_.add(
                "membership_milestone", membership=uid, kind=kind, result=result, rivals=(RIVAL,),
                when=span.read("2007"), **both("title", fa, en),
            )  # fmt: skip
        for when, role in (("پاییز ۱۴۰۰", "absent"), ("پاییز ۱۴۰۳", "host")):
            make_.add(
                "event", **both("title", "مجمع آزمون", "Test assembly"), organiser=network,
                kind="assembly", when=span.read(when), our_role=role, recurs_every_years=3,
            )  # fmt: skip
        change.add(by_name("event"), {
            "title_en": "Test board", "organiser": network, "kind": "board",
            "when": span.read("دی ۱۴۰۵"),
        })  # fmt: skip
        other = make_.add("partner", **both("name", "شبکهٔ دیگر", "Other Network"))
        make_.add("membership", partner=other, holder=own, classification="confidential")
    return uid


def paper_of(
    archive: Archive, languages: Languages, uid: str = "", *, guest: bool = False, above: str = ""
) -> Paper:
    selection = Selection(classification=above) if above else None
    edition = Edition(languages, guest)
    paper = make(archive, PRODUCT, uid, edition, today=TODAY, selection=selection)
    assert complaints(paper.content) == []
    return paper


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


@pytest.mark.parametrize("languages", ["en", "both", "in_turn"])
def test_the_house_reads_every_column(
    archive: Archive, membership: str, languages: Languages
) -> None:
    assert membership
    paper = paper_of(archive, languages)
    text = text_of(paper)
    for words in (
        "Test Network", "(TN)", "Own City", "Board member", "Leadership level",
        "Test adviser (2007)", "Test office (2007)", GOAL, "40%", "1 of 2", "50%",
        DUES, UNTAPPED, "Test Officer", "no representative",
    ):  # fmt: skip
        assert words in text, words
    assert "Test candidacy" not in text  # nothing was won yet
    assert POINT not in text
    with pypdfium2.PdfDocument(paper.content) as document:
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)  # A4, landscape


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
def test_guests_read_nothing_of_what_we_want_there(
    archive: Archive, membership: str, languages: Languages
) -> None:
    assert membership
    text = text_of(paper_of(archive, languages, guest=True))
    for words in (DUES, UNTAPPED, GOAL, POINT, RIVAL, "Test Officer", "کارشناس", "Other Network"):
        assert words not in text
    for words in ("no representative", "50%"):
        assert words not in text
    assert ("Test Network" in text) is (languages != "fa")


def test_what_is_above_the_class_chosen_is_left_out_and_told(
    archive: Archive, membership: str
) -> None:
    assert membership
    paper = paper_of(archive, "en")
    assert "Other Network" not in text_of(paper)
    assert "class" in {each.kind for each in paper.findings}
    assert "Other Network" in text_of(paper_of(archive, "en", above="confidential"))


def test_what_is_missing_is_told_before_printing(archive: Archive, membership: str) -> None:
    assert membership
    found = [each.message for each in paper_of(archive, "en", above="confidential").findings]
    assert any("neither a category nor a level" in each for each in found)
    assert any(each.startswith("Nobody is responsible") for each in found)
    assert any("without a representative" in each for each in found)


def test_it_is_printed_of_one_membership_as_well(archive: Archive, membership: str) -> None:
    text = text_of(paper_of(archive, "en", membership, above="confidential"))
    assert "Test Network" in text
    assert "Other Network" not in text


@pytest.mark.parametrize("guest", [False, True])
def test_the_profile_of_a_network_names_who_is_a_member(
    archive: Archive, membership: str, *, guest: bool
) -> None:
    network = archive.read(by_name("membership"), membership)["partner"]
    edition = Edition("en", guest)
    paper = make(archive, PRODUCTS["partner-profile"], network, edition, today=TODAY)
    text = text_of(paper)
    assert "Memberships" in text
    assert "Leadership level" in text
    assert DUES not in text
