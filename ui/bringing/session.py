"""One import on its way from a file to the archive: what was read, said of it, and decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Event

from liaison.errors import UserError
from liaison.exchange.foreign.guessing import guessed, guessed_subject
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.profiles import Profile, columns_by
from liaison.exchange.foreign.proposals import Decision, Plan, Proposal, Report
from liaison.exchange.foreign.reading import read_pasted, read_source
from liaison.exchange.foreign.tables import Columns, Source
from liaison.exchange.foreign.taking_in import automatic, carry_out
from liaison.i18n import _
from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Given:
    """What is brought: a file by its path, or what was copied (`text`, and `html` beside it).

    `encoding` and `separator` are "" for found out, `head_row` is None for found out; a `profile`
    says what the columns of the first table hold.
    """

    path: Path | None = None
    text: str = ""
    html: str = ""
    encoding: str = ""
    separator: str = ""
    head_row: int | None = None
    profile: Profile | None = None

    def read(self) -> Source:
        """Read it; raises UserError and StorageError as `read_source` does."""
        if self.path is None:
            return read_pasted(self.text, self.html, head_row=self.head_row)
        return read_source(
            self.path, encoding=self.encoding, separator=self.separator, head_row=self.head_row
        )


@dataclass
class Mapped:
    """One table of the source: what its rows are about ("" to leave it out) and its columns."""

    subject: str
    columns: Columns

    def about(self, source: Source, place: int, subject: str) -> None:
        """Say what the rows are about; the columns are guessed anew."""
        self.subject = subject
        if subject:
            self.columns = guessed(source.tables[place], subject)

    def follow(self, source: Source, place: int, profile: Profile) -> None:
        """Read the columns as a profile has them."""
        self.subject = profile.subject
        self.columns = columns_by(profile, source.tables[place])


@dataclass
class Session:
    """An import under way; steps later than the one somebody is at are None."""

    given: Given
    source: Source
    digest: str
    """What tells whether the file still says the same."""
    tables: list[Mapped] = field(default_factory=list)
    split: set[str] = field(default_factory=set)
    decisions: dict[str, Decision] = field(default_factory=dict)
    plan: Plan | None = None
    proposals: Sequence[Proposal] = ()
    """Those of the plan, those of one row together."""
    report: Report | None = None
    stop: Event = field(default_factory=Event)
    """Set where what is under way is given up."""
    change: int = 0
    """The number of the change it was taken in by, 0 where nothing was written."""

    @classmethod
    def begun(cls, given: Given) -> "Session":
        """Read what is given, and begin with what each table seems to hold; on the worker.

        Raises UserError and StorageError as `read_source` does.
        """
        source = given.read()
        if not any(each.rows or each.refused for each in source.tables):
            raise UserError(_("There are no rows in “{name}”.").format(name=source.name))
        digest = sha256(repr(source.tables).encode("utf-8", "replace")).hexdigest()
        tables = [
            Mapped(subject, guessed(table, subject))
            for table in source.tables
            for subject in (guessed_subject(table),)
        ]
        if given.profile is not None:
            tables[0].follow(source, 0, given.profile)
        return cls(given, source, digest, tables)

    def mapping(self) -> list[Columns | None]:
        """Return the columns of each table, None for those that are left out."""
        return [each.columns if each.subject else None for each in self.tables]

    def planned(self, archive: Archive) -> Plan:
        """Return what taking it in would do; read on the worker.

        Raises UserError where it is given up.
        """
        return plan(
            self.source,
            self.mapping(),
            archive,
            split=frozenset(self.split),
            should_stop=self.stop.is_set,
        )

    def take_plan(self, found: Plan) -> None:
        """Go on with a plan; what was decided about proposals that say the same still holds."""
        before = {each.key: each for each in self.proposals}
        self.plan = found
        self.proposals = sorted(found.proposals, key=lambda each: (each.table, each.rows[0]))
        self.decisions = {
            each.key: self.decisions[each.key]
            for each in found.proposals
            if each.key in self.decisions and _says_the_same(before.get(each.key), each)
        }

    def decision(self, proposal: Proposal) -> Decision:
        """Return what is to be done with a proposal."""
        return self.decisions.get(proposal.key) or automatic(proposal)

    def is_open(self, proposal: Proposal) -> bool:
        """Tell whether a proposal waits for somebody to decide or to answer."""
        decision = self.decisions.get(proposal.key)
        if decision is None:
            return proposal.fate == "unclear" or bool(proposal.questions)
        if decision.action == "skip":
            return False
        return any(each.key not in decision.answers for each in proposal.questions)

    def carried_out(
        self, archive: Archive, decisions: Mapping[str, Decision]
    ) -> tuple[Report, int]:
        """Take everything in as one change; return the report and the number of the change."""
        assert self.plan is not None  # noqa: S101 - there is one once it was looked through
        label = _("Import of {name}").format(name=self.source.name)
        before = archive.last_change()
        report = carry_out(archive, self.plan, decisions, label, should_stop=self.stop.is_set)
        after = archive.last_change()
        return report, after if after != before else 0


def _says_the_same(one: Proposal | None, other: Proposal) -> bool:
    """Tell whether what was decided about one proposal can be meant of another."""
    return one is not None and (one.values, one.originals, one.questions) == (
        other.values,
        other.originals,
        other.questions,
    )
