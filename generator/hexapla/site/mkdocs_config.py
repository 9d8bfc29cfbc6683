"""A MkDocs configuration, loaded; whatever is wrong with it is said in one error that names the file."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import regex
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from hexapla.errors import HexaplaError, UsageError
from hexapla.site.mkdocs_pages import PagesPlugin
from hexapla.site.settings_file import DOCS, EMPTY_DOCS, MKDOCS

BUILDER = MkDocsConfig.__module__.partition(".")[0]
"""who stands behind the name of MkDocs: `mkdocs`, or `properdocs`; its log is called so"""
VALUE = regex.compile(r"^Config value '([^']*)':")
PLAIN_WORDS = {
    "Expected type: ": "must be ",
    " but received: ": ", not ",
    "<class 'bool'>": "true or false",
    "<class 'dict'>": "a mapping",
    "<class 'int'>": "a whole number",
    "<class 'list'>": "a list",
    "<class 'str'>": "a text",
}


class WarningCollector(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, into: list[str]) -> None:
        """Keep warnings and worse."""
        super().__init__(logging.WARNING)
        self.into = into

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.into.append(record.getMessage())


@contextmanager
def capture_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of instead of letting it write between our lines."""
    collected: list[str] = []
    logger, handler = logging.getLogger(BUILDER), WarningCollector(collected)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield collected
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def load_configuration(config_file: Path | None) -> MkDocsConfig:
    """Load a MkDocs configuration; with none at hand, the packaged one, whose pages are all generated.

    Raises:
        UsageError: with all that is wrong with it.
    """
    path = config_file or Path(MKDOCS)
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name the configuration in it: {path / MKDOCS}")
    with capture_warnings() as said:
        try:
            if config_file is None and not path.exists():
                return load_packaged()
            return load_file(path)
        except Abort as error:
            # MkDocs says “aborted” and keeps the reasons for its log
            reasons = [simplify_message(reason) for reason in said] or [str(error)]
            raise UsageError("\n".join(f"{path}: {reason}" for reason in reasons)) from error
        except HexaplaError:
            raise
        except (MkDocsException, OSError, ValueError) as error:
            raise UsageError(describe_error(path, error)) from error
        except Exception as error:
            raise UsageError(f"{path}: {describe_foreign_error(error)}") from error


def describe_foreign_error(error: Exception) -> str:
    """Say what went wrong in templates, hooks and plugins that are not ours, and where."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    name, line = getattr(error, "filename", None) or at.filename, getattr(error, "lineno", None) or at.lineno
    return f"{type(error).__name__}: {error} ({name} line {line})"


def simplify_message(reason: str) -> str:
    """Say in plain words what MkDocs says in Python's."""
    for technical, plain in PLAIN_WORDS.items():
        reason = reason.replace(technical, plain)
    hint = "; make the folder, or name another" if "isn't an existing directory" in reason else ""
    return VALUE.sub(r"\1:", reason).removesuffix(".") + hint


def describe_error(path: Path, error: Exception) -> str:
    """Say what is wrong with a file, with the line where the reader of YAML stopped."""
    mark = getattr(error.__context__, "problem_mark", None)
    if mark is None:
        return f"{path}: {getattr(error, 'strerror', None) or error}"
    problem = getattr(error.__context__, "problem", None)
    return f"{path}:{mark.line + 1}: this is no YAML: {problem}"


def load_file(path: Path) -> MkDocsConfig:
    """Load a configuration. Where there is no folder for pages by hand and none is named, there are none."""
    if (path.parent / DOCS).exists() or has_key(path, "docs_dir"):
        return load_config(str(path))
    return load_config(str(path), docs_dir=str(EMPTY_DOCS))


def has_key(path: Path, key: str) -> bool:
    """Tell whether a file, or one that it goes on from, holds a key at its outermost level.

    Asked of the words and not of the values: MkDocs' tags need its own reading of YAML.
    """
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return any(line.startswith((f"{key}:", f"{key} :", "INHERIT", "{")) for line in lines)


def load_packaged() -> MkDocsConfig:
    """Load the configuration that the package brings, for the folder we are in."""
    path = resources.files("hexapla.site").joinpath("default", MKDOCS)
    config = load_config(str(path), site_dir=str(Path("site").resolve()))
    plugin = find_plugin(config)
    plugin.config.sources = str(Path(plugin.config.sources).resolve())
    plugin.config.cache = str(Path(plugin.config.cache).resolve())
    return config


def find_plugin(config: MkDocsConfig) -> PagesPlugin:
    """Return our plugin of a configuration, which must name it.

    Raises:
        UsageError: it does not.
    """
    plugin = config.plugins.get("hexapla")
    if not isinstance(plugin, PagesPlugin):
        raise UsageError(
            f"{config.config_file_path}: the plugin hexapla is missing; add `- hexapla` below `plugins:`."
        )
    return plugin
