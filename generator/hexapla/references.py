"""References inside a text: 第四十二条第二款, Section 5(a), § 3 Abs. 2, 前条. Find, parse, resolve.

A reference is resolved against the clauses of its own version. Where it leads to another text, or where
the version's numbering allows no answer, nothing is claimed: a wrong warning costs more than a missed one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import regex

from hexapla.model import Clause, Role, Version
from hexapla.text import numeral

__all__ = ["Citation", "Outcome", "Register", "Resolution", "find", "label", "register", "resolve"]

HAN = "[零〇○一二三四五六七八九十百千万萬两兩]{1,12}"
NUMBER = rf"(?:{HAN}|[0-9０-９]{{1,5}})"
ARTICLE = rf"第\s?{NUMBER}(?:-[0-9]{{1,3}})?\s?[条條](?:之{HAN}|の{HAN})?"
BELOW = rf"第\s?{NUMBER}\s?[款項项目号號]|第[（(]{NUMBER}[）)][项項]"
HAN_CITATION = regex.compile(
    rf"(?P<top>{ARTICLE})(?P<below>(?:{BELOW}){{0,4}})|(?P<division>第\s?{NUMBER}\s?[章编編节節])"
    rf"|(?P<own>(?:本[条條])?(?:{BELOW}){{1,4}})|(?P<before>前[条條])"
)
HAN_STEP = regex.compile(rf"[（(]?({NUMBER})[）)]?\s?([款項项目号號])")
HAN_NUMBER = regex.compile(rf"{HAN}|[0-9０-９]{{1,5}}")

WORDS = {
    "section": "unit", "sections": "unit", "article": "unit", "articles": "unit", "clause": "unit",
    "clauses": "unit", "rule": "unit", "rules": "unit", "bylaw": "unit", "bylaws": "unit",
    "regulation": "unit", "artikel": "unit", "art.": "unit", "§": "unit", "§§": "unit",
    "subsection": "own", "paragraph": "own", "absatz": "own", "abs.": "own",
    "chapter": "chapter", "part": "part", "kapitel": "chapter", "teil": "part", "chapitre": "chapter",
}  # fmt: skip
"""what a word before a number cites: a clause by which one cites, a part of the clause itself, a division"""
LABEL = r"[0-9]{1,5}[a-z]?(?:[.-][0-9]{1,4}){0,6}(?:\([0-9A-Za-z]{1,5}\)){0,6}|(?:\([0-9A-Za-z]{1,5}\)){1,6}"
JOINT = r", ?| and | or | to | und | oder | bis | et | ou "
LATIN_CITATION = regex.compile(
    rf"(?<![\w§])(?P<word>{'|'.join(regex.escape(word) for word in sorted(WORDS, key=len, reverse=True))})"
    rf"[ \u00a0]?(?P<labels>(?:{LABEL})(?:(?:{JOINT})(?:{LABEL})){{0,12}})"
    r"(?P<absatz>(?: (?:Abs\.|Absatz) [0-9]{1,3})?(?: (?:Nr\.|Nummer) [0-9]{1,3})?)",
    regex.IGNORECASE,
)
EACH = regex.compile(LABEL, regex.IGNORECASE)
STEP = regex.compile(r"\(([0-9A-Za-z]{1,5})\)|(?:Abs\.|Absatz|Nr\.|Nummer) ([0-9]{1,3})")
PLAIN = regex.compile(r"[0-9]{1,5}[a-z]?(?:[.-][0-9]{1,4}){0,6}", regex.IGNORECASE)

LOOK = 40
"""characters looked at before and after a reference for the name of another text"""
OTHER_BEFORE = regex.compile(
    r"(?:》|(?<![本该該此依合违違立司守执執普])法|法典|(?<!本)(?:条例|條例|办法|辦法|规定|規定|规则|規則|细则|細則|章程|公约|公約|协定|協定|憲法|宪法))$"
)
THIS_BEFORE = regex.compile(
    r"(?:本|该|該|此|この)(?:法|\p{Han}{0,6}(?:条例|條例|办法|辦法|规定|規定|规则|規則|细则|細則|章程|公约|公約))$"
)
CHAINED = regex.compile(r"[、,，和与與及或至到]{1,2}")
OTHER_AFTER = regex.compile(
    r"[ ,]{0,2}(?:of (?!this\b|these\b|the present\b)(?:the )?(?:[A-Z][\w’'-]* ){0,6}"
    r"(?:Act|Code|Law|Statute|Regulations?|Convention|Directive|Constitution|Treaty|Ordinance)\b"
    r"|(?:des|der) (?!vorliegenden)[A-ZÄÖÜ]\w*(?:gesetz|ordnung|buch|verfassung)\w*"
    r"|(?!Abs\b|Nr\b|Satz\b)[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,8}[A-Z]\b|(?:du [Cc]ode|de la [Ll]oi)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference at its place in a text."""

    start: int
    end: int
    printed: str
    kind: str
    """unit, chapter, part …; own: a part of the clause in which it stands; before: the unit before it"""
    label: str | None
    """folded number: 42, 20-1, 4.2"""
    below: tuple[tuple[str, str], ...] = ()
    """(kind, number) of the steps below: paragraph (款, Abs.), item (项, (a))"""
    external: bool = False
    """it leads into another text"""


