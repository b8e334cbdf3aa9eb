"""How fast and how surely a search finds, beside a LIKE scan of the same archive.

    .venv/bin/python -m tests.benchmarks.search [--records 100000] [--queries 200] [--data DIR]

Fills an archive with a made-up office (or takes the one an earlier run left in DIR), then asks in
one run: words, beginnings, insides and slips of words, and a LIKE scan of every column of text
that finds nothing. Times are of the processor; read the ratios. Recall is counted against what
the office knows of its own words, each typed as one of its typists would.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import RecordType, fields_of
from liaison.storage.archive import Archive, Change
from liaison.storage.connection import Connection
from liaison.storage.search import Hit
from tests.benchmarks.corpus import BOUND, HAMZA, LETTERS, Made, Office, typed

BATCH = 2000
NEVER = "ژژققچچ"
SCANS = 8
CHANGES = 40
Find = Callable[..., Sequence[Hit]]


@dataclass
class Truth:
    """What the office knows of itself: which records hold a word, and how much was written."""

    holders: dict[str, list[str]] = field(default_factory=dict)
    records: int = 0
    octets: int = 0
    seconds: float = 0


def fill(archive: Archive, count: int) -> Truth:
    """Put `count` made-up records into `archive`."""
    truth = Truth(records=count)
    cities: list[str] = []
    records = Office().records(count)
    while batch := [made for _, made in zip(range(BATCH), records, strict=False)]:
        begun = time.perf_counter()
        with archive.change("Fill") as change:
            uids = [_add(change, made, cities) for made in batch]
        truth.seconds += time.perf_counter() - begun
        for made, uid in zip(batch, uids, strict=True):
            texts = (value for value in made.values.values() if isinstance(value, str))
            truth.octets += sum(len(text.encode()) for text in texts)
            for word in made.words:
                truth.holders.setdefault(word, []).append(uid)
    return truth


def _add(change: Change, made: Made, cities: list[str]) -> str:
    """Add one record; cities come first and are referred to afterwards by their number."""
    city = made.values.get("partner")
    values = made.values if city is None else made.values | {"partner": cities[city]}
    uid = change.add(by_name(made.type_name), values)
    if made.type_name == "partner":
        cities.append(uid)
    return uid


def words_of_class(truth: Truth) -> dict[str, list[str]]:
    """Return the words whose recall is counted, by what makes their spelling doubtful."""
    seldom = {word for word, uids in truth.holders.items() if 3 <= len(uids) <= 400}
    return {
        "ZWNJ, all": [word for word in seldom if "\u200c" in word],
        "ZWNJ, compounds": [word for word in BOUND if word in truth.holders],
        "ye and kaf": [word for word in seldom if set(word) & set("یک") and "\u200c" not in word],
        "hamza": [word for word in HAMZA if word in truth.holders],
        "figures": [word for word in seldom if word.isdecimal()],
    }


def recall(truth: Truth, find: Find, words: Sequence[str], sample: int) -> tuple[float, float]:
    """Return the shares of records found that were to be found, and were to be found of found."""
    chance = random.Random(7)  # noqa: S311 - no secret
    sure, right = [], []
    for word in chance.sample(sorted(words), min(sample, len(words))):
        right_ones = set(truth.holders[word])
        found = {hit.uid for hit in find(typed(word, chance.randrange(4)), limit=truth.records)}
        sure.append(len(found & right_ones) / len(right_ones))
        right.append(len(found & right_ones) / max(1, len(found)))
    return statistics.mean(sure), statistics.mean(right)


def questions(truth: Truth, count: int) -> dict[str, list[str]]:
    """Draw what is asked: words that stand together in some record."""
    chance = random.Random(21)  # noqa: S311 - no secret
    together: list[tuple[str, str]] = []
    common = sorted(truth.holders)
    weights = [len(truth.holders[word]) for word in common]
    while len(together) < count:
        first, second = chance.choices(common, weights, k=2)
        if not set(truth.holders[first]).isdisjoint(truth.holders[second]) and len(second) > 3:
            together.append((first, second))
    return {
        "one word": [one for one, _ in together],
        "two words": [f"{one} {two}" for one, two in together],
        "word and beginning": [f"{one} {two[: chance.randint(1, 7)]}" for one, two in together],
        "beginning (1-7)": [two[: chance.randint(1, 7)] for _, two in together],
        "inside a word": [two[1:] for _, two in together if len(two) > 5],
        "one slip": [
            two[:2] + chance.choice(LETTERS) + two[3:] for _, two in together if len(two) > 5
        ],
        "nothing": [f"{NEVER}{number}" for number in range(count)],
    }


def scan(connection: Connection, pattern: str) -> int:
    """Count the records in whose texts `pattern` stands, by LIKE alone."""
    found = 0
    for record_type in CATALOGUE:
        texts = (key for key, each in fields_of(record_type).items() if each.kind.sql == "text")
        condition = " OR ".join(f'"{column}" LIKE :pattern' for column in texts)
        query = f'SELECT count(*) FROM "{record_type.__tablename__}" WHERE {condition}'  # noqa: S608 - declared names
        found += connection.execute(query, {"pattern": f"%{pattern}%"}).fetchall()[0][0]
    return found


def milliseconds(act: Callable[[], object]) -> float:
    """Return the processor time of one act."""
    begun = time.thread_time()
    act()
    return 1000 * (time.thread_time() - begun)


def share(figures: Sequence[float], of_hundred: int) -> float:
    """Return a percentile."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, len(ordered) * of_hundred // 100)]


