"""The finished file: structure tree, metadata and colour profile added to the drawn pages."""

from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from liaison.pdf.colour import add_colour_profile
from liaison.pdf.metadata import Description, describe
from liaison.pdf.structure_tree import add_structure
from liaison.pdf.tags import Structure

_VERSIONS = {"2a": "1.7", "1b": "1.4"}


def finish(drawn: bytes, structure: Structure, description: Description) -> bytes:
    """Give the drawn pages their structure and metadata; the same pages give the same bytes.

    Raises KeyError where a link leads to a place that no page has.
    """
    standard = description.standard
    streams = ObjectStreamMode.generate if standard == "2a" else ObjectStreamMode.disable
    with Pdf.open(BytesIO(drawn)) as pdf:
        add_structure(pdf, structure)
        describe(pdf, description)
        add_colour_profile(pdf)
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        file = BytesIO()
        pdf.save(
            file,
            force_version=_VERSIONS[standard],
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=streams,
        )
    return file.getvalue()