class Outcome(StrEnum):
    """What became of a reference."""

    FOUND = "found"
    MISSING = "missing"
    """the version has such numbers, and this one is not among them"""
    UNKNOWN = "unknown"
    """external, ambiguous, or of a kind that this version does not number"""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a reference leads."""

    outcome: Outcome
    clause: str | None = None
    """id of the clause, or of the nearest one above it that is known"""


def digits(text: str) -> str:
    """Write a printed number in digits."""
    value = numeral(text)
    return text if value is None else str(value)


def label(printed: str) -> str:
    """Fold a printed clause number for looking up: 第二十条之一 → 20-1, Section 5. → 5, (a) → a."""
    numbers = HAN_NUMBER.findall(printed)
    if "第" in printed and numbers:
        return "-".join(digits(number) for number in numbers)
    plain = PLAIN.search(printed)
    if plain:
        return plain[0].lower()
    inner = regex.search(rf"{HAN}|[A-Za-z]{{1,5}}(?=\W*$)", printed)
    return digits(inner[0]).lower() if inner else printed.strip()


def han_steps(text: str) -> tuple[tuple[str, str], ...]:
    """Read 第二款第（三）项."""
    kinds = {"款": "paragraph", "目": "subitem"}
    return tuple((kinds.get(kind, "item"), digits(number)) for number, kind in HAN_STEP.findall(text))


def leads_out(text: str, start: int, end: int, last: Citation | None) -> bool:
    """Tell whether a reference leads into another text, named before, after, or at the head of a chain."""
    before = text[max(0, start - LOOK) : start].rstrip(" 的之")
    if THIS_BEFORE.search(before):
        return False
    if OTHER_BEFORE.search(before) or OTHER_AFTER.match(text, end):
        return True
    return bool(last and last.external and CHAINED.fullmatch(text[last.end : start]))


def han_citations(text: str) -> Iterator[Citation]:
    """Find references of Han scripts."""
    last: Citation | None = None
    for found in HAN_CITATION.finditer(text):
        kind, printed = found.lastgroup or "", found[0]
        if found["top"]:
            kind, name, below = "unit", label(found["top"]), han_steps(found["below"])
        elif found["division"]:
            kind, name, below = printed[-1], label(printed), ()
        else:
            kind = "before" if found["before"] else "own"
            name, below = None, han_steps(printed)
        last = Citation(
            start=found.start(),
            end=found.end(),
            printed=printed,
            kind=kind,
            label=name,
            below=below,
            external=leads_out(text, found.start(), found.end(), last),
        )
        yield last


def latin_citations(text: str) -> Iterator[Citation]:
    """Find references of alphabetic scripts: one for each number in a chain."""
    for found in LATIN_CITATION.finditer(text):
        kind = WORDS[found["word"].lower()]
        outside = leads_out(text, found.start(), found.end(), None)
        parts = list(EACH.finditer(text, found.start("labels"), found.end("labels")))
        for index, part in enumerate(parts):
            tail = found["absatz"] if index == len(parts) - 1 else ""
            steps = tuple(
                ("paragraph" if german else "item", (german or bracketed).lower())
                for bracketed, german in STEP.findall(part[0] + tail)
            )
            top = PLAIN.match(part[0])
            start = found.start() if not index else part.start()
            end = part.end() + len(tail)
            yield Citation(
                start=start,
                end=end,
                printed=text[start:end],
                kind=kind if top else "own",
                label=top[0].lower() if top else None,
                below=steps,
                external=outside,
            )


def find(text: str) -> tuple[Citation, ...]:
    """Find the references of a text, in order. Time is linear in its length."""
    found = (*han_citations(text), *latin_citations(text))
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))


# ---------------------------------------------------------------- resolving

ENOUGH = 3
"""numbered units from which a missing number means something"""
DIVISION = regex.compile(r"[章编編节節]|(?i:chapter|part|kapitel|teil|chapitre)")
SAME_DIVISION = {"編": "编", "節": "节", "kapitel": "chapter", "chapitre": "chapter", "teil": "part"}


@dataclass(frozen=True, slots=True)
class Register:
    """A version's clauses by number."""

    units: Mapping[str, tuple[str, ...]]
    """label → ids of the units that carry it"""
    divisions: Mapping[tuple[str, str], tuple[str, ...]]
    """(章, label) → ids"""
    below: Mapping[str, tuple[Clause, ...]]
    """unit id → its parts"""
    before: Mapping[str, str]
    """unit id → id of the unit before it"""


