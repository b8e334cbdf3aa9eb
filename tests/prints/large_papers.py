"""The papers and dealings around the large visit: agreements, gifts, reactions, earlier visits."""

from datetime import date

from liaison.time import span
from tests.prints.made import Maker, both

SECRETS = (
    "راز-حساسیت", "راز-خط‌قرمز", "راز-یادداشت", "PASSPORT-LARGE", "راز-مانع", "راز-غیبت",
    "+982155609999",
)  # fmt: skip
"""What no guest may ever read."""
THEMES = ["security", "development", "economy", "networks", "representation", "culture"]


def agreement(make: Maker, at: int, own: str, city: str, visit: str) -> str:
    made = make.add(
        "agreement", number=f"A-{at + 1}", kind="mou" if at else "sister_city",
        stage="in_force", visit=visit if at == 0 else None,
        **both("title", f"سند همکاری {at + 1}", f"Agreement {at + 1}"),
        signed_on=span.read("1404/02/0" + str(at + 1)),
        valid_until=span.read("1407/08/01"), renewal="automatic", notice_days=90,
        languages=("فارسی", "English"), authentic_language="English", originals=2,
        themes=("culture", "economy"), **both("obstacles", SECRETS[4], "LEGAL-OBSTACLE"),
        **both("signed_place", "شهر آزمون", "Test City"),
    )  # fmt: skip
    for rank, partner in enumerate((own, city), 1):
        make.add(
            "agreement_party", agreement=made, partner=partner, rank=rank,
            **both("signatory_title", "شهردار", "Mayor"),
        )  # fmt: skip
    for number in range(1, 6):
        make.add(
            "article", agreement=made, number=str(number), theme=THEMES[number],
            owed_by=("ours", "theirs", "both")[number % 3], state="open",
            due_on=date(2026, 6, number),
            text_fa=f"بند {number}: دو طرف در موضوع آزمون همکاری می‌کنند.",
            text_en=None if number == 4 else f"Article {number}: both sides cooperate on a test.",
        )  # fmt: skip
    make.add("clearance", agreement=made, authority=own, result="granted", letter_no="12/34")
    return made


def around(
    make: Maker, visit: str, own: str, city: str, meetings: tuple[str, ...], officer: str
) -> None:
    make.add(
        "relation", partner=city, kind="sister_city_contract", stage="concluded",
        since=span.read("۱۳۷۳"), as_of=span.read("۱۳۹۱"), our_liaison=officer,
        source="سند آزمون، جدول ۱", themes=("culture", "economy"),
    )  # fmt: skip
    for at in range(4):
        make.add(
            "gift", visit=visit, meeting=meetings[0], direction=("given", "received")[at % 2],
            from_partner=(own, city)[at % 2], given_on=date(2026, 4, 25), value="نمادین",
            **both("item", f"هدیهٔ {at + 1}", f"Gift {at + 1}"),
            **both("kept_at", "گنجینه", "Treasury"),
        )  # fmt: skip
        make.add(
            "media_item", visit=visit, group=("press", "parliament")[at % 2], tone="neutral",
            **both("headline", f"تیتر {at + 1}", f"Headline {at + 1}"),
            published_on=span.read("1405/02/07"),
        )  # fmt: skip
        make.add(
            "experience", visit=visit, partner=city, direction="received", theme=THEMES[at],
            result=("successful", "unsuccessful")[at % 2],
            **both("title", f"تجربهٔ {at + 1}", f"Experience {at + 1}"),
            **both("lesson", f"درس {at + 1}", f"Lesson {at + 1}"),
        )  # fmt: skip
        make.add(
            "visit", **both("title", f"سفر پیشین {at + 1}", f"Earlier visit {at + 1}"),
            direction=("incoming", "outgoing")[at % 2], partner=city, stage="closed",
            starts_on=date(2024, 1 + at * 2, 3),
        )  # fmt: skip
    mayor = make.add("person", **both("family_name", "آزمونی", "Azmuni"), name_confirmed=True,
                     email="mayor@example.org")  # fmt: skip
    make.add("position", person=mayor, partner=city, rank_level=1,
             **both("title", "شهردار", "Mayor"))  # fmt: skip
