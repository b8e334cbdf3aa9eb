"""The outcomes report: its figures are those of the lists behind them."""

from datetime import UTC, date, datetime

import pytest

from liaison.domain.rules.periods import Period, Term, half_year
from liaison.errors import UserError
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.gaps import gaps
from liaison.insight.outcomes.sections import COUNCIL, outcomes
from liaison.language.both import Both
from liaison.prints.editions import Edition, Languages
from liaison.prints.order import Terms
from liaison.prints.outcomes_sections import MOST_ROWS
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.storage.council_terms import stored
from liaison.storage.settings import COUNCIL_TERMS
from liaison.time import span
from tests.insight.outcomes_office import TODAY as DRAWN_ON
from tests.insight.outcomes_office import fill
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.conftest import FullFile
from tests.prints.visiting import TODAY, Writer

REPORT = PRODUCTS["outcomes-report"]
AFTER_THE_VISIT = date(2026, 5, 1)
NIGHT = datetime(2026, 4, 2, 20, 45, tzinfo=UTC)
LANGUAGES: tuple[Languages, ...] = ("fa", "en", "both", "in_turn")


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_report_is_sound_and_the_same_twice(full: FullFile, languages: Languages) -> None:
    first, second = (
        make(full.archive, REPORT, "", Edition(languages), today=TODAY) for _ in range(2)
    )
    assert first.content == second.content
    assert complaints(first.content) == []


def test_figures_lists_and_a_year_before(full: FullFile) -> None:
    paper = make(full.archive, REPORT, "", Edition("en"), today=AFTER_THE_VISIT)
    text = comparable(by_pdfium(paper.content))
    assert "Incoming visits 1 0" in text
    assert "Outgoing visits 0 1" in text
    assert "Visit of the delegation of Test City 1" in text
    assert "not filled in" in text
    assert "Data not filled in" in text


def test_the_period_is_the_readers(full: FullFile) -> None:
    terms = Terms(since=date(2025, 5, 1), until=date(2025, 5, 31))
    paper = make(full.archive, REPORT, "", Edition("en"), today=TODAY, terms=terms)
    text = comparable(by_pdfium(paper.content))
    assert "The mayor visits Test City 1" in text
    assert "Visit of the delegation of Test City 1" not in text
    with pytest.raises(UserError, match="period"):
        make(
            full.archive,
            REPORT,
            "",
            Edition("en"),
            today=TODAY,
            terms=Terms(since=date(2025, 5, 2), until=date(2025, 5, 1)),
        )


@pytest.mark.parametrize("languages", LANGUAGES)
def test_an_empty_archive_gives_a_page(archive: Archive, languages: Languages) -> None:
    paper = make(archive, REPORT, "", Edition(languages), today=TODAY)
    assert complaints(paper.content) == []


def test_what_is_classed_is_left_out_and_told(archive: Archive) -> None:
    Writer(archive).add(
        "visit", title_en="Hidden visit", stage="closed", starts_on=TODAY, classification="secret"
    )
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY)
    assert "Hidden visit" not in by_pdfium(paper.content)
    assert [each.kind for each in paper.findings] == ["class"]


def test_what_is_classed_is_not_named_by_what_is_not(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", name_en="Plain City", kind="city")
    hidden = write.add(
        "partner", name_en="Hidden City", kind="city", country="TR", classification="secret"
    )
    person = write.add(
        "person", given_name_en="Hidden", family_name_en="Person", classification="secret"
    )
    for partner in (city, hidden):
        write.add("relation", partner=partner, kind="mou", stage="concluded")
    secret = {"classification": "secret", "title_en": "Hidden evidence"}
    write.add("meeting", partner=city, state="held", starts_at=NIGHT, **secret)
    write.add("event", organiser=city, our_role="speaker", when=span.read("2026-04-02"), **secret)
    write.add("membership", partner=city, level="active")
    delegation = write.add("delegation", name_en="Delegation")
    write.add("delegation_member", delegation=delegation, person=person, rank=1)
    write.add(
        "visit",
        title_en="Open visit",
        partner=hidden,
        delegation=delegation,
        stage="closed",
        starts_on=TODAY,
    )
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY)
    text = comparable(by_pdfium(paper.content))
    assert "Open visit" in text
    assert "Plain City" in text
    assert "Hidden" not in text
    assert "Türkiye" not in text
    assert "Not shown because of its class" in text
    assert "Secret" not in text


