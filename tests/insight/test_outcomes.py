"""The outcomes, beside what counting record by record gives."""

from collections.abc import Iterator

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.periods import Period, half_year
from liaison.insight.contacts import last_contacts
from liaison.insight.outcomes.declaration import Asked, Records, Scope, ScopeKind, Section
from liaison.insight.outcomes.registers import cooperation_table
from liaison.insight.outcomes.sections import SECTIONS, outcomes, section
from liaison.insight.outcomes.source import Source
from liaison.language.both import Both
from liaison.storage.archive import Archive
from liaison.storage.listing import Listing
from tests.insight.naive import Naive, uids
from tests.insight.outcomes_office import TODAY, fill

ASKED = Asked(half_year(TODAY), TODAY)
SEEDS = range(3)


def told(part: Section) -> dict[str, frozenset[str]]:
    return {each.key: each.records.uids for each in part.figures}


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


@pytest.fixture(scope="module", params=SEEDS)
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("office") / "archive") as opened:
        fill(opened, request.param)
        yield opened


def test_every_figure_is_the_number_of_its_list(office: Archive) -> None:
    sheet = outcomes(office, ASKED)
    known: set[Records] = set()
    for key in SECTIONS:
        known.update(counts(sheet.section(key)))
    assert len(known) > 100
    for each in known:
        listing = Listing(by_name(each.type_name), where=each.where)
        assert len(office.ids(listing)) == len(each)


@pytest.mark.parametrize("period", [ASKED.period, ASKED.period.before, Period(TODAY, TODAY)])
def test_dealings_and_promises(office: Archive, period: Period) -> None:
    naive = Naive(office, period)
    asked = Asked(period, TODAY)
    visits, meetings = naive.visits(), naive.meetings()
    found = told(section(office, asked, "dealings"))
    assert found["incoming"] == uids(visits, direction="incoming")
    assert found["outgoing"] == uids(visits, direction="outgoing")
    assert found["meetings"] == uids(meetings)
    assert found["agreements"] == uids(naive.agreements())
    assert found["visit_substantive"] == uids(visits, outcome_class="substantive")
    assert found["meeting_ceremonial"] == uids(meetings, outcome_class="ceremonial")
    promises = naive.promises()
    day = min(period.until, TODAY)
    part = section(office, asked, "promises")
    found = told(part)
    for side, own in (
        ("", promises),
        ("ours_", [each for each in promises if each["owed_by"] in {"ours", "both"}]),
        ("theirs_", [each for each in promises if each["owed_by"] in {"theirs", "both"}]),
    ):
        assert found[f"{side}made"] == uids(own)
        assert found[f"{side}kept"] == uids(own, state="done")
        assert found[f"{side}open"] == uids(own) - uids(own, state="done")
        assert found[f"{side}late"] == {
            each.uid
            for each in own
            if each["state"] != "done" and each["due_on"] and each["due_on"] < day
        }
    by_partner = {
        row.cells[0].opens and row.cells[0].opens[1]: row.cells[1].records
        for row in part.table("partner").rows
    }
    for partner, records in by_partner.items():
        assert records is not None
        assert records.uids == {each.uid for each in promises if naive.whose(each) == partner}
    assert sum(map(len, filter(None, by_partner.values()))) == len(promises)


