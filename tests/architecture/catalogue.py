"""What the code says to people, and what the Persian catalogue makes of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("liaison", "ui")
PERSIAN = ROOT / "translations" / "fa" / "LC_MESSAGES" / "liaison.po"
SHOWN_BY_QT = frozenset(
    {
        "setText",
        "setWindowTitle",
        "setToolTip",
        "setStatusTip",
        "setPlaceholderText",
        "addAction",
        "addMenu",
        "addTab",
        "addRow",
        "setTabText",
        "setTitle",
        "setLabelText",
        "QLabel",
        "QPushButton",
        "QAction",
        "QGroupBox",
        "QCheckBox",
        "QRadioButton",
        "setAccessibleName",
        "setAccessibleDescription",
        "setHeaderLabels",
        "showMessage",
        "information",
        "warning",
        "critical",
        "question",
    }
)

KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)*(?:Ctrl|Alt|Shift|Esc|Enter|Insert|Delete|F\d+|[A-Z])\b"
)
"""Names of keys, which read alike in both languages."""

Message = str | tuple[str, ...]


def messages_in_code() -> dict[Message, str]:
    """Return every message id in the code with one place it stands at."""
    found: dict[Message, str] = {}
    for source in SOURCES:
        extracted = extract_from_dir(
            ROOT / source, method_map=[("**.py", "python")], keywords=DEFAULT_KEYWORDS
        )
        for file, line, message, _comments, _context in extracted:
            found.setdefault(message, f"{source}/{file}:{line}")
    return found


def persian() -> Catalog:
    """Return the Persian catalogue as people edit it."""
    with PERSIAN.open("rb") as file:
        return read_po(file, locale="fa")


def placeholders(text: str) -> list[str]:
    """Return the names in braces that a message leaves to be filled, sorted."""
    return sorted(re.findall(r"\{\w*\}", text))


def python_files() -> Iterator[Path]:
    """Yield the product's own modules."""
    for source in SOURCES:
        yield from sorted((ROOT / source).rglob("*.py"))


def bare_literals(path: Path) -> Iterator[str]:
    """Yield the calls in `path` that show people a text no catalogue can reach."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in SHOWN_BY_QT:
            yield from (
                f"{path.name}:{node.lineno} {name}({text!r})"
                for text in map(_literal, node.args)
                if re.search(r"[^\W\d_]{2,}", KEYS.sub("", text))
            )
        if name in {"_", "ngettext"} and any(isinstance(arg, ast.JoinedStr) for arg in node.args):
            yield f"{path.name}:{node.lineno} f-string inside {name}()"


def _literal(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr):
        parts = (part.value for part in argument.values if isinstance(part, ast.Constant))
        return "".join(str(part) for part in parts)
    return ""


def messages_in_f_strings(path: Path) -> Iterator[str]:
    """Yield what is translated inside the braces of f-strings, where Babel does not look."""
    for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(joined, ast.JoinedStr):
            for call in ast.walk(joined):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in DEFAULT_KEYWORDS:
                    yield from (each.value for each in call.args if isinstance(each, ast.Constant))
