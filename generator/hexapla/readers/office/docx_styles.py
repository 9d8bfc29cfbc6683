"""Properties in WordprocessingML, and the styles from which a paragraph or a run inherits them.

Both namespaces count, the old one and the strict one.
"""

from dataclasses import dataclass

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.xml_parser import Element, find_attribute, local_name

LONGEST_CHAIN = 50
"""styles based on each other; a circle ends here"""
HEADINGS = 9
TITLES = ("title", "subtitle", "heading")
CONTENTS = compile_lazily_with_properties(r"toc ?[1-9]|toc heading", regex.IGNORECASE)
"""names of the styles in which Word sets a table of contents, the same in all its languages"""
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """One style's own settings; None is what it leaves to the one it is based on."""

    id: str
    name: str
    based_on: str | None
    list_id: int | None
    level: int | None
    outline: int | None
    hidden: bool | None
    raised: bool | None


class DocxStyles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read the part `styles`."""
        self.all: dict[str, DocxStyle] = {}
        self.default: str | None = None
        for element in root if root is not None else ():
            if local_name(element) == "style":
                style = read_style(element)
                self.all.setdefault(style.id, style)
                if find_attribute(element, "type") == "paragraph" and find_attribute(element, "default") in {
                    "1",
                    "true",
                }:
                    self.default = style.id
        defaults = find_path(root, "docDefaults", "rPrDefault", "rPr", "vanish")
        self.hidden = is_on(defaults)

    def chain(self, style_id: str | None) -> list[DocxStyle]:
        """Return a style and those it is based on, nearest first."""
        found: list[DocxStyle] = []
        while style_id in self.all and len(found) < LONGEST_CHAIN:
            found.append(self.all[style_id])
            style_id = found[-1].based_on
        return found

    def is_hidden(self, style_id: str | None) -> bool | None:
        """Tell whether a style hides text; None if it says nothing."""
        return next((style.hidden for style in self.chain(style_id) if style.hidden is not None), None)

    def is_raised(self, style_id: str | None) -> bool:
        """Tell whether a style puts text higher."""
        return next((style.raised for style in self.chain(style_id) if style.raised is not None), False)

    def is_heading(self, style_id: str | None) -> bool:
        """Tell whether a style is that of headings or titles."""
        chain = self.chain(style_id)
        outline = next((style.outline for style in chain if style.outline is not None), None)
        if outline is not None:
            return outline < HEADINGS
        return bool(chain) and chain[0].name.casefold().startswith(TITLES)

    def is_of_contents(self, style_id: str | None) -> bool:
        """Tell whether a style is that of a table of contents, by its own name and not by its base."""
        named = self.all.get(style_id or "")
        return CONTENTS.fullmatch(named.name if named else style_id or "") is not None


def read_style(element: Element) -> DocxStyle:
    """Read one style."""
    paragraph, run = find_child(element, "pPr"), find_child(element, "rPr")
    vanish = find_child(run, "vanish")
    place = read_value(find_child(run, "vertAlign"))
    return DocxStyle(
        id=find_attribute(element, "styleId") or "",
        name=read_value(find_child(element, "name")) or "",
        based_on=read_value(find_child(element, "basedOn")),
        list_id=read_number(find_path(paragraph, "numPr", "numId")),
        level=read_number(find_path(paragraph, "numPr", "ilvl")),
        outline=read_number(find_child(paragraph, "outlineLvl")),
        hidden=None if vanish is None else is_on(vanish),
        raised=None if place is None else place == "superscript",
    )


def find_child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    if element is None:
        return None
    return next((each for each in element if local_name(each) == name), None)


def find_path(element: Element | None, *names: str) -> Element | None:
    """Follow children by name."""
    for name in names:
        element = find_child(element, name)
    return element


def read_value(element: Element | None) -> str | None:
    """Return an element's `w:val`."""
    return None if element is None else find_attribute(element, "val")


def read_number(element: Element | None) -> int | None:
    """Return an element's `w:val` as a whole number; None for what is none or absurd."""
    text = read_value(element)
    if text is None or len(text) > 9:  # noqa: PLR2004 - beyond a thousand million nothing is counted
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch that is there is on: `<w:vanish/>` and `<w:vanish w:val="1"/>` are."""
    return element is not None and (read_value(element) or "1").casefold() not in OFF
