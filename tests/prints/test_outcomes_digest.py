"""The digest for the council stands on one page, however much there is to tell."""

from datetime import date, timedelta

import pytest

from liaison.domain.rules.periods import half_year
from liaison.prints.editions import Edition, Languages
from liaison.prints.order import Terms
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.insight.outcomes_office import TODAY, fill
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.visiting import Writer

DIGEST = PRODUCTS["outcomes-digest"]
LONG = " ".join(["برنامهٔ همکاری آزمایشی"] * 12)
LONG_EN = " ".join(["test programme of cooperation"] * 12)
EDITIONS: tuple[Languages, ...] = ("fa", "en")


@pytest.fixture
def busy(archive: Archive) -> Archive:
    """Give a half-year in which everything there can be much of is much, in long words."""
    fill(archive, 11)
    write = Writer(archive)
    parties = [write.add("partner", name_fa=LONG, name_en=LONG_EN) for _each in range(3)]
    for number in range(40):
        write.add(
            "visit",
            title_fa=f"{LONG} {number}",
            title_en=f"{LONG_EN} {number}",
            direction="outgoing",
            stage="closed",
            outcome_class="substantive",
            starts_on=TODAY - timedelta(number % 20),
            achievements_fa=LONG,
            achievements_en=LONG_EN,
        )
        paper = write.add(
            "agreement", title_fa=LONG, title_en=LONG_EN, signed_on=span.read("2026-08-02")
        )
        for party in parties:
            write.add("agreement_party", agreement=paper, partner=party)
        write.add(
            "follow_up",
            title_fa=LONG,
            title_en=LONG_EN,
            owed_by="ours",
            state="open",
            due_on=half_year(TODAY).since,
            partner=parties[0],
        )
    return archive


@pytest.mark.parametrize("languages", EDITIONS)
def test_a_busy_half_year_is_told_on_one_page(busy: Archive, languages: Languages) -> None:
    paper = make(busy, DIGEST, "", Edition(languages), today=TODAY)
    assert paper.pages == 1
    assert not [each for each in paper.findings if each.kind == "pages"]
    assert complaints(paper.content) == []


def test_its_figures_are_those_of_the_report(busy: Archive) -> None:
    terms = Terms(sections=frozenset({"dealings"}))
    report = make(busy, PRODUCTS["outcomes-report"], "", Edition("en"), today=TODAY, terms=terms)
    digest = make(busy, DIGEST, "", Edition("en"), today=TODAY)
    texts = [comparable(by_pdfium(each.content)) for each in (report, digest)]
    figures = [text.split("Difference ")[1].split("Relations without")[0] for text in texts]
    assert figures[0] == figures[1]
    assert "Outgoing visits 4" in figures[0]
    assert "test programme of cooperation" in texts[1]


@pytest.mark.parametrize("languages", EDITIONS)
def test_an_empty_archive_gives_a_page(archive: Archive, languages: Languages) -> None:
    paper = make(archive, DIGEST, "", Edition(languages), today=date(2026, 4, 22))
    assert paper.pages == 1
