"""Catalogues of translations that are damaged, or written to do harm."""

import random
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from liaison import i18n
from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import furnished, of

_ASKED = "There is no archive in {folder}."
_COUNTED = ("{count} attached file", "{count} attached files")
_PLURALS = "nplurals=2; plural=(n > 1);"


def _catalogue(text: str, plurals: str = _PLURALS) -> Catalog:
    made = Catalog(locale="fa")
    made.add(_ASKED, text)
    made.add("Undo", "واگرد")
    made.add(_COUNTED, (text, text))
    made._num_plurals, made._plural_expr = 2, plurals.partition("plural=")[2].strip(";")  # type: ignore[attr-defined] # what a stranger writes by hand
    return made


def _compiled(text: str, plurals: str = _PLURALS) -> bytes:
    memory = BytesIO()
    write_mo(memory, _catalogue(text, plurals))
    return memory.getvalue()


def _source(text: str) -> bytes:
    memory = BytesIO()
    write_po(memory, _catalogue(text))
    return memory.getvalue()


def _lay(name: str, content: Callable[[], bytes], folder: Path) -> None:
    furnished(folder)
    place = folder / "translations" / "fa" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / name).write_bytes(content())


def _started(folder: Path) -> str:
    """Speak with such a catalogue, as the program does at its start."""
    i18n.FOLDER = folder / "translations"  # type: ignore[misc] # where this case has its own
    i18n._catalogue.cache_clear()  # type: ignore[attr-defined] # as at the start of a process
    for lang in i18n.LANGUAGES:
        i18n.install(lang)
        said = i18n._(_ASKED).format(folder="x")
        insist("Secret" not in said)
        insist("<" not in said, said)
        insist(len(said) < 1000, f"{len(said)} letters")
        for number in (0, 1, 2, 10**9):
            i18n.ngettext(*_COUNTED, number).format(count=number)
        with Archive.open(of(folder), create=False) as archive:
            archive.check()
    return said


def _flipped() -> bytes:
    content = bytearray(_compiled("در {folder} بایگانی نیست."))
    for at in (9, 13, 17, 30, 40, 44):
        content[at] ^= 0xFF
    return bytes(content)


_TEXTS = {
    "another placeholder": "در {place} بایگانی نیست.",
    "an index attack": "{folder.__class__.__mro__}",
    "an index without end": "{folder[0][0][0]}",
    "a format of a gigabyte": "{folder:>1000000000}",
    "a broken placeholder": "در {folder",
    "numbers for names": "{0} {1}",
    "HTML": "در <img src='file:///etc/hostname'> {folder} نیست.",
    "megabytes of text": "بایگانی {folder} " * 400_000,
}

CASES = [
    *(
        Case(
            "79", f"a catalogue with {name}", partial(_lay, "liaison.mo", partial(_compiled, text)),
            _started, Expected.HARMLESS,
        )
        for name, text in _TEXTS.items()
    ),
    *(
        Case("79", f"a catalogue {name}", partial(_lay, file, content), _started, Expected.HARMLESS)
        for name, file, content in (
            ("of noise", "liaison.mo", lambda: random.Random(7).randbytes(9000)),  # noqa: S311
            ("of nothing", "liaison.mo", lambda: b""),
            ("cut short", "liaison.mo", lambda: _compiled("در {folder} نیست.")[:-90]),
            ("with bits turned", "liaison.mo", _flipped),
            ("whose plurals divide by nought", "liaison.mo",
             lambda: _compiled("در {folder} نیست.", "nplurals=2; plural=n/0;")),
            ("with a plural of the ninth kind", "liaison.mo",
             lambda: _compiled("در {folder} نیست.", "nplurals=2; plural=9;")),
            ("source of noise", "liaison.po", lambda: random.Random(7).randbytes(9000)),  # noqa: S311
            ("source with HTML", "liaison.po", lambda: _source("<b>{folder}</b>")),
            ("source of ten megabytes", "liaison.po",
             lambda: b'msgid "a"\nmsgstr "' + b"x" * (10 << 20) + b'"\n'),
        )
    ),
]  # fmt: skip
