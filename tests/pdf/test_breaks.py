"""Lines end where a reader of Persian or English expects them to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.pdf.breaks import Break, break_points
from liaison.pdf.lines import fill_lines
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("یک دو", ["یک ", "دو"]),
        ("یک  دو", ["یک  ", "دو"]),
        ("یک ، دو", ["یک ، ", "دو"]),
        ("« یک » دو", ["« یک » ", "دو"]),
        ("(یک) دو", ["(یک) ", "دو"]),
        ("۲۵ ٪ رشد", ["۲۵ ٪ ", "رشد"]),
        ("می\u200cرود", ["می\u200cرود"]),
        ("twelve-month", ["twelve-", "month"]),
        ("Ali-Reza", ["Ali-Reza"]),
        ("021-5560", ["021-5560"]),
        ("۱۴۰۴/۰۸/۲۹", ["۱۴۰۴/۰۸/۲۹"]),
        ("ورودی/خروجی", ["ورودی/", "خروجی"]),
        ("one—two", ["one—", "two"]),
        ("10–12", ["10–12"]),
        ("one\u00a0two", ["one\u00a0two"]),
        ("یک\u2028دو", ["یک\u2028", "دو"]),
        ("", [""]),
    ],
)
def test_a_line_may_end_only_here(text: str, pieces: list[str]) -> None:
    cuts = [0, *break_points(text), len(text)]
    assert [text[cuts[i] : cuts[i + 1]] for i in range(len(cuts) - 1)] == pieces


def test_only_a_break_that_was_asked_for_is_forced() -> None:
    assert break_points("یک دو\u2028سه") == {3: Break.USUAL, 6: Break.FORCED}


@given(st.text(alphabet=" ab-/–(«»)،\u200b\u200c\u2028سلام۱۲"))
def test_no_line_begins_with_a_space_or_a_closing_mark(text: str) -> None:
    for position, kind in break_points(text).items():
        forced = kind is Break.FORCED
        assert 0 < position < len(text)
        assert forced or text[position] not in " \u200b"
        assert forced or text[position - 1] != " " or text[position] not in "»)،"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("the visit from 29 April 2026 on", "29 April 2026"),
        ("سفر از ۲۹ آوریل ۲۰۲۶ به بعد", "۲۹ آوریل ۲۰۲۶"),
        ("the guest Ali-Reza Test comes", "Ali-Reza"),
    ],
)
def test_a_date_and_a_name_are_parted_only_if_they_must_be(text: str, together: str) -> None:
    style = ParagraphStyle(direction="auto")
    shaped = ShapedText(text, style)
    widest = sum(shaped.advances)
    need = sum(ShapedText(together, style).advances)

    def lines(width: float) -> list[str]:
        filled = fill_lines(shaped, style, 0, len(text), width)
        return [text[each.start : each.stop] for each in filled]

    for width in range(int(need) + 2, int(widest)):
        assert any(together in line for line in lines(width)), lines(width)
    narrow = lines(need * 0.8)
    assert not any(together in line for line in narrow)
    assert all(line.endswith((" ", "-")) for line in narrow[:-1]), "no word is cut"
