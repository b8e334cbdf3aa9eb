"""What can be begun with a membership: records that belong to it from their first moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.untapped import follow_up_of, seen_to
from liaison.i18n import N_, _, language
from liaison.time import span
from liaison.time.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liaison.domain.rules.cycles import Session
    from liaison.domain.rules.untapped import Capacity
    from liaison.storage.change import Change
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace

LABELS: Final[Mapping[str, str]] = {
    "event": N_("New session"),
    "membership_goal": N_("New goal"),
    "membership_milestone": N_("New office or candidacy"),
    "proposal": N_("New proposal"),
    "follow_up": N_("New follow-up"),
    "document": N_("New attachment"),
}
"""What the menu offers, by the name of the type."""
_CARRIED: Final = ("title_fa", "title_en", "kind", "organiser", "recurs_every_years")
"""What the next session has in common with the last."""


class NetworkBeginning(QObject):
    """Opens the empty form of a record that belongs to the membership on screen."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rows: NetworkRows | None = None

    def maker(self, type_name: str) -> Callable[[], object]:
        """Return what begins a record of this type."""
        return lambda: self.begin(type_name)

    def begin(self, type_name: str) -> None:
        """Begin a record of this type."""
        if self.rows is None:
            return
        row = self.rows.membership
        values: Mapping[str, Mapping[str, Any]] = {
            "event": {"organiser": row["partner"], "kind": "assembly"},
            "membership_goal": {"membership": row.uid, "state": "planned"},
            "membership_milestone": {"membership": row.uid},
            "proposal": {"proposer": row.get("holder")},
            "follow_up": {
                "membership": row.uid,
                "partner": row["partner"],
                "owed_by": "ours",
                "state": "open",
            },
            "document": {"attached_to": ("membership", row.uid)},
            "membership": {"partner": row["partner"]},
        }
        given = {key: each for key, each in values[type_name].items() if each is not None}
        self._workspace.new_record(type_name, given)

    def candidacy(self) -> None:
        """Begin a candidacy that is not decided yet."""
        if self.rows is not None:
            values = {"membership": self.rows.membership.uid, "kind": "candidacy"}
            self._workspace.new_record("membership_milestone", values | {"result": "pending"})

    def next_session(self, last: str = "") -> None:
        """Begin the session of a cycle after `last`, in the window that was computed.

        Of several cycles it is the one that meets first, where no last session is given.
        """
        session = self._computed(last)
        if session is None:
            self._workspace.say(
                _(
                    "No session can be computed. Write at the last one when it was, and every how"
                    " many years it comes back."
                )
            )
            return
        before, window = session.event, session.window
        values = {key: before.get(key) for key in _CARRIED if before.get(key) is not None}
        named = Span(window.since, window.until, span.show(window, language()))
        self._workspace.new_record("event", {**values, "when": named, "previous": before.uid})

    def _computed(self, last: str) -> Session | None:
        """Return the session that is computed and not recorded yet, None for none."""
        coming = self.rows.standing.coming if self.rows is not None else ()
        known = [each for each in coming if each.computed]
        after = (each for each in known if each.event.uid == last)
        return next(after, known[0] if known else None)

    def follow_up(self, capacity: Capacity) -> None:
        """Make a task of an untapped capacity, at once; one that is there is opened."""
        if self.rows is None or self._workspace.refuses("follow_up"):
            return
        row = self.rows.membership
        known = seen_to(capacity, self.rows.file.promises)
        if known:
            self._workspace.open_record("follow_up", known[0].uid)
            return
        label = _("{step}: {title}").format(
            step=_("Follow up a capacity"), title=capacity.words(language())
        )
        archive = self._workspace.archive

        def work(change: Change) -> None:
            """Add it once: the key may be pressed again before what was added is on screen."""
            if not seen_to(capacity, archive.rows(FollowUp, {"membership": row.uid})):
                change.add(FollowUp, follow_up_of(capacity, row))

        self._workspace.write(
            label,
            work,
            lambda _nothing: self._workspace.say(label, _("Undo"), self._workspace.undo),
            owner=self,
        )
