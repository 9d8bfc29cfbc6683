"""The language of the interface, by MkDocs' configuration."""

from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from hexapla.site.settings_file import names_language

SEVERAL_LANGUAGES: Final = "i18n"
"""plugin that sets the theme's language for each of its builds"""


def interface_language(config: MkDocsConfig) -> str:
    """Return the interface language: the theme's, which MkDocs users set already, or that of most texts."""
    return str(config.theme.get("language", "en"))


def states_language(config: MkDocsConfig) -> bool:
    """Tell whether somebody chose a language: the configuration, or a plugin that builds a site in several.

    Asked of the file: themes have a language of their own where nothing is written.
    """
    return SEVERAL_LANGUAGES in config.plugins or names_language(Path(config.config_file_path))
