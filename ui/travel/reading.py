"""What the page of trips reads and writes, on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from liaison.domain.rules.alike import alike
from liaison.domain.rules.sides import Kept, Question, references
from liaison.domain.schema import Text, fields_of
from liaison.exchange.travelling.arriving import arrived, weighed
from liaison.exchange.travelling.merging import merge
from liaison.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from liaison.domain.rules.comparing_sides import Comparison
    from liaison.domain.rules.sides import Answers, Side
    from liaison.exchange.travelling.arriving import Arrival
    from liaison.exchange.travelling.merging import Merged
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Asked:
    """A question in words: the record, what is asked of it, and both sides of it."""

    question: Question
    record: str
    subject: str
    ours: str
    theirs: str

    @property
    def is_text(self) -> bool:
        """Whether two texts differ, so that words can be compared."""
        return self.question.about == "field" and isinstance(
            fields_of(self.question.record_type)[self.question.key].kind, Text
        )


@dataclass(frozen=True)
class Weighed:
    """What a file brings, compared with the archive, and its questions in words."""

    arrival: Arrival
    comparison: Comparison
    asked: tuple[Asked, ...]


def weigh(archive: Archive, path: Path, passphrase: str, lang: str) -> Weighed:
    """Read a travelling file and compare it; raises UserError where it is not to be taken in."""
    return weigh_again(archive, arrived(archive, path, passphrase), lang)


def weigh_again(archive: Archive, arrival: Arrival, lang: str) -> Weighed:
    """Compare a file that was read with the archive as it is now."""
    comparison = weighed(archive, arrival, alike)
    return Weighed(arrival, comparison, in_words(archive, comparison, lang))


def in_words(archive: Archive, comparison: Comparison, lang: str) -> tuple[Asked, ...]:
    """Return the questions of a comparison as people read them."""
    titles = _titles(archive, comparison, lang)
    return tuple(_asked(each, comparison, titles, lang) for each in comparison.questions)


def take_in(archive: Archive, weighed_file: Weighed, answers: Answers) -> Merged:
    """Write what a file brings, once all is answered."""
    return merge(archive, weighed_file.arrival, weighed_file.comparison, answers, alike)


def _titles(archive: Archive, comparison: Comparison, lang: str) -> dict[str, str]:
    """Return what the records that are asked about are called, and those they refer to."""
    titles: dict[str, str] = {}
    theirs: Side = comparison.theirs
    for each in comparison.questions:
        for uid in {each.uid, each.twin} - {""}:
            kept = theirs.get(uid) or comparison.ours.get(uid)
            if kept is not None:
                titles |= dict.fromkeys(
                    (target for _key, target in references(kept.record_type, kept.values)), ""
                )
            titles[uid] = ""
    for uid in titles:
        if uid in theirs:
            titles[uid] = title_of(theirs[uid], titles, lang)
    return {**titles, **archive.titles(titles, lang)}


def title_of(kept: Kept, titles: Mapping[str, str], lang: str) -> str:
    """Return what a record of theirs is called, by its own values."""
    words = []
    declared = fields_of(kept.record_type)
    other = "en" if lang == "fa" else "fa"
    for name in kept.record_type.title_fields:
        keys = [key for key in (name, f"{name}_{lang}", f"{name}_{other}") if kept.values.get(key)]
        if keys:
            words.append(_shown(declared[keys[0]].kind, kept.values[keys[0]], titles, lang))
    return kept.record_type.title_joint.join(word for word in words if word)


def _asked(
    question: Question, comparison: Comparison, titles: Mapping[str, str], lang: str
) -> Asked:
    title = titles.get(question.uid) or _("without a name")
    record = f"{_(question.record_type.singular)}: {title}"
    if question.about == "field":
        field = fields_of(question.record_type)[question.key]
        ours, theirs = (
            _shown(field.kind, value, titles, lang) or "—"
            for value in (question.ours, question.theirs)
        )
        subject = _(field.label)
        if question.against:
            subject = _("{field}: said differently in two records of the trip that are one here")
            subject = subject.format(field=_(field.label))
        return Asked(question, record, subject, ours, theirs)
    if question.about == "same":
        twin = titles.get(question.twin, "")
        one, other = comparison.ours[question.twin], comparison.theirs[question.uid]
        told = _("Added on both sides: is this one and the same?")
        return Asked(
            question,
            record,
            told,
            _told(_("One and the same: {title}").format(title=twin), one, titles, lang),
            _told(_("Another one: {title}").format(title=title), other, titles, lang),
        )
    if question.about == "binned":
        told = _("Put into the bin on the trip, changed here")
        return Asked(question, record, told, _("Keep it"), _("Into the bin"))
    told = _("In the bin here; changed on the trip, or needed by what comes back")
    return Asked(question, record, told, _("It stays in the bin"), _("Bring it back"))


def _told(head: str, kept: Kept, titles: Mapping[str, str], lang: str) -> str:
    """Return `head`, and below it what is known of a record."""
    fields = fields_of(kept.record_type).items()
    known = {
        _(field.label): _shown(field.kind, kept.values.get(key), titles, lang)
        for key, field in fields
        if kept.values.get(key) not in {None, field.default}
    }
    lines = (f"{name}: {value}" for name, value in known.items() if value)
    return "\n".join((head, *lines))


def _shown(kind: Any, value: Any, titles: Mapping[str, str], lang: str) -> str:  # noqa: ANN401 - any kind and its value
    """Return a value as people read it, a record by its title."""
    if value is None:
        return ""
    uid = value[1] if isinstance(value, tuple) and len(value) > 1 else value
    if isinstance(uid, str) and uid in titles:
        return titles[uid]
    text: str = kind.show(value, lang)
    return text
