"""chain of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Go from 0003 to 0004; the changes are linked afterwards, which takes the archive's key."""
    op.create_table(
        "link",
        sa.Column("change", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["change"], ["change.id"]),
        sa.PrimaryKeyConstraint("change"),
    )
    op.create_table(
        "forgotten",
        sa.Column("history", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["change"], ["change.id"]),
        sa.ForeignKeyConstraint(["history"], ["history.id"]),
        sa.PrimaryKeyConstraint("history"),
    )
    with op.batch_alter_table("forgotten", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_forgotten_change"), ["change"], unique=False)
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.add_column(sa.Column("salt", sa.LargeBinary(), nullable=True))
    # What an earlier purge emptied has nothing to be salted, and stays empty.
    op.execute(
        "UPDATE history SET salt = randomblob(16) WHERE NOT (before IS NULL AND after IS NULL)"
    )
