"""The blocks of the typesetting benchmark as a page of HTML."""

from html import escape

from tests.benchmarks.worker import Order

STYLE = """
@page { size: A4; margin: 25mm 30mm 25mm 17mm }
body { font: 10.5pt/18pt FiraGO; margin: 0; text-align: justify }
p { margin: 0 0 4pt }
h2 { font-size: 12pt; line-height: 20pt; margin: 0 }
table { width: 100%; border-collapse: collapse }
td, th { padding: 0 6pt; vertical-align: top; text-align: start }
.ruled tr { border-bottom: .5pt solid #D9D5CC }
.facing td { width: 50% }
"""
FURNITURE = """
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt FiraGO } }
"""
FACE = (
    "@font-face {{ font-family: FiraGO; font-weight: {weight}; src: url(file://{folder}/{file}) }}"
)
Block = dict[str, object]


def page(order: Order) -> str:
    """Return the blocks of an order as one page."""
    faces = [
        FACE.format(weight=weight, folder=order["fonts"], file=f"FiraGO_{cut}.ttf")
        for weight, cut in (("normal", "Regular"), ("bold", "Bold"))
    ]
    language = "en" if order["edition"] == "en" else "fa"
    direction = "ltr" if language == "en" else "rtl"
    style = STYLE + (FURNITURE if order["furnished"] else "")
    body = "".join(_markup(block) for block in order["blocks"])
    return (
        f'<html lang="{language}" dir="{direction}"><meta charset="utf-8">'
        f"<style>{''.join(faces)}{style}</style><title>-</title><body>{body}</body></html>"
    )


def _markup(block: Block) -> str:
    kind = block["kind"]
    if kind == "text":
        language = str(block["language"])
        return f"<p{_language(language)}>{escape(str(block['text']))}</p>"
    if kind == "table":
        rows = block["rows"]
        if not isinstance(rows, list):
            raise TypeError(rows)
        return f'<table class="ruled">{"".join(_row(row) for row in rows)}</table>'
    tag = "h2" if kind == "heading" else "p"
    sides = "".join(
        f"<td{_language(side)}><{tag}>{escape(str(block[side]))}</{tag}></td>"
        for side in ("fa", "en")
    )
    return f'<table class="facing"><tr>{sides}</tr></table>'


def _row(row: list[str]) -> str:
    cells = zip(row, ("fa", "fa", "en"), strict=True)
    return (
        f"<tr>{''.join(f'<td{_language(side)}>{escape(text)}</td>' for text, side in cells)}</tr>"
    )


def _language(language: str) -> str:
    return f' lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}"'
