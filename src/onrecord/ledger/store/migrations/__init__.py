"""Revisions of the ledger's schema, for Alembic."""
