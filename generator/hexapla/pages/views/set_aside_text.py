"""Text that belongs to no clause, shown where the page ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hexapla.i18n import Messages
from hexapla.model import SetAside, Source

BLANK = "blank"
"""white space is set aside too, so that every character is accounted for; there is nothing to show of it"""


@dataclass(frozen=True, slots=True)
class SetAsideText:
    """A stretch that was set aside."""

    kind: str
    text: str
    file: str | None


def collect_set_aside(
    entries: Iterable[SetAside], sources: Mapping[str, Source], file: str | None, say: Messages
) -> tuple[SetAsideText, ...]:
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
        if text and entry.kind != BLANK:
            made.append(SetAsideText(say("aside-kind", kind=entry.kind), text, None if file else source.path))
    return tuple(made)
