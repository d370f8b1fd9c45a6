"""Everything that speaks of a person is sealed; before, it rested as it was."""

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from wallet.vault.packing import (
    award_columns,
    badge_columns,
    original_columns,
    secrets_resting,
)
from wallet.vault.port import AwardLine, Kept

revision = "0002"
down_revision = "0001"

PLAIN = ("originals", "badges", "awards")


def upgrade() -> None:
    """Make the sealed tables, move every row over, and drop the plain ones."""
    connection = op.get_bind()
    seal = context.config.attributes["seal"]
    for name in PLAIN:
        op.rename_table(name, f"plain_{name}")
    if connection.dialect.name == "postgresql":
        _free_the_names()
    tables = _sealed_tables()
    connection.execute(
        sa.insert(tables["locks"]).values(
            id=1, key_id=seal.key_id, lock=None, secrets=secrets_resting({}, seal)
        )
    )
    for row in connection.execute(sa.text("SELECT * FROM plain_badges")).all():
        columns = badge_columns(_kept(row), seal)
        connection.execute(sa.insert(tables["badges"]).values(columns))
        received = connection.execute(
            sa.text("SELECT received FROM plain_originals WHERE badge_id = :id"), {"id": row.id}
        ).scalar_one()
        columns = original_columns(row.id, bytes(received), seal)
        connection.execute(sa.insert(tables["originals"]).values(columns))
    for row in connection.execute(sa.text("SELECT * FROM plain_awards")).all():
        connection.execute(sa.insert(tables["awards"]).values(award_columns(_line(row), seal)))
    for name in PLAIN:
        op.drop_table(f"plain_{name}")


def downgrade() -> None:
    """What was sealed is not laid bare again."""
    raise NotImplementedError


def _sealed_tables() -> dict[str, sa.Table]:
    binary = sa.LargeBinary
    made = [
        op.create_table(
            "locks",
            sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
            sa.Column("key_id", sa.String(32), nullable=False),
            sa.Column("lock", binary),
            sa.Column("secrets", binary, nullable=False),
            sa.PrimaryKeyConstraint("id", name="pk_locks"),
        ),
        op.create_table(
            "badges",
            sa.Column("id", sa.String(32), nullable=False),
            sa.Column("content", sa.String(64), nullable=False),
            sa.Column("record", binary, nullable=False),
            sa.PrimaryKeyConstraint("id", name="pk_badges"),
            sa.UniqueConstraint("content", name="uq_badges_content"),
        ),
        op.create_table(
            "originals",
            sa.Column("badge_id", sa.String(32), nullable=False),
            sa.Column("received", binary, nullable=False),
            sa.PrimaryKeyConstraint("badge_id", name="pk_originals"),
            sa.ForeignKeyConstraint(["badge_id"], ["badges.id"], name="fk_originals_badge_id"),
        ),
        op.create_table(
            "awards",
            sa.Column("id", sa.String(64), nullable=False),
            sa.Column("list", sa.String(64), nullable=False),
            sa.Column("place", sa.String(64), nullable=False),
            sa.Column("record", binary, nullable=False),
            sa.PrimaryKeyConstraint("id", name="pk_awards"),
            sa.UniqueConstraint("place", name="uq_awards_place"),
        ),
    ]
    op.create_index("ix_awards_list", "awards", ["list"])
    return {table.name: table for table in made}


def _free_the_names() -> None:
    """On PostgreSQL the constraints of a renamed table keep their names; the new ones need them."""
    for table, name in (
        ("originals", "fk_originals_badge_id"),
        ("originals", "pk_originals"),
        ("badges", "uq_badges_content"),
        ("badges", "pk_badges"),
        ("awards", "pk_awards"),
        ("awards", "uq_awards_list_url"),
    ):
        op.drop_constraint(name, f"plain_{table}")


def _kept(row: Any) -> Kept:
    return Kept(
        id=row.id,
        content=row.content,
        received_at=_instant(row.received_at),
        seen_at=_maybe(row.seen_at),
        removed_at=_maybe(row.removed_at),
        record=json.loads(bytes(row.record)),
    )


def _line(row: Any) -> AwardLine:
    return AwardLine(
        credential_id=row.credential_id,
        list_url=row.list_url,
        index=row.place,
        awarded_at=_instant(row.awarded_at),
        record=json.loads(bytes(row.record)),
    )


def _maybe(value: object) -> datetime | None:
    return None if value is None else _instant(value)


def _instant(value: object) -> datetime:
    """An instant as SQLite (text, in UTC) or PostgreSQL (aware) gives it."""
    instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
