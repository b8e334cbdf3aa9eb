"""The guide as it stands in its files: one Markdown text a chapter and language, and pictures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

from liaison.i18n import N_, translated
from liaison.language import digits, keys
from ui.chapters import CHAPTERS
from ui.figures import left_to_right
from ui.shortcuts import TABLE, Keys
from ui.theme import RESOURCES

FOLDER: Final = RESOURCES / "guide"
PICTURES: Final = FOLDER / "images"
KEYS_HERE: Final = "{keys}"
"""Where a text has the table of all keys."""
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_LINK: Final = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]+)\)")
_KEY: Final = re.compile(r"`([^`]+)`")
_MARKS: Final = re.compile(r"[#*`|>]|^\s*(?:-|\d+\.)\s", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """A chapter in one language."""

    name: str
    title: str
    markdown: str

    @property
    def plain(self) -> str:
        """What is read, without the marks of its writing."""
        bare = _LINK.sub(r"\1", _PICTURE.sub("", self.markdown))
        return " ".join(_MARKS.sub(" ", bare).split())

    @property
    def pictures(self) -> list[str]:
        """The names of the pictures in it."""
        return _PICTURE.findall(self.markdown)

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [target for _words, target in _LINK.findall(self.markdown)]

    @property
    def keys(self) -> list[str]:
        """The keys it names."""
        return _KEY.findall(self.markdown)


def texts(lang: str) -> list[Text]:
    """Return every chapter in a language."""
    return [text(each.name, lang) for each in CHAPTERS]


def text(name: str, lang: str) -> Text:
    """Return one chapter in a language."""
    source = (FOLDER / lang / f"{name}.md").read_text(encoding="utf-8")
    if KEYS_HERE in source:
        source = source.replace(KEYS_HERE, "\n\n".join(_table(each, lang) for each in TABLE))
    title = source.partition("\n")[0].removeprefix("#").strip()
    return Text(name, title, source)


def shown(source: str) -> str:
    """Return a text with each key in it as a run that reads from the left."""
    return _KEY.sub(lambda found: f"`{left_to_right(found[1])}`", source)


def pictures(chapter: Text, lang: str) -> Mapping[str, QImage]:
    """Return the pictures of a chapter, by name; those that cannot be read are missing."""
    read = {name: QImage(str(PICTURES / lang / name)) for name in chapter.pictures}
    return {name: image for name, image in read.items() if not image.isNull()}


def found(chapters: Sequence[Text], asked: str) -> list[Text]:
    """Return the chapters that hold all words asked for, in any spelling; titles come first."""
    wanted = keys.sought(asked)
    if not wanted:
        return list(chapters)
    in_title = [each for each in chapters if _holds(each.title, wanted)]
    return in_title + [
        each
        for each in chapters
        if each not in in_title and _holds(f"{each.title} {each.plain}", wanted)
    ]


def _holds(words: str, wanted: Sequence[str]) -> bool:
    key = f" {keys.spaced(words)}"
    together = keys.joined(words)
    return all(f" {each}" in key or (len(each) > _SHORT and each in together) for each in wanted)


_SHORT: Final = 3


def _table(place: Keys, lang: str) -> str:
    return f"## {translated(place.place, lang)}\n\n" + "\n".join(_lines(place, lang))


def _lines(place: Keys, lang: str) -> Iterator[str]:
    """Give a table line by line; Qt lays columns out from the left: in Persian keys come last."""
    yield _line(translated(N_("Keys"), lang), translated(N_("What they do"), lang), lang)
    yield "| --- | --- |"
    for each in place.shortcuts:
        label = translated(each.label, lang)
        told = digits.to_persian(label) if lang == "fa" else label
        yield _line(" · ".join(f"`{key}`" for key in each.keys), told, lang)


def _line(keys_there: str, told: str, lang: str) -> str:
    first, second = (told, keys_there) if lang == "fa" else (keys_there, told)
    return f"| {first} | {second} |"
