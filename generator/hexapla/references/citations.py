"""Find and parse references: 第四十二条第二款, Section 5(a), § 3 Abs. 2, 제3조제2항, 前条."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.text.numerals import (
    HAN_NUMERALS,
    KOREAN_ARTICLE,
    LATIN_ADVERB,
    LEVELS,
    digits_of,
    reference_label,
)

HAN = f"[{HAN_NUMERALS}]{{1,12}}"
NUMBER = rf"(?:{HAN}|[0-9０-９]{{1,5}})"
ARTICLE = rf"第\s?{NUMBER}(?:-[0-9]{{1,3}})?\s?[条條](?:之{HAN}|の{HAN})?"
BELOW = rf"第\s?{NUMBER}\s?[款項项目号號]|第[（(]{NUMBER}[）)][项項]"
HAN_CITATION = compile_lazily_with_properties(
    rf"(?P<top>{ARTICLE})(?P<below>(?:{BELOW}){{0,4}})|(?P<division>第\s?{NUMBER}\s?[章编編节節])"
    rf"|(?P<own>(?:本[条條])?(?:{BELOW}){{1,4}})|(?P<before>前[条條])(?:{BELOW}){{0,4}}|(?P<above>前[款項])"
)
KOREAN_CITATION = compile_lazily_with_properties(
    rf"(?P<top>{KOREAN_ARTICLE})(?P<below>(?:\s?제[0-9]{{1,3}}[항호]){{0,3}})"
)
KOREAN_STEP = compile_lazily_with_properties(r"제([0-9]{1,3})([항호])")
HAN_STEP = compile_lazily_with_properties(rf"[（(]?({NUMBER})[）)]?\s?([款項项目号號])")

KINDS = ("unit", "own", "chapter", "part")
WORDS = {"§": "unit", "§§": "unit"} | {
    word.lower(): kind for kind in KINDS for word in words_of("references", kind)
}
"""what a word before a number cites: a clause by which one cites, a part of the clause itself, a division"""
ROMAN = r"(?-i:[IVXLC]{1,8})(?![\w’'])"
STEPS = r"(?:\([0-9A-Za-z]{1,5}\))"
INSERTED = rf"(?:[ \u00a0-]?{LATIN_ADVERB}|-?[a-z](?![a-z])|[a-z]{{2}}(?![a-z])|[a-z])?"
LABEL = (
    rf"[0-9]{{1,5}}{INSERTED}(?:\.[0-9]{{1,4}}){{0,6}}(?:-[0-9]{{1,4}}(?![.0-9]))?{STEPS}{{0,6}}"
    rf"|{STEPS}{{1,6}}"
)
JOINT = r", ?| and | or | to | und | oder | bis | et | ou "
LATIN_CITATION = compile_lazily_with_properties(
    rf"(?<![\w§])(?P<word>{'|'.join(regex.escape(word) for word in sorted(WORDS, key=len, reverse=True))})"
    rf"[ \u00a0]?(?P<labels>(?:{LABEL})(?:(?:{JOINT})(?:{LABEL})){{0,12}}"
    rf"|(?<=(?-i:\p{{Lu}})\w{{1,7}}\.?[ \u00a0]){ROMAN})"
    r"(?P<absatz>(?:[ \u00a0](?:Abs\.|Absatz) [0-9]{1,3})?(?: (?:Satz|S\.) [0-9]{1,2})?"
    r"(?: (?:Nr\.|Nummer) [0-9]{1,3})?(?: (?:Buchst\.|Buchstabe|lit\.) [a-z]\b)?)",
    regex.IGNORECASE,
)
EACH = compile_lazily_with_properties(rf"{LABEL}|{ROMAN}", regex.IGNORECASE)
STEP = compile_lazily_with_properties(
    r"\(([0-9A-Za-z]{1,5})\)|(?:Abs\.|Absatz) ([0-9]{1,3})"
    r"|(?:Nr\.|Nummer|Buchst\.|Buchstabe|lit\.) ([0-9]{1,3}|[a-z]\b)"
)

ROMAN_ONLY = compile_lazily_with_properties(r"[IVXLC]{1,8}")
TRADITIONAL = compile_lazily_with_properties(r"[條項]")
CONTEXT_LENGTH = 40
"""characters looked at before and after a reference for the name of another text"""
INSTRUMENTS = words_of("titles", "instruments")
"""what a reference calls the text into which it leads"""


def write_names(test: str) -> str:
    """Write an alternation of the instruments' names that match a pattern; a dash before one is left out."""
    return write_alternation(
        word.removeprefix("-") for word in INSTRUMENTS if regex.match(test, word.removeprefix("-"))
    )


