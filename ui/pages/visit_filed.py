"""The lists of the day after: photos, reactions, gifts and experiences of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liaison.domain.records.experience import Experience
from liaison.domain.records.gift import Gift
from liaison.domain.records.media_item import MediaItem
from liaison.domain.rules.facts import Facts, in_either, in_language
from liaison.domain.rules.reactions import Group, by_group
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import comma
from liaison.time import jalali, span_wording
from ui.figures import figure, isolated
from ui.handing_out import HandingOut
from ui.pages.attaching import attach, chosen_files
from ui.pages.visit_filed_list import FiledList
from ui.pages.visit_list import Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import both, option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from liaison.domain.schema import RecordType
    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TONES = {
    "successful": "green",
    "unsuccessful": "red",
    "unfinished": "amber",
    "supportive": "green",
    "neutral": "grey",
    "critical": "red",
    "given": "blue",
    "received": "accent",
}


class PhotosList(FiledList):
    """Photographs with their captions in both languages, which stand under them in the report."""

    type_name = "document"
    focus = "caption"
    keys = ("title_fa", "title_en", "caption_fa", "caption_en", "day", "for_publication")

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        self._handing_out = HandingOut(workspace, parent)
        columns = ((N_("Photo"), 0.3), (N_("Persian caption"), 0.35), (N_("English caption"), 0.35))
        empty = N_("No photo is filed yet. Drop photos here, or press Insert to choose some.")
        opens = Tool(N_("Open the file"), self.open_file, ("Ctrl+Return",), icon="open")
        super().__init__(workspace, side, parent, N_("Photos"), columns, empty, (opens,))
        self.list.view.let_drop_files()
        self.list.view.files_dropped.connect(self.take)
        self.list.let_drop_files(self.take)

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the photographs of the visit and its meetings."""
        return [each for each in rows.documents if each.get("kind") == "photo"]

    def entry(self, rows: VisitRows, each: Facts) -> Entry:
        """Return a photograph, with what it lacks of its captions."""
        del rows
        cells = [Cell(in_either(each, "title") or _("untitled"), bold=True)]
        for lang in ("fa", "en"):
            caption = in_language(each, "caption", lang)
            notes = () if caption else (("amber", _("No caption yet")),)
            cells.append(Cell(caption, notes))
        return Entry(each.uid, tuple(cells))

    def new(self) -> None:
        """Choose photographs to file."""
        self.take(chosen_files(self))

    def take(self, paths: Sequence[Any]) -> None:
        """File photographs, and open the first for its caption."""
        if self.rows is not None and paths:
            values = {"attached_to": ("visit", self.rows.visit.uid), "day": self.rows.today}
            attach(self, self.workspace, paths, values, self._taken)

    def _taken(self, uids: list[str]) -> None:
        self.made.emit(uids[0])
        self.side.edit(self.type_name, uids[0], keys=self.keys, focus=self.focus)

    def open_file(self) -> None:
        """Open the photograph with the program of the system."""
        row = self.current()
        if row is not None and row.get("file") is not None:
            self._handing_out.open(row["file"])


