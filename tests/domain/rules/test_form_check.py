"""The form of a document against the signing rules: a gap warns and names its field, no more."""

from typing import Any

import pytest

from liaison.domain.rules.form_check import AgreementFile, form_check
from liaison.time.span import read
from tests.domain.rules.rows import Row

WHOLE: dict[str, Any] = {
    "kind": "sister_city",
    "number": "1405-A-1",
    "title_fa": "قرارداد",
    "title_en": "Contract",
    "stage": "signed",
    "signed_on": read("1404/02/01"),
    "signed_place_fa": "شهر آزمون",
    "signed_place_en": "Test City",
    "valid_from": read("1404/02/01"),
    "valid_until": read("1409/02/01"),
    "renewal": "fixed",
    "languages": ("فارسی", "English"),
    "authentic_language": "انگلیسی",
    "originals": 2,
    "original_kept_at_fa": "بایگانی",
    "legal_basis_fa": "مصوبه",
}
OURS: dict[str, Any] = {
    "partner": "own",
    "signatory": "x",
    "signatory_title_fa": "شهردار",
    "signatory_title_en": "Mayor",
}
THEIRS = OURS | {"partner": "city", "signatory": "y"}
CLAUSE: dict[str, Any] = {
    "number": "1",
    "text_fa": "متن",
    "text_en": "Text",
    "owed_by": "ours",
    "due_on": read("1405/02/01"),
}


def kinds(
    values: dict[str, Any] | None = None,
    parties: tuple[dict[str, Any], ...] = (OURS, THEIRS),
    clauses: tuple[dict[str, Any], ...] = (CLAUSE,),
    result: str | None = "granted",
) -> list[str]:
    file = AgreementFile(
        Row("a", WHOLE | (values or {})),
        [Row(f"p{at}", each) for at, each in enumerate(parties)],
        [Row(f"c{at}", each) for at, each in enumerate(clauses)],
        [Row("g", {"result": result})],
        frozenset({"own"}),
    )
    found = form_check(file)
    assert all(each.severity == "warning" and each.records for each in found)
    return [each.kind for each in found]


def test_a_whole_document_lacks_nothing() -> None:
    assert kinds() == []


LACKING = [
    *((key, [key]) for key in ("kind", "number", "title_fa", "title_en", "languages")),
    *((key, [key]) for key in ("originals", "valid_from", "valid_until", "renewal")),
    ("legal_basis_fa", ["legal_basis"]),
    ("authentic_language", ["authentic_language"]),
    ("signed_on", ["signed_on"]),
    ("signed_place_en", ["signed_place_en"]),
    ("original_kept_at_fa", ["original_kept_at"]),
]


@pytest.mark.parametrize(("key", "found"), LACKING)
def test_each_gap_of_the_document_leads_to_its_field(key: str, found: list[str]) -> None:
    assert kinds({key: None}) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"signed_on": read("1404")}, ["signed_on"]),
        ({"signed_place_fa": None, "signed_place_en": None}, ["signed_place"]),
        ({"languages": ("English", "français")}, ["languages"]),
        ({"authentic_language": "français"}, ["authentic_language"]),
        ({"originals": 1}, ["originals"]),
        ({"valid_until": read("1403/02/01")}, ["valid_until"]),
        ({"renewal": "evergreen", "valid_until": None}, []),
        ({"renewal": "automatic"}, ["notice_days"]),
        ({"renewal": "automatic", "notice_days": 0}, []),
        # Before it is signed neither day nor city is asked for, nor where the original lies.
        (
            {
                "stage": "drafted",
                "signed_on": None,
                "signed_place_fa": None,
                "original_kept_at_fa": None,
            },
            [],
        ),
    ],
)
def test_date_place_languages_and_validity(values: dict[str, Any], found: list[str]) -> None:
    assert kinds(values) == found


@pytest.mark.parametrize(
    ("parties", "found"),
    [
        ((OURS,), ["parties"]),
        ((THEIRS, OURS), ["rank"]),
        ((OURS, THEIRS | {"signatory": None}), ["signatory"]),
        ((OURS, THEIRS | {"signatory_title_en": None}), ["signatory_title_en"]),
        ((OURS, THEIRS | {"signatory_title_fa": None}), ["signatory_title_fa"]),
        ((OURS, {"partner": "city"}), ["signatory"]),
        ((OURS, THEIRS | {"partner": None}), ["partner"]),
        ((OURS, THEIRS, THEIRS), ["originals"]),
    ],
)
def test_parties_with_names_and_posts_ours_first(
    parties: tuple[dict[str, Any], ...], found: list[str]
) -> None:
    assert kinds(parties=parties) == found


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ((), ["articles"]),
        ((CLAUSE | {"text_en": None},), ["text"]),
        ((CLAUSE | {"text_fa": None},), ["text"]),
        ((CLAUSE | {"owed_by": None, "due_on": None},), ["owed_by", "due_on"]),
        ((CLAUSE | {"owed_by": None, "due_on": None, "state": "done"},), []),
    ],
)
def test_clauses_in_both_languages_with_side_and_day(
    clauses: tuple[dict[str, Any], ...], found: list[str]
) -> None:
    assert kinds(clauses=clauses) == found


def test_an_unanswered_clearance_is_told() -> None:
    assert kinds(result=None) == ["clearance"]
