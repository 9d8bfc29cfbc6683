"""Whether a redline holds both versions: what of either it does not is told, story by story.

Nothing here knows how changes are tracked: the file is resolved as a word processor would, and read again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final, NamedTuple

from lxml import etree

from hexapla.exporters.word_package.base_import import NOTE_KINDS
from hexapla.exporters.word_package.note_pairs import find_marks
from hexapla.exporters.word_package.section_margins import MarginPlace, read_margin_texts
from hexapla.readers.office.docx_inline import read_text
from hexapla.readers.office.docx_package import WordPackage, iterate_stories
from hexapla.readers.xml_parser import Element, find_attribute, local_name

QUOTED: Final = 60
"""characters of a paragraph that is quoted"""
SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "footnoteReference": "*", "endnoteReference": "*"}
"""what stands in runs beside letters"""
SKIPPED: Final = frozenset({"pPr", "rPr", "Fallback", "instrText", "delInstrText"})
"""elements whose contents are no text, or a text that stands beside them already"""
Resolver = Callable[[Element], None]
"""accepts or rejects all changes of a tree, in place"""


class RedlineNotice(str):
    """A sentence for the user of a redline, in English: what of the versions it does not track."""

    __slots__ = ()


MARGINS: Final = {"header": RedlineNotice("a header"), "footer": RedlineNotice("a footer")}
"""what headers and footers are called"""


Lines = tuple[str, ...]
"""the paragraphs of a header or footer that are not empty"""


class Stories(NamedTuple):
    """The paragraphs of a document, story by story."""

    places: Mapping[str, list[str]]
    """of the text, and of each note by the order of the marks"""
    margins: Mapping[str, list[tuple[str, ...]]]
    """of each header and footer, by kind"""
    sections: Sequence[Mapping[MarginPlace, Lines]]
    """what each section shows in its margins, by kind and by the pages that it is on"""

    def wordings(self, kind: str) -> Counter[tuple[str, ...]]:
        """Return what headers or footers say, each wording once."""
        return Counter({tuple(filter(str.strip, lines)) for lines in self.margins[kind]})

    def count_paragraphs(self) -> dict[str, int]:
        """Count the paragraphs, the empty ones too: of the text, of each note, of all headers and footers."""
        margins = {MARGINS[kind]: sum(map(len, several)) for kind, several in self.margins.items()}
        return {where: len(lines) for where, lines in self.places.items()} | margins


def read_stories(package: WordPackage, resolve: Resolver | None = None) -> Stories:
    """Read the paragraphs of a document, its changes resolved; the document itself stays as it is."""
    trees = dict(iterate_stories(package))
    if resolve is not None:
        trees = {name: deepcopy(root) for name, root in trees.items()}
        for root in trees.values():
            resolve(root)
    places: dict[str, list[str]] = {RedlineNotice("the text"): list_lines(trees[package.main])}
    for kind in NOTE_KINDS:
        part = package.related(package.main, kind)
        if part is None or part not in trees:
            continue
        by_id = {find_attribute(each, "id"): each for each in trees[part]}
        marks = [each for each in dict.fromkeys(find_marks(trees[package.main], kind)) if each in by_id]
        for number, identity in enumerate(marks, 1):
            where = (
                RedlineNotice(f"footnote {number}")
                if kind == "footnotes"
                else RedlineNotice(f"endnote {number}")
            )
            places[where] = list_lines(by_id[identity])
    margins: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in MARGINS}
    lines: dict[str, tuple[str, ...]] = {}
    for relation in package.relations(package.main):
        if relation.kind in margins and relation.target in trees:
            lines[relation.target] = tuple(list_lines(trees[relation.target]))
            margins[relation.kind].append(lines[relation.target])
    return Stories(places, margins, read_margin_texts(package, trees[package.main], lines))


def list_lines(root: Element) -> list[str]:
    """Return the text of each paragraph, in the order in which they begin; those of cells and boxes too."""
    lines: list[list[str]] = []
    opened: list[list[str]] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = local_name(element)
        if name == "p" and event == "start":
            opened.append([])
            lines.append(opened[-1])
        elif name == "p":
            opened.pop()
        elif event == "start" and name in SKIPPED:
            walker.skip_subtree()
        elif event == "start" and opened:
            opened[-1].append(read_text(element) if name == "t" else SIGNS.get(name, ""))
    return ["".join(line) for line in lines]


def compare_rejected(base: Stories, found: Stories) -> Iterator[RedlineNotice]:
    """Yield what is not as it was in the base when all changes are rejected."""
    for where, lacking, surplus in differences(base, found):
        if lacking:
            quote, count = quote_first(lacking)
            yield RedlineNotice(
                f"Not tracked, so rejecting all changes does not restore it in {where}: “{quote}” "
                f"(paragraphs: {count})."
            )
        if surplus:
            quote, count = quote_first(surplus)
            yield RedlineNotice(
                f"Rejecting all changes leaves it behind in {where}: “{quote}” (paragraphs: {count})."
            )


def compare_accepted(target: Stories, found: Stories) -> Iterator[RedlineNotice]:
    """Yield what is not as it is in the target when all changes are accepted."""
    for where, lacking, surplus in differences(target, found):
        quote, count = quote_first([*surplus, *lacking])
        yield RedlineNotice(
            f"Accepting all changes does not give the target in {where}: “{quote}” (paragraphs: {count})."
        )
    wanted = target.count_paragraphs()
    for where, count in found.count_paragraphs().items():
        if count > wanted.get(where, count):
            yield RedlineNotice(f"Accepting all changes leaves an empty paragraph in {where}.")


def differences(wanted: Stories, found: Stories) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield where two documents differ, which paragraphs the second lacks, and which only it has."""
    for where in dict.fromkeys((*wanted.places, *found.places)):
        one, other = (list(filter(str.strip, stories.places.get(where, ()))) for stories in (wanted, found))
        if one != other:
            lacking = list((Counter(one) - Counter(other)).elements())
            surplus = list((Counter(other) - Counter(one)).elements())
            yield where, lacking or ([] if surplus else one), surplus
    for kind, where in MARGINS.items():
        lacking, surplus = compare_margins(wanted, found, kind)
        if lacking or surplus:
            yield where, lacking, surplus


def compare_margins(wanted: Stories, found: Stories, kind: str) -> tuple[list[str], list[str]]:
    """Return what headers or footers lack, and what they have too much."""
    pairs = dict.fromkeys(pair_margin_texts(wanted, found, kind))
    lacking = [line for one, other in pairs for line in (Counter(one) - Counter(other)).elements()]
    surplus = [line for one, other in pairs for line in (Counter(other) - Counter(one)).elements()]
    return lacking, surplus


def pair_margin_texts(wanted: Stories, found: Stories, kind: str) -> Iterator[tuple[Lines, Lines]]:
    """Yield what margins say in both: section by section, or where these are not as many by their words."""
    if len(wanted.sections) == len(found.sections):
        for one, other in zip(wanted.sections, found.sections, strict=True):
            places = (place for place in dict.fromkeys((*one, *other)) if place[0] == kind)
            yield from ((one.get(place, ()), other.get(place, ())) for place in places)
    else:
        left, right = wanted.wordings(kind), found.wordings(kind)
        yield from ((wording, ()) for wording in left - right)
        yield from (((), wording) for wording in right - left)


def quote_first(lines: Sequence[str]) -> tuple[str, int]:
    """Return how the first of some paragraphs begins, on one line, and how many they are."""
    return " ".join(lines[0].split())[:QUOTED], len(lines)
