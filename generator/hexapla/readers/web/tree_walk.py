"""A tree of HTML → its elements entered and left, and its texts. Without recursion: a page may be deep."""

from collections.abc import Generator

from selectolax.lexbor import LexborNode

TEXT = "-text"

TreeStep = tuple[bool, LexborNode]
"""whether an element (or a text) is entered, and which"""


def walk_tree(root: LexborNode) -> Generator[TreeStep, bool | None, None]:
    """Yield elements as they are entered and left, texts as they are entered.

    Who sends `True` back on entering an element is spared what is in it.
    """
    node = root
    while True:
        skipped = yield True, node
        below = None if skipped else node.child
        if below is not None:
            node = below
            continue
        if not skipped:
            yield False, node
        while node.mem_id != root.mem_id and node.next is None:
            above = node.parent
            if above is None:
                return
            node = above
            yield False, node
        if node.mem_id == root.mem_id or node.next is None:
            return
        node = node.next
