"""gifts, media, experiences, subjects and issued prints."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Go from 0001 to 0002."""
    op.create_table(
        "issued_print",
        sa.Column("uid", sa.Unicode(), nullable=False),
        sa.Column("product", sa.Unicode(), nullable=False),
        sa.Column("subject", sa.Unicode(), nullable=False),
        sa.Column("languages", sa.Unicode(), nullable=False),
        sa.Column("guest", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("day", sa.Unicode(), nullable=False),
        sa.Column("issued_at", sa.Unicode(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Unicode(), nullable=False),
        sa.Column("way", sa.Unicode(), nullable=False),
        sa.Column("parts", sa.Unicode(), nullable=False),
        sa.PrimaryKeyConstraint("uid"),
    )
    with op.batch_alter_table("issued_print", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issued_print_subject"), ["subject"], unique=False)

    op.create_table(
        "subject_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=False),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("subject", sa.Unicode(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("evidence_fa", sa.Unicode(), nullable=True),
        sa.Column("evidence_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("subject_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("subject_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subject_link_partner"), ["partner"], unique=False)

    op.create_table(
        "experience",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("direction", sa.Unicode(), nullable=True),
        sa.Column("result", sa.Unicode(), nullable=False),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("subject", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("relation", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("reason_fa", sa.Unicode(), nullable=True),
        sa.Column("reason_en", sa.Unicode(), nullable=True),
        sa.Column("lesson_fa", sa.Unicode(), nullable=True),
        sa.Column("lesson_en", sa.Unicode(), nullable=True),
        sa.Column("evidence_fa", sa.Unicode(), nullable=True),
        sa.Column("evidence_en", sa.Unicode(), nullable=True),
        sa.Column("adoption", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["relation"], ["relation.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("experience", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_experience_partner"), ["partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_experience_relation"), ["relation"], unique=False)
        batch_op.create_index(batch_op.f("ix_experience_visit"), ["visit"], unique=False)

    op.create_table(
        "gift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=True),
        sa.Column("direction", sa.Unicode(), nullable=True),
        sa.Column("from_partner", sa.Unicode(), nullable=True),
        sa.Column("to_person", sa.Unicode(), nullable=True),
        sa.Column("item_fa", sa.Unicode(), nullable=True),
        sa.Column("item_en", sa.Unicode(), nullable=True),
        sa.Column("value", sa.Unicode(), nullable=True),
        sa.Column("kept_at_fa", sa.Unicode(), nullable=True),
        sa.Column("kept_at_en", sa.Unicode(), nullable=True),
        sa.Column("given_on", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("item_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("item_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["to_person"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gift_from_partner"), ["from_partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_meeting"), ["meeting"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_to_person"), ["to_person"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_visit"), ["visit"], unique=False)

    op.create_table(
        "media_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=True),
        sa.Column("outlet_fa", sa.Unicode(), nullable=True),
        sa.Column("outlet_en", sa.Unicode(), nullable=True),
        sa.Column("headline_fa", sa.Unicode(), nullable=True),
        sa.Column("headline_en", sa.Unicode(), nullable=True),
        sa.Column("published_on", sa.Unicode(), nullable=True),
        sa.Column("url", sa.Unicode(), nullable=True),
        sa.Column("group", sa.Unicode(), nullable=True),
        sa.Column("speaker_fa", sa.Unicode(), nullable=True),
        sa.Column("speaker_en", sa.Unicode(), nullable=True),
        sa.Column("gist_fa", sa.Unicode(), nullable=True),
        sa.Column("gist_en", sa.Unicode(), nullable=True),
        sa.Column("tone", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("outlet_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("outlet_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("headline_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("headline_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("media_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_media_item_meeting"), ["meeting"], unique=False)
        batch_op.create_index(batch_op.f("ix_media_item_visit"), ["visit"], unique=False)
