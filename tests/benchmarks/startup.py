"""How soon the window answers, beside a bare PySide6 window and, where given, Anki.

    xvfb-run -a -s "-screen 0 1440x900x24" .venv/bin/python tests/benchmarks/startup.py \
        --data ARCHIVE [--anki COMMAND] [--runs 7]

Needs an X server with a window manager on the PATH (openbox), and the packages python-xlib and
psutil. One yardstick for every program: process start → window mapped → pixels painted → first
answer to a _NET_WM_PING sent after that. Runs are interleaved; figures are medians and ratios of
one call. Memory is the proportional set size of the process tree once the pixels rest.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from Xlib import X, display, error
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

ROOT = Path(__file__).resolve().parents[2]
SMALLEST = (560, 330)
CALM = 0.8
LIMIT = 20.0
COLOURS = 12


@dataclass
class Start:
    """One start of a program: milliseconds since the fork, then megabytes."""

    figures: dict[str, float] = field(default_factory=dict)

    def note(self, name: str, value: float) -> None:
        """Keep the first figure of a name."""
        self.figures.setdefault(name, value)


class Screen:
    """The X display on which windows appear and answer."""

    def __init__(self) -> None:
        self.display = display.Display()
        self.root = self.display.screen().root
        self.ping = self.display.intern_atom("_NET_WM_PING")
        self.protocols = self.display.intern_atom("WM_PROTOCOLS")
        self.clients = self.display.intern_atom("_NET_CLIENT_LIST")
        self.root.change_attributes(
            event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask | X.PropertyChangeMask
        )

    def windows(self) -> set[int]:
        """Return the ids of the windows the window manager knows."""
        known = self.root.get_full_property(self.clients, X.AnyPropertyType)
        return set(known.value) if known else set()

    def find(self, before: set[int]) -> Window | None:
        """Return a mapped window of fair size that was not there before."""
        for each in self.windows() - before:
            window = self.display.create_resource_object("window", each)
            try:
                shape, state = window.get_geometry(), window.get_attributes().map_state
            except error.BadWindow:
                continue
            if state == X.IsViewable and shape.width >= SMALLEST[0] and shape.height >= SMALLEST[1]:
                return window
        return None

    def pixels(self, window: Window) -> bytes:
        """Return the pixels of a window, empty where it has gone or is not drawn yet."""
        try:
            shape = window.get_geometry()
            return window.get_image(0, 0, shape.width, shape.height, X.ZPixmap, 0xFFFFFFFF).data
        except (error.BadDrawable, error.BadMatch, error.BadWindow):
            return b""

    def ask(self, window: Window) -> None:
        """Ask a window whether its event loop lives."""
        data = (32, [self.ping, int(time.time()) & 0x7FFFFFFF, window.id, 0, 0])
        message = event.ClientMessage(window=window, client_type=self.protocols, data=data)
        window.send_event(message, event_mask=0)
        self.display.flush()

    def answered(self) -> bool:
        """Say whether an answer to `ask` has come."""
        found = False
        while self.display.pending_events():
            happened = self.display.next_event()
            if happened.type == X.ClientMessage and happened.client_type == self.protocols:
                found = found or happened.data[1][0] == self.ping
        return found


def painted(pixels: bytes) -> bool:
    """Say whether more than a blank ground shows."""
    return len({pixels[i : i + 3] for i in range(0, len(pixels), 28)}) >= COLOURS


def measure(screen: Screen, command: Sequence[str], settings: Mapping[str, str]) -> Start:
    """Start `command`, watch its window until its pixels rest, stop it."""
    before, start = screen.windows(), Start()
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"} | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    window, last, changed = None, b"", began
    while time.monotonic() - began < LIMIT:
        now = time.monotonic()
        if window is None:
            window = screen.find(before)
            if window is not None:
                start.note("mapped", 1000 * (now - began))
        else:
            pixels = screen.pixels(window)
            if pixels != last:
                last, changed = pixels, now
                if "painted" not in start.figures and painted(pixels):
                    start.note("painted", 1000 * (now - began))
                    screen.ask(window)
            if screen.answered():
                start.note("responsive", 1000 * (time.monotonic() - began))
            if "responsive" in start.figures and now - changed > CALM:
                break
        time.sleep(0.004)
    start.note("megabytes", memory(process.pid))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(0.4)
    return start


def memory(pid: int) -> float:
    """Return the proportional set size of a process and its children in megabytes."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(each.memory_full_info().pss for each in tree) / 2**20


def main() -> None:
    """Measure, interleaved, and print medians and ratios to the bare window."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the archive Liaison opens")
    parser.add_argument("--anki", default="", help="the command that starts Anki")
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    programs = {
        "bare": [sys.executable, str(ROOT / "tests/benchmarks/bare_window.py")],
        "liaison": [sys.executable, str(ROOT / "main.py")],
    }
    if asked.anki:
        programs["anki"] = asked.anki.split()
    # Programs start here as they do for people: from bytecode that an earlier start has kept.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    manager = subprocess.Popen(["openbox"])
    time.sleep(1)
    screen = Screen()
    starts: dict[str, list[Start]] = {name: [] for name in programs}
    try:
        with tempfile.TemporaryDirectory() as home:
            # Without a word on the command line, as people start it: the archive is at home.
            (Path(home) / "liaison").symlink_to(asked.data.resolve())
            settings = {"QTWEBENGINE_DISABLE_SANDBOX": "1", "XDG_DATA_HOME": home}
            for run in range(asked.runs + 1):
                for name, command in programs.items():
                    start = measure(screen, command, settings)
                    if run:  # the first run of each warms the file cache
                        starts[name].append(start)
    finally:
        manager.terminate()
    report(starts)


def report(starts: Mapping[str, Sequence[Start]]) -> None:
    """Print a row a program: medians, and ratios run by run against the others."""
    for name, runs in starts.items():
        for figure in ("mapped", "painted", "responsive", "megabytes"):
            values = [run.figures.get(figure, float("nan")) for run in runs]
            ratios = "  ".join(
                f"/{other} {statistics.median(ratio(values, starts[other], figure)):.2f}"
                for other in starts
                if other != name
            )
            print(f"{name:8s} {figure:10s} median {statistics.median(values):8.1f}  {ratios}")


def ratio(values: Sequence[float], others: Sequence[Start], figure: str) -> list[float]:
    """Return the ratios of one figure to another program's, run by run."""
    pairs = zip(values, others, strict=True)
    return [value / other.figures.get(figure, float("nan")) for value, other in pairs]


if __name__ == "__main__":
    main()
