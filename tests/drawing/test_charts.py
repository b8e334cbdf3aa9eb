"""Charts: proportional, mirrored in Persian, readable with one category or forty."""

from collections.abc import Callable

import pytest

from liaison.drawing.bars import bars, share
from liaison.drawing.columns import columns, slots, whole_ticks
from liaison.drawing.matrix import matrix
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import Chart, Line, Picture, Rectangle, Words
from liaison.drawing.timeline import Mark, timeline
from liaison.drawing.wording import shortened, width_of
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle

LABELS = {"fa": "شهر آزمون با نامی بسیار بلند برای نمودار", "en": "Test city with a very long name"}
SERIES = {"fa": ("انجام‌شده", "باز"), "en": ("kept", "open")}


def setting(language: str = "en", **changes: int) -> Setting:
    return Setting(420, language, "آزمون", "هیچ", **changes)


def categories(count: int, language: str = "en") -> list[Category]:
    return [
        Category(f"{LABELS[language]} {place}", (place * 7 % 23 + 1, place * 5 % 11))
        for place in range(count)
    ]


def some_bars(count: int, language: str) -> Chart:
    return bars(categories(count, language), setting(language), SERIES[language])


def some_columns(count: int, language: str) -> Chart:
    return columns(categories(count, language), setting(language, most=40), SERIES[language])


def some_cells(count: int, language: str) -> Chart:
    return matrix(categories(count, language), ["one", "two words"], setting(language))


def some_marks(count: int, language: str) -> Chart:
    marks = [Mark(place**2, LABELS[language], str(1990 + place)) for place in range(count)]
    return timeline(marks, setting(language))


def some_years(count: int, language: str) -> Chart:
    years = [Category(str(1990 + place), (place,)) for place in range(count + 1)]
    return columns(years, setting(language, most=40))


CHARTS = [some_years, some_bars, some_columns, some_cells, some_marks]


def boxes(picture: Picture, fill: str) -> list[Rectangle]:
    return [each for each in picture.shapes if isinstance(each, Rectangle) and each.fill == fill]


def span_of(words: Words) -> tuple[float, float]:
    """Give the left and the right end of words as the real font sets them."""
    direction = "rtl" if words.language == "fa" else "ltr"
    style = ParagraphStyle(size=words.size, direction=direction, bold=words.bold)
    width = sum(ShapedText(words.text, style).advances)
    left = words.at.x - {"start": 0, "middle": width / 2, "end": width}[words.anchor]
    return left, left + width


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("count", [1, 2, 12, 40])
@pytest.mark.parametrize("draw", CHARTS)
def test_words_stay_inside_and_apart(
    draw: Callable[[int, str], Chart], count: int, language: str
) -> None:
    picture = draw(count, language).picture
    placed = [(each.at.y, each.size, *span_of(each)) for each in picture.words]
    for baseline, size, left, right in placed:
        assert left >= -1
        assert right <= picture.width + 1
        assert size * 0.7 <= baseline <= picture.height
    for index, (baseline, size, left, right) in enumerate(placed):
        for other, _, others_left, others_right in placed[index + 1 :]:
            if abs(baseline - other) < size * 0.8:
                assert left >= others_right or right <= others_left


@pytest.mark.parametrize("draw", CHARTS[1:])
def test_a_chart_tells_all_it_shows(draw: Callable[[int, str], Chart]) -> None:
    chart = draw(3, "en")
    assert chart.alternative.startswith("آزمون: ")
    assert chart.alternative.count("Test city") == 3


@pytest.mark.parametrize(
    "chart",
    [
        bars([], setting()),
        bars([Category("none", (0,))], setting()),
        columns([], setting()),
        matrix([], [], setting()),
        matrix([Category("none", (0, 0))], ["a", "b"], setting()),
        timeline([], setting()),
        share(0, 0, "0 of 0", setting()),
    ],
)
def test_nothing_to_show_is_said(chart: Chart) -> None:
    assert [each.text for each in chart.picture.words] == ["هیچ"]
    assert chart.alternative == "آزمون: هیچ"


def test_bars_are_as_long_as_their_values() -> None:
    picture = bars([Category("a", (8,)), Category("b", (2,))], setting()).picture
    longer, shorter = boxes(picture, "accent")
    assert longer.width == pytest.approx(4 * shorter.width)
    assert longer.left == shorter.left


