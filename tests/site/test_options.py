"""The options of the plugin, and the manual's table of them, are one list."""

import re
from pathlib import Path

from hexapla.exporters import OFFERED_FORMATS
from hexapla.site.plugin_options import PluginSettings

MANUAL = Path(__file__).parents[2] / "docs" / "guide" / "plugin.md"
ROW = re.compile(r"^\| `(\w+)` \| (?:`([^`]*)`|([^|`]*)) \|", re.MULTILINE)
OFFERED = "every format but those that are written when asked for"
SAID = {"true": True, "false": False, "not set": None, OFFERED: list(OFFERED_FORMATS)}


def value(said: str) -> object:
    """Read a default as the manual writes it."""
    return SAID[said] if said in SAID else int(said) if said.isdigit() else said


def documented() -> dict[str, object]:
    text = MANUAL.read_text(encoding="utf-8").partition("## Options")[2]
    return {name: value(code or words) for name, code, words in ROW.findall(text)}


def test_every_option_is_in_the_manual_with_its_default() -> None:
    settings = PluginSettings()
    errors, _ = settings.validate()
    assert errors == []
    for name in ("comparisons", "downloads_for"):
        settings[name] = settings[name][0]  # the default list holds one word
    assert documented() == {name: settings[name] for name, _ in PluginSettings._schema}  # noqa: SLF001 - there is no other list
