"""The brief of the typesetting benchmark, set by Typst in its own interpreter."""

import json

import typst

from tests.benchmarks.worker import Order, serve

STYLE = """
#set page(paper: "a4", margin: (top: 25mm, right: 30mm, bottom: 25mm, left: 17mm))
#set text(font: "FiraGO", size: 10.5pt)
#set par(justify: true, leading: 8pt, spacing: 12pt)
#let side(language, body) = {
  set text(lang: language, dir: if language == "fa" { rtl } else { ltr })
  set align(start)
  body
}
#let facing(persian, english) = grid(
  columns: (1fr, 1fr), gutter: 34pt, side("fa", persian), side("en", english),
)
"""
FURNITURE = '#set page(numbering: "1 / 1")\n'
Block = dict[str, object]


def typeset(order: Order) -> bytes:
    """Set the blocks of an order; Typst tags what it sets."""
    english = order["edition"] == "en"
    language = f'#set text(lang: "{"en" if english else "fa"}", dir: {"ltr" if english else "rtl"})'
    furniture = FURNITURE if order["furnished"] else ""
    body = "\n".join(_markup(block) for block in order["blocks"])
    source = f"{STYLE}{furniture}{language}\n{body}\n"
    content: bytes = typst.compile(
        source.encode(), font_paths=[order["fonts"]], ignore_system_fonts=True
    )
    return content


def _markup(block: Block) -> str:
    kind = block["kind"]
    if kind == "text":
        return f'#par(side("{block["language"]}", {_quoted(block["text"])}))'
    if kind == "table":
        rows = block["rows"]
        if not isinstance(rows, list):
            raise TypeError(rows)
        cells = ", ".join(
            f'side("{language}", {_quoted(text)})'
            for row in rows
            for text, language in zip(row, ("fa", "fa", "en"), strict=True)
        )
        return f"#table(columns: (24pt, 1fr, 1fr), {cells})"
    persian, english = (_quoted(block[side]) for side in ("fa", "en"))
    if kind == "heading":
        return f"#facing(heading(level: 2, {persian}), heading(level: 2, {english}))"
    return f"#facing({persian}, {english})"


def _quoted(text: object) -> str:
    """Write a text as a string of Typst, which knows the escapes of JSON but for characters."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    serve(typeset)
