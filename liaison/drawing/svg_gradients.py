"""Gradients of an SVG drawing, each as the one colour it has on the whole."""

from xml.etree.ElementTree import Element

from svgelements import Color

from liaison.drawing.tokens import PAPER, blend


def mean_colours(root: Element) -> dict[str, str]:
    """Give the mean colour of every gradient by its id."""
    gradients = {each.get("id", ""): each for each in root.iter() if each.tag.endswith("Gradient")}
    return {key: _mean(_stops(key, gradients)) for key in gradients}


def _stops(key: str, gradients: dict[str, Element]) -> list[Element]:
    """Give the stops of a gradient, its own or those of the one it refers to."""
    followed: set[str] = set()
    while key in gradients and key not in followed:
        followed.add(key)
        stops = [each for each in gradients[key] if each.tag == "stop"]
        if stops:
            return stops
        links = [value for name, value in gradients[key].items() if name.endswith("href")]
        key = links[0][1:] if links else ""
    return []


def _mean(stops: list[Element]) -> str:
    colours = [_stop_colour(stop) for stop in stops]
    if not colours:
        return "none"
    parts = [sum(int(each[at : at + 2], 16) for each in colours) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part / len(colours)):02X}" for part in parts)


def _stop_colour(stop: Element) -> str:
    """Give the colour of a stop as it looks on paper."""
    said = dict(stop.items())
    for each in said.get("style", "").split(";"):
        key, _, value = each.partition(":")
        said[key.strip()] = value.strip()
    return seen(Color(said.get("stop-color", "black")), said.get("stop-opacity", "1"))


def seen(colour: Color, opacity: str = "1") -> str:
    """Give a colour as it looks on paper, "#RRGGBB"; empty where there is none."""
    if colour.value is None:
        return ""
    share = float(opacity.rstrip("%")) / (100 if opacity.endswith("%") else 1)
    plain = f"#{colour.red:02X}{colour.green:02X}{colour.blue:02X}"
    return blend(plain, PAPER["card"], min(max(share * colour.opacity, 0.0), 1.0))
