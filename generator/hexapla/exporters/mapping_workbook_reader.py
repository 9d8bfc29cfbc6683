"""Links between levels in a workbook that people fill in: which columns it has, and how it is read.

`mapping_workbook` writes it. Columns are known by their heads; further columns are left alone. A line without
a relation is one that nobody has filled in.
"""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from hexapla.collection.mapping_yml import MappingSettings
from hexapla.exporters.entry_sheets import (
    SheetValues,
    explain_missing_columns,
    explain_row,
    read_entry_sheets,
)
from hexapla.i18n import LANGUAGES, load_messages
from hexapla.model import LevelRelation, MappingEntry

READ: Final = {
    "from": "from",
    "to": "to",
    "relation": "relation",
    "reason": "reason",
    "from-digest": "from_words",
    "to-digest": "to_words",
}
"""column → key in `mapping.yml`"""
COLUMNS: Final = (
    *("from", "from-number", "from-text", "relation", "to", "to-number", "to-text"),
    *("reason", "state", "from-digest", "to-digest"),
)
"""numbers, texts and the state are for those who fill the sheet in"""
HEADS: Final = {column: f"mapping-{column}" for column in READ}
NEEDED: Final = ("from", "to", "relation")


def column_head(column: str, language: str) -> str:
    """Return what stands above a column.

    >>> column_head("relation", "en")
    'Relation'
    """
    say = load_messages(language)
    return say(f"mapping-{column}")


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

    found = read_entry_sheets(path, data, HEADS, NEEDED, make)
    if found is None:
        raise explain_missing_columns(path, HEADS, NEEDED, "hexapla mapping export")
    return found


def read_relation(said: str) -> str:
    """Return the relation that a word names, in any language of the interface; the word, if it names none."""
    words = {
        relation_word(each, language).casefold(): each.value
        for each in LevelRelation
        for language in LANGUAGES
    }
    return words.get(said.casefold(), said)


def make_entry(values: SheetValues, file: str, row: int) -> tuple[Sequence[MappingEntry], Sequence[str]]:
    """Make the entry of a row, or say what is wrong with it."""
    said = {key: values[column] for column, key in READ.items() if values[column]}
    said["relation"] = read_relation(said["relation"])
    try:
        checked = MappingSettings.model_validate(said, strict=True)
    except ValidationError as error:
        return (), list(explain_row(error, "no clause is named: write siglum/id, like A/art_12"))
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
