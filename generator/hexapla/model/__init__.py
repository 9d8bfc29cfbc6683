"""The one model: immutable values that every stage takes and gives.

    Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page

The words are those of textual scholarship and of Akoma Ntoso; `docs/contributing/architecture.md` lists
them. Offsets are character offsets into `Source.text`, half open.
"""

from hexapla.model.alignment import (
    CHECK_FROM,
    STRONG_FROM,
    Alignment,
    Basis,
    Confidence,
    Link,
    Row,
    Suggestion,
    SuggestionReason,
)
from hexapla.model.annotation import Annotation, AnnotationKind, NoteEntry
from hexapla.model.comparison import (
    Affected,
    AffectedReason,
    Change,
    Comparison,
    Edit,
    Flag,
    Op,
    Relation,
    Routine,
    SetAsideChange,
    UniformReplacement,
    collect_findings,
)
from hexapla.model.document import (
    UNSEEN,
    Clause,
    ClauseCell,
    Completeness,
    Document,
    Markup,
    MarkupKind,
    Order,
    Provenance,
    Role,
    SetAside,
    Source,
    SourceLocation,
    Version,
    is_order_known,
)
from hexapla.model.in_force import (
    UNKNOWN_PERIOD,
    Certainty,
    ClausesInForce,
    InForce,
    PeriodReason,
)
from hexapla.model.level_links import LevelLink, LevelRelation, MappingEntry, Staleness
from hexapla.model.pages import File, Page, TocEntry

__all__ = [
    "CHECK_FROM",
    "STRONG_FROM",
    "UNKNOWN_PERIOD",
    "UNSEEN",
    "Affected",
    "AffectedReason",
    "Alignment",
    "Annotation",
    "AnnotationKind",
    "Basis",
    "Certainty",
    "Change",
    "Clause",
    "ClauseCell",
    "ClausesInForce",
    "Comparison",
    "Completeness",
    "Confidence",
    "Document",
    "Edit",
    "File",
    "Flag",
    "InForce",
    "LevelLink",
    "LevelRelation",
    "Link",
    "MappingEntry",
    "Markup",
    "MarkupKind",
    "NoteEntry",
    "Op",
    "Order",
    "Page",
    "PeriodReason",
    "Provenance",
    "Relation",
    "Role",
    "Routine",
    "Row",
    "SetAside",
    "SetAsideChange",
    "Source",
    "SourceLocation",
    "Staleness",
    "Suggestion",
    "SuggestionReason",
    "TocEntry",
    "UniformReplacement",
    "Version",
    "collect_findings",
    "is_order_known",
]
