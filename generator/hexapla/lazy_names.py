"""Names of a package that are loaded when they are first asked for.

The packages of pages and of the pipeline offer much that a short command never needs: templates, styles,
workers. Their `__init__` names what they offer, and where it is; nothing of it is loaded before.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def load_names_lazily(package: str, places: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """Make the `__getattr__` of a package.

    Args:
        package: its name.
        places: module of the package → the public names that it has.

    >>> load_names_lazily("hexapla.text", {"numerals": ("read_numeral",)})("read_numeral")("十二")
    12
    """
    module_of = {name: module for module, names in places.items() for name in names}

    def load_name(name: str) -> object:
        """Load the module of a name, and keep the name in the package.

        Raises:
            AttributeError: the package offers nothing of that name.
        """
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{module_of[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return load_name
