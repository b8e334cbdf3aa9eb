"""A case carried out by a process of its own, whose time and memory are measured."""

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from liaison import i18n
from liaison.errors import LiaisonError
from tests.hostile.case import Case, Expected
from tests.hostile.families.places import template
from tests.hostile.sentence import faults_of_sentence
from tests.hostile.standing import standing

LONGEST = 20
"""Seconds that nothing hostile may take."""
LARGEST = 512
"""Megabytes that nothing hostile may take, with all processes it starts."""
_GIVEN_UP = 45
_OFFSCREEN = "This plugin does not support propagateSizeHints()"  # Qt's, without a screen
_NEVER_MORE = 6 << 30  # bytes; what would take more ends, and does not take the machine along


@dataclass
class Told:
    """What became of a case."""

    key: str
    outcome: str = ""
    message: str = ""
    seconds: float = 0
    megabytes: int = 0
    faults: list[str] = field(default_factory=list)


def tried(case: Case) -> Told:
    """Carry a case out, refusals in both languages, and say what is wrong with it."""
    told = Told(case.key)
    template()
    # What is taken for what it is says nothing: one language will do.
    for lang in i18n.LANGUAGES if case.expected == Expected.REFUSED else i18n.LANGUAGES[:1]:
        folder = Path(tempfile.mkdtemp(prefix="hostile-"))
        try:
            one = _in(case, folder, lang)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        told.outcome, told.message = one.outcome, one.message
        told.seconds = max(told.seconds, one.seconds)
        told.megabytes = max(told.megabytes, one.megabytes)
        told.faults += [f"{lang}: {each}" for each in one.faults]
    return told


def _in(case: Case, folder: Path, lang: str) -> Told:
    prepared = _apart(lambda: case.prepare(folder), lang)
    if prepared.outcome != "harmless":
        return Told(case.key, faults=["could not be prepared", *prepared.faults])
    before = standing(folder, same_bytes=case.same_bytes)
    told = _apart(lambda: case.act(folder), lang)
    if told.outcome != case.expected:
        told.faults.append(f"{told.outcome}, not {case.expected}: {told.message}")
    if told.outcome == Expected.REFUSED:
        told.faults += faults_of_sentence(told.message, lang)
        after = standing(folder, same_bytes=case.same_bytes)
        changed = sorted(key for key in before | after if before.get(key) != after.get(key))
        if changed:
            told.faults.append(f"left behind: {', '.join(changed[:5])}")
    if told.seconds > LONGEST:
        told.faults.append(f"took {told.seconds:.1f} seconds")
    if told.megabytes > LARGEST:
        told.faults.append(f"took {told.megabytes} megabytes")
    return told


def _apart(work: Callable[[], object], lang: str) -> Told:
    """Do something in a process of its own and tell what became of it."""
    reading, writing = os.pipe()
    noise = tempfile.TemporaryFile()  # noqa: SIM115 - it outlives the child
    child = os.fork()
    if not child:
        os.close(reading)
        _carry_out(work, lang, writing, noise.fileno())
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        answer = stream.read()
    _pid, status, usage = os.wait4(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    told = Told("", f"ended by {status}", megabytes=usage.ru_maxrss >> 10)
    if answer:
        told = Told(**json.loads(answer))
    else:
        told.faults.append(f"the process ended by {status}")
    with noise:
        noise.seek(0)
        said = noise.read().decode("utf-8", "replace").replace(_OFFSCREEN, "").strip()
    if said and told.outcome in set(Expected):
        told.faults.append(f"said on the side: {said[-300:]}")
    elif said:
        told.faults.append(said[-1500:])
    return told


def _carry_out(work: Callable[[], object], lang: str, answer: int, noise: int) -> None:
    """Do the work and end; nothing of the process that was forked goes on here."""
    try:
        os.setsid()
        os.dup2(noise, 2)
        signal.alarm(_GIVEN_UP)
        resource.setrlimit(resource.RLIMIT_AS, (_NEVER_MORE, _NEVER_MORE))
        i18n.install(lang)
        told = _done(work)
        own, others = (
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        told.megabytes = (own + others) >> 10
        os.write(answer, json.dumps(asdict(told)).encode())
    except BaseException:  # noqa: BLE001 - whatever it was, the process ends here
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(0)


def _done(work: Callable[[], Any]) -> Told:
    begun = time.monotonic()
    told = Told("")
    try:
        answer = work()
        told.outcome, told.message = Expected.HARMLESS.value, str(answer or "")
    except LiaisonError as error:
        told.outcome, told.message = Expected.REFUSED.value, str(error)
    except BaseException as error:  # noqa: BLE001 - a fault of the program, and told as one
        told.outcome = "crashed"
        told.message = traceback.format_exception_only(error)[-1].strip()[:300]
        traceback.print_exc(file=sys.__stderr__)
    told.seconds = round(time.monotonic() - begun, 2)
    return told
