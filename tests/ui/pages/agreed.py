"""A generated cooperation document with its parties, clauses and clearances."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from liaison.time.span import Span

TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week


@dataclass(frozen=True)
class Agreed:
    """What a test works on, by uid."""

    agreement: str
    relation: str
    ours: str
    theirs: str
    officer: str
    parties: tuple[str, ...]
    articles: tuple[str, ...]
    clearances: tuple[str, ...]


def agree(archive: Archive, **values: Any) -> Agreed:
    """Record a draft with two parties, theirs first, five clauses and three clearances."""
    with archive.change("Agree") as change:

        def add(name: str, **given: Any) -> str:
            return change.add(by_name(name), given)

        def body(name: str, number: int, **given: Any) -> str:
            return add(
                "partner", name_fa=f"{name} آزمون {number}", name_en=f"Test {number}", **given
            )

        ours = body("شهر", 1, is_ours=True)
        theirs = body("شهر", 2)
        authorities = [body("شورای", 3), body("وزارت", 4), body("وزارت", 5)]
        officer = add("officer", name_fa="کارشناس آزمون")
        unit = add("unit", name_fa="واحد آزمون")
        people = [
            add("person", family_name_fa=f"آزمون {n}", family_name_en=f"Test {n}") for n in "۱۲"
        ]
        relation = add("relation", partner=theirs, stage="negotiation", our_liaison=officer)
        draft = {
            "title_fa": "قرارداد خواهرشهری آزمون",
            "title_en": "Test sister-city contract",
            "number": "1405-A-7",
            "kind": "sister_city",
            "stage": "drafted",
            "relation": relation,
            "renewal": "fixed",
            "valid_until": Span(TODAY + timedelta(80), TODAY + timedelta(80)),
        }
        agreement = add("agreement", **draft | values)
        parties = tuple(
            add("agreement_party", agreement=agreement, rank=rank, partner=partner,
                signatory=person, signatory_title_fa="شهردار", signatory_title_en="Mayor")
            for rank, (partner, person) in enumerate(zip((theirs, ours), people, strict=True), 1)
        )  # fmt: skip
        sides = ("ours", "theirs", "both", "ours", "ours")
        articles = tuple(
            add("article", agreement=agreement, number=str(number), owed_by=side, unit=unit,
                due_on=TODAY + timedelta(30 * number), text_fa=f"متن بند {number}",
                text_en=f"Text of clause {number}" if number != 3 else None)
            for number, side in enumerate(sides, 1)
        )  # fmt: skip
        asked = TODAY - timedelta(30)
        results = ("granted", "pending", "pending")
        clearances = tuple(
            add("clearance", agreement=agreement, authority=authority, result=result,
                requested_on=asked, letter_no=f"۱۲/{at}")
            for at, (authority, result) in enumerate(zip(authorities, results, strict=True))
        )  # fmt: skip
    return Agreed(agreement, relation, ours, theirs, officer, parties, articles, clearances)
