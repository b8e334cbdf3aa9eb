"""PDFBox Preflight, which judges PDF/A-1b files; it needs Java and a few of its libraries."""

import shutil
import subprocess
from pathlib import Path

JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in (
        *("preflight", "pdfbox2", "fontbox2", "xmpbox"),
        *("commons-logging", "javax.activation", "jaxb-api"),
    )
]
ABSENT = [] if shutil.which("java") else ["java"]
ABSENT += [jar.name for jar in JARS if not jar.exists()]
"""What Preflight lacks on this machine."""


def faults(files: list[Path]) -> list[str]:
    """Give every fault that Preflight finds, each behind the name of its file."""
    program = Path(__file__).with_suffix(".java")
    libraries = ":".join(map(str, JARS))
    command = ["java", "-cp", libraries, str(program), *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own files
    return done.stdout.splitlines()
