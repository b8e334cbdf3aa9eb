"""Spans of days: their form, how they are read and how they are shown."""

from liaison.time.span_days import Span
from liaison.time.span_reading import read
from liaison.time.span_wording import dual, show

__all__ = ["Span", "dual", "read", "show"]
