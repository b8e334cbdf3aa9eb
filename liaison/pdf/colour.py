"""What the colours of a file mean: sRGB, as an ICC profile of version 2 that every PDF/A takes."""

from struct import pack

from pikepdf import Array, Dictionary, Name, Pdf, String

_NAME = "sRGB IEC61966-2.1"
_VERSION = 0x02100000
_MADE = (2000, 1, 1, 0, 0, 0)
_STEPS = 256
_STRAIGHT = 0.04045  # up to here the curve is a line
# Red, green, blue and white as seen under D50, in X, Y and Z of 1/65536.
_COLOURS = {
    b"rXYZ": (0x6FA0, 0x38F5, 0x0390),
    b"gXYZ": (0x6297, 0xB787, 0x18D9),
    b"bXYZ": (0x249F, 0x0F84, 0xB6C3),
    b"wtpt": (0xF6D6, 0x10000, 0xD32D),
}


def add_colour_profile(pdf: Pdf) -> None:
    """Say what the colours of the pages mean."""
    stream = pdf.make_stream(srgb_profile())
    stream.N, stream.Alternate = 3, Name.DeviceRGB
    condition = String(_NAME)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        Info=condition,
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([intent])


def srgb_profile() -> bytes:
    """Give the profile: header, table of tags and tags (ICC.1:2001-04)."""
    curve = [_light(step / (_STEPS - 1)) for step in range(_STEPS)]
    shared = b"curv" + pack(f">4xL{_STEPS}H", _STEPS, *(round(65535 * light) for light in curve))
    name = _NAME.encode() + b"\0"
    tags = {
        b"cprt": b"text" + bytes(4) + b"No copyright\0",
        b"desc": b"desc" + pack(">4xL", len(name)) + name + bytes(78),
        **{tag: b"XYZ " + pack(">4x3L", *colour) for tag, colour in _COLOURS.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), shared),
    }
    places: dict[bytes, int] = {}
    start = 128 + 4 + 12 * len(tags)
    body = b""
    for content in tags.values():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
    table = b"".join(pack(">4s2L", tag, places[kept], len(kept)) for tag, kept in tags.items())
    header = pack(
        ">L4xL4s4s4s6H4s28x3L48x",
        *(start + len(body), _VERSION, b"mntr", b"RGB ", b"XYZ ", *_MADE, b"acsp"),
        *_COLOURS[b"wtpt"],
    )
    return header + pack(">L", len(tags)) + table + body


def _light(value: float) -> float:
    """Give the light of a value between 0 and 1 (IEC 61966-2-1, 5.2)."""
    return value / 12.92 if value <= _STRAIGHT else ((value + 0.055) / 1.055) ** 2.4
