"""Whether a refusal is one plain sentence in the language that is spoken."""

import re

_PERSIAN = re.compile("[آ-ی]")
_LATIN_WORD = re.compile("[A-Za-z]{3,}")
# What is quoted or named: names in quotes, paths, names of files, identifiers, kinds of files.
_NAMED = re.compile(
    r"“[^”]*”|«[^»]*»|\S*/\S*|\S+\.[a-z]{2,8}\b\S*|\.liaison|[0-9a-f]{8}-[0-9a-f-]{27}"
    r"|\b(?:SVG|XML|PNG|JPEG|CSS|PDF|Liaison|FiraGO|restored)\b"
)
_LONGEST = 400


def faults_of_sentence(message: str, lang: str) -> list[str]:
    """Return what keeps `message` from being one plain sentence in `lang`."""
    plain = re.sub("[\u2066-\u2069\u200e\u200f]", "", message).strip()
    words = _NAMED.sub("", plain)
    found = []
    if not plain or "\n" in message:
        found.append("not one line")
    if not plain.endswith((".", "؟", "!", "?")):
        found.append("no end of a sentence")
    if len(plain) > _LONGEST:
        found.append(f"{len(plain)} letters long")
    if lang == "fa" and (not _PERSIAN.search(words) or _LATIN_WORD.search(words)):
        found.append("not Persian alone")
    if lang == "en" and _PERSIAN.search(words):
        found.append("not English alone")
    if "Traceback" in plain or "Error" in words:
        found.append("speaks of the inside")
    return [f"{each}: {plain[:_LONGEST]}" for each in found]
