"""What we change in the theme: a few templates of our own, behind those of the site's owner."""

from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

__all__ = ["add_overrides", "overrides"]


def overrides() -> Path:
    """Return the folder of packaged templates."""
    return Path(str(resources.files(__package__).joinpath("theme")))


def add_overrides(config: MkDocsConfig) -> None:
    """Let our templates stand before the theme's and behind those of the user's `custom_dir`."""
    dirs, own = config.theme.dirs, str(overrides())
    if own not in dirs:
        dirs.insert(dirs.index(config.theme.custom_dir) + 1 if config.theme.custom_dir in dirs else 0, own)
