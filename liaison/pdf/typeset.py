"""One line of shaped text, written to the page as a PDF text object."""

from unicodedata import bidirectional

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.placing import Placed, place_line
from liaison.pdf.recovery import Stretch, stretches
from liaison.pdf.scripts import LANGUAGES
from liaison.pdf.shaping import Piece, ShapedText
from liaison.pdf.style import rgb

_LEAST_MOVE = 0.5  # thousandths of the size: smaller moves are not seen


def number(value: float) -> str:
    """Write a figure as PDF wants it: short, and never with an exponent."""
    return f"{round(value, 3):g}"


def draw_text(
    canvas: PageCanvas,
    shaped: ShapedText,
    span: tuple[int, int],
    origin: tuple[float, float],
    colour: str,
    stretch: float = 0.0,
) -> None:
    """Draw the characters between two positions as one line that begins at a point.

    `origin` is the left end of the baseline; `stretch` is added to the width of every space.
    """
    left, baseline = origin
    runs = place_line(shaped, *span, left, stretch)
    if not runs:
        return
    writer = _TextObject(canvas, baseline, LANGUAGES[shaped.right_to_left])
    for part in stretches(runs, right_to_left=shaped.right_to_left):
        writer.write(part, colour)
    canvas.addLiteral(writer.finish())


class _TextObject:
    """The operators between BT and ET that write one line.

    Right-to-left stretches are announced as such, and words of the other language by its name
    (ISO 32000-1, 14.8.2.3.3 and 14.9.2).
    """

    def __init__(self, canvas: PageCanvas, baseline: float, language: str) -> None:
        self._canvas = canvas
        self._baseline = number(baseline)
        self._language = language
        self._operators = ["BT"]
        self._backwards = False
        self._font = self._colour = ""

    def write(self, part: Stretch, colour: str) -> None:
        """Write one stretch."""
        if part.backwards is not self._backwards:
            self._operators.append("/ReversedChars BMC" if part.backwards else "EMC")
            self._backwards = part.backwards
        piece = part.run.piece
        language = _language(part) or self._language
        if language != self._language:
            self._operators.append(f"/Span <</Lang ({language})>> BDC")
        self._set(piece, piece.emphasis.colour or colour)
        self._show(piece, part.glyphs)
        if language != self._language:
            self._operators.append("EMC")

    def finish(self) -> str:
        """Give the finished text object."""
        if self._backwards:
            self._operators.append("EMC")
        self._operators.append("ET")
        return " ".join(self._operators)

    def _set(self, piece: Piece, colour: str) -> None:
        """Choose font, size and colour."""
        font = f"/{self._canvas.font(piece.face).name} {number(piece.size)} Tf"
        if font != self._font:
            self._operators.append(font)
            self._font = font
        if colour != self._colour:
            self._operators.append(" ".join(number(part) for part in rgb(colour)) + " rg")
            self._colour = colour

    def _show(self, piece: Piece, glyphs: list[Placed]) -> None:
        """Show glyphs, moving the pen wherever one does not stand where the last one ended."""
        code_of = self._canvas.font(piece.face).code
        per_point = 1000 / piece.size
        least = _LEAST_MOVE / per_point
        pen = glyphs[0].left
        self._operators.append(f"1 0 0 1 {number(pen)} {self._baseline} Tm")
        shown: list[str] = []
        for code, left, width in glyphs:
            if not -least <= pen - left <= least:
                move = round((pen - left) * per_point, 1)
                shown.append(f">{move:g}<")
                pen -= move / per_point
            shown.append(code_of(code))
            pen += width
        self._operators.append(f"[<{''.join(shown)}>] TJ")


def _language(part: Stretch) -> str:
    """Give the language of a stretch by its first letter, empty where it has none."""
    for glyph in part.glyphs:
        letter = glyph.code.text[:1]
        if letter.isalpha():
            return LANGUAGES[bidirectional(letter) != "L"]
    return ""
