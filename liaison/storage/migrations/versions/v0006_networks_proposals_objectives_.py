"""Networks, proposals, objectives, assessments and scanned texts."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

REFERENCES = {
    "agreement": {"objective": "objective"},
    "event": {"representative": "person", "objective": "objective"},
    "experience": {"objective": "objective"},
    "follow_up": {"membership": "membership", "proposal": "proposal", "objective": "objective"},
    "meeting": {"objective": "objective"},
    "visit": {"objective": "objective"},
}
"""New columns of tables that stand already, with the tables they refer to."""


def upgrade() -> None:
    """Go from 0005 to 0006."""
    op.create_table(
        "objective",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("level", sa.Unicode(), nullable=True),
        sa.Column("period", sa.Unicode(), nullable=True),
        sa.Column("indicator_fa", sa.Unicode(), nullable=True),
        sa.Column("indicator_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "scanned_text",
        sa.Column("sha256", sa.Unicode(), nullable=False),
        sa.Column("state", sa.Unicode(), nullable=False),
        sa.Column("text", sa.Unicode(), nullable=False),
        sa.Column("words", sa.Unicode(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("languages", sa.Unicode(), nullable=False),
        sa.Column("read_at", sa.Unicode(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=False),
        sa.Column("holder", sa.Unicode(), nullable=True),
        sa.Column("category", sa.Unicode(), nullable=True),
        sa.Column("level", sa.Unicode(), nullable=True),
        sa.Column("standing_fa", sa.Unicode(), nullable=True),
        sa.Column("standing_en", sa.Unicode(), nullable=True),
        sa.Column("since", sa.Unicode(), nullable=True),
        sa.Column("until", sa.Unicode(), nullable=True),
        sa.Column("officer", sa.Unicode(), nullable=True),
        sa.Column("representative", sa.Unicode(), nullable=True),
        sa.Column("alternate", sa.Unicode(), nullable=True),
        sa.Column("dues", sa.Unicode(), nullable=True),
        sa.Column("untapped_fa", sa.Unicode(), nullable=True),
        sa.Column("untapped_en", sa.Unicode(), nullable=True),
        sa.Column("bargaining_points_fa", sa.Unicode(), nullable=True),
        sa.Column("bargaining_points_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["alternate"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["holder"], ["partner.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["officer"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["representative"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_alternate"), ["alternate"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_holder"), ["holder"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_officer"), ["officer"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_partner"), ["partner"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_membership_representative"), ["representative"], unique=False
        )

    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("proposer", sa.Unicode(), nullable=True),
        sa.Column("forum", sa.Unicode(), nullable=True),
        sa.Column("purpose_fa", sa.Unicode(), nullable=True),
        sa.Column("purpose_en", sa.Unicode(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("reaction_fa", sa.Unicode(), nullable=True),
        sa.Column("reaction_en", sa.Unicode(), nullable=True),
        sa.Column("reason_fa", sa.Unicode(), nullable=True),
        sa.Column("reason_en", sa.Unicode(), nullable=True),
        sa.Column("decided_at", sa.Unicode(), nullable=True),
        sa.Column("replaces", sa.Unicode(), nullable=True),
        sa.Column("objective", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_at"], ["event.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["forum"], ["event.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["objective"], ["objective.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["proposer"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["replaces"], ["proposal.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_decided_at"), ["decided_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_forum"), ["forum"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_objective"), ["objective"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_proposer"), ["proposer"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_replaces"), ["replaces"], unique=False)

    op.create_table(
        "membership_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("membership", sa.Unicode(), nullable=False),
        sa.Column("horizon", sa.Unicode(), nullable=True),
        sa.Column("horizon_years", sa.Integer(), nullable=True),
        sa.Column("goal_fa", sa.Unicode(), nullable=True),
        sa.Column("goal_en", sa.Unicode(), nullable=True),
        sa.Column("target", sa.Unicode(), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("membership_goal", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_membership_goal_membership"), ["membership"], unique=False
        )

    op.create_table(
        "membership_milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("membership", sa.Unicode(), nullable=False),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("when", sa.Unicode(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("rivals", sa.Unicode(), nullable=True),
        sa.Column("result", sa.Unicode(), nullable=True),
        sa.Column("holder", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["holder"], ["person.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("membership_milestone", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_membership_milestone_holder"), ["holder"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_membership_milestone_membership"), ["membership"], unique=False
        )

    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("text_fa", sa.Unicode(), nullable=True),
        sa.Column("text_en", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("action", sa.Unicode(), nullable=True),
        sa.Column("result_of", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action"], ["follow_up.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["result_of"], ["assessment.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_action"), ["action"], unique=False)
        batch_op.create_index(batch_op.f("ix_assessment_partner"), ["partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_assessment_result_of"), ["result_of"], unique=False)

    for column in ("contribution_fa", "contribution_en", "gained_fa", "gained_en"):
        op.add_column("event", sa.Column(column, sa.Unicode(), nullable=True))
    for table, references in REFERENCES.items():
        with op.batch_alter_table(table, schema=None, recreate="always") as batch_op:
            for column, target in references.items():
                batch_op.add_column(sa.Column(column, sa.Unicode(), nullable=True))
                batch_op.create_index(f"ix_{table}_{column}", [column], unique=False)
                batch_op.create_foreign_key(
                    f"fk_{table}_{column}",
                    target,
                    [column],
                    ["uid"],
                    initially="DEFERRED",
                    deferrable=True,
                )
