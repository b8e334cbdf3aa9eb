"""How the outcomes are worded in the window: values of cells, shares, and comparisons."""

from datetime import date

from liaison.i18n import _, language
from liaison.insight.outcomes.declaration import Figure, Value
from liaison.language import digits
from liaison.language.both import Both
from liaison.time import jalali, span
from liaison.time.span import Span
from ui.figures import figure

_WHOLE = 100


def said(words: Both) -> str:
    """Return words in the language in use, else in the other one: a screen never says nothing."""
    return words.of(language()) or words.fa or words.en


def shown(value: Value) -> str:
    """Return what a cell says in the language in use."""
    if value is None:
        return ""
    if isinstance(value, Both):
        return said(value)
    if isinstance(value, date):
        return jalali.short_date(value, language())
    if isinstance(value, Span):
        return span.show(value, language())
    return figure(value)


def share_of(told: Figure) -> str:
    """Return the part of its whole that a figure is, "" where it has none."""
    if told.whole is None or not len(told.whole):
        return ""
    percent = digits.percent(_WHOLE * told.value / len(told.whole), language(), 0)
    return _("of {all} ({share})").format(all=figure(len(told.whole)), share=percent)


def compared(told: Figure) -> str:
    """Return what the figure was in the period before, and by how much it differs."""
    before = told.value_before
    if before is None:
        return ""
    difference = told.value - before
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    signed = f"{sign}{figure(abs(difference))}"
    # Translators: «پیش‌تر ۱۲ (+۳)»: the figure of the period before, and the difference
    return _("before: {before} ({difference})").format(
        before=figure(before), difference=f"\u2066{signed}\u2069"
    )
