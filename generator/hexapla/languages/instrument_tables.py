"""Tables of amending instruments, one a language: their phrases, and how places are read and printed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

FOLDER = files("hexapla.languages") / "amending"


def find_instrument_languages() -> tuple[str, ...]:
    """Return the languages whose instruments can be read, in order.

    >>> find_instrument_languages()[-1]
    'zh'
    """
    return tuple(
        sorted(one.name.removesuffix(".toml") for one in FOLDER.iterdir() if one.name.endswith(".toml"))
    )


@cache
def load_instrument_table(language: str) -> Mapping[str, Any]:
    """Load the table of a language by its tag's first part.

    Raises:
        KeyError: there is none.

    Examples:
        >>> load_instrument_table("zh-Hans")["printed"]["title"]
        '名称'
    """
    file = FOLDER / f"{language.partition('-')[0]}.toml"
    if not file.is_file():
        raise KeyError(language)
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))
