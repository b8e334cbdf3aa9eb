"""The meeting brief: what it says, what it keeps back, and on how many pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.talking_point import TalkingPoint
from liaison.errors import UserError
from liaison.i18n import translated
from liaison.language.digits import to_persian
from liaison.prints.editions import Edition, Languages
from liaison.prints.register import PRODUCTS, findings, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, by_poppler, comparable, error_rate
from tests.pdf.structure import complaints
from tests.prints.conftest import FullFile
from tests.prints.visiting import MEETING, OFFICES, POINTS, PROMISES, SECRETS, TODAY, Writer

BRIEF = PRODUCTS["meeting-brief"]
EDITIONS: tuple[Languages, ...] = ("fa", "en", "both")
MOST = 0.03


def phrases(languages: Languages) -> list[str]:
    """Give the source of what a brief quotes in the languages of an edition."""
    spoken = ("fa", "en") if languages == "both" else (languages,)
    found = []
    for at, lang in enumerate(("fa", "en")):
        if lang in spoken:
            found += [value for key, value in MEETING.items() if key.endswith(f"_{lang}")]
            found += [office[at] for office in OFFICES]
            found += [part[at] for point in POINTS for part in point]
            found += [promise[at] for promise in PROMISES[:4]]
            found += [translated("Talking points", lang), translated("Meeting brief", lang)]
    return found


def page_texts(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_text_is_recovered_by_pdfium(full: FullFile, languages: Languages) -> None:
    text = by_pdfium(full.brief(languages).content)
    assert error_rate(phrases(languages), text) <= MOST


@pytest.mark.parametrize("languages", ["fa", "en"])
def test_the_text_is_recovered_by_poppler(
    full: FullFile, languages: Languages, tmp_path: Path
) -> None:
    text = by_poppler(full.brief(languages).content, tmp_path)
    assert error_rate(phrases(languages), text) <= MOST


@pytest.mark.parametrize("languages", EDITIONS)
def test_a_full_brief_is_two_pages_and_its_annexes(full: FullFile, languages: Languages) -> None:
    paper = full.brief(languages)
    pages = page_texts(paper.content)
    assert paper.pages == len(pages) == 3
    assert not [each for each in paper.findings if each.kind == "pages"]
    lang = "en" if languages == "en" else "fa"
    annex = comparable(translated("Annex {number}", lang).format(number=""))
    title = translated("Short biographies", lang)
    assert comparable(title) in pages[2]
    assert pages[2].find(comparable(title)) < 200
    assert annex.strip() in pages[2]


@pytest.mark.parametrize(
    ("languages", "folio"), [("fa", "صفحه ۱ از ۳"), ("en", "Page 1 of 3"), ("both", "Page 1 of 3")]
)
def test_pages_are_counted(full: FullFile, languages: Languages, folio: str) -> None:
    assert folio in page_texts(full.brief(languages).content)[0]


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_class_stands_at_the_top_and_the_bottom_of_each_page(
    full: FullFile, languages: Languages
) -> None:
    words = {"fa": ["محرمانه"], "en": ["CONFIDENTIAL"], "both": ["محرمانه", "CONFIDENTIAL"]}
    for page in page_texts(full.brief(languages).content):
        for word in words[languages]:
            assert page.count(word) >= 2


def test_the_class_is_that_of_the_most_secret_content(archive: Archive) -> None:
    meeting = Writer(archive).add("meeting", title_fa="دیدار آزمون")
    Writer(archive).add("talking_point", meeting=meeting, point_fa="نکته", classification="secret")
    paper = make(archive, BRIEF, meeting, Edition("en"), today=TODAY)
    assert "SECRET" in page_texts(paper.content)[0]
    assert "CONFIDENTIAL" not in page_texts(paper.content)[0]


@pytest.mark.parametrize("languages", EDITIONS)
def test_guests_read_nothing_that_is_not_for_them(full: FullFile, languages: Languages) -> None:
    paper = full.brief(languages, guest=True)
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        streams = b"".join(
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
        )
    text = comparable(by_pdfium(paper.content))
    internal = [MEETING[key] for key in ("key_message_en", "press_line_fa", "sensitivities")]
    kept = [*SECRETS.values(), *internal, *(part[0] for point in POINTS for part in point[1:])]
    for secret in map(comparable, kept):
        assert secret not in text
        assert secret.encode() not in paper.content + streams
        assert secret.encode("utf-16-be") not in paper.content + streams
    assert comparable(OFFICES[5][0]) not in text
    assert "CONFIDENTIAL" not in text
    assert "محرمانه" not in text


def test_guests_read_what_the_meeting_is_for_and_who_we_are(full: FullFile) -> None:
    text = comparable(by_pdfium(full.brief("en", guest=True).content))
    expected = [MEETING["purpose_en"], "Urban services of a test", "1. Urban economy", "1,200,000"]
    for words in (*expected, OFFICES[0][1], "Suggested agenda"):
        assert comparable(words) in text


def test_a_classed_record_is_refused_to_guests(archive: Archive) -> None:
    meeting = Writer(archive).add("meeting", title_fa="دیدار آزمون", classification="confidential")
    with pytest.raises(UserError, match="guest edition") as refusal:
        make(archive, BRIEF, meeting, Edition("fa", guest=True), today=TODAY)
    assert refusal.value.record == meeting


@pytest.mark.parametrize("languages", EDITIONS)
def test_equal_archives_give_equal_bytes(full: FullFile, languages: Languages) -> None:
    again = make(full.archive, BRIEF, full.meeting, Edition(languages), today=TODAY)
    assert again.content == full.brief(languages).content


def test_the_time_of_printing_is_told_where_it_is_known(full: FullFile) -> None:
    now = datetime(2026, 4, 22, 5, 44, tzinfo=UTC)
    paper = make(full.archive, BRIEF, full.meeting, Edition("fa"), today=TODAY, now=now)
    assert to_persian("09:14") in page_texts(paper.content)[0]
    assert to_persian("09:14") not in page_texts(full.brief("fa").content)[0]


@pytest.mark.parametrize("languages", EDITIONS)
def test_every_font_is_embedded_and_the_structure_is_whole(
    full: FullFile, languages: Languages
) -> None:
    assert complaints(full.brief(languages).content) == []


def test_the_background_is_computed(full: FullFile) -> None:
    text = comparable(by_pdfium(full.brief("en").content))
    for words in (
        "Sister-city contract · Concluded · since: 1994–1995 (1373) · as of 2012–2013 (1391)",
        "valid until: 22 October 2028 (1 Aban 1407)",
        "outgoing: 1 (3 May 2025: The mayor visits Test City 1)",
        "2 Jan 2026: Earlier meeting",
        "ours 1 of 3",
        "Test City: Awaiting reply",
    ):
        assert words in text
    promised = [text.find(words) for words in ("Send the draft", "Send the list", "Answer the un")]
    assert promised == sorted(promised)
    assert -1 not in promised


def test_who_stays_away_is_told_apart_with_the_reason(full: FullFile) -> None:
    text = comparable(by_pdfium(full.brief("fa").content))
    away = comparable(f"{translated('Not attending', 'fa')}:")
    assert text.find(away) > text.find(comparable(OFFICES[6][0]))
    assert comparable("تأخیر پرواز") in text
    assert comparable(translated("name to be confirmed", "fa")) in text


def test_a_missing_translation_is_marked_and_told_never_filled(archive: Archive) -> None:
    write = Writer(archive)
    meeting = write.add("meeting", title_fa="دیدار آزمون", purpose_fa="هدف", place_en="Hall")
    paper = make(archive, BRIEF, meeting, Edition("en"), today=TODAY)
    text = by_pdfium(paper.content)
    assert text.count("[not translated]") == 2
    assert "دیدار" not in text
    told = [each for each in paper.findings if each.kind == "translation"]
    assert len(told) == 1
    assert told[0].records == (meeting,)
    persian = make(archive, BRIEF, meeting, Edition("fa"), today=TODAY)
    assert comparable(translated("[not translated]", "fa")) in comparable(
        by_pdfium(persian.content)
    )
    assert "Hall" not in by_pdfium(persian.content)


def test_an_empty_meeting_says_what_is_not_recorded(archive: Archive) -> None:
    meeting = Writer(archive).add("meeting", title_en="Test")
    paper = make(archive, BRIEF, meeting, Edition("en"), today=TODAY)
    assert paper.pages == 1
    assert by_pdfium(paper.content).count("No data recorded") == 6
    kinds = {each.kind for each in findings(archive, BRIEF, meeting, Edition("en"), TODAY)}
    assert {"starts_at", "place", "purpose", "participants", "points"} <= kinds


def test_a_seventh_point_goes_into_an_annex(archive: Archive) -> None:
    write = Writer(archive)
    meeting = write.add("meeting", title_en="Test")
    for rank in range(1, 9):
        write.add("talking_point", meeting=meeting, rank=rank, point_en=f"Point number {rank}")
    paper = make(archive, BRIEF, meeting, Edition("en"), today=TODAY)
    first, second = page_texts(paper.content)
    assert "6. Point number 6" in first
    assert "7. Point number 7" not in first
    assert "8. Point number 8" in second


def test_what_does_not_fit_two_pages_is_told(archive: Archive) -> None:
    meeting = Writer(archive).add(
        "meeting", title_en="Test", background_en="Words of a test. " * 900
    )
    paper = make(archive, BRIEF, meeting, Edition("en"), today=TODAY)
    assert paper.pages > 2
    assert [each.severity for each in paper.findings if each.kind == "pages"] == ["warning"]


def test_the_stop_of_our_own_delegation_is_not_taken_for_whom_it_meets(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", name_en="Test City 2")
    write.add("relation", partner=city, kind="mou")
    visit = write.add("visit", title_en="Out", direction="outgoing", partner=city)
    meeting = write.add("meeting", title_en="Test", visit=visit)
    text = by_pdfium(make(archive, BRIEF, meeting, Edition("en"), today=TODAY).content)
    assert "Memorandum" not in text


HOSTILE: list[Callable[[str], str]] = [
    lambda text: text * 50,
    lambda text: f"<b>{text}</i> & <script> \u202e{text}\u202c",
    lambda text: f"{text} \U0001f600\U0001f1ee\U0001f1f7 \u200f\u200d",
    lambda text: "\n".join([text] * 30),
]


@pytest.mark.parametrize("spoil", HOSTILE)
@pytest.mark.parametrize("languages", EDITIONS)
def test_hostile_text_is_printed(
    archive: Archive, languages: Languages, spoil: Callable[[str], str]
) -> None:
    with archive.change("test") as change:
        meeting = change.add(
            Meeting,
            {
                key: spoil("آزمون") if key.endswith("_fa") else spoil("Test")
                for key, value in MEETING.items()
                if key.endswith(("_fa", "_en"))
            },
        )
        change.add(
            TalkingPoint,
            {
                "meeting": meeting,
                "point_fa": spoil("نکته"),
                "point_en": "x",
                "red_line": spoil("x"),
            },
        )
    paper = make(archive, BRIEF, meeting, Edition(languages), today=TODAY)
    assert complaints(paper.content) == []


@pytest.mark.parametrize("uid", ["", "no-such-record"])
def test_an_unknown_meeting_is_refused(archive: Archive, uid: str) -> None:
    with pytest.raises(UserError):
        make(archive, BRIEF, uid, Edition("fa"), today=TODAY)


def test_the_event_is_told_with_its_country_and_days(archive: Archive) -> None:
    write = Writer(archive)
    days = span.Span(text="آخرین روز اجلاس")
    event = write.add("event", title_en="Test summit", country="TR", when=days)
    meeting = write.add("meeting", title_en="Test", event=event)
    text = comparable(by_pdfium(make(archive, BRIEF, meeting, Edition("en"), today=TODAY).content))
    assert "On the margins of the Test summit (Türkiye; [not translated])" in text
