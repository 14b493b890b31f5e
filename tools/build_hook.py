"""Compile the catalogues when the package is built or installed: a wheel without them would speak English only."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Hatchling's hook."""

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Compile before files are collected."""
        sys.path.insert(0, self.root)
        from tools.catalogues import compile_all  # noqa: PLC0415 - the build does not know the project's root before

        compile_all(Path(self.root) / "answerable")
