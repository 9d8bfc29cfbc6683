"""Pieces of which the patterns of the schemes are made; all are for the folded view."""

from hexapla.segmentation.mark_numbers import AFTER_WORD, BEFORE_WORD, SUCCESSORS
from hexapla.text.numerals import ROMANCE_ORDINALS

__all__ = [
    "CODE",
    "GAP",
    "HAN",
    "INSERTED",
    "LATIN",
    "MISREAD_NUMERALS",
    "REPEALED_WORDS",
    "ROMAN",
    "WORDS",
    "S",
    "decimal_pattern",
    "korean_pattern",
    "leading_ordinal_pattern",
    "mismatched_bracket_pattern",
    "misprint_pattern",
    "ordinal_clause_pattern",
    "ordinal_pattern",
    "repealed_range_pattern",
    "word_pattern",
]

S = r"[ \x1f]"
HEADING_ORDINALS = tuple(
    word.capitalize()
    for row in ROMANCE_ORDINALS
    for word in row.split("|")
    if word.endswith(("a", "o", "me", "ère"))
)
REPEALED_WORDS = (
    "deleted|repealed|omitted|reserved|revoked|spent|weggefallen|aufgehoben|gegenstands?los|"
    "abrogé|supprimé|derogado|suprimido"
)
"""what is said in place of the text of a clause that was taken out"""
LATIN = "[A-Za-z]{3}"
"""what a text with marks of words in Latin letters has"""
LOOK_ALIKES = {"l": "[l1I|]", "i": "[i1l]", "e": "[ec]", "o": "[o0]", "O": "[O0]", "I": "[I1l]", "c": "[ce]"}
GAP = r"[ \x1f\n]{0,3}"
HAN = "〇零○一二三四五六七八九十百千两壹贰貳貮叁參叄肆伍陆陸柒捌玖拾佰0-9"
MISREAD_NUMERALS = "—ー―‐OoΟニ入土士ハ+"
NUM = rf"[{HAN}{MISREAD_NUMERALS}](?:[ \x1f\n]{{0,2}}[{HAN}{MISREAD_NUMERALS}-]){{0,8}}"
ROMAN = r"[IVXLC]{1,7}(?:er|re|ER)?(?![A-Za-z])"
INSERTED = (
    rf"°?(?:[ -]?(?i:{'|'.join(SUCCESSORS)})(?![A-Za-z]|[ \x1f]+[\d§])|-[A-Z]|[A-HJ-NP-Za-z])?(?![A-Za-z\d])"
)
"""what is added to the number of a clause that came in later; German `§ 4 bis 6` is a range"""
CODE = rf"\d{{1,5}}(?:[-.:]\d{{1,4}}){{0,5}}{INSERTED}"
WORDS = rf"(?:(?:the|The|THE){S})?(?:{'|'.join(AFTER_WORD)})(?![A-Za-zÀ-ÿ])"


def ordinal_pattern(signs: str) -> str:
    """Write the pattern of 第…条 for the given class signs, 之一 included; 笫 and 弟 are misread 第."""
    return (
        rf"(?P<m>[第笫弟]{GAP}(?P<n>{NUM}){GAP}(?:{signs})(?P<sub>{GAP}[之の]{GAP}[{HAN}]{{1,3}}"
        rf"(?![{HAN}]|[^ "
        rf"\x1f\n第]?[倍一]))?)[ \x1f]*[:.、]?"
    )


def word_pattern(words: str, number: str, after: str = r"\.?") -> str:
    """Write the pattern of a word with a number: the word capitalised or in capitals, never small."""
    forms = "|".join(form for one in words.split() for form in dict.fromkeys((one, one.upper())))
    return rf"(?P<m>(?:{forms}){S}{{0,3}}\n?{S}{{0,3}}(?P<n>{number}){after})[ \x1f]*[:–—-]?"


def ordinal_clause_pattern() -> str:
    """Write the pattern of clauses that are called by an ordinal alone: `PRIMERA.-`, `Segunda.`."""
    forms = "|".join(form for one in HEADING_ORDINALS for form in (one.upper(), one))
    return rf"(?P<m>(?P<n>{forms})(?:\.?{S}?[–—-]|\.|:))(?=[ \x1f\n])"


def repealed_range_pattern(words: str) -> str:
    """Write the pattern of a run of numbers that were taken out: `§§ 36 bis 41 (weggefallen)`."""
    return (
        rf"(?P<m>(?:{words}){S}{{0,3}}(?P<n>{CODE}){S}(?:bis|und|to|and|à|et|–|-){S}(?:(?:{words}){S}{{0,3}})?"
        rf"(?P<to>{CODE}))(?={S}{{0,3}}(?:\(?(?i:{REPEALED_WORDS}|Änderungs|Aufhebung)|[–—-]?{S}*\n|{S}(?:{words}){S}?\d))"
    )


def leading_ordinal_pattern(words: str) -> str:
    """Write the pattern of an ordinal before its word, alone on its line or before a heading."""
    ordinals = "|".join(form for one in BEFORE_WORD for form in (one, one.upper()))
    forms = "|".join(form for one in words.split() for form in (one, one.lower(), one.upper()))
    return (
        rf"(?P<m>(?P<n>{ordinals}){S}(?:{forms})(?![A-Za-zÀ-ÿ]))[ \x1f]*[:.–—-]?(?=[ \x1f]*(?:\n|[A-ZÀ-Þ]|$))"
    )


def misprint_pattern(words: str) -> str:
    """Write the pattern of a word with a number of which at least one letter or digit is a look-alike."""
    forms = "|".join(
        "".join(LOOK_ALIKES.get(char, char) for char in form)
        for one in words.split()
        for form in (one, one.upper())
    )
    sound = "|".join(form for one in words.split() for form in (one, one.upper()))
    number = r"[\dlIOSZB]{1,5}(?![\w])"
    whole = rf"(?:{sound}){S}{{1,3}}(?:\d+|[IVXLC]+)(?!\w)"
    return rf"(?P<m>(?!{whole})(?:{forms}){S}{{1,3}}(?P<n>{number})\.?)[ \x1f]*[:–—-]?(?=[ \x1f\n])"


def mismatched_bracket_pattern(number: str) -> str:
    """Write the pattern of a number in brackets of which one was misread: （二〉."""
    return (
        rf"(?P<m>(?:\({GAP}(?={number}{GAP}[〉》>\]}}〕])|[〈《<\[{{〔]{GAP}(?={number}{GAP}\)))"
        rf"(?P<n>{number}){GAP}[)〉》>\]}}〕])"
    )


def korean_pattern(signs: str) -> str:
    """Write the pattern of 제…조, with its inserted 제2조의2."""
    return rf"(?P<m>제{S}?(?P<n>\d{{1,4}}){S}?(?:{signs})(?P<sub>의{S}?\d{{1,2}})?)"


def decimal_pattern(points: int) -> str:
    """Write the pattern of 1.1, 1.1.1 … with so many points inside."""
    return (
        rf"(?P<m>(?P<n>[1-9](?<![\d§A-Za-z-]\d)(?<!\d\.\d)"
        rf"\d{{0,2}}(?!\.00(?!\d))(?:\.\d{{1,3}}){{{points}}})(?!\.?\d)\.?)(?=[ "
        rf"\x1f\n\u2e80-\uffef])"
    )