def test_bars_grow_from_the_right_in_persian() -> None:
    values = [Category("الف", (8,)), Category("ب", (2,))]
    longer, shorter = boxes(bars(values, setting("fa")).picture, "accent")
    assert longer.left + longer.width == pytest.approx(shorter.left + shorter.width)
    assert longer.left < shorter.left


def test_the_second_series_is_hatched() -> None:
    picture = bars([Category("a", (8, 4))], setting(), SERIES["en"]).picture
    hatches = [each for each in picture.shapes if isinstance(each, Line)]
    (second,) = (each for each in boxes(picture, "accent_soft") if each.width > 20)
    assert any(
        second.left <= each.start.x <= each.stop.x <= second.left + second.width for each in hatches
    )


@pytest.mark.parametrize(("language", "rising"), [("en", True), ("fa", False)])
def test_time_runs_as_the_language_reads(language: str, *, rising: bool) -> None:
    values = [Category(str(year), (1,)) for year in range(3)]
    lefts = [each.left for each in boxes(columns(values, setting(language)).picture, "accent")]
    assert lefts == sorted(lefts, reverse=not rising)
    marks = [Mark(day, "x", str(day)) for day in (30, 10, 20)]
    days = {each.text: each.at.x for each in timeline(marks, setting(language)).picture.words}
    assert (days["10"] < days["20"] < days["30"]) is rising


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (17, [0, 5, 10, 15, 20]),
        (1500, [0, 500, 1000, 1500]),
        (0.5, [0, 1]),
    ],
)
def test_ticks_are_whole_numbers(largest: float, ticks: list[int]) -> None:
    assert whole_ticks(largest) == ticks


def test_what_is_over_the_limit_is_counted() -> None:
    chart = bars(categories(40), setting())
    assert [each.text for each in chart.picture.words][-1] == "+28 more"
    assert chart.alternative.endswith("+28 more")


def test_columns_keep_the_last_categories() -> None:
    words = [each.text for each in columns(categories(20), setting(most=3)).picture.words]
    assert "+17 more" in words


def test_cells_carry_their_figures() -> None:
    rows = [Category("a", (4, 0)), Category("b", (1, 2))]
    words = [each.text for each in matrix(rows, ["x", "y"], setting()).picture.words]
    assert words == ["x", "y", "a", "4", "0", "b", "1", "2"]


def test_a_silence_covers_its_time() -> None:
    marks = [
        Mark(0, "first", "2020"),
        Mark(50, "silence", "2021", "red", stop=100),
        Mark(200, "next", "2026", ahead=True),
    ]
    (stretch,) = boxes(timeline(marks, setting()).picture, "red_soft")
    assert stretch.width == pytest.approx((420 - 36) / 4)


def test_a_share_never_outgrows_its_whole() -> None:
    picture = share(15, 10, "15 of 10", setting()).picture
    assert boxes(picture, "accent")[0].width == boxes(picture, "grey_soft")[0].width


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("short", 100, "short"),
        ("Urban development and transport", 110, "Urban development…"),
        ("شبکه‌های شهری و نمایندگی", 84, "شبکه‌های شهری…"),
        ("Donaudampfschifffahrt", 60, "Donaudamp…"),
        ("word", 0, "…"),
    ],
)
def test_long_words_are_cut(text: str, room: float, expected: str) -> None:
    assert shortened(text, 9, room) == expected


@pytest.mark.parametrize("text", [*LABELS.values(), "۱۲٬۵۰۰", "کمک گگ ممم", "WWMM", "سسششصص"])
def test_estimates_are_on_the_safe_side(text: str) -> None:
    real = sum(ShapedText(text, ParagraphStyle(size=10, direction="auto")).advances)
    assert 0.97 * real <= width_of(text, 10) <= 1.6 * real


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_column_stands_in_the_slot_of_its_category(language: str) -> None:
    those = [Category(str(place), (place + 1,)) for place in range(12)]
    drawn = boxes(columns(those, setting(language)).picture, "accent")
    places = slots(those, setting(language))
    for column, slot in zip(drawn, places, strict=True):
        assert slot.left < column.left
        assert column.left + column.width < slot.left + slot.width
    assert (places[0].left > places[1].left) == (language == "fa")
