"""The pages of the typesetting benchmark, printed by Chromium from the markup that WeasyPrint gets.

Started with the path of Chromium. What it costs is that of all its processes, so it measures
itself and answers as the other typesetters do.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.markup import page

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
]
_EVERY = 0.02


def main() -> None:
    """Print every order that comes in as a line of JSON."""
    for line in sys.stdin:
        order = json.loads(line)
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(printed(order, Path(folder))), flush=True)


def printed(order: dict[str, Any], folder: Path) -> dict[str, float]:
    """Print an order; give CPU seconds and the most memory of all processes in megabytes."""
    source = folder / "page.html"
    source.write_text(page(order), encoding="utf-8")
    command = [
        sys.argv[1], *FLAGS, f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={order['file']}", source.as_uri(),
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most: list[float] = [0.0]
    spent: dict[int, float] = {}
    watch = threading.Thread(target=_watch, args=(process, most, spent))
    watch.start()
    process.wait()
    watch.join()
    return {"seconds": sum(spent.values()), "megabytes": most[0]}


def _watch(process: subprocess.Popen[bytes], most: list[float], spent: dict[int, float]) -> None:
    """Look at the processes of Chromium as long as it runs."""
    while process.poll() is None:
        family = _family(process.pid)
        most[0] = max(most[0], sum(_proportional(pid) for pid in family))
        for pid in family:
            spent[pid] = max(spent.get(pid, 0.0), _seconds(pid))
        time.sleep(_EVERY)


def _family(root: int) -> list[int]:
    """Return a process and all that it started."""
    parents = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            fields = _read(each / "stat").rpartition(")")[2].split()
            if fields:
                parents[int(each.name)] = int(fields[1])
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting += [pid for pid, parent in parents.items() if parent == found[-1]]
    return found


def _proportional(pid: int) -> float:
    """Return the memory of a process in megabytes, what it shares counted in part."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _seconds(pid: int) -> float:
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100 if fields else 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
