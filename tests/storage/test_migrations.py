"""Migrations: a new type of record takes one file, two lines and one command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from liaison.domain.records import FollowUp, Gift, Partner
from liaison.errors import StorageError
from liaison.storage import version
from liaison.storage.archive import Archive
from liaison.storage.connection import APPLICATION_ID, connect, driver, scalar, single
from liaison.storage.migrations.writing import differences

ROOT = Path(__file__).resolve().parents[2]
NEW_TYPE = '''"""Keepsakes given and received."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Record, Reference, field
from liaison.i18n import N_


class Keepsake(Record):
    """Something given to a guest or brought by one."""

    singular: ClassVar[str] = N_("Keepsake")
    plural: ClassVar[str] = N_("Keepsakes")
    title_fields: ClassVar[tuple[str, ...]] = ("item",)

    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"), listed=True)
    item_fa: Mapped[str | None] = field(Line("fa"), N_("Item"), listed=True)
    item_en: Mapped[str | None] = field(Line("en"), N_("Item"), listed=True)
    kind: Mapped[str | None] = field(Choice({"given": N_("Given")}), N_("Kind"), listed=True)
'''
USING_IT = """
import sys
from pathlib import Path
from liaison.domain.records import FollowUp, Keepsake, Partner, Visit
from liaison.storage.archive import Archive, Listing

with Archive.open(Path(sys.argv[1])) as archive:
    assert archive.counts() == {"partner": 3, "follow_up": 3}, archive.counts()
    shown = [line.cells[0] for line in archive.first(Listing(Partner))]
    assert shown == ["شهر 0", "شهر 1", "شهر 2"]
    assert archive.undo() is None
    with archive.change("keepsake") as change:
        visit = change.add(Visit, {"title_fa": "سفر"})
        keepsake = change.add(Keepsake, {"item_fa": "فرش آزمون", "visit": visit, "kind": "given"})
    assert [line.cells[:2] for line in archive.first(Listing(Keepsake, order="item"))] == [
        ("سفر", "فرش آزمون")
    ]
    assert [hit.uid for hit in archive.search("فرش")] == [keepsake]
    assert archive.undo() == "keepsake"
    assert archive.counts() == {"partner": 3, "follow_up": 3}
    assert archive.redo() == "keepsake"
    assert archive.read(Keepsake, keepsake)["kind"] == "given"
    assert [each.action for each in archive.history(keepsake)] == ["add", "remove", "add"]
    with archive.change("bin") as change:
        change.delete(Keepsake, keepsake)
    with archive.change("old") as change:
        change.delete(FollowUp, archive.rows(FollowUp)[0].uid)
    assert archive.check() == []
"""


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """Lend an empty database that went through every migration."""
    from alembic import command

    from liaison.storage.migrations.environment import configuration

    engine = single(tmp_path / "migrated.db", "rwc")
    with engine.connect() as connection:
        command.upgrade(configuration(connection), "head")
        yield connection


def test_migrations_lead_to_what_is_declared(migrated: Connection) -> None:
    assert differences(migrated) == []


def test_a_new_archive_equals_a_migrated_one(migrated: Connection, folder: Path) -> None:
    made = connect(folder / "archive.db", "ro")
    names = (
        "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'search%'"
        " AND tbl_name NOT LIKE 'search%' AND name NOT LIKE 'list\\_%' ESCAPE '\\'"
        " AND name NOT LIKE 'history\\_%' ESCAPE '\\'"
        " ORDER BY 1, 2"
    )
    columns = (
        'SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master AS m,'
        " pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name NOT LIKE 'search%'"
        " ORDER BY 1, 2"
    )
    for question in (names, columns):
        expected = [tuple(row) for row in migrated.exec_driver_sql(question)]
        assert made.execute(question).fetchall() == expected
    made.close()


def _first_version(folder: Path) -> None:
    """Put the rows of the archive in `folder` into the tables of the first version."""
    from alembic import command

    from liaison.storage.migrations.environment import configuration

    present = folder / "archive.db"
    filled = present.rename(folder / "filled.db")
    (folder / "archive.sums").unlink()
    with single(present, "rwc").connect() as connection:
        command.upgrade(configuration(connection), "0001")
    first = connect(present, "rw")
    first.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    first.execute("PRAGMA foreign_keys = OFF")
    first.execute("ATTACH ? AS filled", (str(filled),))
    tables = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> ?"
    for (name,) in first.execute(tables, (version.TABLE,)).fetchall():
        told = first.execute(f'PRAGMA main.table_info("{name}")').fetchall()
        columns = ", ".join(f'"{row[1]}"' for row in told)
        first.execute(f'INSERT INTO main."{name}"({columns}) SELECT {columns} FROM filled."{name}"')  # noqa: S608 - names of our own tables
    first.close()
    filled.unlink()


def test_an_archive_of_the_first_version_opens_with_all_its_records(folder: Path) -> None:
    _filled(folder)
    with Archive.open(folder) as archive:
        archive.settings.set("office_en", "Test Office")
        before = archive.rows(FollowUp)
    _first_version(folder)
    with Archive.open(folder) as archive:
        assert archive.counts() == {"partner": 3, "follow_up": 3}
        assert archive.rows(FollowUp) == before
        assert [each.action for each in archive.history(before[0].uid)] == ["add"]
        assert archive.settings.get("office_en") == "Test Office"
        assert [hit.title_fa for hit in archive.search("کار 2")] == ["کار 2"]
        with archive.change("gift") as change:
            change.add(Gift, {"item_fa": "فرش آزمون"})
        assert archive.counts()["gift"] == 1
        assert archive.issued.of_subjects([before[0].uid]) == []
        assert archive.check() == []
    (copy,) = (folder / "backups").iterdir()
    assert copy.name == f"archive-before-{version.newest()}.db"


def test_conversion_links_the_whole_history(folder: Path) -> None:
    _filled(folder)
    with Archive.open(folder) as archive:
        with archive.change("bin") as change:
            change.delete(FollowUp, archive.rows(FollowUp)[0].uid)
        archive.empty_bin()
        with archive.change("after") as change:
            change.delete(Partner, archive.rows(Partner)[0].uid)
    _first_version(folder)
    (folder / "archive.head").write_text("0000000000000000004\n")
    with Archive.open(folder) as archive:
        assert archive.check() == []
        with archive.reading() as connection:
            assert scalar(connection, "SELECT count(*) FROM link") == archive.last_change() == 5
        with archive.change("bin") as change:
            change.delete(FollowUp, archive.rows(FollowUp)[0].uid)
        archive.empty_bin()
        assert archive.check() == []
    with single(folder / "archive.db", "rw").connect() as other:
        driver(other).execute("DROP TRIGGER history_change_UPDATE")
        driver(other).execute("UPDATE change SET label = 'x' WHERE id = 1")
    (folder / "archive.sums").unlink()
    with Archive.open(folder) as archive:
        assert [str(each)[:11] for each in archive.check()] == ["Change 1 of"]


def _filled(folder: Path) -> None:
    with Archive.open(folder) as archive, archive.change("before") as change:
        for number in range(3):
            city = change.add(Partner, {"name_fa": f"شهر {number}"})
            change.add(FollowUp, {"title_fa": f"کار {number}", "partner": city})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the program, so that a type can be added to it."""
    copy = tmp_path / "project"
    skipped = shutil.ignore_patterns("__pycache__")
    for part in ("liaison", "resources", "pyproject.toml"):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, copy / part, ignore=skipped)
        else:
            shutil.copy(ROOT / part, copy / part)
    (copy / "translations").symlink_to(ROOT / "translations")
    return copy


def _run(project: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - the programs of this file
        [sys.executable, "-W", "error", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_new_type_is_one_file_two_lines_and_a_generated_migration(
    folder: Path, project: Path
) -> None:
    _filled(folder)
    records = project / "liaison" / "domain" / "records"
    (records / "keepsake.py").write_text(NEW_TYPE, "utf-8")
    catalogue = records / "__init__.py"
    text = catalogue.read_text("utf-8")
    text = text.replace(
        "\nCATALOGUE", "\nfrom liaison.domain.records.keepsake import Keepsake\n\nCATALOGUE", 1
    )
    text = text.replace("    Holiday,\n)", "    Holiday,\n    Keepsake,\n)", 1)
    catalogue.write_text(text, "utf-8")
    command = ("-m", "liaison.storage.migrations", "Add keepsakes")
    number = f"{int(version.newest()) + 1:04}"
    told = _run(project, *command)
    assert f"v{number}_add_keepsakes.py" in told
    assert "as they were" in _run(project, *command)
    versions = project / "liaison" / "storage" / "migrations" / "versions"
    written = versions / f"v{number}_add_keepsakes.py"
    assert 'op.create_table(\n        "keepsake"' in written.read_text("utf-8")
    ruff = Path(sys.executable).parent / "ruff"
    checked = subprocess.run(  # noqa: S603 - our own tool
        [ruff, "check", "--no-cache", written], cwd=project, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stdout

    _run(project, "-c", USING_IT, str(folder))

    copies = list((folder / "backups").iterdir())
    assert [each.name for each in copies] == [f"archive-before-{number}.db"]
    copy = connect(copies[0], "ro")
    assert scalar(copy, "SELECT version_num FROM alembic_version") == version.newest()
    assert scalar(copy, "SELECT count(*) FROM partner") == 3
    copy.close()
    with pytest.raises(StorageError, match=number):
        Archive.open(folder)


LOSING = '''"""Lose something."""

