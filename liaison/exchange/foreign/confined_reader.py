"""What the child process does that reads a foreign file: bind its hands, then tell what it read.

The file comes on standard input. What is not expected ends the process, and the parent takes the
file for one that cannot be read.
"""

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

from liaison.exchange.foreign.messages import END, PROBLEM, Problem, Teller, Trouble
from liaison.storage.confinement import bind

_READERS: Final[Mapping[str, str]] = {
    Trouble.WORKBOOK: "liaison.exchange.foreign.worksheet_reader",
    Trouble.CARDS: "liaison.exchange.foreign.card_reader",
    Trouble.CALENDAR: "liaison.exchange.foreign.calendar_reader",
}


def main(kind: str, seconds: str, megabytes: str, *arguments: str) -> None:
    """Tell on standard output what the reader of `kind` makes of standard input."""
    os.environ["OPENPYXL_LXML"] = "False"  # its own parser takes more than ours may
    with open(0, "rb") as given:
        bind(int(seconds), int(megabytes) << 20)
        content = given.read()
    read: Callable[..., Any] = import_module(_READERS[kind]).read
    teller = Teller()
    try:
        read(content, teller, *arguments)
    except Problem as problem:
        Teller().tell(PROBLEM, str(problem))
    except RecursionError:
        Teller().tell(PROBLEM, Trouble.DEEP)
    except MemoryError:
        Teller().tell(PROBLEM, Trouble.LARGE)
    else:
        teller.tell(END)
