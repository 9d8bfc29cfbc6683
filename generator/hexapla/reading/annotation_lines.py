"""Notes on clauses as lines of text: pages, tables and files say them alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hexapla.i18n import Messages
from hexapla.model import Alignment, Annotation


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """A note in words."""

    kind: str
    """what it is for, as the interface calls it; empty: that need not be said"""
    text: str
    signed: str
    """author and date, as far as they are known"""

    def as_text(self, say: Messages) -> str:
        """Say it in one piece."""
        both = self.kind and self.text
        told = say("note-line", kind=self.kind, text=self.text) if both else self.kind or self.text
        return f"{told}{say('note-signed', who=self.signed)}" if self.signed else told


def group_annotations(alignment: Alignment) -> Mapping[str, tuple[Annotation, ...]]:
    """Return the notes of each row that has some, by the row's id, in their order."""
    found: dict[str, tuple[Annotation, ...]] = {}
    for each in alignment.annotations:
        found[each.row] = (*found.get(each.row, ()), each)
    return found


def describe_annotations(annotations: Iterable[Annotation], say: Messages) -> tuple[AnnotationLine, ...]:
    """Put notes into words."""
    return tuple(
        AnnotationLine(
            kind=say("notes-kind-name", kind=each.kind.value),
            text=each.text,
            signed=say("list-separator").join(filter(None, (each.author, each.date))),
        )
        for each in annotations
    )
