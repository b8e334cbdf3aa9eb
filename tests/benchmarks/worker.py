"""A typesetter in a process of its own: asked line by line, it answers what the work cost.

Stands on the standard library alone, since the typesetters live in interpreters of their own.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Order = Mapping[str, Any]


def serve(typeset: Callable[[Order], bytes]) -> None:
    """Typeset every order that comes in as a line of JSON; write the file it names."""
    for line in sys.stdin:
        order = json.loads(line)
        begun = time.process_time()
        content = typeset(order)
        seconds = time.process_time() - begun
        Path(order["file"]).write_bytes(content)
        print(json.dumps({"seconds": seconds, "megabytes": peak()}), flush=True)


def peak() -> float:
    """Return the most memory this process has held, in megabytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return float("nan")


class Typesetter:
    """The other end: a child process that typesets what it is asked to."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def typeset(self, order: Order) -> dict[str, float]:
        """Have an order typeset; give the CPU seconds and the peak memory so far.

        It holds "blocks", an "edition" ("fa", "en", "both"), the "file" to write, the folder of
        the "fonts", and whether pages are "furnished" with heads and feet.
        """
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise BrokenPipeError(self.name)
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        answer: dict[str, float] = json.loads(process.stdout.readline())
        return answer

    def close(self) -> None:
        """Let the child go."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
