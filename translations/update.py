"""Gather every message of the code and carry it into the template and the catalogues.

    .venv/bin/python translations/update.py

Translations that exist stay, messages no longer in the code go, new ones come in untranslated;
equal sources give equal files.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).resolve().parent
SOURCES = ("liaison", "ui")
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Liaison\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def template() -> Catalog:
    """Return every message of the code with the places it stands at."""
    catalogue = Catalog()
    for source in SOURCES:
        found = extract_from_dir(
            FOLDER.parent / source,
            method_map=[("**.py", "python")],
            keywords=DEFAULT_KEYWORDS,
            comment_tags=("Translators:",),
        )
        for file, line, message, comments, context in found:
            place = [(f"{source}/{file}", line)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def text_of(catalogue: Catalog) -> bytes:
    """Return a catalogue as text, without a header."""
    written = BytesIO()
    write_po(written, catalogue, omit_header=True, sort_by_file=True, width=90)
    return written.getvalue()


def main() -> None:
    """Write the template and bring every catalogue up to it; say what waits for a translator."""
    (FOLDER / "liaison.pot").write_bytes(text_of(template()))
    for path in sorted(FOLDER.glob("*/LC_MESSAGES/liaison.po")):
        language = path.parent.parent.name
        with path.open("rb") as file:
            known = {message.id: message.string for message in read_po(file, locale=language)}
        catalogue = template()
        waiting = []
        for message in catalogue:
            if message.id and not any(known.get(message.id) or ()):
                waiting.append(message.id)
            elif message.id:
                message.string = known[message.id]
        path.write_bytes(HEADER.format(language=language).encode() + text_of(catalogue))
        for each in waiting:
            sys.stdout.write(f"{language}: {each!r}\n")


if __name__ == "__main__":
    main()
