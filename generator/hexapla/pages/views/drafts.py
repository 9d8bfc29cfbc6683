"""What the versions of a draft leave open, as a table with bars: how much, and how it falls."""

from dataclasses import dataclass

from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.page_frame import version_label
from hexapla.reading.open_passages import count_drafts


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A version's line."""

    siglum: str
    label: str
    href: str
    texts: int
    choices: int
    comments: int
    open: int
    fall: str
    """how many more or fewer than in the version before, with its sign; empty: there is none, or as many"""
    length: str
    """of its bar, in percent of the longest"""


def list_drafts(layout: PageContext, here: str) -> list[DraftRow]:
    """Return a line for each version; none where the document is no draft."""
    counts = count_drafts(layout.document)
    most = max((each.open for each in counts), default=0) or 1
    rows = []
    for at, each in enumerate(counts):
        step = each.open - counts[at - 1].open if at and layout.chronological else 0
        rows.append(
            DraftRow(
                siglum=each.version,
                label=version_label(layout.document.version(each.version)),
                href=uris.link(here, uris.read_uri(layout.document.id, each.version)),
                texts=each.texts,
                choices=each.choices,
                comments=each.comments,
                open=each.open,
                fall=f"{step:+d}".replace("-", "\N{MINUS SIGN}") if step else "",
                length=f"{100 * each.open / most:.1f}",
            )
        )
    return rows
