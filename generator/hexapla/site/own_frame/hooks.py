"""Hooks of a configuration: of MkDocs' events the one that changes the Markdown of a page."""

import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Final

from hexapla.errors import UsageError

EVENT: Final = "on_page_markdown"


def load_hooks(paths: Iterable[Path]) -> Callable[[str, str, str], str]:
    """Load hooks; return what they make of a page, given its text, source and title.

    Raises:
        UsageError: one cannot be loaded, or fails.
    """
    loaded = [(path, getattr(load_hook(path), EVENT, None)) for path in paths]
    called = [(path, hook) for path, hook in loaded if hook]

    def change(text: str, source: str, title: str) -> str:
        page = SimpleNamespace(file=SimpleNamespace(src_uri=source, src_path=source), title=title, meta={})
        for path, hook in called:
            try:
                text = hook(text, page=page, config=None, files=None) or text
            except Exception as error:
                raise UsageError(
                    f"{path}: the hook failed on {source}: {type(error).__name__}: {error}"
                ) from error
        return text

    return change


def load_hook(path: Path) -> ModuleType:
    """Load one.

    Raises:
        UsageError: it cannot be loaded.
    """
    spec = importlib.util.spec_from_file_location(f"hexapla_hook_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise UsageError(f"{path} is no hook: write the path of a Python file.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise UsageError(f"{path}: the hook could not be loaded: {type(error).__name__}: {error}") from error
    return module
