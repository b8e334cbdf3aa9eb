"""A shelf of records as the archive keeps them, with nothing but the search upon it."""

from typing import Any
from uuid import UUID

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import Day, Number, fields_of
from liaison.domain.schema.texts import Written
from liaison.storage import search
from liaison.storage.tables import SCANNED_TEXT

ENTRY = """CREATE TABLE entry(
    id INTEGER PRIMARY KEY, uid TEXT UNIQUE, type TEXT, title_fa TEXT, title_en TEXT,
    sort_fa BLOB, sort_en BLOB, deleted INTEGER NOT NULL DEFAULT 0)"""
NO_TITLE = ("", "")
REQUIRED = {Day: "2026-01-01", Number: 1}


class Shelf:
    """Rows and titles in real tables."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - the driver has no types
        self.connection = connection
        connection.execute(ENTRY)
        for table in (*(each.__table__ for each in CATALOGUE), SCANNED_TEXT):
            connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        search.create(connection)

    def add(
        self,
        type_name: str,
        title: tuple[str, str] = NO_TITLE,
        *,
        indexed: bool = True,
        **values: object,
    ) -> str:
        """Keep a record and return its uid; `title` is the Persian and the English one."""
        count = self.connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        uid = str(UUID(int=count + 1))
        fields = fields_of(by_name(type_name))
        required = {
            key: REQUIRED.get(type(each.kind), "x") for key, each in fields.items() if each.required
        }
        columns = (
            required
            | {
                key: kind.store(kind.read(value) if isinstance(kind, Written) else value)
                for key, value in values.items()
                if value is not None
                for kind in [fields[key].kind]
            }
            | {"id": count + 1, "uid": uid, "version": 1, "created_at": "", "updated_at": ""}
        )
        names = ", ".join(f'"{key}"' for key in columns)
        marks = ", ".join("?" * len(columns))
        self.connection.execute(
            f'INSERT INTO "{type_name}"({names}) VALUES ({marks})',  # noqa: S608 - a test's own names
            list(columns.values()),
        )
        self.connection.execute(
            "INSERT INTO entry(id, uid, type, title_fa, title_en) VALUES (?, ?, ?, ?, ?)",
            (count + 1, uid, type_name, *title),
        )
        if indexed:
            search.update(self.connection, [uid])
        return uid

    def partner(self, fa: str = "", en: str = "", **values: object) -> str:
        """Keep a city or body."""
        return self.add("partner", (fa, en), name_fa=fa or None, name_en=en or None, **values)

    def noted(self, text: str, **values: object) -> str:
        """Keep a follow-up that holds `text` in its notes and nowhere else."""
        return self.add("follow_up", ("پیگیری آزمون", ""), notes=text, **values)

    def find(self, text: str, **options: Any) -> list[str]:
        """Return the uids found."""
        return [hit.uid for hit in search.find(self.connection, text, **options)]
