"""Send random parts of random offices on a trip, change both sides, bring it back, and look.

    .venv/bin/python -m tests.endurance.travels [--histories 1000] [--seed 7]

Each history is two archives: one sends a part to the other, people work in both, the file comes
back, questions are answered at random; some come back twice. Exits with 1 where a value was lost
that nobody was asked about, somebody is there twice, or bringing a file again changes anything.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from liaison.domain.records import by_name
from liaison.domain.rules.alike import alike
from liaison.domain.rules.comparing_sides import Comparison
from liaison.domain.rules.settling import unanswered
from liaison.domain.rules.sides import Answer, led_on
from liaison.errors import UserError
from liaison.exchange.travelling.arriving import Arrival, arrived, weighed
from liaison.exchange.travelling.merging import merge
from liaison.exchange.travelling.sending import Departure, send_back, send_out
from liaison.exchange.travelling.trips import known, trips_of
from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.endurance.trip_deeds import Hand, furnish
from tests.endurance.trip_look import Journey, State, state_of

_ONCE_MORE = 0.3
"""How often a trip comes back a second time."""


@dataclass
class Found:
    """What came of all histories."""

    histories: int = 0
    returns: int = 0
    changes: int = 0
    asked: int = 0
    joined: int = 0
    faults: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Say it in lines."""
        share = 100 * self.asked / max(1, self.changes)
        return (
            f"{self.histories} histories, {self.returns} files brought back, {self.changes} changes"
            f" on the laptops, {self.asked} questions ({share:.1f} %), {self.joined} joined;"
            f" {len(self.faults)} lost or doubled\n"
        )


def main() -> int:
    """Live through as many histories as were asked for, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    install("en")
    found = Found()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Archive.open(folder / "office") as office:
            furnish(office)
        Archive.open(folder / "empty").close()
        for seed in range(asked.seed, asked.seed + asked.histories):
            _live(folder, seed, found)
    sys.stdout.write(found.told())
    sys.stdout.writelines(f"  {fault}\n" for fault in found.faults[:40])
    return 1 if found.faults else 0


def _live(folder: Path, seed: int, found: Found) -> None:
    """Live through one history."""
    place = folder / "history"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder / "office", place / "office")
    shutil.copytree(folder / "empty", place / "laptop")
    chance = random.Random(seed)  # noqa: S311 - a history is no secret
    found.histories += 1
    with Archive.open(place / "office") as office, Archive.open(place / "laptop") as laptop:
        history = History(office, laptop, place, chance, found)
        for fault in history.lived():
            found.faults.append(f"history {seed}: {fault}")


class History:
    """Two archives, and the trip between them."""

    def __init__(
        self,
        office: Archive,
        laptop: Archive,
        place: Path,
        chance: random.Random,
        found: Found,
    ) -> None:
        self.office, self.laptop, self.chance, self.found = office, laptop, chance, found
        self.place = place
        self.hands = (Hand(office, "office", chance), Hand(laptop, "laptop", chance))

    def lived(self) -> Iterator[str]:
        """Go, work, come back; tell what was wrong."""
        self.hands[0].work(self.chance.randrange(4))
        self._go()
        yield from self._return(1)
        if self.chance.random() < _ONCE_MORE:
            yield from self._return(2)

    def _go(self) -> None:
        rows = [row for name in ("partner", "visit") for row in self.office.rows(by_name(name))]
        chosen = self.chance.sample(rows, min(len(rows), self.chance.randint(1, 3)))
        departure = Departure([(row.record_type, row.uid) for row in chosen], "trip", "somebody")
        path = self.place / "out.liaison-travel"
        code = send_out(self.office, departure, path)
        arrival = arrived(self.laptop, path, code)
        merge(self.laptop, arrival, weighed(self.laptop, arrival, alike), {}, alike)

    def _return(self, number: int) -> Iterator[str]:
        for hand in self.hands:
            hand.work(self.chance.randrange(4, 24))
        path = self.place / f"back{number}.liaison-travel"
        send_back(self.laptop, trips_of(self.laptop)[0], path)
        yield from self._bring(path)
        yield from self._bring_again(path)
        again = self.place / f"again{number}.liaison-travel"
        send_back(self.laptop, trips_of(self.laptop)[0], again)
        arrival = arrived(self.office, again)
        comparison = weighed(self.office, arrival, alike)
        if comparison.questions or comparison.adds or any(comparison.takes.values()):
            yield f"the same work came back again: {comparison.questions or comparison.adds}"

    def _bring(self, path: Path) -> Iterator[str]:
        """Bring a file back, and look at what came of it."""
        arrival = arrived(self.office, path)
        comparison = weighed(self.office, arrival, alike)
        base: State = {
            uid: (
                kept.record_type,
                led_on(kept.record_type, kept.values, comparison.joined),
                kept.binned,
            )
            for uid, kept in known(self.office, arrival.trip, arrival.trip.away).items()
        }
        ours, theirs = state_of(self.office), state_of(self.laptop)
        answers: dict[str, Answer] = {}
        while waiting := unanswered(comparison, answers):
            answers[waiting[0].name] = self.chance.choice(waiting[0].answers)
        try:
            merged = merge(self.office, arrival, comparison, answers, alike)
        except UserError as error:  # the answers together leave a record without a name
            if error.field is None:
                yield f"refused: {error.message}"
            answers = dict.fromkeys(answers, "ours")
            while waiting := unanswered(comparison, answers):
                answers[waiting[0].name] = "ours"
            merged = merge(self.office, arrival, comparison, answers, alike)
        (trip,) = trips_of(self.office)
        joined = {**trip.joined.get(arrival.trip.away, {}), **comparison.joined}
        journey = Journey(
            base,
            ours,
            known_here(theirs, arrival, comparison),
            state_of(self.office),
            comparison,
            answers,
            merged,
            joined,
        )
        self.found.returns += 1
        self.found.changes += journey.changes
        self.found.asked += len(answers)
        self.found.joined += merged.joined
        yield from journey.faults()

    def _bring_again(self, path: Path) -> Iterator[str]:
        before = self.office.last_change()
        try:
            arrived(self.office, path)
        except UserError:
            if self.office.last_change() != before:
                yield "bringing it again changed something"
        else:
            yield "it could be brought twice"


def known_here(side: State, arrival: Arrival, comparison: Comparison) -> State:
    """Return what a laptop holds under the uids that its records have here since they came.

    It refers to the records with which others were joined here.
    """
    joined = {**arrival.joined, **comparison.joined}
    return {
        uid if uid in arrival.side else arrival.joined.get(uid, uid): (
            record_type,
            led_on(record_type, values, joined),
            binned,
        )
        for uid, (record_type, values, binned) in side.items()
    }


if __name__ == "__main__":
    sys.exit(main())
