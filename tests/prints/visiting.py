"""A visit that fills a brief: seven guests, five points, everything made up and seen to be."""

from datetime import UTC, date, datetime, time
from typing import Any

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from liaison.time import span

TODAY = date(2026, 4, 22)
"""Wednesday, 2 Ordibehesht 1405."""

OFFICES = [
    ("شهردار شهر آزمون ۱", "Mayor of Test City 1", "head"),
    ("معاون شهردار در امور مالی", "Deputy Mayor for Finance", "deputy_head"),
    ("عضو شورای شهر", "Member of the City Council", "elected"),
    ("مدیر امور بین‌الملل", "Director of International Affairs", "director"),
    ("مدیر حمل‌ونقل", "Head of the Transport Department", "director"),
    ("کارشناس محیط زیست", "Expert on the environment", "expert"),
    ("مترجم هیئت", "Interpreter of the delegation", "interpreter"),
]
KNOWN_BY_OFFICE, PREVENTED = 5, 6

MEETING: dict[str, Any] = {
    "title_fa": "دیدار شهردار شهر آزمون با هیئت شهرداری شهر آزمون ۱",
    "title_en": "The Mayor of Test City meets the delegation of Test City 1",
    "kind": "working",
    "interpretation": "consecutive",
    "press": True,
    "starts_at": datetime(2026, 4, 25, 7, 0, tzinfo=UTC),
    "ends_at": datetime(2026, 4, 25, 8, 0, tzinfo=UTC),
    "place_fa": "ساختمان مرکزی، تالار ملاقات",
    "place_en": "City Hall, reception room",
    "purpose_fa": "از سرگیری برنامهٔ اقدام پیمان خواهرخواندگی و تعیین دبیر مشترک کارگروه.",
    "purpose_en": "Restart the action plan of the sister-city contract and name a joint secretary.",
    "key_message_fa": "نام مهم نیست؛ قول‌های گذشته را تمام کنیم.",
    "key_message_en": "Names matter less than finishing what was promised.",
    "their_likely_points_fa": "پرسش دربارهٔ زمان امضای تفاهم‌نامهٔ تازه و سهم هر طرف از هزینه‌ها.",
    "their_likely_points_en": "When the new memorandum will be signed and who pays for what.",
    "sensitivities": "دربارهٔ مناقشهٔ زمین نمایشگاه تنها به پرسش پاسخ داده شود.",
    "press_line_fa": "دو شهر بر اجرای برنامهٔ اقدام مشترک تأکید کردند.",
    "press_line_en": "The two cities stressed that the joint action plan will be carried out.",
}
_PARTS = ("point", "argument", "expected_reply", "our_response")
POINTS = [
    (
        ("برنامهٔ اقدام", "Action plan"),
        ("کارگروهی با دو نشست حضوری در سال تشکیل شود.", "A joint group with two meetings a year."),
        ("دبیر را پس از انتخابات معرفی می‌کنند.", "They will name a secretary after the election."),
        ("سرپرست موقت از هم‌اکنون معرفی شود.", "Let an acting secretary be named now."),
    ),
    (
        ("هوای پاک", "Clean air"),
        ("تجربهٔ کاهش آلودگی را در میان بگذاریم.", "Share what lowered pollution and what did not."),
        ("آمادهٔ میزبانی کارگاه‌اند.", "They are ready to host a workshop."),
        ("هزینهٔ سفر با هر طرف باشد.", "Each side pays for its own travel."),
    ),
    (
        ("گردشگری", "Tourism"),
        ("هفتهٔ شهر آزمون در بهار ۱۴۰۶ برگزار شود.", "Test City week in the spring of 2027."),
        ("زمان را نزدیک می‌دانند.", "They find the date too near."),
        ("پاییز ۱۴۰۶ نیز پذیرفتنی است.", "Autumn 2027 is acceptable too."),
    ),
    (
        ("آموزش کارکنان", "Training of staff"),
        ("تبادل ده کارشناس برای دو هفته.", "Exchange of ten experts for two weeks."),
        ("شمار را کم می‌کنند.", "They will reduce the number."),
        ("پنج نفر کافی است.", "Five are enough."),
    ),
    (
        ("پرواز مستقیم", "Direct flight"),
        ("موضوع در صلاحیت شهرداری نیست.", "The matter is not for the municipality."),
        ("پافشاری می‌کنند.", "They will insist."),
        ("نامهٔ مشترک فرستاده شود.", "A joint letter can be sent."),
    ),
]
POINT_KINDS = ("certain", "certain", "certain", "may_arise", "defensive")
THEMES = ("economy", "development", "culture", "development", "economy")
PROMISES = [
    ("ارسال پیش‌نویس برنامهٔ اقدام", "Send the draft action plan", "ours", date(2026, 2, 10), "open"),
    (
        "معرفی هنرمندان هفتهٔ شهر",
        "Name the artists of the week",
        "theirs",
        date(2026, 5, 20),
        "open",
    ),
    ("پاسخ به نامهٔ دانشگاه", "Answer the university", "ours", date(2026, 4, 30), "under_way"),
    ("فرستادن فهرست طرح‌ها", "Send the list of projects", "theirs", date(2026, 3, 1), "open"),
    ("برگزاری کارگاه", "Hold the workshop", "ours", date(2026, 1, 1), "done"),
]

