"""The public names as a user sees them, also while a subpackage still bears the name of a function."""

from importlib.util import find_spec

import pytest

import hexapla
from hexapla import api

__all__ = ["shadowed", "unshadow"]


def shadowed() -> list[str]:
    """Return the functions whose names are those of subpackages, which hide them once they are imported."""
    return [name for name in api.__all__ if find_spec(f"hexapla.{name}")]


def unshadow(patch: pytest.MonkeyPatch) -> None:
    """Let `hexapla` show its functions whatever was imported before."""
    for name in shadowed():
        patch.setattr(hexapla, name, getattr(api, name), raising=False)
