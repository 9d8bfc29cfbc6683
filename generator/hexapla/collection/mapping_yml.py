"""`mapping.yml`: which clauses of texts of different ranks answer each other, as an editor says."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from hexapla.collection.entry_lists import EntryList, read_entry_list
from hexapla.collection.notes_yml import quote_text
from hexapla.collection.settings import StrictModel
from hexapla.errors import SettingsError, sort_problems
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import LevelRelation, MappingEntry

END: Final = compile_lazily_with_properties(
    r"([A-Za-z][A-Za-z0-9]{0,7})(?:/(\S(?:[^\p{C}\p{Zl}\p{Zp}]*\S)?))?"
)
DIGEST: Final = compile_lazily_with_properties(r"[0-9a-f]{12}")
NOWHERE: Final[tuple[None]] = (None,)
"""the target of a clause that has no counterpart in any other text"""
FEWEST: Final = 2
"""names from which a list is a list"""


def read_ends(said: object) -> list[str]:
    """Read one name of a clause or several."""
    names = [said] if isinstance(said, str) else said
    if not isinstance(names, list) or not names or not all(isinstance(each, str) for each in names):
        raise ValueError("write one clause, or a list of clauses, like A/art_12 or A/第十二条")
    ends = [" ".join(each.split()) for each in names]
    for end in ends:
        if not END.fullmatch(end):
            raise ValueError(f"“{end}” names no clause: write siglum/id or siglum/number, like A/art_12")
    if len(set(ends)) < len(ends):
        raise ValueError("a clause is named twice here: leave one out")
    return ends


def check_relation(text: str) -> str:
    """Check how one clause stands to another."""
    names = [each.value for each in LevelRelation]
    if text not in names:
        raise ValueError(f"“{text}” is no relation: write {', '.join(names[:-1])} or {names[-1]}")
    return text


def check_digest(text: str) -> str:
    """Check the digest of a clause's words."""
    if not DIGEST.fullmatch(text):
        raise ValueError(f"“{text}” is no digest: leave it out; `hexapla mapping pin` writes it")
    return text


def join_reason(text: str) -> str:
    """Put a reason on one line."""
    return " ".join(text.split())


Ends = Annotated[list[str], BeforeValidator(read_ends)]
Digest = Annotated[str, AfterValidator(check_digest)]


class MappingSettings(StrictModel):
    """One entry: each of its sources stands so to each of its targets."""

    source: Ends = Field(alias="from")
    target: Ends | None = Field(default=None, alias="to")
    relation: Annotated[str, AfterValidator(check_relation)]
    reason: Annotated[str, AfterValidator(join_reason)] = ""
    source_words: Digest | None = Field(default=None, alias="from_words")
    target_words: Digest | None = Field(default=None, alias="to_words")

    @model_validator(mode="after")
    def links_levels(self) -> Self:
        """Check that clauses of different levels are named, and digests only of one clause each."""
        if any("/" not in each for each in self.source):
            raise ValueError("“from” names a clause, like A/art_12, not a whole text")
        absent = [each for each in self.target or () if "/" not in each]
        if self.relation != LevelRelation.NONE and (absent or not self.target):
            raise ValueError("“to” names a clause, like B/art_12; only “relation: none” may do without")
        if any(take_siglum(one) == take_siglum(two) for one in self.source for two in self.target or ()):
            raise ValueError("“from” and “to” are in one text: links are between texts of different ranks")
        if (self.source_words and len(self.source) >= FEWEST) or (
            self.target_words and len(self.target or ()) >= FEWEST
        ):
            raise ValueError("digests belong to one clause each: give every link an entry of its own")
        return self


def take_siglum(name: str) -> str:
    """Return the siglum of a named clause or text."""
    return name.partition("/")[0]


def read_mapping(path: str, file: str, data: bytes) -> tuple[MappingEntry, ...]:
    """Read `mapping.yml`; an entry with several clauses on a side gives a link for each pair.

    Args:
        path: as the user would type it, for problems.
        file: as the links shall name it.
        data: the file's bytes.

    Whether the clauses exist is known only after segmentation: `levels` reports those that do not.

    Raises:
        SettingsError: with all problems that can be seen in the file alone.
    """
    listed = read_entry_list(path, data, MappingSettings)
    found = tuple(
        MappingEntry(
            source=source,
            target=target,
            relation=LevelRelation(entry.relation),
            reason=entry.reason,
            source_words=entry.source_words,
            target_words=entry.target_words,
            file=file,
            line=line,
        )
        for line, entry in listed.numbered()
        for source, target in product(entry.source, entry.target or NOWHERE)
    )
    refuse_repeated(found, listed)
    return found


def refuse_repeated(found: Sequence[MappingEntry], listed: EntryList[MappingSettings]) -> None:
    """Refuse what is said twice of the same two clauses.

    Raises:
        SettingsError: with all repetitions.
    """
    index = {line: at for at, (line, _) in enumerate(listed.numbered())}
    first: dict[tuple[str, str | None], MappingEntry] = {}
    problems = []
    for entry in found:
        before = first.setdefault((entry.source, entry.target), entry)
        if before is not entry:
            names = entry.source if entry.target is None else f"{entry.source} and {entry.target}"
            message = f"{names} stand on line {before.line} already: remove one of the two"
            problems.append(listed.tree.problem((index[entry.line],), message))
    if problems:
        raise SettingsError(sort_problems(problems))


def write_mapping(entries: Iterable[MappingEntry]) -> str:
    """Write `mapping.yml`, an entry a link.

    Post-condition: `read_mapping` of it gives the same links.

    >>> link = MappingEntry(
    ...     source="A/art_3", target="B/第五条", relation=LevelRelation.SUBSET, file="", line=1
    ... )
    >>> print(write_mapping([link]), end="")
    - from: "A/art_3"
      to: "B/第五条"
      relation: subset
    """
    joiner = "\n  "  # Python 3.11 takes no backslash inside an expression
    return "".join(f"- {joiner.join(write_entry(each))}\n" for each in entries)


def write_entry(entry: MappingEntry) -> Iterator[str]:
    """Yield the lines of an entry."""
    yield f"from: {quote_text(entry.source)}"
    if entry.target is not None:
        yield f"to: {quote_text(entry.target)}"
    yield f"relation: {entry.relation.value}"
    if entry.reason:
        yield f"reason: {quote_text(entry.reason)}"
    if entry.source_words:
        yield f"from_words: {entry.source_words}"
    if entry.target_words:
        yield f"to_words: {entry.target_words}"