from alembic import op

revision = "{number}"
down_revision = "{before}"


def upgrade() -> None:
    """Go from {before} to {number}."""
    {statement}
'''


@pytest.mark.parametrize(
    "statement",
    [
        'op.execute("DELETE FROM follow_up WHERE id > 2")',
        "op.execute(\"UPDATE follow_up SET partner = 'nobody'\")",
        'op.execute("CREATE TABLE half(id INTEGER)")\n    raise ZeroDivisionError',
        'op.execute("CREATE TABLE half(id INTEGER)")\n    import os\n    os.kill(os.getpid(), 9)',
    ],
    ids=["loses rows", "breaks references", "fails", "is killed"],
)
def test_a_migration_that_does_not_come_out_even_leaves_the_archive(
    folder: Path, project: Path, statement: str
) -> None:
    _filled(folder)
    before = version.newest()
    number = f"{int(before) + 1:04}"
    versions = project / "liaison" / "storage" / "migrations" / "versions"
    text = LOSING.format(number=number, before=before, statement=statement)
    (versions / f"v{number}_lose.py").write_text(text, "utf-8")
    opening = "import sys; from pathlib import Path; from liaison.storage.archive import Archive;"
    opening += " Archive.open(Path(sys.argv[1]))"
    done = subprocess.run(  # noqa: S603 - the program above
        [sys.executable, "-c", opening, str(folder)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    with Archive.open(folder) as archive:
        assert archive.counts() == {"partner": 3, "follow_up": 3}
        assert archive.check() == []
        assert archive.undo() == "before"
