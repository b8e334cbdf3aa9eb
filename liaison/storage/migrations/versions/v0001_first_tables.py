"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table or index
    """Go from nothing to 0001."""
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("number", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("stage", sa.Unicode(), nullable=True),
        sa.Column("relation", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("signed_on", sa.Unicode(), nullable=True),
        sa.Column("signed_place_fa", sa.Unicode(), nullable=True),
        sa.Column("signed_place_en", sa.Unicode(), nullable=True),
        sa.Column("valid_from", sa.Unicode(), nullable=True),
        sa.Column("valid_until", sa.Unicode(), nullable=True),
        sa.Column("renewal", sa.Unicode(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("languages", sa.Unicode(), nullable=True),
        sa.Column("authentic_language", sa.Unicode(), nullable=True),
        sa.Column("originals", sa.Integer(), nullable=True),
        sa.Column("original_kept_at_fa", sa.Unicode(), nullable=True),
        sa.Column("original_kept_at_en", sa.Unicode(), nullable=True),
        sa.Column("legal_basis_fa", sa.Unicode(), nullable=True),
        sa.Column("legal_basis_en", sa.Unicode(), nullable=True),
        sa.Column("obstacles_fa", sa.Unicode(), nullable=True),
        sa.Column("obstacles_en", sa.Unicode(), nullable=True),
        sa.Column("themes", sa.Unicode(), nullable=True),
        sa.Column("summary_fa", sa.Unicode(), nullable=True),
        sa.Column("summary_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("number_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["relation"], ["relation.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_relation"), ["relation"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_visit"), ["visit"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Unicode(), nullable=False),
        sa.Column("author", sa.Unicode(), nullable=False),
        sa.Column("label", sa.Unicode(), nullable=False),
        sa.Column("kind", sa.Unicode(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["change.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_undoes"), ["undoes"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("number", sa.Unicode(), nullable=True),
        sa.Column("day", sa.Unicode(), nullable=True),
        sa.Column("language", sa.Unicode(), nullable=True),
        sa.Column("attached_to", sa.Unicode(), nullable=True),
        sa.Column("file", sa.Unicode(), nullable=True),
        sa.Column("caption_fa", sa.Unicode(), nullable=True),
        sa.Column("caption_en", sa.Unicode(), nullable=True),
        sa.Column("version_of", sa.Unicode(), nullable=True),
        sa.Column("for_publication", sa.Integer(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("number_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_of"], ["document.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_version_of"), ["version_of"], unique=False)

    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("uid", sa.Unicode(), nullable=False),
        sa.Column("type", sa.Unicode(), nullable=False),
        sa.Column("title_fa", sa.Unicode(), nullable=False),
        sa.Column("title_en", sa.Unicode(), nullable=False),
        sa.Column("sort_fa", sa.LargeBinary(), nullable=False),
        sa.Column("sort_en", sa.LargeBinary(), nullable=False),
        sa.Column("deleted", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_sort_en", ["type", "deleted", "sort_en"], unique=False)
        batch_op.create_index("ix_entry_sort_fa", ["type", "deleted", "sort_fa"], unique=False)

    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("day", sa.Unicode(), nullable=False),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("provisional", sa.Integer(), nullable=True),
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
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("name_fa", sa.Unicode(), nullable=True),
        sa.Column("name_en", sa.Unicode(), nullable=True),
        sa.Column("name_local", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("abbreviation", sa.Unicode(), nullable=True),
        sa.Column("aliases", sa.Unicode(), nullable=True),
        sa.Column("country", sa.Unicode(), nullable=True),
        sa.Column("city", sa.Unicode(), nullable=True),
        sa.Column("parent", sa.Unicode(), nullable=True),
        sa.Column("is_ours", sa.Integer(), nullable=True),
        sa.Column("region", sa.Unicode(), nullable=True),
        sa.Column("founded", sa.Unicode(), nullable=True),
        sa.Column("founder_fa", sa.Unicode(), nullable=True),
        sa.Column("founder_en", sa.Unicode(), nullable=True),
        sa.Column("goals_fa", sa.Unicode(), nullable=True),
        sa.Column("goals_en", sa.Unicode(), nullable=True),
        sa.Column("scope_fa", sa.Unicode(), nullable=True),
        sa.Column("scope_en", sa.Unicode(), nullable=True),
        sa.Column("membership_conditions_fa", sa.Unicode(), nullable=True),
        sa.Column("membership_conditions_en", sa.Unicode(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_on", sa.Unicode(), nullable=True),
        sa.Column("languages", sa.Unicode(), nullable=True),
        sa.Column("weekend", sa.Unicode(), nullable=True),
        sa.Column("commonalities_fa", sa.Unicode(), nullable=True),
        sa.Column("commonalities_en", sa.Unicode(), nullable=True),
        sa.Column("sensitivities", sa.Unicode(), nullable=True),
        sa.Column("website", sa.Unicode(), nullable=True),
        sa.Column("phone", sa.Unicode(), nullable=True),
        sa.Column("email", sa.Unicode(), nullable=True),
        sa.Column("address_fa", sa.Unicode(), nullable=True),
        sa.Column("address_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("name_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("region_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["city"], ["partner.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["parent"], ["partner.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partner_city"), ["city"], unique=False)
        batch_op.create_index(batch_op.f("ix_partner_parent"), ["parent"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("given_name_fa", sa.Unicode(), nullable=True),
        sa.Column("given_name_en", sa.Unicode(), nullable=True),
        sa.Column("family_name_fa", sa.Unicode(), nullable=True),
        sa.Column("family_name_en", sa.Unicode(), nullable=True),
        sa.Column("name_confirmed", sa.Integer(), nullable=True),
        sa.Column("aliases", sa.Unicode(), nullable=True),
        sa.Column("gender", sa.Unicode(), nullable=True),
        sa.Column("honorific_fa", sa.Unicode(), nullable=True),
        sa.Column("honorific_en", sa.Unicode(), nullable=True),
        sa.Column("academic_title_fa", sa.Unicode(), nullable=True),
        sa.Column("academic_title_en", sa.Unicode(), nullable=True),
        sa.Column("form_of_address_fa", sa.Unicode(), nullable=True),
        sa.Column("form_of_address_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("nationality", sa.Unicode(), nullable=True),
        sa.Column("languages", sa.Unicode(), nullable=True),
        sa.Column("phone", sa.Unicode(), nullable=True),
        sa.Column("mobile", sa.Unicode(), nullable=True),
        sa.Column("email", sa.Unicode(), nullable=True),
        sa.Column("messenger", sa.Unicode(), nullable=True),
        sa.Column("biography_fa", sa.Unicode(), nullable=True),
        sa.Column("biography_en", sa.Unicode(), nullable=True),
        sa.Column("photo", sa.Unicode(), nullable=True),
        sa.Column("diet", sa.Unicode(), nullable=True),
        sa.Column("passport_no", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("given_name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("given_name_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("family_name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("family_name_en_key", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=False),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("stage", sa.Unicode(), nullable=True),
        sa.Column("since", sa.Unicode(), nullable=True),
        sa.Column("stage_since", sa.Unicode(), nullable=True),
        sa.Column("our_liaison", sa.Unicode(), nullable=True),
        sa.Column("their_liaison", sa.Unicode(), nullable=True),
        sa.Column("agreement", sa.Unicode(), nullable=True),
        sa.Column("goal_fa", sa.Unicode(), nullable=True),
        sa.Column("goal_en", sa.Unicode(), nullable=True),
        sa.Column("mechanism_fa", sa.Unicode(), nullable=True),
        sa.Column("mechanism_en", sa.Unicode(), nullable=True),
        sa.Column("reason_chosen_fa", sa.Unicode(), nullable=True),
        sa.Column("reason_chosen_en", sa.Unicode(), nullable=True),
        sa.Column("dormancy_reason_fa", sa.Unicode(), nullable=True),
        sa.Column("dormancy_reason_en", sa.Unicode(), nullable=True),
        sa.Column("themes", sa.Unicode(), nullable=True),
        sa.Column("legal_basis_fa", sa.Unicode(), nullable=True),
        sa.Column("legal_basis_en", sa.Unicode(), nullable=True),
        sa.Column("as_of", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreement.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["our_liaison"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["their_liaison"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("relation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relation_agreement"), ["agreement"], unique=False)
        batch_op.create_index(batch_op.f("ix_relation_our_liaison"), ["our_liaison"], unique=False)
        batch_op.create_index(batch_op.f("ix_relation_partner"), ["partner"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_relation_their_liaison"), ["their_liaison"], unique=False
        )

    op.create_table(
        "setting",
        sa.Column("key", sa.Unicode(), nullable=False),
        sa.Column("value", sa.Unicode(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "stamp",
        sa.Column("name", sa.Unicode(), nullable=False),
        sa.Column("value", sa.Unicode(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("name_fa", sa.Unicode(), nullable=True),
        sa.Column("name_en", sa.Unicode(), nullable=True),
        sa.Column("parent", sa.Unicode(), nullable=True),
        sa.Column("mandate_fa", sa.Unicode(), nullable=True),
        sa.Column("mandate_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("name_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["unit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_parent"), ["parent"], unique=False)

    op.create_table(
        "agreement_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("agreement", sa.Unicode(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("signatory", sa.Unicode(), nullable=True),
        sa.Column("signatory_title_fa", sa.Unicode(), nullable=True),
        sa.Column("signatory_title_en", sa.Unicode(), nullable=True),
        sa.Column("signed_on", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("signatory_title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("signatory_title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreement.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["signatory"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("agreement_party", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreement_party_agreement"), ["agreement"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_agreement_party_partner"), ["partner"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_agreement_party_signatory"), ["signatory"], unique=False
        )

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("agreement", sa.Unicode(), nullable=False),
        sa.Column("number", sa.Unicode(), nullable=True),
        sa.Column("text_fa", sa.Unicode(), nullable=True),
        sa.Column("text_en", sa.Unicode(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("owed_by", sa.Unicode(), nullable=True),
        sa.Column("unit", sa.Unicode(), nullable=True),
        sa.Column("due_on", sa.Unicode(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("evidence_fa", sa.Unicode(), nullable=True),
        sa.Column("evidence_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("number_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreement.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_agreement"), ["agreement"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_unit"), ["unit"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=False),
        sa.Column("fact_fa", sa.Unicode(), nullable=True),
        sa.Column("fact_en", sa.Unicode(), nullable=True),
        sa.Column("value", sa.Unicode(), nullable=True),
        sa.Column("qualifier_fa", sa.Unicode(), nullable=True),
        sa.Column("qualifier_en", sa.Unicode(), nullable=True),
        sa.Column("as_of", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("fact_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("fact_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("value_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_partner"), ["partner"], unique=False)

    op.create_table(
        "clearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("agreement", sa.Unicode(), nullable=False),
        sa.Column("authority", sa.Unicode(), nullable=False),
        sa.Column("requested_on", sa.Unicode(), nullable=True),
        sa.Column("letter_no", sa.Unicode(), nullable=True),
        sa.Column("replied_on", sa.Unicode(), nullable=True),
        sa.Column("result", sa.Unicode(), nullable=True),
        sa.Column("override_reason", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("letter_no_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreement.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["authority"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("clearance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clearance_agreement"), ["agreement"], unique=False)
        batch_op.create_index(batch_op.f("ix_clearance_authority"), ["authority"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("name_fa", sa.Unicode(), nullable=True),
        sa.Column("name_en", sa.Unicode(), nullable=True),
        sa.Column("direction", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("country", sa.Unicode(), nullable=True),
        sa.Column("occasion_fa", sa.Unicode(), nullable=True),
        sa.Column("occasion_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("name_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("occasion_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("occasion_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_partner"), ["partner"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("organiser", sa.Unicode(), nullable=True),
        sa.Column("host_city", sa.Unicode(), nullable=True),
        sa.Column("country", sa.Unicode(), nullable=True),
        sa.Column("when", sa.Unicode(), nullable=True),
        sa.Column("recurs_every_years", sa.Integer(), nullable=True),
        sa.Column("previous", sa.Unicode(), nullable=True),
        sa.Column("our_role", sa.Unicode(), nullable=True),
        sa.Column("invitation_reply_due", sa.Unicode(), nullable=True),
        sa.Column("outcome_fa", sa.Unicode(), nullable=True),
        sa.Column("outcome_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["host_city"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["organiser"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["previous"], ["event.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_host_city"), ["host_city"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_organiser"), ["organiser"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_previous"), ["previous"], unique=False)

    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("type", sa.Unicode(), nullable=False),
        sa.Column("uid", sa.Unicode(), nullable=False),
        sa.Column("action", sa.Unicode(), nullable=False),
        sa.Column("before", sa.Unicode(), nullable=True),
        sa.Column("after", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(["change"], ["change.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_change"), ["change"], unique=False)
        batch_op.create_index(batch_op.f("ix_history_uid"), ["uid"], unique=False)

    op.create_table(
        "officer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("name_fa", sa.Unicode(), nullable=True),
        sa.Column("name_en", sa.Unicode(), nullable=True),
        sa.Column("unit", sa.Unicode(), nullable=True),
        sa.Column("role", sa.Unicode(), nullable=True),
        sa.Column("person", sa.Unicode(), nullable=True),
        sa.Column("email", sa.Unicode(), nullable=True),
        sa.Column("active", sa.Integer(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("name_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("name_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["unit"], ["unit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_officer_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_officer_unit"), ["unit"], unique=False)

    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("person", sa.Unicode(), nullable=False),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("rank_level", sa.Integer(), nullable=True),
        sa.Column("since", sa.Unicode(), nullable=True),
        sa.Column("until", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["person"], ["person.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_position_partner"), ["partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_position_person"), ["person"], unique=False)

    op.create_table(
        "writing",
        sa.Column("change", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["change"], ["change.id"]),
        sa.PrimaryKeyConstraint("change"),
    )
    op.create_table(
        "delegation_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("delegation", sa.Unicode(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("person", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("city", sa.Unicode(), nullable=True),
        sa.Column("role", sa.Unicode(), nullable=True),
        sa.Column("rank_reason", sa.Unicode(), nullable=True),
        sa.Column("sector", sa.Unicode(), nullable=True),
        sa.Column("attendance", sa.Unicode(), nullable=True),
        sa.Column("attendance_reason", sa.Unicode(), nullable=True),
        sa.Column("arrives", sa.Unicode(), nullable=True),
        sa.Column("arrival_flight", sa.Unicode(), nullable=True),
        sa.Column("departs", sa.Unicode(), nullable=True),
        sa.Column("departure_flight", sa.Unicode(), nullable=True),
        sa.Column("room", sa.Unicode(), nullable=True),
        sa.Column("car", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["city"], ["partner.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["delegation"], ["delegation.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["person"], ["person.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("delegation_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_member_city"), ["city"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_delegation_member_delegation"), ["delegation"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_delegation_member_person"), ["person"], unique=False)

    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("number", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("direction", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("event", sa.Unicode(), nullable=True),
        sa.Column("delegation", sa.Unicode(), nullable=True),
        sa.Column("level", sa.Unicode(), nullable=True),
        sa.Column("stage", sa.Unicode(), nullable=True),
        sa.Column("starts_on", sa.Unicode(), nullable=True),
        sa.Column("ends_on", sa.Unicode(), nullable=True),
        sa.Column("place_fa", sa.Unicode(), nullable=True),
        sa.Column("place_en", sa.Unicode(), nullable=True),
        sa.Column("purpose_fa", sa.Unicode(), nullable=True),
        sa.Column("purpose_en", sa.Unicode(), nullable=True),
        sa.Column("invitation_fa", sa.Unicode(), nullable=True),
        sa.Column("invitation_en", sa.Unicode(), nullable=True),
        sa.Column("host_officer", sa.Unicode(), nullable=True),
        sa.Column("interpretation", sa.Unicode(), nullable=True),
        sa.Column("interpreter", sa.Unicode(), nullable=True),
        sa.Column("hotel_fa", sa.Unicode(), nullable=True),
        sa.Column("hotel_en", sa.Unicode(), nullable=True),
        sa.Column("dress_fa", sa.Unicode(), nullable=True),
        sa.Column("dress_en", sa.Unicode(), nullable=True),
        sa.Column("press_line_fa", sa.Unicode(), nullable=True),
        sa.Column("press_line_en", sa.Unicode(), nullable=True),
        sa.Column("cost", sa.Unicode(), nullable=True),
        sa.Column("cost_bearer", sa.Unicode(), nullable=True),
        sa.Column("achievements_fa", sa.Unicode(), nullable=True),
        sa.Column("achievements_en", sa.Unicode(), nullable=True),
        sa.Column("outcome_class", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("number_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation"], ["delegation.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["event"], ["event.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["host_officer"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["interpreter"], ["person.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_delegation"), ["delegation"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_event"), ["event"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_host_officer"), ["host_officer"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_interpreter"), ["interpreter"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_partner"), ["partner"], unique=False)

    op.create_table(
        "checklist_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=False),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("due_on", sa.Unicode(), nullable=True),
        sa.Column("responsible", sa.Unicode(), nullable=True),
        sa.Column("done_on", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["responsible"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("checklist_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checklist_item_responsible"), ["responsible"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_checklist_item_visit"), ["visit"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("event", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("starts_at", sa.Unicode(), nullable=True),
        sa.Column("ends_at", sa.Unicode(), nullable=True),
        sa.Column("place_fa", sa.Unicode(), nullable=True),
        sa.Column("place_en", sa.Unicode(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("parity", sa.Unicode(), nullable=True),
        sa.Column("interpretation", sa.Unicode(), nullable=True),
        sa.Column("press", sa.Integer(), nullable=True),
        sa.Column("purpose_fa", sa.Unicode(), nullable=True),
        sa.Column("purpose_en", sa.Unicode(), nullable=True),
        sa.Column("key_message_fa", sa.Unicode(), nullable=True),
        sa.Column("key_message_en", sa.Unicode(), nullable=True),
        sa.Column("background_fa", sa.Unicode(), nullable=True),
        sa.Column("background_en", sa.Unicode(), nullable=True),
        sa.Column("their_likely_points_fa", sa.Unicode(), nullable=True),
        sa.Column("their_likely_points_en", sa.Unicode(), nullable=True),
        sa.Column("sensitivities", sa.Unicode(), nullable=True),
        sa.Column("press_line_fa", sa.Unicode(), nullable=True),
        sa.Column("press_line_en", sa.Unicode(), nullable=True),
        sa.Column("minutes_fa", sa.Unicode(), nullable=True),
        sa.Column("minutes_en", sa.Unicode(), nullable=True),
        sa.Column("outcome_fa", sa.Unicode(), nullable=True),
        sa.Column("outcome_en", sa.Unicode(), nullable=True),
        sa.Column("outcome_class", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("place_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("place_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["event.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_event"), ["event"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_partner"), ["partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_visit"), ["visit"], unique=False)

    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=False),
        sa.Column("side", sa.Unicode(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("person", sa.Unicode(), nullable=True),
        sa.Column("member", sa.Unicode(), nullable=True),
        sa.Column("capacity_fa", sa.Unicode(), nullable=True),
        sa.Column("capacity_en", sa.Unicode(), nullable=True),
        sa.Column("attendance", sa.Unicode(), nullable=True),
        sa.Column("attendance_reason", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("capacity_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("capacity_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["member"], ["delegation_member.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["person"], ["person.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_meeting"), ["meeting"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_person"), ["person"], unique=False)

    op.create_table(
        "programme_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=False),
        sa.Column("day", sa.Unicode(), nullable=True),
        sa.Column("starts", sa.Unicode(), nullable=True),
        sa.Column("ends", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("place_fa", sa.Unicode(), nullable=True),
        sa.Column("place_en", sa.Unicode(), nullable=True),
        sa.Column("host_fa", sa.Unicode(), nullable=True),
        sa.Column("host_en", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=True),
        sa.Column("responsible", sa.Unicode(), nullable=True),
        sa.Column("vehicle", sa.Unicode(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("internal_note", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.Column("place_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("place_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["responsible"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("programme_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_item_meeting"), ["meeting"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_programme_item_responsible"), ["responsible"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_programme_item_visit"), ["visit"], unique=False)

    op.create_table(
        "talking_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("point_fa", sa.Unicode(), nullable=True),
        sa.Column("point_en", sa.Unicode(), nullable=True),
        sa.Column("argument_fa", sa.Unicode(), nullable=True),
        sa.Column("argument_en", sa.Unicode(), nullable=True),
        sa.Column("expected_reply_fa", sa.Unicode(), nullable=True),
        sa.Column("expected_reply_en", sa.Unicode(), nullable=True),
        sa.Column("our_response_fa", sa.Unicode(), nullable=True),
        sa.Column("our_response_en", sa.Unicode(), nullable=True),
        sa.Column("red_line", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("talking_point", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talking_point_meeting"), ["meeting"], unique=False)

    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("side", sa.Unicode(), nullable=True),
        sa.Column("participant", sa.Unicode(), nullable=True),
        sa.Column("speaker_fa", sa.Unicode(), nullable=True),
        sa.Column("speaker_en", sa.Unicode(), nullable=True),
        sa.Column("kind", sa.Unicode(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("text_fa", sa.Unicode(), nullable=True),
        sa.Column("text_en", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("speaker_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("speaker_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_meeting"), ["meeting"], unique=False)
        batch_op.create_index(batch_op.f("ix_statement_participant"), ["participant"], unique=False)

    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("number", sa.Unicode(), nullable=True),
        sa.Column("title_fa", sa.Unicode(), nullable=True),
        sa.Column("title_en", sa.Unicode(), nullable=True),
        sa.Column("owed_by", sa.Unicode(), nullable=True),
        sa.Column("partner", sa.Unicode(), nullable=True),
        sa.Column("meeting", sa.Unicode(), nullable=True),
        sa.Column("article", sa.Unicode(), nullable=True),
        sa.Column("statement", sa.Unicode(), nullable=True),
        sa.Column("visit", sa.Unicode(), nullable=True),
        sa.Column("relation", sa.Unicode(), nullable=True),
        sa.Column("assignee", sa.Unicode(), nullable=True),
        sa.Column("unit", sa.Unicode(), nullable=True),
        sa.Column("outside_body", sa.Unicode(), nullable=True),
        sa.Column("due_on", sa.Unicode(), nullable=True),
        sa.Column("priority", sa.Unicode(), nullable=True),
        sa.Column("state", sa.Unicode(), nullable=True),
        sa.Column("waiting_for_fa", sa.Unicode(), nullable=True),
        sa.Column("waiting_for_en", sa.Unicode(), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("theme", sa.Unicode(), nullable=True),
        sa.Column("outcome_fa", sa.Unicode(), nullable=True),
        sa.Column("outcome_en", sa.Unicode(), nullable=True),
        sa.Column("done_on", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.Column("title_fa_key", sa.LargeBinary(), nullable=True),
        sa.Column("title_en_key", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article"], ["article.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["assignee"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["outside_body"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["partner"], ["partner.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["relation"], ["relation.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.uid"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.uid"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_article"), ["article"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_assignee"), ["assignee"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_meeting"), ["meeting"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_follow_up_outside_body"), ["outside_body"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_follow_up_partner"), ["partner"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_relation"), ["relation"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_statement"), ["statement"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_unit"), ["unit"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_visit"), ["visit"], unique=False)

    op.create_table(
        "follow_up_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(), nullable=False),
        sa.Column("updated_at", sa.Unicode(), nullable=False),
        sa.Column("deleted_at", sa.Unicode(), nullable=True),
        sa.Column("follow_up", sa.Unicode(), nullable=False),
        sa.Column("day", sa.Unicode(), nullable=True),
        sa.Column("officer", sa.Unicode(), nullable=True),
        sa.Column("text", sa.Unicode(), nullable=True),
        sa.Column("classification", sa.Unicode(), nullable=True),
        sa.Column("notes", sa.Unicode(), nullable=True),
        sa.Column("source", sa.Unicode(), nullable=True),
        sa.Column("verified_on", sa.Unicode(), nullable=True),
        sa.ForeignKeyConstraint(
            ["follow_up"], ["follow_up.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["officer"], ["officer.uid"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("follow_up_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follow_up_note_follow_up"), ["follow_up"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_follow_up_note_officer"), ["officer"], unique=False)