def register(version: Version) -> Register:
    """Enter a version's clauses."""
    units: dict[str, list[str]] = {}
    divisions: dict[tuple[str, str], list[str]] = {}
    below: dict[str, list[Clause]] = {}
    before: dict[str, str] = {}
    last: str | None = None
    for clause in version.clauses:
        if clause.role is Role.DIVISION:
            kind = DIVISION.search(clause.number or "")
            if kind and clause.number:
                name = SAME_DIVISION.get(kind[0].lower(), kind[0].lower())
                divisions.setdefault((name, label(clause.number)), []).append(clause.id)
        elif clause.role is Role.UNIT or last is None:
            below[clause.id] = []
            if clause.number:
                units.setdefault(label(clause.number), []).append(clause.id)
                if last is not None:
                    before[clause.id] = last
                last = clause.id
            else:
                last = last or clause.id
        else:
            below.setdefault(last, []).append(clause)
    return Register(
        {name: tuple(ids) for name, ids in units.items()},
        {name: tuple(ids) for name, ids in divisions.items()},
        {name: tuple(parts) for name, parts in below.items()},
        before,
    )


def descend(unit: str, citation: Citation, entries: Register) -> Resolution:
    """Follow the steps below a unit as far as its parts are numbered."""
    parts = entries.below.get(unit, ())
    found = Resolution(Outcome.FOUND, unit)
    for kind, number in citation.below:
        if kind == "paragraph":
            continue  # paragraphs are counted, not numbered; that a text shows them all is not certain
        names = {label(part.number): part.id for part in parts if part.number}
        if number in names:
            found = Resolution(Outcome.FOUND, names[number])
        elif len(names) >= ENOUGH:
            return Resolution(Outcome.MISSING, unit)
    return found


def resolve(citation: Citation, unit: str, entries: Register) -> Resolution:
    """Say where a reference that stands in `unit` leads.

    Post-conditions:
        1. found: the clause is one of the version's.
        2. missing: the version numbers enough clauses of this kind, and none carries this number.
        3. unknown: no claim is made.
    """
    unknown = Resolution(Outcome.UNKNOWN)
    if citation.external:
        return unknown
    if citation.kind == "own":
        return descend(unit, citation, entries) if unit in entries.below else unknown
    if citation.kind == "before":
        above = entries.before.get(unit)
        return Resolution(Outcome.FOUND, above) if above else unknown
    name = citation.label or ""
    if citation.kind == "unit":
        ids, known = entries.units.get(name, ()), len(entries.units)
    else:
        kind = SAME_DIVISION.get(citation.kind, citation.kind)
        ids = entries.divisions.get((kind, name), ())
        known = sum(division == kind for division, _ in entries.divisions)
    if len(ids) == 1:
        return descend(ids[0], citation, entries)
    return Resolution(Outcome.MISSING) if not ids and known >= ENOUGH else unknown
