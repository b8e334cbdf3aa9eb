"""What is annexed to a brief."""

from reportlab.platypus.flowables import Spacer

from liaison.domain.records import by_name
from liaison.prints.annexes import biographies
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout
from liaison.prints.layout_styles import EASY
from liaison.prints.people import delegate
from liaison.prints.visit_file import open_visit
from liaison.storage.archive import Archive
from tests.prints.test_programme_and_lists import a_visit
from tests.prints.visiting import Writer


def test_biographies_stand_apart(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write, ["Alpha", "Beta", "Gamma"])
    excerpts = Excerpts(archive, Edition("en"))
    file = open_visit(excerpts, visit)
    with archive.change("lives") as change:
        for uid in file.people:
            change.update(by_name("person"), uid, {"biography_en": "A life", "biography_fa": "ز"})
    excerpts = Excerpts(archive, Edition("en"))
    file = open_visit(excerpts, visit)
    (annex,) = biographies(excerpts, [delegate(excerpts, m, file.people) for m in file.members])
    layout = Layout("en", EASY)
    annex.compose(layout)
    assert sum(isinstance(each, Spacer) for each in layout.blocks) == 2
