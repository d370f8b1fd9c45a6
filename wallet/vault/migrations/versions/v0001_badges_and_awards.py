"""The first vault: badges as received, and the journal of awards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the three tables."""
    instant = sa.DateTime(timezone=True)
    op.create_table(
        "badges",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("received_at", instant, nullable=False),
        sa.Column("seen_at", instant),
        sa.Column("removed_at", instant),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_badges"),
        sa.UniqueConstraint("content", name="uq_badges_content"),
    )
    op.create_table(
        "originals",
        sa.Column("badge_id", sa.String(32), nullable=False),
        sa.Column("received", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("badge_id", name="pk_originals"),
        sa.ForeignKeyConstraint(["badge_id"], ["badges.id"], name="fk_originals_badge_id"),
    )
    op.create_table(
        "awards",
        sa.Column("credential_id", sa.String(512), nullable=False),
        sa.Column("list_url", sa.String(2048), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("awarded_at", instant, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("credential_id", name="pk_awards"),
        sa.UniqueConstraint("list_url", "place", name="uq_awards_list_url"),
    )


def downgrade() -> None:
    """A vault is never emptied by going back."""
    raise NotImplementedError