def test_our_own_city_is_no_partner_and_figures_have_a_unit(archive: Archive) -> None:
    write = Writer(archive)
    own = write.add("partner", name_en="Own City", kind="city", is_ours=True)
    other = write.add("partner", name_en="Other City", kind="city")
    agreement = write.add(
        "agreement", title_en="Pact", signed_on=span.read("2026-04-02"), themes=("culture",)
    )
    for rank, partner in enumerate((own, other), 1):
        write.add("agreement_party", agreement=agreement, partner=partner, rank=rank)
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY)
    themes = comparable(by_pdfium(paper.content)).split("Relations by theme")[1]
    assert "Number of follow-ups, agreements, clauses and experiences" in themes
    assert "Other City" in themes
    assert "Own City 0 0" not in themes


def test_there_is_no_guest_edition(archive: Archive) -> None:
    with pytest.raises(UserError, match="guest"):
        make(archive, REPORT, "", Edition("en", guest=True), today=TODAY)


def test_only_the_chosen_sections_are_told(full: FullFile) -> None:
    terms = Terms(sections=frozenset({"signed", "trips"}))
    paper = make(full.archive, REPORT, "", Edition("en"), today=TODAY, terms=terms)
    text = comparable(by_pdfium(paper.content))
    assert text.index("Visits one by one") < text.rindex("Agreements signed")
    assert "Road-map objectives" not in text


def test_a_long_table_says_what_is_not_printed(archive: Archive) -> None:
    write = Writer(archive)
    for number in range(MOST_ROWS + 3):
        write.add("visit", title_en=f"Visit {number}", stage="closed", starts_on=TODAY)
    terms = Terms(sections=frozenset({"trips"}))
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY, terms=terms)
    text = comparable(by_pdfium(paper.content))
    assert text.count("3 further rows are not printed") == 2


def test_a_name_that_is_not_translated_is_told(archive: Archive) -> None:
    write = Writer(archive)
    write.add("visit", title_fa="سفر آزمایشی", stage="closed", starts_on=TODAY)
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY)
    assert "[not translated]" in comparable(by_pdfium(paper.content))
    assert [each.kind for each in paper.findings] == ["translation"]


def test_every_figure_and_the_matrix_are_those_of_the_window(archive: Archive) -> None:
    fill(archive, 9)
    period = half_year(DRAWN_ON)
    told = outcomes(archive, Asked(period, DRAWN_ON))
    paper = make(archive, REPORT, "", Edition("en"), today=DRAWN_ON)
    text = comparable(by_pdfium(paper.content))
    sections = [told.section(key) for key in COUNCIL]
    figures = [each for section in sections for each in section.figures if each.value]
    assert len(figures) > 40
    for each in figures:
        assert comparable(f"{each.label.en} {each.value}") in text
    for row in told.section("themes").table("themes").rows:
        name, *counts = (cell.value for cell in row.cells)
        assert isinstance(name, Both)
        assert " ".join([name.en, *map(str, counts)]) in text
    for row in told.section("objectives").table("objectives").rows:
        assert str(row.cells[1].value.en) in text  # type: ignore[union-attr] # a title
    lacking = {gap.record for section in sections for gap in gaps(section)}
    assert lacking
    assert text.count("not filled in") >= len(lacking)


def test_a_term_is_compared_with_the_term_before(archive: Archive) -> None:
    terms = [
        Term("دوره", "Term", Period(date(2021, 8, 5), date(2025, 8, 4))),
        Term("دوره", "Term", Period(date(2017, 8, 23), date(2021, 8, 4))),
    ]
    archive.settings.set(COUNCIL_TERMS, stored(terms))
    asked = Terms(since=date(2021, 8, 5), until=date(2025, 8, 4))
    paper = make(archive, REPORT, "", Edition("en"), today=TODAY, terms=asked)
    text = comparable(by_pdfium(paper.content))
    assert "The period before: From Wednesday, 23 August 2017" in text
