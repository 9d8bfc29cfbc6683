"""The library: what `import hexapla as hx` offers, for a notebook or a pipeline.

Nothing heavy is loaded by an import: each function loads what it needs when it is called.
"""

from hexapla.api.alignment_table import AlignmentTable
from hexapla.api.functions import align, compare, compare_texts, diff, load, read, segment
from hexapla.api.instruments import amend, apply
from hexapla.api.loaded_document import LoadedDocument
from hexapla.api.result import Result
from hexapla.api.result_change import ResultChange
from hexapla.errors import HexaplaError
from hexapla.findings import Finding
from hexapla.model import (
    Alignment,
    Change,
    Clause,
    Comparison,
    Document,
    Edit,
    Flag,
    Link,
    Op,
    Relation,
    Row,
    Source,
    Version,
)

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
