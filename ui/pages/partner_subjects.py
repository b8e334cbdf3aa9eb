"""What was learned with a partner, and which needs one side could meet for the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.domain.records.subject_link import SubjectLink
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.matching import matches
from liaison.i18n import N_, _
from ui.pages import partner_entries as entries
from ui.pages.lists_tab import ListsTab
from ui.pages.partner_lists import heading
from ui.pages.partner_words import names_of
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option

if TYPE_CHECKING:
    from liaison.storage.archive import Row
    from ui.pages.partner_beginning import Beginning
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

_CHIP: Final = 132
_KIND_TONES: Final = {"need": "amber", "strength": "green", "offer": "blue"}


class SubjectsTab(ListsTab["PartnerRows"]):
    """Experiences, and the needs of either side with what the other could give for them."""

    def __init__(self, workspace: Workspace, beginning: Beginning) -> None:
        super().__init__(workspace, beginning)
        self.experiences = self.add_card(
            N_("Experiences"),
            ((N_("Experience"), 0.99), (N_("Direction"), 130), (N_("Result"), _CHIP)),
            N_("No experience yet. Press Insert to record the first, with its lesson."),
            "experience",
        )
        self.subjects = self.add_card(
            N_("Needs and strengths"),
            (
                (N_("Subject"), 0.99),
                (N_("City or body"), 180),
                (N_("Theme"), 130),
                (N_("Kind"), 112),
            ),
            N_("No need or strength yet. Press Insert to record the first."),
            "subject_link",
        )

    def show_rows(self, rows: PartnerRows) -> None:
        """Show experiences and subjects."""
        self.rows = rows
        experiences = [entries.experience(rows, each) for each in rows.experiences]
        self.experiences.show_records(experiences, rows.experiences)
        shown = matched(rows)
        ours = [each for each in rows.file.our_subjects if each.uid in {e.uid for e in shown}]
        self.subjects.show_records(shown, [*rows.file.subjects, *ours])


def matched(rows: PartnerRows) -> list[Entry]:
    """Return each need with what the other side could give below it, then what met nothing."""
    file = rows.file
    met: list[Entry] = []
    unmet: list[Row] = []
    given: set[str] = set()
    for needing, giving in ((file.our_subjects, file.subjects), (file.subjects, file.our_subjects)):
        for each in matches(needing, giving):
            if each.gifts:
                met += [_subject(rows, row) for row in (each.need, *each.gifts)]
                given |= {gift.uid for gift in each.gifts}
            elif needing is file.subjects:
                unmet.append(each.need)
    unmet += [
        each for each in file.subjects if each.get("kind") != "need" and each.uid not in given
    ]
    shown = [heading(_("Matched: a need of one side and what the other could give")), *met]
    rest = [heading(_("Not matched")), *(_subject(rows, each) for each in unmet)]
    return (shown if met else []) + (rest if unmet else [])


def _subject(rows: PartnerRows, each: Row) -> Entry:
    """Return a subject, whose it is, its theme, and whether it is a need or a gift."""
    kind, evidence = each.get("kind") or "", in_either(each, "evidence")
    own = rows.file.own
    theirs = each.get("partner") == rows.partner.uid
    owner = rows.partner if theirs or own is None else own
    return Entry(
        each.uid,
        (
            Cell(
                each.get("subject") or _("untitled"),
                (("muted", evidence),) if evidence else (),
                bold=kind == "need",
            ),
            Cell(names_of(owner)[0]),
            Cell(option(SubjectLink, "theme", each.get("theme"))),
            Cell(option(SubjectLink, "kind", kind), chip=_KIND_TONES.get(kind, "grey")),
        ),
    )
