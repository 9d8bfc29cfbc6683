"""Read and check the language files beside this module: one TOML file for each language, named by its tag.

A file begins with `name` and what tells its texts from others'; then come lists of words. `[section.list]`
holds `words` (parted by spaces, or phrases parted by semicolons), an `example` that shows one of them at work
and, where there is one, a `counter_example`. `[[numbering]]` gives words to schemes of numbering (see
`schemes.toml`), `[[letters]]` an alphabet by which items count. `SECTIONS` names the sections.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from hexapla.bytecode_folder import keep_beside_code, read_kept

FOLDER = files("hexapla.languages")
SCHEMES_FILE = "schemes"
"""the file that is no language's"""
KEPT = "language_tables"
OPEN = frozenset({"*"})
"""the names of such a section's lists are its own: the unit that the words stand for, a class of them"""
SECTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        # what words mean in a comparison
        "modal": frozenset({"obligation", "permission", "prohibition", "discretion"}),
        "words": frozenset(
            {"link", "suffix", "before_noun", "ordinal", "known", "share_before", "shortened"}
        ),
        "period": OPEN,
        "money": OPEN,
        "percentage": OPEN,
        "fraction": OPEN,
        "months": frozenset({"names", "short", "after", "inflected", "year", "day", "era", "forms"}),
        "numbers": frozenset({"units", "tens", "powers", "also", "joint", "alone"}),
        "count": frozenset(
            {"units", "lookalike", "groups", "signs", "after_number", "clock", "times_of_day"}
        ),
        "references": frozenset({"unit", "own", "chapter", "part", "other", "standards", "clauses"}),
        # how a text is built
        "guess": frozenset({"common", "letters"}),
        "ordinals": frozenset({"before", "after", "both", "cardinal", "alone", "sole"}),
        "successors": frozenset({"names"}),
        "headings": frozenset({"general"}),
        "repealed": frozenset({"words", "left_out", "by", "range", "range_end", "excerpt"}),
        "citing": frozenset(
            {"before", "numbered", "open", "joining", "compounds", "after", "of", "ranges", "below"}
            | {"at_once", "within", "amended", "spans"}
        ),
        "amending": frozenset({"leads", "others", "wording", "instructions"}),
        "adopted": frozenset({"words", "acts", "bracketed", "before_date", "dated", "effect"}),
        "commencement": frozenset({"phrases"}),
        # from when to when a text holds; DATE, TEXT and CLAUSES stand for a day, the text itself, its clauses
        "in_force": frozenset(
            {"texts", "dated", "published", "day_after", "retroactive", "clauses", "through", "ends"}
            | {"repeals", "tells", "transitional", "noted", "publication", "amended", "words"}
        ),
        # terms that a text defines
        "definitions": frozenset({"leads", "means", "includes", "shortened", "here", "division"}),
        # what stands in the brackets of a draft
        "drafts": frozenset({"comment", "closed", "option"}),
        # what a clause is for
        "roles": frozenset(
            {"purpose", "scope", "definition", "commencement", "penalty", "crime", "office", "treaty"}
            | {"remedy", "delegation", "measure"}
        ),
        "set_phrases": frozenset({"words"}),
        "wanting": frozenset(
            {"words", "compounds", "particles", "before_verb", "before", "openers", "excepted", "more"}
            | {"word_after", "verb_after"}
        ),
        "lists": frozenset(
            {"joining", "opening", "announcing", "leaving_open", "counted", "times", "leading"}
            | {"operative", "parting", "alternatives"}
        ),
        # what stands around a text
        "titles": frozenset(
            {"kinds", "heads", "of", "this", "instruments", "policies", "linking", "small"}
            | {"open", "going_on", "about", "first", "label", "fields", "standards"}
        ),
        "versions": frozenset(
            {"parts", "editions", "stages", "dated", "date_leads", "numbered", "collected", "announced"}
            | {"counted", "leading", "before", "year_leads"}
        ),
        "annexes": frozenset({"words", "pictures"}),
        "contents": frozenset({"words", "listing"}),
        "site": frozenset(
            {"alone", "begins", "certain", "home", "menu", "counters", "owners", "near", "near_begins"}
            | {"related", "rights", "pages", "page_of", "inside", "sheets", "sheets_of"}
        ),
        "signing": frozenset(
            {"contact", "signed", "label", "seals", "stamps", "copied", "roles", "offices", "bodies"}
        ),
        "eras": frozenset({"names"}),
        # the heads of columns in tables of old and new wording; what stands there in the place of a text
        "comparison_table": frozenset({"old", "new", "notes", "absent", "same"}),
    }
)
"""every section with the names of its lists"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """One list of a language file, with what shows it."""

    words: tuple[str, ...] = ()
    """in the order of the file; words that say the same are joined by a stroke: premier/première"""
    values: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """words with the numbers that they stand for"""
    share: tuple[int, int] | None = None
    """the fraction for which the words stand: (1, 3)"""
    example: str
    counter_example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Words by which clauses are numbered."""

    schemes: tuple[str, ...]
    """names of the schemes to which the words belong"""
    words: tuple[str, ...]
    """as printed at the head of a clause, with a capital where the language writes one"""
    example: str
    counter_example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """An alphabet by which items count."""

    like: str
    """the scheme in Latin letters whose form and place it has: `a)`, `(a)`"""
    letters: tuple[str, ...]
    example: str
    counter_example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What is known of one language."""

    tag: str
    """BCP 47"""
    name: str
    script: str = ""
    """Unicode's name of a script that is mostly this language's; empty where words must tell"""
    mixed_with: tuple[str, ...] = ()
    """languages whose terms stand in texts of this one"""
    spaced_thousands: bool = False
    """numbers are written in groups of three digits, 5 000, without a sign between"""
    example: str
    """a sentence whose language can be told"""
    lists: Mapping[str, Mapping[str, WordList]]
    """section → name → list"""
    numbering: tuple[Numbering, ...] = ()
    letters: tuple[Letters, ...] = ()

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """Return the words of a list; none where the file has no such list."""
        found = self.lists.get(section, {}).get(name)
        return found.words if found else ()


def split_forms(text: str) -> tuple[str, ...]:
    """Read words parted by spaces, or phrases parted by semicolons."""
    return tuple(filter(None, (" ".join(part.split()) for part in text.split(";" if ";" in text else None))))


def check_table(table: Mapping[str, Any], known: Mapping[str, type], place: str) -> Mapping[str, Any]:
    """Return a table all of whose keys are known and have the right type.

    Raises:
        ValueError: naming file and table, if a key is unknown, has another type, or no example is given.
    """
    if unknown := sorted(table.keys() - known.keys()):
        raise ValueError(f"{place}: unknown key {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    for key, value in table.items():
        if not isinstance(value, known[key]):
            raise ValueError(f"{place}: {key} must be of type {known[key].__name__}")  # noqa: TRY004 - a file's fault
    if not table.get("example"):
        raise ValueError(f"{place}: give an example, a sentence of your own that shows it")
    return table


LIST = {"words": str, "values": dict, "share": list, "example": str, "counter_example": str}
NUMBERING = {"schemes": list, "words": str, "example": str, "counter_example": str}
LETTERS = {"like": str, "letters": str, "example": str, "counter_example": str}
HEAD = {"name": str, "script": str, "mixed_with": str, "spaced_thousands": bool, "example": str}


def read_word_list(table: Mapping[str, Any], place: str) -> WordList:
    """Read one list."""
    found = check_table(table, LIST, place)
    if not found.get("words") and not found.get("values"):
        raise ValueError(f"{place}: give words, or values (words with numbers)")
    share = found.get("share")
    if share is not None and not (len(share) == 2 and all(isinstance(part, int) for part in share)):  # noqa: PLR2004 - a fraction
        raise ValueError(f"{place}: share must be two whole numbers, as in [1, 3]")
    return WordList(
        words=split_forms(found.get("words", "")),
        values=MappingProxyType(dict(found.get("values", {}))),
        share=None if share is None else (share[0], share[1]),
        example=found["example"],
        counter_example=found.get("counter_example", ""),
    )


def read_section(name: str, tables: object, place: str) -> Mapping[str, WordList]:
    """Read one section: its lists by name."""
    if name not in SECTIONS or not isinstance(tables, dict):
        raise ValueError(f"{place}: unknown section [{name}]; known are {', '.join(sorted(SECTIONS))}")
    allowed = SECTIONS[name]
    for key in tables:
        if allowed is not OPEN and key not in allowed:
            known = ", ".join(sorted(allowed))
            raise ValueError(f"{place}: [{name}.{key}] is unknown; lists of {name} are {known}")
    lists = {key: read_word_list(table, f"{place}: [{name}.{key}]") for key, table in tables.items()}
    return MappingProxyType(lists)


def read_language(tag: str, text: str) -> Language:
    """Read the text of a language file.

    Raises:
        ValueError: naming the file and the table, and saying what to do.
    """
    return make_language(tag, parse_tables(f"{tag}.toml", text))


def parse_tables(name: str, text: str) -> dict[str, Any]:
    """Read the tables of a file.

    Raises:
        ValueError: naming the file, if it is no TOML.
    """
    import tomllib  # noqa: PLC0415 - most runs find the tables as they were kept

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: {error}") from error


@cache
def read_all_tables() -> Mapping[str, dict[str, Any]]:
    """Return the tables of every file of the folder by the files' names, in their order.

    Kept beside the program's bytecode as long as no file changes: to parse them takes a fifth of a second.
    """
    names = sorted(one.name for one in FOLDER.iterdir() if one.name.endswith(".toml"))
    texts = {name: (FOLDER / name).read_bytes() for name in names}
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"\0{name}\0{len(text)}\0".encode() + text)
    kept = read_kept(KEPT, digest.digest())
    if isinstance(kept, dict):
        return kept
    tables = {name: parse_tables(name, text.decode("utf-8")) for name, text in texts.items()}
    keep_beside_code(KEPT, digest.digest(), tables)
    return tables


def make_language(tag: str, whole: dict[str, Any]) -> Language:
    """Make a language of the tables of its file.

    Raises:
        ValueError: naming the file and the table, and saying what to do.
    """
    place = f"{tag}.toml"
    whole = dict(whole)
    tables = {key: whole.pop(key, []) for key in ("numbering", "letters")}
    head = check_table({key: value for key, value in whole.items() if key in HEAD}, HEAD, place)
    if not head.get("name"):
        raise ValueError(f'{place}: give the name of the language in English, as name = "Greek"')
    rows = [check_table(row, NUMBERING, f"{place}: [[numbering]]") for row in tables["numbering"]]
    alphabets = [check_table(row, LETTERS, f"{place}: [[letters]]") for row in tables["letters"]]
    return Language(
        tag=tag,
        name=head["name"],
        script=head.get("script", ""),
        mixed_with=split_forms(head.get("mixed_with", "")),
        spaced_thousands=head.get("spaced_thousands", False),
        example=head["example"],
        lists=MappingProxyType(
            {key: read_section(key, value, place) for key, value in whole.items() if key not in HEAD}
        ),
        numbering=tuple(
            Numbering(**{**row, "schemes": tuple(row["schemes"]), "words": split_forms(row["words"])})
            for row in rows
        ),
        letters=tuple(Letters(**{**row, "letters": split_forms(row["letters"])}) for row in alphabets),
    )


@cache
def load_languages() -> Mapping[str, Language]:
    """Return all languages by their tags, in the order of the tags."""
    tables = {name.removesuffix(".toml"): each for name, each in read_all_tables().items()}
    return MappingProxyType(
        {tag: make_language(tag, each) for tag, each in tables.items() if tag != SCHEMES_FILE}
    )


@cache
def index_lists() -> Mapping[tuple[str, str], tuple[WordList, ...]]:
    """Return by section and name the lists of all languages, in the order of the tags.

    Hundreds of lists are asked for while the program starts: one walk through the languages finds them all.
    """
    found: dict[tuple[str, str], tuple[WordList, ...]] = {}
    for language in load_languages().values():
        for section, lists in language.lists.items():
            for name, words in lists.items():
                found[section, name] = (*found.get((section, name), ()), words)
    return found


def lists_of(section_name: str, name: str) -> tuple[WordList, ...]:
    """Return the lists of one name in all languages."""
    return index_lists().get((section_name, name), ())


def words_of(section_name: str, name: str) -> tuple[str, ...]:
    """Return the words of one list in all languages, each once."""
    return tuple(dict.fromkeys(word for found in lists_of(section_name, name) for word in found.words))