def test_themes_sides_experiences_and_exchange(office: Archive) -> None:
    naive = Naive(office, ASKED.period)
    ours = {each.uid for each in naive.all("partner") if each["is_ours"]}
    bound = naive.parties()
    matrix: dict[tuple[str, str], int] = {}
    rows = [
        *((each, {naive.whose(each)}) for each in naive.promises()),
        *((each, {each["partner"]}) for each in naive.experiences()),
        *(
            (each, bound.get(each["agreement"], set()))
            for each in naive.all("article", lambda each: naive.within(each["due_on"]))
        ),
        *((each, bound.get(each.uid, set())) for each in naive.agreements()),
    ]
    for each, partners in rows:
        for theme in each.get("themes") or [each.get("theme")]:
            for partner in partners - ours - {None}:
                if theme and partner:
                    matrix[partner, theme] = matrix.get((partner, theme), 0) + 1
    table = section(office, ASKED, "themes").table("themes")
    found = {
        (row.cells[0].opens[1], column.key): cell.value
        for row in table.rows
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
        if row.cells[0].opens and cell.value
    }
    assert found == matrix
    networks = {each["partner"] for each in naive.all("membership")} | {
        each.uid
        for each in naive.all("partner")
        if each["kind"] in {"city_network", "un_body", "development_bank"}
    }
    split = told(section(office, ASKED, "sides"))
    assert split["multilateral_visits"] == {
        each.uid for each in naive.visits() if each["event"] or each["partner"] in networks
    }
    assert split["bilateral_made"] == {
        each.uid
        for each in naive.promises()
        if naive.whose(each) and naive.whose(each) not in networks
    }
    lessons, exchanged = naive.experiences(), told(section(office, ASKED, "exchange"))
    results = told(section(office, ASKED, "experiences"))
    assert results["given_successful"] == uids(lessons, direction="given", result="successful")
    assert results["sought"] == uids(lessons, direction="sought")
    assert exchanged["received"] == uids(lessons, direction="received")
    visits = {each.uid: each["starts_on"] for each in naive.all("visit")}
    gifts = naive.all(
        "gift",
        lambda each: (
            naive.within(day := each["given_on"] or visits.get(each["visit"]))
            and day is not None
            and day <= TODAY
        ),
    )
    assert exchanged["gifts_given"] == uids(gifts, direction="given")
    assert exchanged["invited"] == uids(
        naive.visits(), direction="incoming", invitation_en="Please come"
    )


def test_relations_objectives_and_needs(office: Archive) -> None:
    naive = Naive(office, ASKED.period)
    bound, fruitful = naive.parties(), set[str | None]()
    fruitful |= {
        each["partner"] for each in naive.visits() if each["outcome_class"] == "substantive"
    }
    fruitful |= {
        naive.whose(each) for each in naive.meetings() if each["outcome_class"] == "substantive"
    }
    for each in naive.agreements():
        fruitful |= bound.get(each.uid, set())
    fruitful |= {
        naive.whose(each)
        for each in naive.all("follow_up", lambda row: row["state"] == "done")
        if naive.within(each["done_on"])
    }
    fruitful |= {each["partner"] for each in naive.experiences()}
    bodies = naive.all("partner")
    fruitful |= {
        each[key]
        for each in bodies
        if each.uid in fruitful and not each["is_ours"]
        for key in ("city", "parent")
    }
    standing = [
        each for each in naive.all("relation") if each["stage"] in {None, "concluded", "suspended"}
    ]
    figure = section(office, ASKED, "without").figure("without")
    assert figure.records.uids == {each.uid for each in standing if each["partner"] not in fruitful}
    assert figure.whole is not None
    assert figure.whole.uids == uids(standing)
    alive = told(section(office, ASKED, "vitality"))
    contacts = last_contacts(office, TODAY)
    assert alive["no_record"] == {
        each.uid
        for each in naive.all("relation")
        if each["stage"] not in {"candidate", "negotiation", "ended"}
        and each["partner"] not in contacts
    }
    assert frozenset().union(*alive.values()) == uids(naive.all("relation"))
    table = section(office, ASKED, "objectives").table("objectives")
    places = {column.key: place for place, column in enumerate(table.columns)}
    for row in table.rows:
        opens = row.cells[places["title"]].opens
        assert opens is not None
        made = naive.all(
            "follow_up",
            lambda each, uid=opens[1]: each["objective"] == uid and each["state"] != "cancelled",
        )
        kept = uids(made, state="done")
        expected = round(100 * len(kept) / len(made)) if made else None
        assert row.cells[places["progress"]].value == expected
        assert row.cells[places["visit"]].records == Records(
            "visit", uids(naive.visits(), objective=opens[1])
        )
    needs = section(office, ASKED, "needs").figure("needs")
    assert needs.records.uids == {
        each.uid
        for each in naive.all("subject_link")
        if each["kind"] == "need"
        and each["partner"] in {row.uid for row in bodies if row["is_ours"]}
    }
    since = [row.cells[0].value for row in section(office, ASKED, "chronology").tables[0].rows]
    days = [each.since for each in since if each is not None]
    assert days == sorted(days)


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
