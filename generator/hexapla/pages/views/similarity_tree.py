"""The picture of likeness: every version joined to one that is most like it.

A maximum spanning tree over the likeness of all pairs (Kruskal 1956): it holds each version's nearest
neighbour, and says nothing of who copied from whom.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.model import Completeness, Version
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.page_frame import version_label
from hexapla.text import shorten

SEVERAL = 3
"""versions from which it is worth saying which are most alike, in a sentence, a table and a picture"""
SHOWN = 24
"""versions up to which the picture is drawn"""
STEP_X, STEP_Y, EDGE = 34, 54, 18
"""distances of the picture, in its own units; `EDGE` is also a node's radius with its line"""
WIDTH = 340
LABEL = 26
"""columns of a label; a Han character takes two"""


@dataclass(frozen=True, slots=True)
class SimilarityNode:
    """A version in the picture."""

    siglum: str
    x: int
    y: int
    label: str
    broken: bool
    line: str
    """path of the line to the version above that it is joined to; empty for the first of a tree"""
    percent: str


@dataclass(frozen=True, slots=True)
class SimilarityTree:
    """The picture, with its text alternative."""

    width: int
    height: int
    nodes: tuple[SimilarityNode, ...]
    told: str


def draw_similarity_tree(layout: PageContext) -> SimilarityTree | None:
    """Draw the picture; None where it would say nothing."""
    versions = layout.document.versions
    if not SEVERAL <= len(versions) <= SHOWN or not layout.pairs:
        return None
    joined = build_spanning_tree(layout)
    if not joined:
        return None
    say = layout.say
    nodes = tuple(place_nodes(layout, joined))
    sentences = [
        say("tree-pair", one=one, other=other, percent=int(100 * layout.likeness[one, other]))
        for one, other in joined
    ]
    together = {siglum for pair in joined for siglum in pair}
    sentences += [say("tree-alone", version=each.siglum) for each in versions if each.siglum not in together]
    height = STEP_Y * (len(nodes) - 1) + 2 * EDGE + 2
    return SimilarityTree(WIDTH, height, nodes, say("sentence-gap").join(sentences))


def build_spanning_tree(layout: PageContext) -> list[tuple[str, str]]:
    """Choose the pairs that are joined, the most alike first; pairs without likeness stay apart."""
    group = {siglum: siglum for siglum in layout.document.sigla}
    found = []
    for pair in sorted(layout.pairs, key=lambda pair: -layout.likeness[pair]):
        one, other = group[pair[0]], group[pair[1]]
        if one != other and layout.likeness[pair] > 0 and not layout.pairs[pair].translation:
            found.append(pair)
            group = {siglum: one if own == other else own for siglum, own in group.items()}
    return found


def place_nodes(layout: PageContext, joined: list[tuple[str, str]]) -> Iterator[SimilarityNode]:
    """Place the versions, a line each: whoever goes on from a version stands below it, branches to its right.

    A tree begins with its first version in order; of several that go on from one, the last in order keeps to
    its column, so that in a chronology the newest text stands at the foot.
    """
    near: dict[str, list[str]] = {siglum: [] for siglum in layout.document.sigla}
    for one, other in joined:
        near[one].append(other)
        near[other].append(one)
    at: dict[str, tuple[int, int]] = {}
    for root in layout.document.sigla:
        waiting: list[tuple[str, str | None, int]] = [(root, None, 0)]
        while waiting:
            siglum, above, column = waiting.pop()
            if siglum in at:
                continue
            at[siglum] = column, len(at)
            yield build_node(layout, siglum, above, at)
            onward = [each for each in layout.document.sigla if each in near[siglum] and each not in at]
            waiting += [(each, siglum, column + back) for back, each in enumerate(reversed(onward))]


def build_node(
    layout: PageContext, siglum: str, above: str | None, at: dict[str, tuple[int, int]]
) -> SimilarityNode:
    """Make a version's node."""
    x, y = (EDGE + STEP_X * at[siglum][0], EDGE + STEP_Y * at[siglum][1])
    line = percent = ""
    if above is not None:
        up_x, up_y = EDGE + STEP_X * at[above][0], EDGE + STEP_Y * at[above][1]
        bend = y - STEP_Y // 2
        line = f"M{up_x} {up_y + 15}V{y - 15}" if x == up_x else f"M{up_x} {up_y + 15}V{bend}H{x}V{y - 15}"
        pair = (above, siglum)
        percent = layout.say("percent", value=int(100 * layout.likeness[pair]))
    version = layout.document.version(siglum)
    return SimilarityNode(
        siglum,
        x,
        y,
        node_label(layout, version),
        version.completeness is not Completeness.WHOLE,
        line,
        percent,
    )


def node_label(layout: PageContext, version: Version) -> str:
    """Name a version beside its node: label, date, and whether it is whole."""
    own = flatten_text(version_label(version))
    short = shorten(own, LABEL)
    date = version.issued if version.issued and (not own or own not in version.issued) else None
    broken = version.completeness is not Completeness.WHOLE
    completeness = layout.say(f"completeness-{version.completeness}") if broken else None
    return " · ".join(filter(None, (short, date, completeness)))
