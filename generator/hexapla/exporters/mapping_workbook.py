"""A workbook to link clauses of different ranks in: a line for each link, each suggestion, each open clause.

`mapping_workbook_reader` reads it back. Every cell is a text; nothing becomes a formula, a number or a link.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from hexapla.exporters.entry_sheets import SheetValues
from hexapla.exporters.entry_workbook import write_entry_workbook
from hexapla.exporters.mapping_workbook_reader import SHEET, relation_word
from hexapla.i18n import load_messages
from hexapla.levels import LevelIndex
from hexapla.model import Alignment, File, LevelLink, LevelRelation, MappingEntry
from hexapla.reading.labels import label_document
from hexapla.reading.level_rows import list_open_clauses
from hexapla.text import shorten

WIDTHS: Final = (14, 14, 46, 14, 14, 14, 46, 36, 16, 14, 14)
SHOWN: Final = 300
"""characters of a clause's words that stand beside its name"""


def write_mapping_workbook(alignment: Alignment, entries: Sequence[MappingEntry], language: str) -> bytes:
    """Write links between texts of different ranks as a workbook to fill in.

    Args:
        alignment: of the document, with the links that were found and suggestions.
        entries: all that the editor wrote, lost ones too.
        language: of the words in it, BCP 47.

    Post-conditions:
        1. Every entry is there, in its order; behind them suggestions and what has no link, without relation.
        2. Equal arguments give equal bytes.
    """
    words = [relation_word(each, language) for each in LevelRelation]
    lines = list(MappingSheet(alignment, language).list_lines(entries))
    return write_entry_workbook(SHEET, lines, WIDTHS, ("relation", words), language)


def write_mapping_file(alignment: Alignment, *, folder: str, language: str) -> File:
    """Write the workbook as a file that stands beside a document's pages, in a language of the interface."""
    data = write_mapping_workbook(alignment, alignment.level_links, language)
    name = f"{folder}/files/{alignment.document.id}-mapping.xlsx"
    return File(uri=name, data=data, format="mapping")


class MappingSheet:
    """The lines of a sheet."""

    def __init__(self, alignment: Alignment, language: str) -> None:
        """Take an alignment and a language of the interface."""
        self.alignment, self.language, self.say = alignment, language, load_messages(language)
        self.indexes = {version.siglum: LevelIndex(version) for version in alignment.document.versions}
        self.labels = label_document(alignment.document)

    def list_lines(self, entries: Sequence[MappingEntry]) -> Iterator[SheetValues]:
        """Yield the lines: entries, then suggestions, then clauses without link to a level."""
        found = {(each.source, each.target): each for each in self.alignment.level_links}
        for entry in entries:
            yield self.write_entry(entry, found.get((entry.source, entry.target)))
        for each in self.alignment.suggestions:
            state = self.say(f"levels-suggested-{each.reason.value}")
            yield {
                **self.describe("from", "/".join(each.a), each.a),
                **self.describe("to", "/".join(each.b), each.b),
                "state": state,
            }
        sigla = self.alignment.document.sigla
        for lead, other in product(sigla, sigla):
            for unit in list_open_clauses(self.alignment, lead, other):
                place = lead, unit
                open_line = {"to": other, "state": self.say("levels-open")}
                yield {**self.describe("from", "/".join(place), place), **open_line}

    def write_entry(self, entry: MappingEntry, link: LevelLink | None) -> SheetValues:
        """Write the line of an entry; `link` is what it led to."""
        line = {
            **self.describe("from", entry.source, link.a if link else None),
            **self.describe("to", entry.target or "", link.b if link else None),
            "relation": relation_word(entry.relation, self.language),
            "reason": entry.reason,
            "from-digest": entry.source_words or "",
            "to-digest": entry.target_words or "",
        }
        doubts = [doubt for doubt in (link.a_doubt, link.b_doubt) if doubt] if link else []
        told = [self.say(f"levels-{doubt.value}") for doubt in dict.fromkeys(doubts)]
        line["state"] = self.say("list-separator").join(told) if link else self.say("levels-lost")
        return line

    def describe(self, side: str, name: str, place: tuple[str, str] | None) -> dict[str, str]:
        """Return what is said of one side: the clause's name, number and words."""
        if place is None:
            return {side: name}
        siglum, clause = place
        index = self.indexes[siglum]
        shown = shorten(index.passages[clause].headed_text, SHOWN)
        number = self.labels.get((siglum, index.unit_of[clause])) or ""
        return {side: name, f"{side}-number": number, f"{side}-text": shown}
