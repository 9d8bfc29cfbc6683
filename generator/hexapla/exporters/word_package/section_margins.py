"""Headers and footers, and the sections on whose pages they stand.

A section without one of its own has that of the section before it (ISO/IEC 29500-1, 17.10.1).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hexapla.exporters.word_package.groups import BlockGroup
from hexapla.readers.office.docx_package import R, W, WordPackage
from hexapla.readers.xml_parser import Element, local_name

REFERENCES: Final = {"headerReference": "header", "footerReference": "footer"}
MarginPlace = tuple[str, str]
"""kind, and the pages of a section that it is on: `header`, `first`"""
Margins = Mapping[MarginPlace, str]
"""the parts of a section's headers and footers"""


def list_own_margins(package: WordPackage, body: Element | None = None) -> list[dict[MarginPlace, str]]:
    """Return the headers and footers that each section brings along; `body`: of other sections."""
    root = package.tree(package.main) if body is None else body
    parts = {each.id: each.target for each in package.relations(package.main) if not each.external}
    return [
        {
            (kind, each.get(f"{W}type", "default")): part
            for each in section
            if (kind := REFERENCES.get(local_name(each))) is not None
            and (part := parts.get(each.get(f"{R}id", ""))) in package.parts
        }
        for section in root.iter(f"{W}sectPr")
    ]


def inherit_margins(own: Iterable[Margins]) -> list[dict[MarginPlace, str]]:
    """Return the headers and footers that each section shows.

    >>> inherit_margins([{("header", "default"): "a"}, {}])[1]
    {('header', 'default'): 'a'}
    """
    shown: list[dict[MarginPlace, str]] = []
    for each in own:
        shown.append({**(shown[-1] if shown else {}), **each})
    return shown


def pair_margins(
    base: WordPackage, target: WordPackage, groups: Iterable[BlockGroup]
) -> Iterator[tuple[str | None, str]]:
    """Yield each header and footer of the target with what the base shows in its place, if anything.

    Args:
        base: the older document.
        target: the newer one.
        groups: what belongs together in the bodies.
    """
    shown = inherit_margins(list_own_margins(base))
    sections = pair_sections(base, target, groups)
    seen: set[str] = set()
    for number, own in enumerate(list_own_margins(target)):
        at = sections.get(number, min(number, len(shown) - 1))
        for place, part in own.items():
            if part not in seen:
                seen.add(part)
                yield shown[at].get(place) if shown else None, part


def pair_sections(base: WordPackage, target: WordPackage, groups: Iterable[BlockGroup]) -> dict[int, int]:
    """Return in which section of the base most words of each section of the target stand."""
    left, right = (number_sections(package.tree(package.main)) for package in (base, target))
    votes: dict[int, Counter[int]] = {}
    for group in groups:
        if group.base and group.target:
            one, other = group.base[0], group.target[0]
            votes.setdefault(right[other.element], Counter())[left[one.element]] += 1 + other.size
    return {at: most_voted(found) for at, found in votes.items()}


def most_voted(votes: Counter[int]) -> int:
    """Return what most are for, of several the first."""
    return min(votes, key=lambda each: (-votes[each], each))


def number_sections(root: Element) -> Mapping[Element, int]:
    """Return the section in which each paragraph and table stands."""
    found: dict[Element, int] = {}
    number = 0
    for each in root.iter(f"{W}p", f"{W}tbl", f"{W}sectPr"):
        if local_name(each) == "sectPr":
            number += 1
        else:
            found[each] = number
    return found


def read_margin_texts(
    package: WordPackage, body: Element, lines: Mapping[str, Sequence[str]]
) -> list[dict[MarginPlace, tuple[str, ...]]]:
    """Return what each section of a body shows in its margins; `lines`: those of each part."""
    return [
        {place: tuple(filter(str.strip, lines.get(part, ()))) for place, part in each.items()}
        for each in inherit_margins(list_own_margins(package, body))
    ]
