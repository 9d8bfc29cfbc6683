"""Text that belongs to no clause, shown where the page ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hexapla.model import SetAside, Source
from hexapla.render.words import Words

__all__ = ["Aside", "asides"]

SILENT = "blank"
"""white space is set aside too, so that every character is accounted for; there is nothing to show of it"""


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch that was set aside."""

    kind: str
    text: str
    file: str | None


def asides(
    entries: Iterable[SetAside], sources: Mapping[str, Source], file: str | None, say: Words
) -> tuple[Aside, ...]:
    """Return what was set aside, in the order of the text.

    Args:
        entries: set-aside stretches.
        sources: by path.
        file: the source of entries that name none; None: each names its own, which is then shown.
        say: words.
    """
    made = []
    for entry in entries:
        source = sources[entry.file or file or ""]
        text = "\n".join(source.text[slice(*span)].strip() for span in entry.spans).strip()
        if text and entry.kind != SILENT:
            made.append(Aside(kind_word(entry.kind, say), text, None if file else source.path))
    return tuple(made)


def kind_word(kind: str, say: Words) -> str:
    """Return the word for a kind of set-aside text; an unknown kind is called other text."""
    return say("aside-kind", kind=kind)
