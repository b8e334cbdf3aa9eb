"""Isolates that keep numbers, codes and foreign words in order inside a line (UAX #9, 2.2).

They are added where text is shown or written out, and never stored.
"""

import re
from typing import Final, Literal

_LRI, _RLI, _FSI, _PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_PDF: Final = "\u202c"
_OPENERS: Final = frozenset((_LRI, _RLI, _FSI))
_CLOSED_BY: Final = dict.fromkeys(_OPENERS, _PDI) | dict.fromkeys("\u202a\u202b\u202d\u202e", _PDF)
"""The mark that ends what each mark begins: an isolate, or an embedding."""

# An isolate that stands in the text already, with isolates inside it one deep.
_MARKS = "\u2066-\u2069"
_ISOLATE = f"[\u2066-\u2068](?:[^{_MARKS}]|[\u2066-\u2068][^{_MARKS}]*{_PDI})*{_PDI}"

_DIGIT = "[0-9۰-۹٠-٩]"
_LATIN = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]"
_ATOM = f"(?:{_LATIN}|{_DIGIT}|['’‘\u02b0-\u02ff\u0300-\u036f])"
_AMOUNT = f"{_DIGIT}+(?:[.,:/٫٬]{_DIGIT}+)*"
_APART = f"(?<![\\w{_PDI}])"

_URL = r"(?:https?://|ftp://|mailto:|www\.)[^\s«»،؛؟]*[^\s«»،؛؟.,:;!?'’)\]]"
_EMAIL = r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
# Codes that begin with digits, such as 1405-V-048 or 3D.
_CODE = f"{_APART}{_DIGIT}+[\\-/_.]?{_LATIN}{_ATOM}*(?:[\\-/_.]{_ATOM}+)*"
_WORD = f"[@#]?{_LATIN}{_ATOM}*(?:[.&/:+_@\\-–]{_ATOM}+)*(?:\\+{{1,2}}|#)?"
# A Latin phrase goes on over light punctuation while Latin words or ASCII numbers follow.
_PHRASE = f"{_WORD}(?:(?:[,;:.]? | [&\\-–(] ?|\\) )(?:{_WORD}|[0-9]+(?!{_ATOM})))*\\)?"
# A plus, a zero or a bracket first, then groups of digits; never inside a date with slashes.
_PHONE = (
    f"{_APART}(?<!/)"
    f"(?:\\+ ?\\(?{_DIGIT}|\\(?[0۰٠]){_DIGIT}*\\)?(?:(?: | ?[\\-–] ?)\\(?{_DIGIT}+\\)?)+"
    f"|{_APART}\\+{_DIGIT}+"
)
_JOINED = f"{_APART}{_AMOUNT}(?:[\\-–—−‑+×]{_AMOUNT})+"
_SIGNED = f"(?<![\\w)\\]»{_PDI}])\u200e?[+\\-−±]{_AMOUNT}"
# The plate of a car, ۱۲ب۳۴۵-۶۷, reads from the left in every text; its letter must not turn it.
_PLATE = (
    f"{_APART}(?P<plate>{_DIGIT}{{2}} ?)(?P<letter>[\u0621-\u063a\u0641-\u064a\u067e-\u06cc])"
    f"(?P<series> ?{_DIGIT}{{3}}(?: ?[\\-–|/] ?{_DIGIT}{{2}})?)(?!\\w)"
)
_LEFTWARD: Final = re.compile(
    f"{_ISOLATE}|{_URL}|{_EMAIL}|{_PLATE}|{_CODE}|{_PHRASE}|{_PHONE}|{_JOINED}|{_SIGNED}"
)

_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
_RIGHTWARD: Final = re.compile(
    f"{_ISOLATE}|{_PLATE}"
    f"|(?!{_DIGIT}|[،؛؟٪٫٬]){_ARABIC}"
    f"(?:[\u200c\u200d]?{_ARABIC}|(?:[ :/–\\-]{{1,2}}| ?[()«»] ?)(?={_ARABIC}))*[)»]?"
)


def isolated(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Wrap a whole value so that it and its surroundings do not disturb each other.

    `direction` is "ltr" or "rtl"; runs inside it are isolated as in a paragraph of its own. Lines
    are wrapped one by one, since an isolate ends with its paragraph; what is one isolate already
    stays.
    """
    if "\n" in text:
        return "\n".join(isolated(line, direction) for line in text.split("\n"))
    if not text or re.fullmatch(_ISOLATE, text):
        return text
    opener, base = (_RLI, 1) if direction == "rtl" else (_LRI, 0)
    return f"{opener}{isolate_runs(balanced(text), base)}{_PDI}"


def isolate_runs(text: str, base: int) -> str:
    """Wrap what would fall out of order inside a running sentence.

    In a right-to-left paragraph (`base` 1): phones, codes, hyphenated and signed numbers,
    addresses of the net, plates of cars, Latin words. In a left-to-right one (0): Persian words,
    and plates. Isolates in the text already are left as they are.
    """
    if base:
        return _LEFTWARD.sub(_leftward, text)
    return _RIGHTWARD.sub(_rightward, text)


def _leftward(match: re.Match[str]) -> str:
    run = match.group()
    if run[0] in _OPENERS:
        return run
    if match["plate"]:
        return _plate(match)
    before, run, after = _without_stray_brackets(run)
    return f"{before}{_LRI}{run}{_PDI}{after}"


def _rightward(match: re.Match[str]) -> str:
    run = match.group()
    if run[0] in _OPENERS:
        return run
    if match["plate"]:
        return _plate(match)
    before, run, after = _without_stray_brackets(run)
    return f"{before}{_RLI}{isolate_runs(run, 1)}{_PDI}{after}"


def _plate(match: re.Match[str]) -> str:
    return f"{_LRI}{match['plate']}{_RLI}{match['letter']}{_PDI}{match['series']}{_PDI}"


def _without_stray_brackets(run: str) -> tuple[str, str, str]:
    """Leave outside a bracket at either end whose partner is not in the run."""
    before = after = ""
    if run.startswith("(") and run.count("(") > run.count(")"):
        before, run = run[0], run[1:]
    for opening, closing in ("()", "«»"):
        if run.endswith(closing) and run.count(closing) > run.count(opening):
            run, after = run[:-1], closing
    return before, run, after


def balanced(text: str) -> str:
    """Close isolates and embeddings left open, drop closings of none, lest they reach outside."""
    owed: list[str] = []
    kept = []
    for character in text:
        if character in _CLOSED_BY:
            owed.append(_CLOSED_BY[character])
        elif character == _PDI and _PDI in owed:
            while (closing := owed.pop()) != _PDI:
                kept.append(closing)
        elif character == _PDF and owed[-1:] == [_PDF]:
            owed.pop()
        elif character in {_PDI, _PDF}:
            continue
        kept.append(character)
    return "".join([*kept, *reversed(owed)])
