"""Forms of comparison tables that offices ask for, each a file of data that a user can copy and change.

A profile says which columns a table has and in which order, how what differs is marked, which rows are left
out and which sentence says so. `docs/guide/table-profiles.md` tells the keys.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from hexapla.errors import UsageError

PACKAGE: Final = "hexapla.exporters.table_profiles"
SUFFIX: Final = ".toml"


class ColumnKind(StrEnum):
    """What stands in a column."""

    NUMBER = "number"
    """the row's place, from 1"""
    BASE = "base"
    TARGET = "target"
    VERSIONS = "versions"
    """every version, a column each"""
    CHANGE = "change"
    """what became of the row, in a word"""
    NOTES = "notes"
    """what changed, in words"""
    REASONS = "reasons"
    """notes of people that give reasons"""
    REMARKS = "remarks"
    """all notes of people"""


class TextMark(StrEnum):
    """How words are marked."""

    BOLD = "bold"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SHADE = "shade"
    BRACKETS = "brackets"


class Rows(StrEnum):
    """What becomes of rows in which nothing changed, or nothing but what is said above the table."""

    SHOW = "show"
    OMIT = "omit"
    LIST = "list"
    """routine rows: left out, and each expression that is exchanged throughout is told above the table"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileColumn:
    """A column."""

    kind: ColumnKind
    head: str = ""
    """`{label}` stands for the version's label; empty: the interface's word"""
    share: int = 1
    """of the width, in relation to the other columns"""
    insert: tuple[TextMark, ...] = ()
    delete: tuple[TextMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProfile:
    """A form of table."""

    name: str
    what: str = ""
    """what it is, in a line"""
    title: str = "{title}"
    lead: str = ""
    """a sentence below the title"""
    orientation: str = "landscape"
    unchanged: Rows = Rows.SHOW
    routine: Rows = Rows.SHOW
    listed: str = ""
    """said of each expression that is exchanged throughout where `routine` is `list`"""
    omitted: str = ""
    """said below the table where unchanged rows were left out"""
    added: str = ""
    """stands in the base of a clause that only the target has"""
    removed: str = ""
    """stands in the target of a clause that only the base has"""
    kinds: Mapping[str, str]
    """words for what became of a row: added, removed, reworded, other; else those of the interface"""
    columns: tuple[ProfileColumn, ...]


KINDS: Final = ("added", "removed", "reworded", "other")
ORIENTATIONS: Final = ("landscape", "portrait")


def list_profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program, in their order.

    >>> "tw" in list_profiles()
    True
    """
    return tuple(
        sorted(
            each.name.removesuffix(SUFFIX) for each in files(PACKAGE).iterdir() if each.name.endswith(SUFFIX)
        )
    )


def load_profile(said: str) -> TableProfile:
    """Load a profile by its name, or from a file that ends in `.toml`.

    Raises:
        UsageError: there is none of that name, or what the file says is not understood, with the key.
    """
    if said in list_profiles():
        return read_profile(said, (files(PACKAGE) / f"{said}{SUFFIX}").read_text(encoding="utf-8"))
    path = Path(said)
    if path.suffix != SUFFIX:
        names = ", ".join(list_profiles())
        raise UsageError(
            f"There is no table profile “{said}”: name one of {names}, or a file that ends in {SUFFIX}."
        )
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{said} cannot be read: {error}") from error
    return read_profile(path.stem, text, said)


def read_profile(name: str, text: str, shown: str | None = None) -> TableProfile:
    """Read a profile.

    Args:
        name: what it is called.
        text: TOML.
        shown: the file as the user knows it, for messages.

    Raises:
        UsageError: with what is wrong, and where.
    """
    reader = ProfileReader(shown or name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{reader.shown}: this is no TOML: {error}") from error
    return reader.read(name, data)


class ProfileReader:
    """Takes the values of a file for what they should be, or says what is wrong."""

    def __init__(self, shown: str) -> None:
        """Read a file of that name."""
        self.shown = shown

    def fail(self, message: str) -> UsageError:
        """Make the error of a value."""
        return UsageError(f"{self.shown}: {message}")

    def read(self, name: str, data: dict[str, Any]) -> TableProfile:
        """Make the profile of a file's values."""
        known = {field.name for field in fields(TableProfile)} - {"name"}
        self.check_keys(data, known, "")
        kinds = data.get("kinds", {})
        self.check_keys(kinds, set(KINDS), "kinds.")
        columns = data.get("columns", [])
        if not columns:
            raise self.fail("a profile needs [[columns]]")
        texts = ("what", "title", "lead", "listed", "omitted", "added", "removed")
        return TableProfile(
            name=name,
            **{key: self.text(data, key) for key in texts if key in data},
            orientation=self.choice(data, "orientation", ORIENTATIONS, "landscape"),
            unchanged=Rows(self.choice(data, "unchanged", (Rows.SHOW, Rows.OMIT), Rows.SHOW)),
            routine=Rows(self.choice(data, "routine", (Rows.SHOW, Rows.LIST), Rows.SHOW)),
            kinds={key: self.text(kinds, key) for key in kinds},
            columns=tuple(self.column(each, number) for number, each in enumerate(columns, 1)),
        )

    def column(self, data: dict[str, Any], number: int) -> ProfileColumn:
        """Make a column."""
        where = f"columns {number}: "
        self.check_keys(data, {field.name for field in fields(ProfileColumn)}, where)
        share = data.get("share", 1)
        if not isinstance(share, int) or isinstance(share, bool) or share < 1:
            raise self.fail(f"{where}share: write a whole number from 1")
        return ProfileColumn(
            kind=ColumnKind(self.choice(data, "kind", tuple(ColumnKind), "", where)),
            head=self.text(data, "head", where) if "head" in data else "",
            share=share,
            insert=self.marks(data, "insert", where),
            delete=self.marks(data, "delete", where),
        )

    def marks(self, data: dict[str, Any], key: str, where: str) -> tuple[TextMark, ...]:
        """Read marks."""
        said = data.get(key, [])
        if not isinstance(said, list) or not set(map(str, said)) <= set(TextMark):
            raise self.fail(f"{where}{key}: write a list of {', '.join(TextMark)}")
        return tuple(map(TextMark, said))

    def text(self, data: Mapping[str, Any], key: str, where: str = "") -> str:
        """Read a text."""
        said = data[key]
        if not isinstance(said, str):
            raise self.fail(f"{where}{key}: write a text in quotation marks")
        return said

    def choice(
        self, data: Mapping[str, Any], key: str, among: Sequence[str], default: str, where: str = ""
    ) -> str:
        """Read one of some words."""
        said = data.get(key, default)
        if said not in among:
            raise self.fail(f"{where}{key}: write one of {', '.join(among)}")
        return str(said)

    def check_keys(self, data: object, known: set[str], where: str) -> None:
        """Refuse what is no table, and keys that nobody reads."""
        if not isinstance(data, dict):
            raise self.fail(f"{where or 'the file'} must hold lines of the form key = value")
        for key in data:
            if key not in known:
                raise self.fail(
                    f"{where}the key “{key}” is unknown; the keys here are {', '.join(sorted(known))}"
                )
