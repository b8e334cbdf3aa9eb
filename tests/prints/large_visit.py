"""A large visit, made up from counters: 40 members, 5 days, 12 meetings, hard names among them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from liaison.domain.records.delegation_member import DelegationMember
from liaison.storage.archive import Archive
from tests.prints.large_papers import SECRETS, THEMES, agreement, around
from tests.prints.made import Maker, both

TODAY = date(2026, 4, 22)
ARRIVAL = date(2026, 4, 25)
DAYS = 5
MEMBERS = 40
MEETINGS = 12

HARD_NAMES = [
    ("ایشیق چاغلایان", "Işık", "Çağlayan"),
    ("مُحَمَّد تَوَکُّلی", "Mohammad", "Tavakkolī"),
    ("علی‌رضا نیک‌اندیش آزمونی‌نژاد", "Ali-Reza", "Nīkandīsh Āzmūnīnezhād"),
    ("گؤکچه اوغلو", "Ayşe", "Gökçeoğlu"),
    (
        "نام بسیار بلند آزمون برای دیدن اینکه کارت جا دارد",
        "Averylonggivenname",
        "Averylongfamilyname",
    ),
]
OFFICES = [
    ("شهردار شهر آزمون ۲", "Mayor of Test City 2", "head"),
    ("قائم‌مقام شهردار", "First Deputy Mayor", "deputy_head"),
    ("عضو شورای شهر (کمیسیون «فرهنگ»)", "Member of the City Council (culture)", "elected"),
    ("مدیرکل حمل‌ونقل و ترافیک", "Director General of Transport", "director"),
    ("کارشناس آب‌وهوا", "Expert on the climate", "expert"),
    ("خبرنگار", "Journalist", "press"),
    ("مترجم", "Interpreter", "interpreter"),
    ("محافظ", "Security officer", "security"),
]
KINDS = ["transfer", "meeting", "site_visit", "meal", "meeting", "prayer", "ceremony", "free"]
BY_OFFICE, PREVENTED = 12, 20


@dataclass(frozen=True)
class LargeVisit:
    """The uids of what was recorded."""

    visit: str
    partner: str
    meetings: tuple[str, ...]
    agreements: tuple[str, ...]
    members: tuple[str, ...]
    officer: str
    person: str

    def subject(self, type_name: str) -> str:
        """Return the first record of a type that prints are about, "" for lists."""
        return {
            "visit": self.visit,
            "partner": self.partner,
            "meeting": self.meetings[0],
            "agreement": self.agreements[0],
            "officer": self.officer,
            "person": self.person,
        }.get(type_name, "")


def large_visit(
    archive: Archive, *, members: int = MEMBERS, meetings: int = MEETINGS
) -> LargeVisit:
    """Record the visit; return where it is."""
    for lang, office, unit in (
        ("fa", "شهرداری شهر آزمون", "مرکز ارتباطات و امور بین‌الملل"),
        ("en", "Municipality of Test City", "Centre for International Affairs"),
    ):
        archive.settings.set(f"office_{lang}", office)
        archive.settings.set(f"unit_{lang}", unit)
    with archive.change("ثبت سفر آزمون") as change:
        make = Maker(change)
        own, city = _cities(make)
        officer = _officer(make)
        delegation, guests, hosts = _people(make, city, members)
        visit = _visit(make, city, delegation, officer)
        people = guests, hosts, officer
        held = tuple(_meeting(make, at, visit, city, *people) for at in range(meetings))
        _programme(make, visit, held, officer)
        agreements = tuple(agreement(make, at, own, city, visit) for at in range(2))
        around(make, visit, own, city, held, officer)
    head: str = archive.read(DelegationMember, guests[0])["person"]
    return LargeVisit(visit, city, held, agreements, tuple(guests), officer, head)


def _cities(make: Maker) -> tuple[str, str]:
    own = make.add(
        "partner",
        **both("name", "شهر آزمون", "Test City"),
        kind="city",
        is_ours=True,
        country="IR",
        population=1_200_000,
        **both("scope", "خدمات شهری آزمون", "Urban services of a test"),
    )
    city = make.add(
        "partner",
        **both("name", "شهر آزمون ۲", "Test City 2"),
        name_local="Deneme Şehri 2",
        kind="city",
        country="TR",
        population=850_000,
        population_on=date(2022, 1, 1),
        languages=("Türkçe",),
        **both("commonalities", "هر دو شهر بندری‌اند.", "Both are port cities."),
        sensitivities=SECRETS[0],
        verified_on=date(2023, 1, 1),
    )
    for at, theme in enumerate(THEMES):
        for partner, kind in ((own, "need"), (city, "strength")):
            make.add("subject_link", partner=partner, kind=kind, subject=f"موضوع {at}", theme=theme)
    return own, city


def _officer(make: Maker) -> str:
    person = make.add(
        "person",
        **both("family_name", "میزبانی", "Mizbani"),
        name_confirmed=True,
        mobile="+989120000001",
        phone=SECRETS[6],
    )
    return make.add("officer", **both("name", "کارشناس آزمون", "Test Officer"), person=person)


def _people(make: Maker, city: str, count: int) -> tuple[str, list[str], list[str]]:
    delegation = make.add(
        "delegation",
        **both("name", "هیئت شهرداری شهر آزمون ۲", "Delegation of Test City 2"),
        direction="incoming",
        partner=city,
    )
    guests = [_member(make, rank, delegation, city) for rank in range(1, count + 1)]
    hosts = [
        make.add(
            "person",
            **both("given_name", f"نام{rank}", f"Host{rank}"),
            **both("family_name", f"میزبان{rank}", f"Family{rank}"),
            gender="woman" if rank % 2 else "man",
            name_confirmed=True,
        )
        for rank in range(1, 8)
    ]
    return delegation, guests, hosts


def _member(make: Maker, rank: int, delegation: str, city: str) -> str:
    office_fa, office_en, role = OFFICES[min(rank - 1, 2) if rank < 4 else 3 + rank % 5]
    person = None
    if rank != BY_OFFICE:
        fa, given, family = HARD_NAMES[rank % len(HARD_NAMES)]
        person = make.add(
            "person",
            **both("given_name", f"نام{rank}", f"{given}{rank}"),
            **both("family_name", fa, family),
            gender="man" if rank % 3 else "woman",
            name_confirmed=rank != 7,
            passport_no=SECRETS[3],
            phone=SECRETS[6],
            diet="گیاهی" if rank % 9 == 0 else None,
            **(
                both(
                    "biography",
                    "سال‌ها در شهرداری آزمون کار کرده است. " * 6,
                    "Many years at the municipality of the test. " * 6,
                )
                if rank < 4
                else {}
            ),
        )
    starts = datetime(2026, 4, 25, 4, 50, tzinfo=UTC)
    return make.add(
        "delegation_member",
        delegation=delegation,
        rank=rank,
        person=person,
        role=role,
        city=city,
        **both("title", f"{office_fa} {rank}", f"{office_en} {rank}"),
        arrives=starts + timedelta(hours=rank % 2 * 3),
        arrival_flight=f"TK {870 + rank % 2}",
        departs=starts + timedelta(days=DAYS - 1, hours=12),
        departure_flight="TK 879",
        room=str(400 + rank),
        car=f"۱۲ب{rank:03}-۶۷",
        attendance="prevented" if rank == PREVENTED else "confirmed",
        attendance_reason=SECRETS[5] if rank == PREVENTED else None,
    )


def _visit(make: Maker, city: str, delegation: str, officer: str) -> str:
    return make.add(
        "visit",
        number="1405-V-099",
        **both(
            "title", "سفر هیئت بزرگ شهر آزمون ۲", "Visit of the large delegation of Test City 2"
        ),
        direction="incoming",
        partner=city,
        delegation=delegation,
        level="mayor",
        stage="preparing",
        starts_on=ARRIVAL,
        ends_on=ARRIVAL + timedelta(days=DAYS - 1),
        **both("place", "شهر آزمون", "Test City"),
        **both("purpose", "پیگیری برنامهٔ اقدام مشترک.", "Follow up the joint action plan."),
        **both("invitation", "به دعوت شهردار", "At the invitation of the mayor"),
        **both("hotel", "هتل آزمون", "Hotel Test"),
        **both("dress", "رسمی", "Formal"),
        **both("press_line", "دو شهر بر همکاری تأکید کردند.", "Both cities stressed cooperation."),
        **both("achievements", "برنامهٔ اقدام امضا شد.", "The action plan was signed."),
        host_officer=officer,
        interpretation="consecutive",
        cost="۱۰۰ میلیون ریال",
        cost_bearer="shared",
    )


def _meeting(
    make: Maker, at: int, visit: str, city: str, guests: list[str], hosts: list[str], officer: str
) -> str:
    starts = datetime(2026, 4, 25, 7, 0, tzinfo=UTC) + timedelta(
        days=at % DAYS, hours=at // DAYS * 2
    )
    held = at < MEETINGS // 2
    meeting = make.add(
        "meeting",
        **both(
            "title", f"دیدار {at + 1} دربارهٔ موضوع آزمون", f"Meeting {at + 1} on a test subject"
        ),
        kind="working" if at else "signing",
        visit=visit,
        partner=city,
        parity="equal" if at % 2 else "unequal",
        interpretation="consecutive",
        starts_at=starts,
        ends_at=starts + timedelta(minutes=60),
        state="held" if held else "planned",
        **both("place", "تالار ملاقات", "Reception room"),
        **both("purpose", "تعیین دبیر مشترک کارگروه.", "Name a joint secretary."),
        **both("minutes", "گفت‌وگو در فضایی دوستانه بود.\n" * 3, "The talks were friendly.\n" * 3),
        **both("outcome", "کارگروه تشکیل می‌شود.", "A joint group will be formed."),
        **both("press_line", "گفت‌وگو سازنده بود.", "The talks were constructive."),
        outcome_class="substantive" if at % 2 else "ceremonial",
        sensitivities=SECRETS[0],
    )
    for rank, member in enumerate(guests[: 6 + at % 3], 1):
        make.add("participant", meeting=meeting, side="theirs", member=member, rank=rank)
    for rank, person in enumerate(hosts, 1):
        make.add(
            "participant", meeting=meeting, side="ours", person=person, rank=rank,
            **both("capacity", f"سمت آزمون {rank}", f"Test office {rank}"),
        )  # fmt: skip
    for rank in range(1, 6):
        make.add(
            "talking_point", meeting=meeting, rank=rank, kind="certain", theme=THEMES[rank],
            red_line=SECRETS[1],
            **both("point", f"محور {rank}", f"Point {rank}"),
            **both("argument", "استدلال آزمون برای این محور.", "A test argument for this point."),
        )  # fmt: skip
        make.add(
            "statement", meeting=meeting, rank=rank, side=("ours", "theirs")[rank % 2],
            kind="commitment" if rank == 3 else "hope", theme=THEMES[rank],
            **both("speaker", f"سخنران {rank}", f"Speaker {rank}"),
            **both("text", f"اظهار {rank} دربارهٔ همکاری.", f"Statement {rank} on cooperation."),
        )  # fmt: skip
    make.add(
        "follow_up", **both("title", f"انجام تعهد {at + 1}", f"Carry out commitment {at + 1}"),
        owed_by=("ours", "theirs", "both")[at % 3], partner=city, meeting=meeting,
        due_on=date(2026, 4, 1) + timedelta(days=at * 5), assignee=officer, theme=THEMES[at % 6],
        state="done" if at % 4 == 0 else "open",
        done_on=date(2026, 4, 10) if at % 4 == 0 else None     )  # fmt: skip
    return meeting


def _programme(make: Maker, visit: str, meetings: tuple[str, ...], officer: str) -> None:
    left = list(meetings)
    for day, (slot, kind) in product(range(DAYS), enumerate(KINDS)):
        meeting = left.pop(0) if kind == "meeting" and left else None
        make.add(
            "programme_item", visit=visit, day=ARRIVAL + timedelta(days=day), kind=kind,
            starts=time(8 + slot, 0), ends=time(8 + slot, 50), meeting=meeting,
            state="confirmed" if slot % 3 else "draft", responsible=officer, vehicle="ون ۱",
            internal_note=SECRETS[2] if slot == 2 else None,
            **both("title", f"قلم {slot + 1} روز {day + 1}", f"Item {slot + 1} of day {day + 1}"),
            **both("place", f"مکان {slot % 4}", f"Place {slot % 4}"),
            **both("host", "شهردار شهر آزمون", "Mayor of Test City"),
        )  # fmt: skip
    for at in range(6):
        make.add(
            "checklist_item", visit=visit, due_on=date(2026, 4, 20) + timedelta(days=at),
            done_on=date(2026, 4, 20) if at < 2 else None, responsible=officer,
            **both("title", f"کار {at + 1} پیش از سفر", f"Task {at + 1} before the visit"),
        )  # fmt: skip
