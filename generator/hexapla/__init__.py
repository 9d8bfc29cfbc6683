"""Align parallel versions of a document clause by clause, and show exactly how they differ.

    import hexapla as hx

    result = hx.compare("2018.txt", "2024.docx")
    for change in result:
        print(change.label, change.status, change.flags)

All public names stand here; `docs/library.md` shows how they are used.
"""

from typing import TYPE_CHECKING

from hexapla.version import VERSION

if TYPE_CHECKING:
    from hexapla.api import (
        Alignment,
        AlignmentTable,
        Change,
        Clause,
        Comparison,
        Document,
        Edit,
        Finding,
        Flag,
        HexaplaError,
        Link,
        LoadedDocument,
        Op,
        Relation,
        Result,
        ResultChange,
        Row,
        Source,
        Version,
        align,
        amend,
        apply,
        compare,
        compare_texts,
        diff,
        load,
        read,
        segment,
    )
else:  # to a type checker this would make a name of anything

    def __getattr__(name: str) -> object:
        """Load a public name when it is first asked for: the command need not wait for the library."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from hexapla import api  # noqa: PLC0415 - that is the point

        return getattr(api, name)


__all__ = [
    "Alignment",
    "AlignmentTable",
    "Change",
    "Clause",
    "Comparison",
    "Document",
    "Edit",
    "Finding",
    "Flag",
    "HexaplaError",
    "Link",
    "LoadedDocument",
    "Op",
    "Relation",
    "Result",
    "ResultChange",
    "Row",
    "Source",
    "Version",
    "__version__",
    "align",
    "amend",
    "apply",
    "compare",
    "compare_texts",
    "diff",
    "load",
    "read",
    "segment",
]

__version__ = VERSION


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
