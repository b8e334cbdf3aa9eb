#!/usr/bin/env python3
"""Set up what is missing, then start Liaison or its tests; needs Python 3.11 and nothing else.

    python3 run.py [ARGUMENTS]       the window, or main.py with the arguments given
    python3 run.py test [ARGUMENTS]  the tests, with arguments for pytest

Everything is installed into `.venv` beside this file, from lock files with hashes. Where a folder
`wheelhouse` stands here, packages come from it and no network is touched.
"""

from __future__ import annotations

import ctypes
import ensurepip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WHEELHOUSE = HERE / "wheelhouse"
OLDEST_PYTHON = (3, 11)

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
TEST_FILES = {
    "/usr/bin/pdftotext": "poppler-utils",
    "/usr/bin/mutool": "mupdf-tools",
    "/usr/share/unicode/BidiTest.txt": "unicode-data",
    "/usr/bin/tesseract": "tesseract-ocr",
    "/usr/share/doc/tesseract-ocr-fas/copyright": "tesseract-ocr-fas",
}
"""Debian packages the tests use where they are; tests that need an absent one say so and skip."""
JAVA_TEST_FILES = {
    "/usr/share/java/preflight.jar": "libpdfbox2-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
    "/usr/share/java/jaxb-api.jar": "libjaxb-api-java",
}
"""The same, of use only where there is Java."""


def main(arguments: list[str]) -> int:
    """Set up for `arguments`, run them, and return the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        return fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    testing = arguments[:1] == ["test"]
    locks = [HERE / "requirements.lock"] + [HERE / "requirements-test.lock"] * testing
    wants_window = not arguments and has_display()
    provide_system_libraries(testing=testing, window=wants_window)
    try:
        set_up(locks)
    except subprocess.CalledProcessError:
        return fail("The set-up did not finish; what went wrong stands above. Run it once more.")
    command = [str(PYTHON), str(HERE / "main.py"), *arguments]
    if testing:
        # A file stays with one process: what its tests share is made once. In their own order the
        # slow ones, which are few in a file, come first and not all at the end.
        whole = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "-q"]
        command = [str(PYTHON), "-m", "pytest", *(arguments[1:] or whole)]
    return subprocess.call(command, cwd=HERE if testing else None)


def has_display() -> bool:
    """Say whether a window can be shown."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def set_up(locks: list[Path]) -> None:
    """Make `.venv` hold exactly what `locks` name, unless it does already."""
    wanted = hashlib.sha256(sys.version.encode() + b"".join(lock.read_bytes() for lock in locks))
    # What the tests installed serves the program too, so either stamp will do for the window.
    stamp = ENVIRONMENT / f"set-up-{wanted.hexdigest()[:16]}"
    if stamp.exists():
        return
    if not PYTHON.exists() or not runs(PYTHON):
        print("Setting up; this happens once and takes a minute.", flush=True)
        if not hasattr(ensurepip, "bootstrap"):
            raise SystemExit(fail("Python lacks venv support: sudo apt install python3-venv"))
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    for lock in locks:
        install(lock)
    # Compiled modules and message catalogues make every later start faster.
    subprocess.check_call([str(PYTHON), "-m", "compileall", "-q", "liaison", "ui"], cwd=HERE)
    catalogue = "from liaison.i18n import translated; translated('', 'fa')"
    subprocess.check_call([str(PYTHON), "-c", catalogue], cwd=HERE)
    stamp.touch()


def install(lock: Path) -> None:
    """Install the packages of one lock file, hashes checked, wheels only."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    if WHEELHOUSE.is_dir():
        command += ["--no-index", "--find-links", str(WHEELHOUSE)]
    subprocess.check_call(command)


def runs(python: Path) -> bool:
    """Say whether an interpreter still starts; a moved or upgraded one may not."""
    return subprocess.call([str(python), "-c", ""], stderr=subprocess.DEVNULL) == 0


def provide_system_libraries(*, testing: bool, window: bool) -> None:
    """Install the Debian packages that are missing, as root; otherwise name them."""
    if sys.platform != "linux" or not (testing or window):
        return
    libraries = QT_LIBRARIES | (WINDOW_LIBRARIES if window else {})
    missing = [package for name, package in libraries.items() if not loads(name)]
    if testing:
        files = TEST_FILES | (JAVA_TEST_FILES if shutil.which("java") else {})
        missing += [package for path, package in files.items() if not Path(path).exists()]
    if not missing or not shutil.which("apt-get"):
        return
    if os.geteuid() != 0:
        print("Some system libraries are missing: sudo apt install " + " ".join(missing))
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *missing]):
        status = subprocess.call(["apt-get", *step], env=environment, stdout=subprocess.DEVNULL)
        if status:
            print("Could not install the system libraries: apt-get install " + " ".join(missing))
            return


def loads(library: str) -> bool:
    """Say whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def fail(sentence: str) -> int:
    """Say what is wrong on the error stream; return the exit status for it."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
