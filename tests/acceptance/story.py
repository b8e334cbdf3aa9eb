"""The visit of US-01 as a bundle: what another office would send, everything made up."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from reportlab.pdfgen.canvas import Canvas

from liaison.exchange.incoming import FORMAT, VERSION

SCANNED = "Protocol about the harbour workshop of Test City"
FAMILY = "Testman"
OFFICES = (
    ("Mayor", "شهردار"),
    ("Deputy Mayor", "معاون شهردار"),
    ("Member of the City Council", "عضو شورای شهر"),
    ("Head of International Affairs", "مدیر امور بین‌الملل"),
    ("Head of Transport Department", "مدیر حمل‌ونقل"),
    ("Interpreter", "مترجم"),
    ("Security officer", "محافظ"),
)
BY_OFFICE = 5
POINT = "برنامهٔ مشترک آزمون", "Joint programme of the test"
PROMISE = "ارسال پیش‌نویس برنامهٔ آزمون", "Send the draft of the test programme"
CLAUSE = "برگزاری کارگاه در بندر آزمون", "Hold the workshop in the test harbour"


def uid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


OURS, CITY, RELATION, AGREEMENT, DELEGATION, VISIT, MEETING = map(uid, range(1, 8))


def scan() -> bytes:
    """Make a page whose words lie unseen over a picture, as text recognition leaves it."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.rect(60, 60, 400, 700)
    layer = canvas.beginText(80, 700)
    layer.setTextRenderMode(3)
    layer.textLine(SCANNED)
    canvas.drawText(layer)
    canvas.save()
    return stream.getvalue()


def record(type_name: str, known_by: str, /, **fields: Any) -> dict[str, Any]:
    return {"type": type_name, "uid": known_by, "fields": fields}


def pair(key: str, words: tuple[str, str]) -> dict[str, str]:
    return {f"{key}_fa": words[0], f"{key}_en": words[1]}


def bundle() -> dict[str, Any]:
    """Give the whole visit: seven members, a meeting, an agreement, a promise, a document."""
    return {"format": FORMAT, "version": VERSION, "records": [*_bond(), *_people(), *_meeting()]}


def _bond() -> list[dict[str, Any]]:
    signed = {"from": "1994-10-23", "until": "1994-11-21", "text": "آبان ۱۳۷۳"}
    content = scan()
    file = {"sha256": sha256(content).hexdigest(), "name": "scan.pdf", "size": len(content)}
    return [
        record(
            "partner", OURS, kind="city", is_ours=True, **pair("name", ("شهر آزمون", "Own City"))
        ),
        record("partner", CITY, kind="city", **pair("name", ("شهر آزمون ۱", "Test City 1"))),
        record(
            "relation",
            RELATION,
            partner=CITY,
            kind="sister_city_contract",
            stage="concluded",
            since=signed,
            agreement=AGREEMENT,
        ),
        record(
            "agreement",
            AGREEMENT,
            stage="in_force",
            signed_on=signed,
            **pair("title", ("قرارداد آزمون", "Contract of the test")),
        ),
        record("agreement_party", uid(11), agreement=AGREEMENT, partner=OURS, rank=1),
        record("agreement_party", uid(12), agreement=AGREEMENT, partner=CITY, rank=2),
        record(
            "article",
            uid(13),
            agreement=AGREEMENT,
            number="1",
            owed_by="theirs",
            state="open",
            **pair("text", CLAUSE),
        ),
        record(
            "document",
            uid(14),
            title_en="Scanned contract",
            kind="agreement_text",
            attached_to={"type": "agreement", "uid": AGREEMENT},
            file=file,
        ),
    ]


def _people() -> list[dict[str, Any]]:
    found = [record("delegation", DELEGATION, name_en="Delegation of Test City 1", partner=CITY)]
    for rank, (en, fa) in enumerate(OFFICES, start=1):
        person = uid(100 + rank)
        if rank != BY_OFFICE:
            name = {"given_name_en": f"Given{rank}", "family_name_en": FAMILY}
            found.append(record("person", person, **name))
        member = {"delegation": DELEGATION, "rank": rank, **pair("title", (fa, en))}
        known = {} if rank == BY_OFFICE else {"person": person}
        found.append(record("delegation_member", uid(200 + rank), **member, **known))
        if rank <= BY_OFFICE:
            place = {"meeting": MEETING, "side": "theirs", "member": uid(200 + rank), "rank": rank}
            found.append(
                record("participant", uid(300 + rank), **place, **pair("capacity", (fa, en)))
            )
    return found


def _meeting() -> list[dict[str, Any]]:
    visit = {"partner": CITY, "delegation": DELEGATION, "direction": "incoming"}
    return [
        record(
            "visit",
            VISIT,
            number="1405-V-001",
            starts_on="2026-04-25",
            ends_on="2026-04-28",
            **visit,
            **pair("title", ("سفر شهر آزمون ۱", "Visit of Test City 1")),
        ),
        record(
            "meeting",
            MEETING,
            visit=VISIT,
            starts_at="2026-04-25T07:00:00Z",
            ends_at="2026-04-25T08:00:00Z",
            sensitivities="HIDDEN-SENSITIVITY",
            **pair("title", ("دیدار با شهردار", "Meeting with the mayor")),
        ),
        record("talking_point", uid(401), meeting=MEETING, rank=1, **pair("point", POINT)),
        record(
            "follow_up",
            uid(402),
            visit=VISIT,
            partner=CITY,
            owed_by="ours",
            due_on="2026-04-15",
            state="open",
            **pair("title", PROMISE),
        ),
    ]


def write_file(path: Path, bundle_json: bytes) -> Path:
    """Write a `.liaison` file of the bundle and the scan it speaks of."""
    content = scan()
    with ZipFile(path, "w") as container:
        container.writestr("bundle.json", bundle_json)
        container.writestr(f"files/{sha256(content).hexdigest()}", content)
    return path
