"""Labels: what a clause is called, by its printed number, with those of the divisions above where need be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hexapla.i18n import DIRECTION
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Clause, Document
from hexapla.reading.printed import write_unit_lines
from hexapla.text import is_wide, join_pieces, strip_closing_signs, unwrap
from hexapla.units import Unit, build_units, shorten_text

ORDINAL: Final = compile_lazily_with_properties(r"^第(.+)\p{Han}$")
"""a number with its word, of which a picture has room for the numeral only"""

Labels = Mapping[tuple[str, str], str]
"""siglum and id of a unit → what it is called"""
Path = tuple[str, ...]
"""what a unit and the divisions above it are called, innermost first"""


def label_document(document: Document, unnumbered: str = "") -> Labels:
    """Call every unit of a document by its number; those without one share a name, `unnumbered`."""
    return label_units({version.siglum: build_units(version) for version in document.versions}, unnumbered)


def label_units(own: Mapping[str, Sequence[Unit]], unnumbered: str = "") -> Labels:
    """Call the units of versions, by siglum, by their numbers.

    A number that a version has several times is told with its division's: `(二)3`, `Part II 4`; if that is
    not enough, with those above. What one version must tell so all do, lest one clause bear two names.
    """
    paths = {
        (siglum, unit.id): list_division_numbers(unit) for siglum, found in own.items() for unit in found
    }
    lengths = dict.fromkeys(paths, 1)
    for length in range(1, max(map(len, paths.values()), default=0)):
        often = Counter((siglum, path[:length]) for (siglum, _), path in paths.items() if path[0])
        longer = {
            path[: length + 1]
            for (siglum, _), path in paths.items()
            if often[siglum, path[:length]] > 1 and len(path) > length
        }
        lengths |= {place: length + 1 for place, path in paths.items() if path[: length + 1] in longer}
    return {
        place: join_pieces(*path[: lengths[place]][::-1]) if path[0] else unnumbered
        for place, path in paths.items()
    }


def list_division_numbers(unit: Unit) -> Path:
    """Return what a unit and the divisions above it are called."""
    return strip_number(unit.number), *(name_division(division) for division in reversed(unit.divisions))


def name_division(division: Clause) -> str:
    """Return a division's number, or how its heading begins if it has none."""
    begins = shorten_text(strip_number(division.heading))
    cut = begins.endswith("…") and not is_wide(begins[-2])
    return strip_number(division.number) or (f"{begins} " if cut else begins)


def strip_number(printed: str | None) -> str:
    """Return a printed number as it is told: on one line, without what closes it."""
    return strip_closing_signs(DIRECTION.sub("", unwrap(printed or "")))


def quote_beginning(unit: Unit) -> str:
    """Quote how a unit begins: its name in a sentence if it has no number."""
    return f"“{shorten_text(''.join(write_unit_lines(unit)))}”"


def drop_repeated_word(names: Iterable[str]) -> list[str]:
    """Say a word that all names begin with only once: “Section 4, 5”."""
    every = list(dict.fromkeys(names))
    word, space, _ = every[0].partition(" ") if every else ("", "", "")
    if not space or not all(name.startswith(word + space) and len(name) > len(word) + 1 for name in every):
        return every
    return [every[0], *(name.removeprefix(word + space) for name in every[1:])]


def shorten_label(name: str) -> str:
    """Return what a picture has room for: of `第四十条` or `Section 4` the numeral."""
    return ORDINAL.sub(r"\1", name).split(" ")[-1]
