"""What Alembic runs: the migrations, on the connection of whoever asked for them."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from liaison.storage.tables import METADATA


def _rendered(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:  # noqa: ANN401 - Alembic gives anything
    """Write the plain type behind a column of ours, which is all a migration depends on."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=_rendered,
)
context.run_migrations()
