"""Runs revisions on the connection that `opening` hands over."""

from alembic import context

from onrecord.ledger.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
