"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:${"  # noqa: PLR0915 - one statement a table or index" if upgrades.count("op.") > 50 else ""}
    """Go from ${down_revision or "nothing"} to ${up_revision}."""
    ${"\n".join(line for line in upgrades.splitlines() if "# ###" not in line).strip()}
