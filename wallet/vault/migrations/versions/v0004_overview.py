"""One sealed overview of all badges, and which badges changed after it: a list opens at once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table, and the column that tells what an overview lacks."""
    column = sa.Column("changed", sa.Integer, nullable=False, server_default="0")
    op.add_column("badges", column)
    op.create_index("ix_badges_changed", "badges", ["changed"])
    op.create_table(
        "overviews",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("upto", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_overviews"),
    )


def downgrade() -> None:
    """Nobody goes back."""
    raise NotImplementedError