class ReactionsList(FiledList):
    """Reactions by group, each group with its count and the days of its first and last one."""

    type_name = "media_item"
    focus = "group"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = (
            (N_("Date"), 132),
            (N_("Reaction"), 0.65),
            (N_("Said by"), 0.35),
            (N_("Tone"), 128),
        )
        empty = N_("No reaction is filed yet. Press Insert for the first one.")
        super().__init__(workspace, side, parent, N_("Reactions"), columns, empty)

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the media items of the visit and its meetings."""
        return rows.after.media

    def entries(self, rows: VisitRows) -> list[Entry]:
        """Return the groups, the largest first, each below its count."""
        found = []
        for group in by_group(rows.after.media):
            heading = Cell(notes=(("muted", _counted(group)),))
            found.append(Entry("", (heading,), heading=True))
            found += [self.entry(rows, each) for each in group.items]
        return found

    def entry(self, rows: VisitRows, each: Facts) -> Entry:
        """Return a reaction: when, what, who and how."""
        del rows
        published, outlet = each.get("published_on"), in_either(each, "outlet")
        words = in_either(each, "headline") or in_either(each, "gist") or outlet or _("untitled")
        notes = (("muted", outlet),) if outlet and outlet != words else ()
        return Entry(
            each.uid,
            (
                Cell(span_wording.show(published, language()) if published else "—"),
                Cell(words, notes, bold=True),
                Cell(in_either(each, "speaker") or "—"),
                _chip(MediaItem, "tone", each.get("tone")),
            ),
        )


def _counted(group: Group) -> str:
    """Return the line above a group: «مجلس · ۳ بازتاب · ۱ آذر ۱۴۰۵ تا ۳ آذر ۱۴۰۵»."""
    name = option(MediaItem, "group", group.key) or _("Group not said")
    count = len(group.items)
    text = ngettext("{count} reaction", "{count} reactions", count)
    return " · ".join(filter(None, (name, text.format(count=figure(count)), _days(group))))


def _days(group: Group) -> str:
    if group.since is None or group.until is None:
        return ""
    first, last = (jalali.short_date(day, language()) for day in (group.since, group.until))
    if first == last:
        return isolated(first)
    return _("{first} to {last}").format(first=isolated(first), last=isolated(last))


class GiftsList(FiledList):
    """Gifts given and received, with what they are worth and where they are."""

    type_name = "gift"
    focus = "direction"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = (
            (N_("Item"), 0.4),
            (N_("Giver"), 0.3),
            (N_("Recipient"), 0.3),
            (N_("Given on"), 116),
            (N_("Direction"), 112),
        )
        empty = N_("No gift is filed yet. Press Insert for the first one.")
        super().__init__(workspace, side, parent, N_("Gifts"), columns, empty)

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the gifts of the visit and its meetings."""
        return rows.after.gifts

    def entry(self, rows: VisitRows, each: Facts) -> Entry:
        """Return a gift."""
        words = (each.get("value"), in_either(each, "kept_at"))
        about = comma(language()).join(isolated(word) for word in words if word)
        item, day = in_either(each, "item") or "—", each.get("given_on")
        direction = each.get("direction")
        return Entry(
            each.uid,
            (
                Cell(item, (("muted", about),) if about else (), bold=True),
                Cell(rows.title(each.get("from_partner")) or "—"),
                Cell(rows.title(each.get("to_person")) or "—"),
                Cell(jalali.short_date(day, language()) if day else "—"),
                _chip(Gift, "direction", direction),
            ),
        )

    def beginning(self, rows: VisitRows) -> dict[str, Any]:
        """Return the day of a gift: the last of the visit, or today before that."""
        return {"given_on": _last_day(rows)}


class ExperiencesList(FiledList):
    """What was learned, the failed attempts included, each with its lesson."""

    type_name = "experience"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = ((N_("Experience"), 0.45), (N_("Lesson"), 0.55), (N_("Result"), 132))
        empty = N_(
            "No experience is written down yet. Press Insert for the first one; what did not"
            " succeed is worth the most."
        )
        super().__init__(workspace, side, parent, N_("Experiences"), columns, empty)

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the experiences."""
        return rows.after.experiences

    def entry(self, rows: VisitRows, each: Facts) -> Entry:
        """Return an experience with its lesson and result."""
        del rows
        title, second = both(each, "title")
        return Entry(
            each.uid,
            (
                Cell(title or _("untitled"), (("muted", second),) if second else (), bold=True),
                Cell(in_either(each, "lesson")),
                _chip(Experience, "result", each.get("result")),
            ),
        )

    def beginning(self, rows: VisitRows) -> dict[str, Any]:
        """Return the city the experience was made with."""
        return {"partner": rows.visit.get("partner")}


def _chip(record_type: RecordType, key: str, value: str | None) -> Cell:
    """Return a choice as a chip in its tone, a dash for none."""
    return Cell(option(record_type, key, value), chip=_TONES[value]) if value else Cell("—")


def _last_day(rows: VisitRows) -> date:
    ends = rows.visit.get("ends_on") or rows.visit.get("starts_on")
    return min(rows.today, ends) if ends is not None else rows.today
