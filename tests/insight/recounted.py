"""Recounts sections of the outcomes record by record, and holds them to it."""

from liaison.domain.schema.vocabulary import THEME
from liaison.insight.contacts import last_contacts
from liaison.insight.outcomes.declaration import EVERYTHING, Asked, Records, Section
from liaison.insight.outcomes.pieces import NOT_STATED
from liaison.insight.outcomes.promises import ORIGIN_LABELS
from liaison.insight.outcomes.sections import section
from liaison.language.both import Both, said
from liaison.storage.archive import Archive
from liaison.storage.row import Row
from tests.insight.naive import Naive, Narrowed, uids


def told(part: Section) -> dict[str, frozenset[str]]:
    """Return the uids behind each figure."""
    return {each.key: each.records.uids for each in part.figures}


def dealings_and_promises(office: Archive, asked: Asked) -> None:
    """Recount visits, meetings and promises of any scope."""
    naive = Naive(office, asked.period)
    held = Narrowed(naive, asked.scope)
    visits = [each for each in naive.visits() if held.visit(each)]
    meetings = [each for each in naive.meetings() if held.meeting(each)]
    found = told(section(office, asked, "dealings"))
    assert found["incoming"] == uids(visits, direction="incoming")
    assert found["outgoing"] == uids(visits, direction="outgoing")
    assert found["meetings"] == uids(meetings)
    if asked.scope == EVERYTHING:
        assert found["agreements"] == uids(naive.agreements())
    assert found["visit_substantive"] == uids(visits, outcome_class="substantive")
    assert found["meeting_ceremonial"] == uids(meetings, outcome_class="ceremonial")
    promises = [each for each in naive.promises() if held.follow_up(each)]
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
            if each["state"] != "done" and each["due_on"] and each["due_on"] < asked.as_of
        }
    for name, key_of in (("partner", naive.whose), ("theme", _theme), ("origin", _origin)):
        table = {
            row.cells[0].opens[1] if row.cells[0].opens else row.cells[0].value: row.cells[1:]
            for row in part.table(name).rows
        }
        groups: dict[object, list[Row]] = {}
        for each in promises:
            groups.setdefault(key_of(each), []).append(each)
        words = {None: said(NOT_STATED), **_words(name)}
        assert table.keys() == {words.get(key, key) for key in groups}
        for key, own in groups.items():
            made, kept, still, _late = (cell.records for cell in table[words.get(key, key)])
            assert (made, kept) == (
                Records("follow_up", uids(own)),
                Records("follow_up", uids(own, state="done")),
            )
            assert still == Records("follow_up", uids(own) - uids(own, state="done"))


def _theme(promise: Row) -> str | None:
    theme: str | None = promise["theme"]
    return theme


def _origin(promise: Row) -> str | None:
    return next((key for key in ORIGIN_LABELS if promise[key]), None)


def _words(table: str) -> dict[object, Both]:
    labels = {"theme": THEME.options, "origin": ORIGIN_LABELS}.get(table, {})
    return {key: said(label) for key, label in labels.items()}


def themes_sides_experiences_and_exchange(office: Archive, asked: Asked) -> None:
    """Recount what partners share, by theme, side and way; of everything."""
    naive = Naive(office, asked.period)
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
    table = section(office, asked, "themes").table("themes")
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
    split = told(section(office, asked, "sides"))
    assert split["multilateral_visits"] == {
        each.uid for each in naive.visits() if each["event"] or each["partner"] in networks
    }
    assert split["bilateral_made"] == {
        each.uid
        for each in naive.promises()
        if naive.whose(each) and naive.whose(each) not in networks
    }
    lessons, exchanged = naive.experiences(), told(section(office, asked, "exchange"))
    results = told(section(office, asked, "experiences"))
    assert results["given_successful"] == uids(lessons, direction="given", result="successful")
    assert results["sought"] == uids(lessons, direction="sought")
    assert exchanged["received"] == uids(lessons, direction="received")
    visits = {each.uid: each["starts_on"] for each in naive.all("visit")}
    gifts = naive.all(
        "gift",
        lambda each: (
            naive.within(day := each["given_on"] or visits.get(each["visit"]))
            and day is not None
            and day <= asked.as_of
        ),
    )
    assert exchanged["gifts_given"] == uids(gifts, direction="given")
    assert exchanged["invited"] == uids(
        naive.visits(), direction="incoming", invitation_en="Please come"
    )


def relations_objectives_and_needs(office: Archive, asked: Asked) -> None:
    """Recount what relations and objectives came to; of everything."""
    naive = Naive(office, asked.period)
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
    figure = section(office, asked, "without").figure("without")
    assert figure.records.uids == {each.uid for each in standing if each["partner"] not in fruitful}
    assert figure.whole is not None
    assert figure.whole.uids == uids(standing)
    alive = told(section(office, asked, "vitality"))
    contacts = last_contacts(office, asked.as_of)
    assert alive["no_record"] == {
        each.uid
        for each in naive.all("relation")
        if each["stage"] not in {"candidate", "negotiation", "ended"}
        and each["partner"] not in contacts
    }
    assert frozenset().union(*alive.values()) == uids(naive.all("relation"))
    table = section(office, asked, "objectives").table("objectives")
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
    needs = section(office, asked, "needs").figure("needs")
    assert needs.records.uids == {
        each.uid
        for each in naive.all("subject_link")
        if each["kind"] == "need"
        and each["partner"] in {row.uid for row in bodies if row["is_ours"]}
    }
    since = [row.cells[0].value for row in section(office, asked, "chronology").tables[0].rows]
    days = [each.since for each in since if each is not None]
    assert days == sorted(days)
