"""One line of shaped text, written to the page as a PDF text object."""

from unicodedata import bidirectional

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.face import BLANK, UNSEEN
from liaison.pdf.glyphs import Code
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
    parts = list(stretches(runs, right_to_left=shaped.right_to_left))
    if shaped.text[span[1] - 1] == " ":
        parts.append(_last_space(parts, right_to_left=shaped.right_to_left))
    own = LANGUAGES[shaped.right_to_left]
    languages = [_language(part) or own for part in parts]
    split = languages.count(own) < len(parts)
    (canvas.pause if split else canvas.resume)()
    writer = _TextObject(canvas, baseline, own, split=split)
    for part, language in zip(parts, languages, strict=True):
        writer.write(part, language, colour)
    canvas.addLiteral(writer.finish())


def _last_space(parts: list[Stretch], *, right_to_left: bool) -> Stretch:
    """Give the space that the line ends with, so that its last word ends for who reads on."""
    run = parts[-1].run
    space = run.piece.face.glyph(" ") or BLANK
    width = run.piece.face.widths[space] * run.piece.size / 1000
    left = min(part.run.left for part in parts) - width
    if not right_to_left:
        left = max(part.run.right for part in parts)
    return Stretch(run, [Placed(Code(space, " "), left, width)])


class _TextObject:
    """The operators between BT and ET that write one line.

    Words of the other language are announced by its name (ISO 32000-1, 14.9.2): the line is then
    `split` into marks, for readers lose what follows a mark within the mark of a paragraph.
    """

    def __init__(self, canvas: PageCanvas, baseline: float, language: str, *, split: bool) -> None:
        self._canvas = canvas
        self._baseline = number(baseline)
        self._own = language
        self._language = "" if split else language
        self._split = split
        self._operators = ["BT"]
        self._piece: Piece | None = None
        self._font = self._colour = ""

    def write(self, part: Stretch, language: str, colour: str) -> None:
        """Write one stretch."""
        piece = part.run.piece
        if language != self._language:
            if self._language:
                self._operators.append("EMC")
            self._operators.append(self._canvas.mark("" if language == self._own else language))
            self._language = language
        if piece is not self._piece:
            self._set(piece, piece.emphasis.colour or colour)
        if part.in_turn:
            self._show_in_turn(piece, part.glyphs)
        else:
            self._show(piece, part.glyphs)

    def finish(self) -> str:
        """Give the finished text object."""
        if self._split:
            self._operators.append("EMC")
        self._operators.append("ET")
        return " ".join(self._operators)

    def _set(self, piece: Piece, colour: str) -> None:
        """Choose font, size and colour."""
        self._piece = piece
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

    def _show_in_turn(self, piece: Piece, glyphs: list[Placed]) -> None:
        """Show glyphs by one operator each."""
        code_of = self._canvas.font(piece.face).code
        per_point = 1000 / piece.size
        pen = glyphs[0].left * per_point
        shown = [f"1 0 0 1 {number(glyphs[0].left)} {self._baseline} Tm"]
        for code, left, width in glyphs:
            move = round(pen - left * per_point)
            pen += width * per_point - move
            show = f"[{move}<{code_of(code)}>]TJ"
            shown.append(f" 3 Tr{show} 0 Tr" if code.glyph == UNSEEN and code.thin else show)
        self._operators.append("".join(shown))


def _language(part: Stretch) -> str:
    """Give the language of a stretch by its first letter, empty where it has none."""
    for glyph in part.glyphs:
        letter = glyph.code.text[:1]
        if letter.isalpha():
            return LANGUAGES[bidirectional(letter) != "L"]
    return ""
