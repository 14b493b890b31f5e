"""Hashed static file names, so that they can be kept for long and say nothing."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NeutralStorage(CompressedManifestStaticFilesStorage):
    """Falls back to plain names where `collectstatic` has not run (tests)."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the hashed name, or the plain one where there is no hashed file."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