SECRETS = {
    "red_line": "خطقرمزپنهان",
    "sensitivities": "حساسیت‌پنهان",
    "passport_no": "PASSPORT-HIDDEN-1",
    "phone": "+982155601234",
}
"""What no guest may ever read."""


class Writer:
    """Adds records inside one change."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def add(self, name: str, **values: Any) -> str:
        with self.archive.change("test") as change:
            return change.add(by_name(name), values)


def full_meeting(archive: Archive) -> str:
    """Record everything a brief can hold; return the meeting."""
    write = Writer(archive)
    for lang, office, unit in (
        ("fa", "شهرداری شهر آزمون", "مرکز ارتباطات و امور بین‌الملل"),
        ("en", "Municipality of Test City", "Centre for International Affairs"),
    ):
        archive.settings.set(f"office_{lang}", office)
        archive.settings.set(f"unit_{lang}", unit)
    own = write.add(
        "partner",
        name_fa="شهر آزمون",
        name_en="Test City",
        kind="city",
        is_ours=True,
        country="IR",
        population=1_200_000,
        scope_fa="خدمات شهری آزمون",
        scope_en="Urban services of a test",
    )
    city = write.add(
        "partner",
        name_fa="شهر آزمون ۱",
        name_en="Test City 1",
        kind="city",
        country="TR",
        commonalities_fa="هر دو شهر بندری‌اند.",
        commonalities_en="Both are port cities.",
        sensitivities=SECRETS["sensitivities"],
    )
    body = write.add(
        "partner", name_fa="شهرداری آزمون ۱", name_en="Municipality of Test City 1", city=city
    )
    visit, delegation = _visit(write, body)
    meeting = write.add("meeting", **MEETING, visit=visit, partner=body)
    _people(write, meeting, delegation)
    for rank, (parts, kind, theme) in enumerate(zip(POINTS, POINT_KINDS, THEMES, strict=True), 1):
        texts = {
            f"{key}_{lang}": text
            for key, pair in zip(_PARTS, parts, strict=True)
            for lang, text in zip(("fa", "en"), pair, strict=True)
        }
        red_line = SECRETS["red_line"] if rank == 1 else None
        write.add(
            "talking_point",
            meeting=meeting,
            rank=rank,
            kind=kind,
            theme=theme,
            red_line=red_line,
            **texts,
        )
    _bond(write, city, own)
    return meeting


def _visit(write: Writer, body: str) -> tuple[str, str]:
    delegation = write.add(
        "delegation",
        name_fa="هیئت شهرداری شهر آزمون ۱",
        name_en="Delegation of Test City 1",
        direction="incoming",
        partner=body,
    )
    visit = write.add(
        "visit",
        number="1405-V-048",
        title_fa="سفر هیئت شهر آزمون ۱",
        title_en="Visit of the delegation of Test City 1",
        direction="incoming",
        partner=body,
        delegation=delegation,
        stage="preparing",
        starts_on=date(2026, 4, 25),
    )
    write.add(
        "programme_item",
        visit=visit,
        day=date(2026, 4, 26),
        starts=time(9, 0),
        ends=time(12, 0),
        title_fa="بازدید از مرکز کنترل ترافیک",
        title_en="Tour of the traffic control centre",
        place_fa="مرکز کنترل",
        place_en="Control centre",
        internal_note="یادداشت پنهان",
    )
    return visit, delegation


def _people(write: Writer, meeting: str, delegation: str) -> None:
    for rank, (fa, en, role) in enumerate(OFFICES, 1):
        person = None
        if rank != KNOWN_BY_OFFICE:
            person = write.add(
                "person",
                given_name_fa=f"نام{rank}",
                given_name_en=f"Given{rank}",
                family_name_fa=f"خانوادگی{rank}",
                family_name_en=f"Family{rank}",
                gender="man",
                name_confirmed=True,
                passport_no=SECRETS["passport_no"],
                phone=SECRETS["phone"],
                biography_fa="سال‌ها در شهرداری آزمون کار کرده است." if rank == 1 else None,
                biography_en="Many years at the municipality of the test." if rank == 1 else None,
            )
        office = {"title_fa": fa, "title_en": en}
        member = write.add(
            "delegation_member",
            delegation=delegation,
            rank=rank,
            person=person,
            role=role,
            **office,
        )
        away = rank == PREVENTED
        write.add(
            "participant",
            meeting=meeting,
            side="theirs",
            member=member,
            rank=rank,
            attendance="prevented" if away else "confirmed",
            attendance_reason="تأخیر پرواز" if away else None,
        )
    host = write.add(
        "person", family_name_fa="میزبانی", family_name_en="Hostfamily", name_confirmed=True
    )
    write.add(
        "participant",
        meeting=meeting,
        side="ours",
        person=host,
        rank=1,
        capacity_fa="شهردار شهر آزمون",
        capacity_en="Mayor of Test City",
    )


def _bond(write: Writer, city: str, own: str) -> None:
    agreement = write.add(
        "agreement",
        title_fa="قرارداد خواهرشهری آزمون",
        title_en="Sister-city contract of the test",
        stage="in_force",
        signed_on=span.read("آبان ۱۳۹۲"),
        valid_until=span.read("1407/08/01"),
    )
    write.add("agreement_party", agreement=agreement, partner=city, rank=2)
    write.add("clearance", agreement=agreement, authority=own, result="pending")
    write.add(
        "relation",
        partner=city,
        kind="sister_city_contract",
        stage="concluded",
        since=span.read("۱۳۷۳"),
        as_of=span.read("۱۳۹۱"),
        agreement=agreement,
    )
    write.add(
        "visit",
        title_fa="سفر شهردار به شهر آزمون ۱",
        title_en="The mayor visits Test City 1",
        direction="outgoing",
        partner=city,
        stage="closed",
        starts_on=date(2025, 5, 3),
    )
    write.add(
        "meeting",
        title_fa="دیدار پیشین",
        title_en="Earlier meeting",
        partner=city,
        state="held",
        starts_at=datetime(2026, 1, 2, 8, tzinfo=UTC),
    )
    for fa, en, side, due_on, state in PROMISES:
        write.add(
            "follow_up",
            title_fa=fa,
            title_en=en,
            owed_by=side,
            partner=city,
            due_on=due_on,
            state=state,
        )
