"""The brief of the typesetting benchmark, set by WeasyPrint in its own interpreter."""

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from tests.benchmarks.markup import page
from tests.benchmarks.worker import Order, serve


def typeset(order: Order) -> bytes:
    """Set the blocks of an order."""
    content: bytes = HTML(string=page(order)).write_pdf(
        font_config=FontConfiguration(), pdf_variant="pdf/ua-1"
    )
    return content


if __name__ == "__main__":
    serve(typeset)
