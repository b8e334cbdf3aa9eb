"""The outcomes, beside what counting record by record gives."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from liaison.domain.records import by_name
from liaison.domain.rules.outcomes import THEMES
from liaison.domain.rules.periods import Period, half_year
from liaison.insight.outcomes.declaration import (
    EVERYTHING,
    Asked,
    Records,
    Scope,
    ScopeKind,
    Section,
)
from liaison.insight.outcomes.registers import cooperation_table
from liaison.insight.outcomes.sections import SECTIONS, outcomes, section
from liaison.insight.outcomes.source import Source
from liaison.language.both import Both
from liaison.storage.archive import Archive
from liaison.storage.listing import Listing
from tests.insight import recounted
from tests.insight.naive import Naive, uids
from tests.insight.outcomes_office import TODAY, fill
from tests.insight.recounted import told

ASKED = Asked(half_year(TODAY), TODAY)
PLACES = st.integers(0, 99)
SCENES = st.lists(
    st.tuples(PLACES, PLACES, st.sampled_from(ScopeKind), PLACES), min_size=3, max_size=3
)


def counts(part: Section) -> Iterator[Records]:
    """Yield everything in a section that opens a list."""
    for figure in part.figures:
        yield from (
            each
            for each in (figure.records, figure.before, figure.whole, figure.whole_before)
            if each is not None
        )
    for table in part.tables:
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            for cell in row.cells:
                if cell.records is not None:
                    assert cell.value == len(cell.records)
                    yield cell.records
                if cell.several:
                    assert cell.value == sum(map(len, cell.several))
                    yield from cell.several


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("office") / "archive") as opened:
        fill(opened, 0)
        yield opened


@settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),  # a smaller office is another one: nothing to shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 999), st.sampled_from([0.3, 1.0]), SCENES)
def test_the_outcomes_are_what_counting_record_by_record_gives(
    empty: Path, seed: int, size: float, scenes: list[tuple[int, int, ScopeKind, int]]
) -> None:
    with TemporaryDirectory() as place:
        folder = shutil.copytree(empty, Path(place) / "archive")
        with Archive.open(folder, author="") as archive:
            fill(archive, seed, size)
            days = days_of(archive)
            for first, second, kind, number in scenes:
                since, until = sorted(days[each * len(days) // 100] for each in (first, second))
                asked = Asked(Period(since, until), TODAY)
                recounted.dealings_and_promises(archive, asked)
                scope = drawn(archive, kind, number)
                recounted.dealings_and_promises(archive, replace(asked, scope=scope))
                recounted.themes_sides_experiences_and_exchange(archive, asked)
                recounted.relations_objectives_and_needs(archive, asked)


def days_of(archive: Archive) -> list[date]:
    """Return the days on which something happened or was due, so that periods end on them."""
    days = {
        each[key]
        for name, key in (("visit", "starts_on"), ("follow_up", "due_on"), ("gift", "given_on"))
        for each in archive.rows(by_name(name))
    }
    return sorted(days - {None})


def drawn(archive: Archive, kind: ScopeKind, number: int) -> Scope:
    """Return the scope of one of the partners, officers or themes of an archive."""
    if kind is ScopeKind.ALL:
        return EVERYTHING
    if kind is ScopeKind.THEME:
        return Scope(kind, THEMES[number % len(THEMES)])
    rows = archive.rows(by_name("officer" if kind is ScopeKind.OFFICER else "partner"))
    return Scope(kind, rows[number % len(rows)].uid)


def test_every_figure_is_the_number_of_its_list(office: Archive) -> None:
    sheet = outcomes(office, ASKED)
    known: set[Records] = set()
    for key in SECTIONS:
        known.update(counts(sheet.section(key)))
    assert len(known) > 100
    for each in known:
        listing = Listing(by_name(each.type_name), where=each.where)
        assert len(office.ids(listing)) == len(each)


def test_a_scope_narrows_and_a_class_withholds(office: Archive) -> None:
    naive = Naive(office, ASKED.period)
    partner = naive.all("partner")[3].uid
    bodies = {partner} | {
        each.uid
        for each in naive.all("partner")
        if partner in {each["city"], each["parent"]} and not each["is_ours"]
    }
    officer = naive.all("officer")[0].uid

    def asked(kind: ScopeKind, key: str) -> Asked:
        return Asked(ASKED.period, TODAY, Scope(kind, key))

    of_partner = asked(ScopeKind.PARTNER, partner)
    found = told(section(office, of_partner, "dealings"))
    visits = naive.visits()
    assert found["incoming"] == {
        each.uid for each in visits if each["partner"] in bodies and each["direction"] == "incoming"
    }
    assert found["meetings"] == {
        each.uid for each in naive.meetings() if naive.whose(each) in bodies
    }
    of_officer = asked(ScopeKind.OFFICER, officer)
    assert told(section(office, of_officer, "promises"))["made"] == uids(
        naive.promises(), assignee=officer
    )
    of_theme = asked(ScopeKind.THEME, "culture")
    assert told(section(office, of_theme, "promises"))["made"] == uids(
        naive.promises(), theme="culture"
    )
    for each in (of_partner, of_officer, of_theme, asked(ScopeKind.NETWORK, partner)):
        for key in SECTIONS:
            section(office, each, key)
    before = ASKED.period.before
    visits = Naive(office, before).visits()
    hidden = visits[0]
    with office.change("Class") as change:
        change.update(by_name("visit"), hidden.uid, {"classification": "secret"})
    plain = told(section(office, Asked(before, TODAY, highest="confidential"), "dealings"))
    assert plain["incoming"] | plain["outgoing"] == frozenset(
        each.uid for each in visits if each.uid != hidden.uid and each["direction"]
    )
    office.undo()


def test_cities_of_one_country_and_kind_share_a_line_where_that_is_asked(archive: Archive) -> None:
    with archive.change("Two cities of one country") as change:
        for name, country in (("First", "TR"), ("Second", "TR"), ("Third", "FR")):
            city = change.add(by_name("partner"), {"name_en": name, "country": country})
            bond = {"partner": city, "kind": "mou", "stage": "concluded"}
            change.add(by_name("relation"), bond)
    source = Source(archive, ASKED)
    apart = cooperation_table(source).rows
    assert [row.cells[0].value for row in apart] == [1, 2, 3]
    together = [row.cells[2].value for row in cooperation_table(source, by_country=True).rows]
    assert [each.en for each in together if isinstance(each, Both)] == ["First, Second", "Third"]


def test_an_empty_archive_has_every_section(archive: Archive) -> None:
    for key in SECTIONS:
        part = section(archive, ASKED, key)
        assert all(each.value == 0 for each in part.figures)
        assert not any(table.rows for table in part.tables if key != "sides")
