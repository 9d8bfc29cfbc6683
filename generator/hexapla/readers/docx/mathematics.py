"""Formulas on one line: 10⁵, a/b, (a+b)/c. Only what would say something else without its place on a page."""

from hexapla.readers.docx.names import child
from hexapla.readers.markup import Element, local
from hexapla.readers.writing import superscript

__all__ = ["linear"]


def linear(element: Element | None) -> str:
    """Write a formula (OMML) as text; how deep it may be is bounded where XML is parsed."""
    if element is None:
        return ""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "f":
        return f"{bracketed(linear(child(element, 'num')))}/{bracketed(linear(child(element, 'den')))}"
    inner = "".join(map(linear, element))
    if name == "sup" and inner:
        return superscript(inner) if inner.isdecimal() else f"^{bracketed(inner)}"
    return inner


def bracketed(text: str) -> str:
    """Put brackets around what is more than one number or word."""
    return text if text.isalnum() else f"({text})"
