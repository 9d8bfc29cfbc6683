"""What MkDocs is shown of a ready page: the anchors on it and its contents."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.toc import TableOfContents, get_toc

from hexapla.model import TocEntry
from hexapla.pipeline import BlobStore, StoredPage

if TYPE_CHECKING:
    from mkdocs.structure.toc import _TocToken


class PageAnchors(AbstractSet[str]):
    """The anchors of a page in the store, looked up when a link to one of them is checked."""

    def __init__(self, store: BlobStore, kept: StoredPage) -> None:
        """Stand for a page's anchors."""
        self.store = store
        self.kept = kept

    def __contains__(self, anchor: object) -> bool:
        return anchor in self.store.page(self.kept).anchors

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.store.page(self.kept).anchors))

    def __len__(self) -> int:
        return len(self.store.page(self.kept).anchors)


def build_toc(toc: tuple[TocEntry, ...]) -> TableOfContents:
    """Nest a flat list of headings as MkDocs wants it: titles are markup there."""
    tokens: list[_TocToken] = []
    stack = [(0, tokens)]
    for entry in toc:
        while stack[-1][0] >= entry.level:
            stack.pop()
        children: list[_TocToken] = []
        stack[-1][1].append(
            {"level": entry.level, "id": entry.anchor, "name": escape(entry.title), "children": children}
        )
        stack.append((entry.level, children))
    return get_toc(tokens)


def build_skip_target(toc: tuple[TocEntry, ...]) -> TableOfContents:
    """Tell a theme where its link past the header leads, and of no contents beside the text.

    The first heading as a title: a theme lists what is below a title. Material asks of each heading that it
    lists, hidden or not, where it stands, whenever the page grows; then all that is out of sight is laid out.
    """
    return build_toc(tuple(TocEntry(1, first.anchor, first.title) for first in toc[:1]))
