"""Glyphs added to a TrueType subset: shifted copies of a glyph, and one without ink or width."""

from struct import pack, unpack
from typing import NamedTuple

# Composite glyph flags ARG_1_AND_2_ARE_WORDS and ARGS_ARE_XY_VALUES (OpenType, table "glyf").
_SHIFT_IN_WORDS = 3
_CHECKSUM_BASE = 0xB1B0AFBA


class Component(NamedTuple):
    """A glyph drawn by another one, shifted, or by none; in units of the font.

    `width` is its advance, by default that of the other one.
    """

    glyph: int | None
    right: int = 0
    up: int = 0
    width: int | None = None


class _Metrics:
    """The tables of a font that speak of single glyphs, taken apart."""

    def __init__(self, tables: dict[bytes, bytes]) -> None:
        self.count: int = unpack(">H", tables[b"maxp"][4:6])[0]
        self.outlines = bytearray(tables[b"glyf"])
        self.outlines += bytes(-len(self.outlines) % 4)
        self.offsets = self._offsets(tables)
        self.offsets[-1] = len(self.outlines)
        self.advances = self._advances(tables)

    def _offsets(self, tables: dict[bytes, bytes]) -> list[int]:
        long_offsets = unpack(">h", tables[b"head"][50:52])[0]
        if long_offsets:
            return list(unpack(f">{self.count + 1}L", tables[b"loca"]))
        return [2 * half for half in unpack(f">{self.count + 1}H", tables[b"loca"])]

    def _advances(self, tables: dict[bytes, bytes]) -> list[tuple[int, int]]:
        full = unpack(">H", tables[b"hhea"][34:36])[0]
        metrics = tables[b"hmtx"]
        advances = [unpack(">Hh", metrics[4 * at : 4 * at + 4]) for at in range(full)]
        bearings = unpack(f">{self.count - full}h", metrics[4 * full : 2 * (self.count + full)])
        return [(width, bearing) for width, bearing in advances] + [
            (advances[-1][0], bearing) for bearing in bearings
        ]

    def add(self, component: Component) -> None:
        """Append one glyph."""
        if component.glyph is None:
            self.advances.append((component.width or 0, 0))
        else:
            self._add_composite(component.glyph, component)
        self.offsets.append(len(self.outlines))

    def _add_composite(self, glyph: int, component: Component) -> None:
        _, right, up, wanted = component
        start, stop = self.offsets[glyph], self.offsets[glyph + 1]
        if stop > start:
            left, bottom, end, top = unpack(">4h", self.outlines[start + 2 : start + 10])
            self.outlines += pack(
                ">5hHHhh2x",
                -1,
                *(left + right, bottom + up, end + right, top + up),
                *(_SHIFT_IN_WORDS, glyph, right, up),
            )
        width, bearing = self.advances[glyph]
        self.advances.append((width if wanted is None else wanted, bearing + right))


def glyph_count(program: bytes) -> int:
    """Give the number of glyphs of a font file."""
    count: int = unpack(">H", _tables(program)[b"maxp"][4:6])[0]
    return count


def add_glyphs(program: bytes, components: list[Component]) -> bytes:
    """Append a glyph for every component to a font file, in order."""
    if not components:
        return program
    tables = _tables(program)
    metrics = _Metrics(tables)
    for component in components:
        metrics.add(component)
    count = metrics.count + len(components)
    maxp, hhea, head = (bytearray(tables[tag]) for tag in (b"maxp", b"hhea", b"head"))
    maxp[4:6] = pack(">H", count)
    points, contours, composite_points, composite_contours = unpack(">4H", maxp[6:14])
    maxp[10:14] = pack(">2H", max(points, composite_points), max(contours, composite_contours))
    elements, depth = unpack(">2H", maxp[28:32])
    maxp[28:32] = pack(">2H", max(1, elements), depth + 1)
    hhea[34:36] = pack(">H", count)
    head[50:52] = pack(">h", 1)
    tables |= {
        b"maxp": bytes(maxp),
        b"hhea": bytes(hhea),
        b"head": bytes(head),
        b"glyf": bytes(metrics.outlines),
        b"loca": pack(f">{count + 1}L", *metrics.offsets),
        b"hmtx": b"".join(pack(">Hh", *advance) for advance in metrics.advances),
    }
    return _assemble(program[:4], tables)


def _tables(program: bytes) -> dict[bytes, bytes]:
    """Take a font file apart into its tables."""
    tables = {}
    for entry in range(unpack(">H", program[4:6])[0]):
        tag, _, offset, length = unpack(">4s3L", program[12 + 16 * entry : 28 + 16 * entry])
        tables[tag] = program[offset : offset + length]
    return tables


def _assemble(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    """Put tables together to a font file with right checksums (OpenType, "font directory")."""
    head = bytearray(tables[b"head"])
    head[8:12] = bytes(4)
    tables = tables | {b"head": bytes(head)}
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = version + pack(
        ">4H", count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    offset = 12 + 16 * count
    body = b""
    head_offset = 0
    for tag in sorted(tables):
        content = tables[tag]
        if tag == b"head":
            head_offset = offset + len(body)
        directory += pack(">4s3L", tag, _checksum(content), offset + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    program = bytearray(directory + body)
    adjustment = (_CHECKSUM_BASE - _checksum(bytes(program))) & 0xFFFFFFFF
    program[head_offset + 8 : head_offset + 12] = pack(">L", adjustment)
    return bytes(program)


def _checksum(content: bytes) -> int:
    content += bytes(-len(content) % 4)
    total: int = sum(unpack(f">{len(content) // 4}L", content))
    return total & 0xFFFFFFFF
