"""A document with what its folder says of it, and a data frame of its clauses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from hexapla.api.data_frames import make_data_frame
from hexapla.findings import Finding
from hexapla.model import Document
from hexapla.plan import Decision

if TYPE_CHECKING:
    from pandas import DataFrame

CLAUSE_COLUMNS = ("version", "id", "number", "heading", "text", "depth", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedDocument(Document):
    """A document, with what its folder says of it.

    Examples:
        >>> import hexapla as hx
        >>> document = hx.segment("§ 1 Water is free.", "§ 1 Water costs a fee.", title="Garden")
        >>> document.title, [version.siglum for version in document.versions]
        ('Garden', ['A', 'B'])
    """

    decisions: tuple[Decision, ...] = ()
    """an editor's word on what belongs together, from `alignment.yml`"""
    settings: tuple[Finding, ...] = ()
    """findings about the folder and its settings"""
    originals: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """by the paths of sources, the bytes of Word documents: a redline is written into the newer one"""

    @classmethod
    def of(
        cls,
        document: Document,
        decisions: Iterable[Decision] = (),
        settings: Iterable[Finding] = (),
        originals: Mapping[str, bytes] | None = None,
    ) -> "LoadedDocument":
        """Make one of a plain document."""
        values = {one.name: getattr(document, one.name) for one in fields(Document)}
        return cls(
            **values, decisions=tuple(decisions), settings=tuple(settings), originals=dict(originals or {})
        )

    def to_frame(self) -> "DataFrame":
        """Return all clauses as a data frame, a clause a row.

        Columns: `version`, `id`, `number`, `heading`, `text`, `depth`, `role`.

        Raises:
            UsageError: pandas is not installed.
        """
        rows = (
            (version.siglum, each.id, each.number, each.heading, each.text, each.depth, each.role.value)
            for version in self.versions
            for each in version.clauses
        )
        return make_data_frame(CLAUSE_COLUMNS, rows)
