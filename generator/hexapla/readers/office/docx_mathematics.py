"""Formulas on one line: 10⁵, a/b, (a+b)/c. Only what would say something else without its place on a page."""

from hexapla.readers.office.wordprocessingml import find_child
from hexapla.readers.source_builder import superscript
from hexapla.readers.xml_parser import Element, local_name


def linearise_formula(element: Element | None) -> str:
    """Write a formula (OMML) as text; how deep it may be is bounded where XML is parsed."""
    if element is None:
        return ""
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if name == "f":
        above, below = (linearise_formula(find_child(element, part)) for part in ("num", "den"))
        return f"{add_brackets(above)}/{add_brackets(below)}"
    inner = "".join(map(linearise_formula, element))
    if name == "sup" and inner:
        return superscript(inner) if inner.isdecimal() else f"^{add_brackets(inner)}"
    return inner


def add_brackets(text: str) -> str:
    """Put brackets around what is more than one number or word."""
    return text if text.isalnum() else f"({text})"
