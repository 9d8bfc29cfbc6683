"""Names of WordprocessingML, and how its values are read. Both of its namespaces count, old and strict."""

from hexapla.readers.markup import Element, attribute, local

__all__ = ["child", "is_on", "number", "path", "value"]

OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    if element is None:
        return None
    return next((each for each in element if local(each) == name), None)


def path(element: Element | None, *names: str) -> Element | None:
    """Follow children by name."""
    for name in names:
        element = child(element, name)
    return element


def value(element: Element | None) -> str | None:
    """Return an element's `w:val`."""
    return None if element is None else attribute(element, "val")


def number(element: Element | None) -> int | None:
    """Return an element's `w:val` as a whole number; None for what is none or absurd."""
    text = value(element)
    if text is None or len(text) > 9:  # noqa: PLR2004 - beyond a thousand million nothing is counted
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch that is there is on: `<w:vanish/>` and `<w:vanish w:val="1"/>` are."""
    return element is not None and (value(element) or "1").casefold() not in OFF
