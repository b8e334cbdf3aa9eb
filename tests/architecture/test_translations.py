"""Every word the program says exists in Persian, and says the same."""

import pytest

from liaison import i18n
from tests.architecture import catalogue

MESSAGES = catalogue.messages_in_code()
PERSIAN = {message.id: message for message in catalogue.persian() if message.id}


def _strings(message_id: catalogue.Message) -> tuple[str, ...]:
    string = PERSIAN[message_id].string
    return tuple(string) if isinstance(string, (tuple, list)) else (string,)


def test_no_message_is_missing_from_the_catalogue() -> None:
    assert {m: place for m, place in MESSAGES.items() if m not in PERSIAN} == {}


def test_no_message_hides_in_an_f_string() -> None:
    hidden = [
        text for path in catalogue.python_files() for text in catalogue.messages_in_f_strings(path)
    ]
    assert [text for text in hidden if text not in PERSIAN] == []


def test_no_message_is_left_over_in_the_catalogue() -> None:
    assert set(PERSIAN) - set(MESSAGES) == set()


def test_every_message_is_translated_and_certain() -> None:
    unready = [m for m in PERSIAN if PERSIAN[m].fuzzy or not all(s.strip() for s in _strings(m))]
    assert unready == []


def test_translations_fill_the_same_placeholders() -> None:
    differing = [
        (m, text)
        for m in PERSIAN
        for text in _strings(m)
        if catalogue.placeholders(text)
        != catalogue.placeholders(m[-1] if isinstance(m, (tuple, list)) else m)
    ]
    assert differing == []


@pytest.mark.parametrize("letter", ["ي", "ى", "ك", "ۀ", "\u0640"])
def test_translations_use_persian_letters_only(letter: str) -> None:
    assert [m for m in PERSIAN if any(letter in text for text in _strings(m))] == []


def test_nothing_is_shown_past_the_catalogue() -> None:
    assert [
        text for path in catalogue.python_files() for text in catalogue.bare_literals(path)
    ] == []


def test_every_translation_is_spoken() -> None:
    """None looks so harmful that the program would rather say it in English."""
    i18n.install("fa")
    silent = [
        m
        for m in PERSIAN
        for number, text in enumerate(_strings(m), 1)
        if (i18n.ngettext(*m, number) if isinstance(m, (tuple, list)) else i18n._(m)) != text
    ]
    assert silent == []