HAN_NAMES = write_names(r"\p{Han}")
NAMES = write_names(r"\p{Lu}")
SMALL_NAMES = write_names(r"\p{Latin}")
COMPOUND_ENDS = write_alternation(word[1:] for word in INSTRUMENTS if word.startswith("-"))
OTHER_BEFORE = compile_lazily_with_properties(
    rf"(?:》|(?<![本该該此依合违違立司守执執普])法|(?<!本)(?:{HAN_NAMES}))$"
)
THIS_BEFORE = compile_lazily_with_properties(
    rf"(?:[本该該此]|{write_alternation(words_of('titles', 'this'))})"
    rf"(?:(?P<kind>法)|\p{{Han}}{{0,6}}(?P<kind>{HAN_NAMES}))$"
)
LATIN_BEFORE = compile_lazily_with_properties(
    r"(?:U\. ?S\. ?C\.|C\. ?F\. ?R\.|\bUSC|\bCFR"
    rf"|(?<!\b[Tt]his )(?<!\b[Tt]he )\b(?:{NAMES})(?: (?:of )?[0-9]{{4}})?,?"
    rf"|\b(?:{NAMES}) (?:\([A-Z]{{2,4}}\) )?(?:No\.? ?)?[0-9]{{2,4}}/[0-9/]{{1,8}},?)$"
)
KOREAN_NAMES = write_names(r"\p{Hangul}")
KOREAN_BEFORE = compile_lazily_with_properties(rf"(?:」|(?<!이 )(?:{KOREAN_NAMES}))$")
KOREAN_THIS = compile_lazily_with_properties(rf"이 (?:{KOREAN_NAMES}|영|규칙)$")
CHAINED = compile_lazily_with_properties(r"[、,，和与與及或至到]{1,2}")
OTHER_AFTER = compile_lazily_with_properties(
    r"[ ,]{0,2}(?:of (?!this\b|these\b|the present\b)(?:the )?(?:[A-Z][\w’'-]* ){0,6}"
    rf"(?:{NAMES})\b"
    r"|of (?:the |that )?(?:[Ss]chedule|[Aa]nnex|[Aa]ppendix|[Ss]ection|[Aa]rticle|[Rr]ule|[Pp]art) "
    r"|of (?:that|the said|the former|the same) (?:Act|Code|Law|Article|Section|section|article)\b"
    r"|of (?:the )?[A-Z][A-Za-z]{0,8}[A-Z]\b"
    rf"|(?:des|der) (?:{NAMES})\b"
    rf"|(?:des|der) (?!vorliegenden)[A-ZÄÖÜ]\w*(?:{COMPOUND_ENDS})\w*"
    r"|(?!Abs\b|Nr\b|Satz\b)[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,8}[A-Z]\b"
    rf"|(?:du|de la) (?:{SMALL_NAMES})\b)"
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
    named: str | None = None
    """what the text calls itself before the number: 法 in 本法第三条"""


def parse_han_steps(text: str, *, traditional: bool = False) -> tuple[tuple[str, str], ...]:
    """Read 第二款第（三）项; traditional and Japanese texts count 項 and then 款 or 号."""
    kinds = {"款": "item" if traditional else "paragraph", "項": "paragraph", "目": "subitem"}
    return tuple((kinds.get(kind, "item"), digits_of(number)) for number, kind in HAN_STEP.findall(text))


def is_external(text: str, start: int, end: int, last: Citation | None) -> bool:
    """Tell whether a reference leads into another text, named before, after, or at the head of a chain."""
    before = text[max(0, start - CONTEXT_LENGTH) : start].rstrip(" 的之")
    if THIS_BEFORE.search(before) or KOREAN_THIS.search(before):
        return False
    named = OTHER_BEFORE.search(before) or LATIN_BEFORE.search(before) or KOREAN_BEFORE.search(before)
    if named or OTHER_AFTER.match(text, end):
        return True
    return bool(last and last.external and CHAINED.fullmatch(text[last.end : start]))


def inherit_steps(last: Citation, below: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Read 、第三款 after 第十条第一款: the steps above it are those of the one before."""
    kinds = [kind for kind, _ in last.below]
    first = below[0][0]
    return (*last.below[: kinds.index(first) if first in kinds else len(kinds)], *below)


def find_han_citations(text: str) -> Iterator[Citation]:
    """Find references of Han scripts."""
    last: Citation | None = None
    traditional = bool(TRADITIONAL.search(text))
    for found in HAN_CITATION.finditer(text):
        kind, printed = found.lastgroup or "", found[0]
        head = last if last and CHAINED.fullmatch(text[last.end : found.start()]) else None
        name: str | None = None
        below: tuple[tuple[str, str], ...] = ()
        if found["top"]:
            kind, name = "unit", reference_label(found["top"])
            below = parse_han_steps(found["below"], traditional=traditional)
        elif found["division"]:
            kind, name = printed[-1], reference_label(printed)
        elif found["before"]:
            below = parse_han_steps(printed, traditional=traditional)
        elif found["own"]:
            kind, below = "own", parse_han_steps(printed, traditional=traditional)
            if head and head.kind in ("unit", "own") and printed[0] == "第":
                kind, name, below = head.kind, head.label, inherit_steps(head, below)
        itself = THIS_BEFORE.search(text[max(0, found.start() - CONTEXT_LENGTH) : found.start()])
        last = Citation(
            start=found.start(),
            end=found.end(),
            printed=printed,
            kind=kind,
            label=name,
            below=below,
            external=is_external(text, found.start(), found.end(), last),
            named=itself["kind"] if itself else head.named if head else None,
        )
        yield last


def find_korean_citations(text: str) -> Iterator[Citation]:
    """Find references of Korean texts: 제3조제2항제1호."""
    last: Citation | None = None
    kinds = {"항": "paragraph", "호": "item"}
    for found in KOREAN_CITATION.finditer(text):
        last = Citation(
            start=found.start(),
            end=found.end(),
            printed=found[0],
            kind="unit",
            label=reference_label(found["top"]),
            below=tuple((kinds[kind], number) for number, kind in KOREAN_STEP.findall(found["below"])),
            external=is_external(text, found.start(), found.end(), last),
        )
        yield last


def find_latin_citations(text: str) -> Iterator[Citation]:
    """Find references of alphabetic scripts: one for each number in a chain."""
    for found in LATIN_CITATION.finditer(text):
        kind = WORDS[found["word"].lower()]
        outside = is_external(text, found.start(), found.end(), None)
        parts = list(EACH.finditer(text, found.start("labels"), found.end("labels")))
        for index, part in enumerate(parts):
            tail = found["absatz"] if index == len(parts) - 1 else ""
            steps = tuple(
                ("paragraph" if paragraph else "item", (paragraph or bracketed or lettered).lower())
                for bracketed, paragraph, lettered in STEP.findall(part[0] + tail)
            )
            top = LEVELS.match(part[0]) or ROMAN_ONLY.fullmatch(part[0])
            if not top and found["word"].lower() == "regulation":
                continue  # Regulation (EU): a name
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


def find_citations(text: str) -> tuple[Citation, ...]:
    """Find the references of a text, in order. Time is linear in its length."""
    found = (*find_han_citations(text), *find_latin_citations(text), *find_korean_citations(text))
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))
