"""An SVG file looked through before anything in it is followed: no traps, nothing undrawable."""

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from liaison.drawing.svg_gradients import mean_colours
from liaison.errors import UserError
from liaison.i18n import N_, _

MOST_BYTES: Final = 2**20
MOST_WEIGHT: Final = 60_000
"""Figures in the outlines, every repetition counted."""
_DEEPEST: Final = 64
_LONGEST: Final = 4_000
"""Letters of a value that is no outline: readers of colours and transforms take their time."""
_LONGEST_STYLE: Final = 50_000
_OUTLINES: Final = frozenset(("d", "points"))
_SVG: Final = "{http://www.w3.org/2000/svg}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_FIGURE: Final = re.compile(r"\d*\.?\d+")
_REFERENCE: Final = re.compile(r"""url\(["']?#([^)"']*)["']?\)""")
_IGNORED: Final = frozenset(("metadata", "title", "desc", "script"))
_WORDS: Final = frozenset(("text", "tspan", "textPath", "flowRoot"))
_SHAPES: Final = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_PAINTS: Final = frozenset(("linearGradient", "radialGradient", "stop", "style", "clipPath"))
_DRAWN: Final = _SHAPES | _PAINTS | {"svg", "g", "defs", "use", "symbol"}

UNREADABLE: Final = N_("“{name}” cannot be read as an SVG drawing; choose another file.")
_TOO_LARGE: Final = N_("“{name}” is too large or too intricate; simplify the drawing.")
_ENTITIES: Final = N_("“{name}” declares entities of its own; save it as plain SVG.")
_TEXT: Final = N_("“{name}” contains text; convert it to outlines in the drawing program.")
_IMAGE: Final = N_("“{name}” contains an embedded image; use the image itself as a PNG file.")
_EFFECT: Final = N_("“{name}” uses “{what}”, which cannot be printed; save it as a PNG file.")
_OUTSIDE: Final = N_("“{name}” draws on other files; save it as plain SVG.")


class SvgSource:
    """The tree of one SVG file, checked and brought to what can be drawn.

    Raises UserError where it cannot be drawn as it is meant.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        if len(content) > MOST_BYTES:
            raise self._error(_TOO_LARGE)
        self.root = self._parsed(content)
        self._look(self.root, 0)
        self._ids = {each.get("id", ""): each for each in self.root.iter() if each.get("id")}
        self._colours = mean_colours(self.root)
        for each in self.root.iter():
            self._settle(each)
        if self._weight(self.root, ()) > MOST_WEIGHT:
            raise self._error(_TOO_LARGE)

    def _error(self, message: str, **more: str) -> UserError:
        return UserError(_(message).format(name=self._name, **more))

    def _parsed(self, content: bytes) -> Element:
        """Parse, unless entities are declared: the door to all bombs."""
        scout = expat.ParserCreate()
        scout.EntityDeclHandler = self._refuse_entity
        try:
            scout.Parse(content, True)  # noqa: FBT003 - expat takes no names
            root = fromstring(content)  # noqa: S314 - the scout has seen that it declares nothing
        except (expat.ExpatError, ParseError, ValueError, LookupError) as error:
            raise self._error(UNREADABLE) from error
        if root.tag not in {"svg", f"{_SVG}svg"}:
            raise self._error(UNREADABLE)
        return root

    def _refuse_entity(self, *_declared: object) -> None:
        raise self._error(_ENTITIES)

    def _look(self, element: Element, depth: int) -> None:
        """Drop what is not drawn anyway; refuse what would be missed."""
        if depth > _DEEPEST:
            raise self._error(_TOO_LARGE)
        element.tag = element.tag.removeprefix(_SVG)
        self._narrow(element)
        for place, child in reversed(list(enumerate(element))):
            tag = child.tag.removeprefix(_SVG)
            unseen = element.tag == "defs" and tag not in _DRAWN
            if unseen or tag.startswith("{") or tag in _IGNORED:
                element.remove(child)
                continue
            if tag not in _DRAWN:
                raise self._undrawn(tag)
            self._look(child, depth + 1)
            if tag == "symbol":
                child.tag = "g"
                element[place] = Element("defs")
                element[place].append(child)

    def _narrow(self, element: Element) -> None:
        """Drop what other programs noted beside the drawing; refuse values without measure."""
        for key, value in list(element.items()):
            if key.startswith("{") and key != _LINK:
                del element.attrib[key]
            elif key not in _OUTLINES and len(value) > _LONGEST:
                raise self._error(_TOO_LARGE)
        if element.tag == "style" and len(element.text or "") > _LONGEST_STYLE:
            raise self._error(_TOO_LARGE)

    def _undrawn(self, tag: str) -> UserError:
        """Say what to do about an element that cannot be drawn."""
        if tag in _WORDS:
            return self._error(_TEXT)
        if tag == "image":
            return self._error(_IMAGE)
        return self._error(_EFFECT, what=tag)

    def _settle(self, element: Element) -> None:
        """Keep references inside the file, and give gradients the mean of their colours."""
        if _LINK in element.attrib:
            element.set("href", element.attrib.pop(_LINK))
        target = element.get("href", "#")
        if element.tag == "use" and target[1:] not in self._ids:
            raise self._error(_OUTSIDE)
        style = element.text or "" if element.tag == "style" else element.get("style", "")
        if any(sign in style for sign in ("@", "clip-path", "mask", "filter")):
            raise self._error(_EFFECT, what="CSS")
        for each in ("clip-path", "mask", "filter"):
            if element.get(each, "none") != "none":
                self._drop_effect(each, element)
        if element.tag == "style":
            element.text = self._without_gradients(style)
        for key, value in element.items():
            element.set(key, self._without_gradients(value))

    def _drop_effect(self, name: str, element: Element) -> None:
        """Refuse an effect, unless it only cuts along the edge of a sheet."""
        clip = self._ids.get(element.attrib.pop(name).strip()[5:-1])
        if name != "clip-path" or clip is None or [each.tag for each in clip] != ["rect"]:
            raise self._error(_EFFECT, what=name)

    def _without_gradients(self, value: str) -> str:
        """Name a colour wherever a gradient was named."""
        if "url(" not in value:
            return value
        value = _REFERENCE.sub(lambda found: self._colours.get(found[1], found[0]), value)
        if "url(" in value:
            raise self._error(_EFFECT, what="url")
        return value

    def _weight(self, element: Element, followed: tuple[str, ...]) -> int:
        """Count the figures of all outlines under an element, with what it repeats."""
        weight = 1 + len(_FIGURE.findall(element.get("d", "") + element.get("points", "")))
        target = element.get("href", "")[1:]
        if element.tag == "use":
            if target in followed or len(followed) > _DEEPEST / 8:
                raise self._error(_TOO_LARGE)
            weight += self._weight(self._ids[target], (*followed, target))
        for child in element:
            weight += self._weight(child, followed)
            if weight > MOST_WEIGHT:
                raise self._error(_TOO_LARGE)
        return weight
