"""What a package shows is what it says it shows."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "generator"
MODULES = sorted((SOURCE / "hexapla").rglob("*.py"))


def name_of(path: Path) -> str:
    """Return a module's dotted name."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def declared(path: Path) -> list[str] | None:
    """Return what `__all__` says, as it is written; None where there is none."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            names = ast.literal_eval(node.value)
            assert isinstance(names, list)
            return names
    return None


def by_kind(name: str) -> tuple[int, str]:
    """Order names as the linter does: constants, classes, functions."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2), name


LIBRARY = SOURCE / "hexapla/__init__.py"
"""loads its names when they are asked for; tests/api holds it"""
MEANS = ("typing", "hexapla.lazy_names")
"""by which a package loads names when they are asked for"""
INITS = [path for path in MODULES if path.name == "__init__.py" and path != LIBRARY]


@pytest.mark.parametrize("path", INITS, ids=name_of)
def test_a_package_shows_what_it_imports_and_does_nothing_else(path: Path) -> None:
    docstring, *rest = tree(path).body
    assert isinstance(docstring, ast.Expr)
    lazy = next((node for node in rest if isinstance(node, ast.If)), None)
    if lazy is not None:  # a type checker sees imports; else names are loaded when they are asked for
        assert ast.unparse(lazy.test) == "TYPE_CHECKING"
        assert [ast.unparse(node).partition("(")[0] for node in lazy.orelse] == [
            "__getattr__ = load_names_lazily"
        ]
        at_once = (each for each in rest if isinstance(each, ast.ImportFrom) and each.module not in MEANS)
        rest = [*at_once, *lazy.body, rest[-1]]
    imported = [
        alias.asname or alias.name
        for node in rest
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert all(isinstance(node, ast.ImportFrom | ast.Assign) for node in rest)
    assert sorted(declared(path) or []) == sorted(imported)
    assert bool(declared(path)) == bool(rest)


@pytest.mark.parametrize("path", INITS, ids=name_of)
def test_names_shown_are_there_and_in_order(path: Path) -> None:
    names = declared(path) or []
    module = import_module(name_of(path))
    assert names == sorted(set(names), key=by_kind)
    assert [name for name in names if not hasattr(module, name)] == []
