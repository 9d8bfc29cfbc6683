"""Names of WordprocessingML, and how its values are read. Both of its namespaces count, old and strict."""

from hexapla.readers.xml_parser import Element, find_attribute, local_name

OFF = frozenset({"0", "false", "off", "none"})


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
