"""The small markup: what it means, and that no text can be lost to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.pdf.markup import PLAIN, Emphasis, Span, escape, parse

BOLD = Emphasis(bold=True)
BOTH = Emphasis(bold=True, italic=True)


@pytest.mark.parametrize(
    ("markup", "text", "spans"),
    [
        ("ساده", "ساده", [Span(4, PLAIN)]),
        ("", "", [Span(0, PLAIN)]),
        ("<b>a</b>b", "ab", [Span(1, BOLD), Span(2, PLAIN)]),
        ("<i>a<b>b</b></i>", "ab", [Span(1, Emphasis(italic=True)), Span(2, BOTH)]),
        ("a<br/>b<br>", "a\u2028b\u2028", [Span(2, PLAIN), Span(4, PLAIN)]),
        ('<span color="#B3382C">a</span>', "a", [Span(1, Emphasis(colour="#B3382C"))]),
        ("a&lt;b&gt;&amp;lt;&quot;", 'a<b>&lt;"', [Span(9, PLAIN)]),
        ("</b>a", "a", [Span(1, PLAIN)]),
    ],
)
def test_tags_are_taken_off(markup: str, text: str, spans: list[Span]) -> None:
    plain, found = parse(markup)
    assert plain == text
    assert found == spans
    assert found[-1].stop == len(plain)


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "<!-- x -->", "a < b > c", "<b", "<font>", "&copy;", "<?x?>"]
)
def test_what_is_no_tag_of_ours_is_printed(text: str) -> None:
    assert parse(text)[0] == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\r\nb\nc\rd", "a\u2028b\u2028c\u2028d"),
        ("a\tb", "a b"),
        ("a\x00b\x07", "ab"),
        ("\ud800", "\ufffd"),
        ("e\u0301", "é"),
    ],
)
def test_text_is_brought_to_what_can_be_printed(typed: str, printed: str) -> None:
    assert parse(typed)[0] == printed


@given(st.text())
def test_escaped_text_comes_back_whole(text: str) -> None:
    plain, spans = parse(escape(text))
    assert plain == parse(text.replace("<", "\ue000").replace("&", "\ue001"))[0].replace(
        "\ue000", "<"
    ).replace("\ue001", "&")
    assert spans[-1].stop == len(plain)
