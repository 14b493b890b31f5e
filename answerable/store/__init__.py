"""The only models and migrations: small tables of opaque bytes that this room cannot read."""