def report_recall(truth: Truth, find: Find, sample: int) -> None:
    """Print how much of what was to be found is found."""
    print("\nrecall and precision, each word typed as one of four typists would")
    for name, words in words_of_class(truth).items():
        found, right = recall(truth, find, words, sample)
        print(f"  {name:24} {100 * found:6.2f} %  {100 * right:6.2f} %")


def report_times(truth: Truth, archive: Archive, count: int) -> None:
    """Print the times of the questions and their ratio to the scan, all asked in turn."""
    asked = questions(truth, count)
    times: dict[str, list[float]] = {name: [] for name in asked}
    scans = []
    with archive.reading() as connection:
        for place in range(count):
            if place % (count // SCANS) == 0:
                scans.append(milliseconds(lambda: scan(connection, NEVER)))
            for name, texts in asked.items():
                if place < len(texts):
                    times[name].append(milliseconds(partial(archive.search, texts[place])))
    like = statistics.median(scans)
    print(f"\nLIKE scan that finds nothing: {like:.0f} ms (1.00)")
    for name, figures in times.items():
        middle, most = statistics.median(figures), share(figures, 99)
        print(
            f"  {name:24} p50 {middle:6.2f}  p99 {most:6.2f} ms"
            f"   scan / p50 = {like / middle:5.0f}, scan / p99 = {like / most:5.0f}"
        )


def report_changes(truth: Truth, archive: Archive) -> None:
    """Print what one change costs, the search included."""
    figures = []
    for uid in truth.holders["گزارش"][:CHANGES]:
        record_type = next(each for each in CATALOGUE if archive.exists(each, uid))
        change = partial(note, archive, record_type, uid, f"یادداشت {time.time_ns()}")
        figures.append(milliseconds(change))
    print(f"\none change of one record: p50 {statistics.median(figures):.2f} ms")


def note(archive: Archive, record_type: RecordType, uid: str, text: str) -> None:
    """Write one field of one record."""
    with archive.change("Note") as change:
        change.update(record_type, uid, {"source": text})


def report_size(truth: Truth, archive: Archive) -> None:
    """Print how large the indexes are beside the text."""
    with archive.reading() as connection:
        indexes = sum(
            connection.execute(f"SELECT sum(length(block)) FROM {name}_data").fetchall()[0][0]  # noqa: S608 - our own tables
            for name in ("search_name", "search_text", "search_infix")
        )
    print(f"indexes: {indexes / 1e6:.0f} MB, {indexes / truth.octets:.2f} of the text")


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.data or Path(folder)
        known = place / "truth.json"
        with Archive.open(place / "archive") as archive:
            if known.exists():
                truth = Truth(**json.loads(known.read_text(encoding="utf-8")))
            else:
                truth = fill(archive, options.records)
                known.write_text(json.dumps(asdict(truth)), encoding="utf-8")
            each = 1000 * truth.seconds / truth.records
            print(
                f"{truth.records} records, {truth.octets / 1e6:.0f} MB of text; {each:.2f} ms each"
            )
            report_size(truth, archive)
            report_times(truth, archive, options.queries)
            report_recall(truth, archive.search, options.queries)
            report_changes(truth, archive)


if __name__ == "__main__":
    main()
