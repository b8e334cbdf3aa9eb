"""How Alembic is set up here, by the program and not by a file."""

from pathlib import Path
from typing import Final

from alembic.config import Config
from sqlalchemy import Connection

HERE: Final = Path(__file__).parent


def configuration(connection: Connection) -> Config:
    """Return a configuration that works on `connection`, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("version_locations", str(HERE / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "v%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
