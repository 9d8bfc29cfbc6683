"""Links between levels in a workbook that people fill in: which columns it has, and how it is read.

`mapping_workbook` writes it. Columns are known by their heads; further columns are left alone. A line without
a relation is one that nobody has filled in.
"""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from hexapla.collection.mapping_yml import MappingSettings
from hexapla.exporters.entry_sheets import (
    EntrySheet,
    SheetValues,
    explain_row,
    find_value,
    read_entry_sheets,
)
from hexapla.i18n import load_messages
from hexapla.model import LevelRelation, MappingEntry

SHEET: Final = EntrySheet(
    title="mapping-sheet",
    heads={
        "from": "mapping-from",
        "from-number": "mapping-from-number",
        "from-text": "mapping-from-text",
        "relation": "mapping-relation",
        "to": "mapping-to",
        "to-number": "mapping-to-number",
        "to-text": "mapping-to-text",
        "reason": "mapping-reason",
        "state": "mapping-state",
        "from-digest": "mapping-from-digest",
        "to-digest": "mapping-to-digest",
    },
    keys={
        "from": "from",
        "to": "to",
        "relation": "relation",
        "reason": "reason",
        "from-digest": "from_words",
        "to-digest": "to_words",
    },
    needed=("from", "to", "relation"),
    command="hexapla mapping export",
)
"""two clauses, and how one stands to the other; keys of `mapping.yml`"""


def relation_word(relation: LevelRelation, language: str) -> str:
    """Return what a relation is called.

    >>> relation_word(LevelRelation.SUBSET, "en")
    'subset'
    """
    say = load_messages(language)
    return say("mapping-relation-name", relation=relation.value)


def read_mapping_sheet(path: str, file: str, data: bytes) -> tuple[MappingEntry, ...]:
    """Read the links of a workbook, those of all its sheets that have the columns.

    Args:
        path: as the user would type it, for problems.
        file: as the links shall name their file.
        data: the workbook's bytes.

    Raises:
        SettingsError: with all that is wrong in the sheets, each with sheet and row.
        SourceError: it is no workbook, or unpacks to more than is bearable.
        UsageError: no sheet has the columns.
    """
    first: dict[tuple[str, str | None], int] = {}

    def make(values: SheetValues, row: int) -> tuple[Sequence[MappingEntry], Sequence[str]]:
        if not values["relation"]:
            return (), ()
        made, faults = make_entry(values, file, row)
        for each in made:
            before = first.setdefault((each.source, each.target), row)
            if before != row:
                faults = [
                    f"{each.source} and {each.target} stand in row {before} already: remove one of the two"
                ]
        return made, faults

    return read_entry_sheets(path, data, SHEET, make)


def make_entry(values: SheetValues, file: str, row: int) -> tuple[Sequence[MappingEntry], Sequence[str]]:
    """Make the entry of a row, or say what is wrong with it."""
    said = SHEET.take_values(values)
    said["relation"] = find_value(said["relation"], LevelRelation, relation_word)
    try:
        checked = MappingSettings.model_validate(said, strict=True)
    except ValidationError as error:
        return (), list(explain_row(error))
    link = MappingEntry(
        source=checked.source[0],
        target=checked.target[0] if checked.target else None,
        relation=LevelRelation(checked.relation),
        reason=checked.reason,
        source_words=checked.source_words,
        target_words=checked.target_words,
        file=file,
        line=row,
    )
    return (link,), ()
