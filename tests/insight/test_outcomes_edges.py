"""What lies at an edge of the outcomes: a night, a day ahead, what is known by its meeting only."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from liaison.domain.rules.periods import Period, half_year
from liaison.insight.outcomes.classing import class_of
from liaison.insight.outcomes.declaration import EVERYTHING, Asked, Scope, ScopeKind
from liaison.insight.outcomes.sections import section
from liaison.language.both import Both
from liaison.storage.archive import Archive
from liaison.time import span
from tests.prints.visiting import TODAY, Writer

NIGHT = datetime(2026, 4, 1, 21, 15, tzinfo=UTC)
"""A quarter to one of 2 April by the clock of Tehran."""
THE_DAY = Period(date(2026, 4, 2), date(2026, 4, 2))


def told(
    archive: Archive, key: str, period: Period = THE_DAY, scope: Scope = EVERYTHING
) -> Mapping[str, int]:
    found = section(archive, Asked(period, TODAY, scope), key)
    return {each.key: each.value for each in found.figures}


@pytest.fixture
def met(archive: Archive) -> dict[str, str]:
    """Add a meeting at night on a visit that came, with a gift and a reaction; another one."""
    write = Writer(archive)
    city, other = (write.add("partner", name_en=name, kind="city") for name in ("One", "Two"))
    visit = write.add(
        "visit",
        title_en="They come",
        partner=city,
        direction="incoming",
        stage="closed",
        starts_on=date(2026, 3, 25),
    )
    meeting = write.add("meeting", title_en="At night", visit=visit, state="held", starts_at=NIGHT)
    write.add("media_item", headline_en="Of it", meeting=meeting, tone="critical")
    write.add("media_item", headline_en="Of nothing", tone="neutral")
    gift = write.add("gift", meeting=meeting, direction="given", item_en="A vase")
    return {"city": city, "other": other, "meeting": meeting, "gift": gift}


@pytest.mark.usefixtures("met")
def test_a_reaction_counts_on_the_day_of_its_meeting_by_the_offices_clock(
    archive: Archive,
) -> None:
    assert told(archive, "reactions")["critical"] == 1
    eve = Period(date(2026, 4, 1), date(2026, 4, 1))
    assert told(archive, "reactions", eve)["reactions"] == 0


@pytest.mark.parametrize("kind", [ScopeKind.PARTNER, ScopeKind.NETWORK])
def test_a_scope_narrows_the_reactions(
    archive: Archive, met: dict[str, str], kind: ScopeKind
) -> None:
    assert told(archive, "reactions", THE_DAY, Scope(kind, met["city"]))["reactions"] == 1
    assert told(archive, "reactions", THE_DAY, Scope(kind, met["other"]))["reactions"] == 0
    for empty in (Scope(ScopeKind.THEME, "culture"), Scope(ScopeKind.OFFICER, "nobody")):
        assert told(archive, "reactions", THE_DAY, empty)["reactions"] == 0


def test_a_gift_without_a_day_is_given_on_that_of_its_meeting_and_to_its_side(
    archive: Archive, met: dict[str, str]
) -> None:
    of_city = Scope(ScopeKind.PARTNER, met["city"])
    for scope in (EVERYTHING, of_city):
        assert told(archive, "exchange", THE_DAY, scope)["gifts_given"] == 1
    found = section(archive, Asked(THE_DAY, TODAY), "exchange")
    (row,) = found.table("last_gifts").rows
    assert [cell.value for cell in row.cells][:3] == [
        Both("", "One"),
        Both("A vase", "A vase"),
        date(2026, 4, 2),
    ]


def test_a_visit_that_is_ahead_is_not_made_yet(archive: Archive) -> None:
    write = Writer(archive)
    for day in (TODAY, date(2026, 4, 23)):
        write.add("visit", title_en="We go", direction="outgoing", stage="approved", starts_on=day)
    period = half_year(TODAY)
    assert told(archive, "dealings", period)["outgoing"] == 1
    assert told(archive, "trips", period)["visits"] == 1


def test_the_class_of_what_is_told_is_that_of_those_who_are_named_too(archive: Archive) -> None:
    write = Writer(archive)
    person = write.add("person", family_name_en="Hidden", classification="secret")
    city = write.add("partner", name_en="Hidden", kind="city", classification="confidential")
    delegation = write.add("delegation", name_en="Delegation")
    write.add("delegation_member", delegation=delegation, person=person, rank=1)
    write.add("visit", title_en="We go", delegation=delegation, stage="closed", starts_on=TODAY)
    pact = write.add("agreement", title_en="Pact", signed_on=span.read("2026-04-02"))
    write.add("agreement_party", agreement=pact, partner=city, rank=1)
    asked, plain = (Asked(half_year(TODAY), TODAY, highest=each) for each in ("", "normal"))
    for key, level in (("trips", "secret"), ("signed", "confidential")):
        assert class_of(archive, section(archive, asked, key)) == level
        assert class_of(archive, section(archive, plain, key)) == "normal"
