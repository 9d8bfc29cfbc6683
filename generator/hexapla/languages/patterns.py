r"""Patterns of numbering schemes, for the folded view: pieces and shapes of which `schemes.toml` makes them.

`[ \x1f]` matches a space or an invisible character.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from hexapla.languages.loader import words_of
from hexapla.languages.ordinals import (
    AFTER_WORD,
    ALONE,
    BEFORE_WORD,
    FIRST_WORDS,
    SOLE,
    SUCCESSORS,
    list_capitals,
    sort_longest_first,
)
from hexapla.lazy_patterns import compile_lazily


def write_alternation(words: Iterable[str]) -> str:
    """Write an alternation of words as they are, longest first, gathered by their first characters.

    At most places of a text only the first characters of hundreds of words are looked at.
    """
    by_first: dict[str, list[str]] = {}
    for word in sort_longest_first(set(words)):
        by_first.setdefault(word[0], []).append(escape_pattern(word[1:]))
    return "|".join(
        escape_pattern(first) + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0])
        for first, rest in sorted(by_first.items())
    )


ESCAPES = {code: re.escape(chr(code)) for code in range(128) if chr(code) != " "}
"""what stands for each sign in a pattern. Of twenty thousand words this is asked while the program starts"""


def escape_pattern(text: str) -> str:
    r"""Write a text as a pattern of itself.

    >>> print(escape_pattern("no. 3 (a)"))
    no\. 3 \(a\)
    """
    return text.translate(ESCAPES)


FEW_WORDS = r"[^\n]{0,40}"
"""what three dots in a phrase stand for"""
UNSPACED = compile_lazily(r"[\u0e01-\u0e4e\u2e80-\u9fff:]")
"""scripts whose words stand side by side, and the colon"""


def write_phrases(phrases: Iterable[str]) -> str:
    """Write an alternation of phrases, longest first; nothing matches where there are none.

    In a phrase strokes part words of which one stands (`as introduced/enacted`), brackets hold what may be
    missing (`(the) rules`), three dots stand for a few words, a colon may have space around it.

    >>> write_phrases(["as (first) read/sung"])
    'as(?: first)? (?:read|sung)'
    """
    return "|".join(map(write_phrase, sort_longest_first(set(phrases)))) or "(?!)"


def write_phrase(phrase: str) -> str:
    """Write the pattern of one phrase.

    Raises:
        ValueError: if all of it may be missing, as where a list's only phrase has no semicolon.
    """
    if all(part.startswith("(") for part in phrase.split()):
        raise ValueError(
            f"{phrase}: all of this phrase may be missing; behind a single phrase set a semicolon"
        )
    if any(part.startswith("(") != part.endswith(")") for part in phrase.split()):
        raise ValueError(f"{phrase}: in brackets stands one word, or words with strokes between them")
    written, joint = "", ""
    for part in phrase.split():
        words = part.strip("()")
        loose = words == "…" or UNSPACED.match(words) is not None
        forms = sort_longest_first(words.split("/"))
        one = FEW_WORDS if words == "…" else "|".join(map(escape_pattern, forms))
        one = f"(?:{one})" if len(forms) > 1 else one
        before = r"\s*" if joint and loose else joint
        after = r"\s*" if loose else " "
        if not part.startswith("("):
            written, joint = written + before + one, after
        else:
            written += f"(?:{before}{one})?" if joint else f"(?:{one}{after})?"
    return written


def look_at_beginnings(phrases: Iterable[str]) -> str:
    """Write a look ahead at the first two characters of phrases; put it before what `write_phrases` writes.

    At most places of a text it tells at once that none of hundreds of phrases begins there.

    >>> look_at_beginnings(["as (first) read", "(the) rules", "a/all fees"])
    '(?=[art])(?=a|r[u]|t[h])'
    """
    following: dict[str, set[str]] = {}
    for phrase in phrases:
        for part in phrase.split():
            for form in part.strip("()").split("/"):
                following.setdefault(form[0], set()).add(form[1:2])
            if not part.startswith("("):
                break
    pairs = (
        escape_pattern(first) + ("" if "" in after else f"[{''.join(map(escape_pattern, sorted(after)))}]")
        for first, after in sorted(following.items())
    )
    return rf"(?=[{''.join(map(escape_pattern, sorted(following)))}])(?={'|'.join(pairs)})"


def write_words(words: Iterable[str]) -> str:
    """Write an alternation of words as they are, longest first; nothing matches where there are none.

    A word in letters stands by itself, unless a dash before it tells that it ends longer ones too; words of
    scripts without spaces may touch others.
    """
    alone: set[str] = set()
    ends: set[str] = set()
    for word in words:
        if (
            word.startswith("-")
            or not word[0].isalpha()
            or UNSPACED.match(word)
            or "\uac00" <= word[0] <= "\ud7af"
        ):
            ends.add(word.removeprefix("-"))
        else:
            alone.add(word)
    parts = [rf"\b(?:{write_alternation(alone)})"] if alone else []
    return "|".join([*parts, *([write_alternation(ends)] if ends else [])]) or "(?!)"


S = r"[ \x1f]"
LOOK_ALIKES = {"l": "[l1I|]", "i": "[i1l]", "e": "[ec]", "o": "[o0]", "O": "[O0]", "I": "[I1l]", "c": "[ce]"}
GAP = r"[ \x1f\n]{0,3}"
HAN = "〇零○一二三四五六七八九十百千两壹贰貳貮叁參叄肆伍陸陆柒捌玖拾佰0-9"
RAISED_DIGITS = "¹²³⁰⁴-⁹"
BAD = "—ー―‐OoΟニ入土士ハ+l"
NUM = rf"[{HAN}{BAD}](?:[ \x1f\n]{{0,2}}[{HAN}{BAD}-]){{0,8}}"
NARROW_SUCCESSORS = "|".join(word for word in SUCCESSORS if word.isascii())
ROMAN = (
    r"[IVXLC]{1,7}(?:er|re|ER|\^\d{1,2})?(?![^\W\d_])"
    rf"(?:[ -](?i:{NARROW_SUCCESSORS})(?![A-Za-z]|[ \x1f]+[\dIVXLC§]))?"
)
"""IV, Ier, XI bis, II^1"""
LETTER = "A-HJ-NP-Za-zΑ-Ωα-ζθ-ξπ-ωА-Яа-яѐ-џҐґא-תक-ह"
"""letters that are added to numbers; not I and O, misread figures, nor η and ο, ends of ordinals"""
STEP = (
    rf"(?:[-.]?{S}?(?i:{NARROW_SUCCESSORS})(?![^\W\d_]|[ \x1f]+[\d§])"
    rf"|[-./]?(?:[{LETTER}]|[A-HJ-NP-Z]{{2,3}})(?![^\W_])"
    rf"|[{RAISED_DIGITS}]{{1,3}}|\^\d{{1,2}})"
)
"""one step of an insertion: 3 bis, 3-ter, 3a, 3/A, 3-а, 4AA, 2¹, 2^1; German `§ 4 bis 6` is a range"""
INSERTED = rf"(?:\.?°)?{STEP}{{0,3}}(?:[-.]\d{{1,3}}(?!\d|\.\d))?(?![A-Za-z\dΑ-Ωα-ζθ-ξπ-ωА-я])"
"""what is added to the number of a clause that came in later, of any depth: 3a bis, 2 bis.1"""
CODE = rf"(?:1(?:er|re|ER)(?!\w)|\d{{1,5}}(?:[-.:]\d{{1,4}}|/\d{{1,2}}(?!\d)){{0,5}}{INSERTED})"
SPELLED = rf"(?:(?:the|The|THE){S})?(?:{write_alternation(AFTER_WORD)})(?!\w)(?:{S}[„“\"«][^\W\d_][“”\"»])?"
LATER = "|".join(word for word in SUCCESSORS if not word.isascii()) or "(?!)"
PLAIN = (
    rf"\d{{1,5}}(?:[-./]\d{{1,4}}){{0,3}}(?:{STEP}){{0,3}}"
    rf"(?:\.?[{RAISED_DIGITS}]{{1,2}}|{S}(?:{LATER})(?!\w))?"
)
"""a number of other alphabets: 3.a, 3а, 5Α, 2¹, 2.¹, ๔/๑, ๕ ทวิ"""
ROWS = rf"{S}{{0,3}}:[^\n]{{1,60}}\n{S}{{0,8}}[^ \x1f\n]{{1,30}}{S}{{1,8}}[^ \x1f\n]"
"""a caption with a row of cells below it: 附件：… alone names what a notice encloses"""
GONE = "|".join(words_of("repealed", "words"))
"""what is said in place of the text of a clause that was taken out"""
RANGE = write_alternation(words_of("repealed", "range"))
"""what stands between the first and the last of a run of numbers"""
RANGE_END = write_alternation(words_of("repealed", "range_end"))
"""what stands behind the last of a run of numbers"""
EXCERPT = write_alternation(words_of("repealed", "excerpt"))
"""what says in a heading that provisions are left out below it on purpose"""
PIECES: Mapping[str, str] = {
    "S": S,
    "GAP": GAP,
    "HAN": HAN,
    "ROMAN": ROMAN,
    "INSERTED": INSERTED,
    "CODE": CODE,
    "SPELLED": SPELLED,
    "PLAIN": PLAIN,
    "SUCCESSORS": NARROW_SUCCESSORS,
    "LATER": LATER,
    "ROWS": ROWS,
    "EXCERPT": EXCERPT,
    "FIRST": write_alternation({word.split("/")[0] for word in (*FIRST_WORDS, *SOLE)}),
    "GONE": GONE,
    "RANGE": RANGE,
    "RANGE_END": RANGE_END,
}
PIECE = compile_lazily(r"<([A-Z_]+)>")


def list_cases(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as they are printed and in capitals, longest first; never in small letters."""
    found = {form for word in words for form in (word, *list_capitals(word))}
    return sort_longest_first(found)


@cache
def write_printed_forms(words: tuple[str, ...]) -> str:
    """Write an alternation of words as they are printed and in capitals; schemes share their words."""
    return write_alternation(list_cases(words))


@cache
def write_all_forms(words: tuple[str, ...]) -> str:
    """Write an alternation of words as they are given, in small letters and in capitals."""
    return write_alternation({form for one in words for form in (one, one.lower(), *list_capitals(one))})


def write_ordinal(_words: tuple[str, ...], signs: str) -> str:
    """Write the pattern of 第…条 for the given class signs, 之一 included; 笫 and 弟 are misread 第."""
    return (
        rf"(?P<m>[第笫弟]{GAP}(?P<n>{NUM}){GAP}(?:{signs})(?P<sub>(?:{GAP}[之のノ]{GAP}[{HAN}]{{1,3}}"
        rf"(?![{HAN}]|[^ \x1f\n第之のノ]?[倍一])){{1,4}})?)[ \x1f]*[:.、]?"
    )


def write_word_with_number(
    words: tuple[str, ...], numbers: str, after: str = r"(?:[οη](?!\w)|[.।။៖])?"
) -> str:
    """Write the pattern of a word with a number: the word capitalised or in capitals, never small."""
    word = write_printed_forms(words)
    return rf"(?P<m>(?:{word})(?![A-Za-zÀ-ɏ]){S}{{0,3}}\n?{S}{{0,3}}(?P<n>{numbers}){after})[ \x1f]*[:–—-]?"


def write_number_first(words: tuple[str, ...], numbers: str, *, trailing: bool = False) -> str:
    """Write the pattern of a number before its word: `1 straipsnis.`, `II SKYRIUS`.

    With `trailing`, the letter of an inserted clause stands behind the word: `2. gr. a.`.
    """
    forms = write_all_forms(words)
    later = rf"(?P<sub>{S}[a-z](?=\.?{S}*\n|\.{S}))?" if trailing else ""
    return rf"(?P<m>(?P<n>{numbers})\.?{S}{{0,2}}(?:{forms})(?!\w)\.?{later}\.?)[ \x1f]*[:–—-]?"


def write_ordinals(_words: tuple[str, ...]) -> str:
    """Write the pattern of clauses that are called by an ordinal alone: `PRIMERA.-`, `Segunda.`."""
    forms = "|".join(form for one in ALONE for form in (one.upper(), one))
    return rf"(?P<m>(?P<n>{forms})(?:\.?{S}?[–—-]|\.|:))(?=[ \x1f\n])"


def write_ordinals_run_in(_words: tuple[str, ...]) -> str:
    """Write the pattern of such ordinals in capitals within a line: `PRIMERA: … SEGUNDA: …`."""
    forms = write_alternation(one.upper() for one in ALONE)
    return rf"(?P<m>(?<=[.:;] )(?P<n>{forms})(?:\.?{S}?[–—-]|:))(?=[ \x1f\n])"


def write_repealed(words: tuple[str, ...]) -> str:
    """Write the pattern of a run of numbers that were taken out: `§§ 36 bis 41 (weggefallen)`."""
    forms = write_alternation(words)
    return (
        rf"(?P<m>(?:{forms}){S}{{0,3}}(?P<n>{CODE})(?:,{S}?{CODE}){{0,8}}(?:,?{S}(?:{RANGE}|–|-){S}|[–-])"
        rf"(?:(?:{forms}){S}{{0,3}})?(?P<to>{CODE})\.?)"
        rf"(?={S}{{0,3}}(?:(?:[–—-]{S}{{0,2}})?[(\[]?(?i:{GONE}|Änderungs|Aufhebung)|[–—-]?{S}*\n|{S}(?:{forms}){S}?\d))"
    )


def write_ordinal_run(_words: tuple[str, ...], signs: str) -> str:
    """Write the pattern of a run of 第…条 or 제…조 that were taken out: 第二条から第四条まで　削除."""
    after = rf"{GAP}(?:{signs})(?:[之のノ의]{GAP}[{HAN}]{{1,3}})?"
    one, first, last = (rf"[第제]{GAP}{each}{after}" for each in (NUM, rf"(?P<n>{NUM})", rf"(?P<to>{NUM})"))
    return (
        rf"(?P<m>{first}(?:{S}?[、,]{S}?{one}){{0,8}}{S}?(?:{RANGE}|[、,~〜～–—―-]){S}?{last}(?:{S}?(?:{RANGE_END}))?)"
        rf"(?={S}{{0,3}}[(\[〔【]?(?:\d{{4}}年)?(?:{GONE})[)\]〕】]?{S}{{0,3}}(?:[。.]{S}{{0,3}})?(?:\n|$|[(<〈\[]))"
    )


def write_spelled(words: tuple[str, ...]) -> str:
    """Write the pattern of an ordinal before its word, alone on its line or before a heading."""
    forms = write_all_forms(words)
    return (
        rf"(?P<m>(?P<n>{write_printed_forms(BEFORE_WORD)}){S}(?:{forms})(?!\w))"
        rf"[ \x1f]*[:.–—-]?(?=[ \x1f]*(?:\n|[A-ZÀ-Þ]|$))"
    )


def write_misprinted(words: tuple[str, ...]) -> str:
    """Write the pattern of a word with a number of which at least one letter or digit is a look-alike."""
    forms = "|".join("".join(LOOK_ALIKES.get(char, char) for char in form) for form in list_cases(words))
    number = r"[\dlIOSZB]{1,5}(?![\w])"
    whole = rf"(?:{write_printed_forms(words)}){S}{{1,3}}(?:\d+|[IVXLC]+)(?!\w)"
    return rf"(?P<m>(?!{whole})(?:{forms}){S}{{1,3}}(?P<n>{number})\.?)[ \x1f]*[:–—-]?(?=[ \x1f\n])"


def write_mismatched(_words: tuple[str, ...], numbers: str) -> str:
    """Write the pattern of a number in brackets of which one was misread: （二〉."""
    return (
        rf"(?P<m>(?:\({GAP}(?={numbers}{GAP}[〉》>\]}}〕])|[〈《<\[{{〔]{GAP}(?={numbers}{GAP}\)))"
        rf"(?P<n>{numbers}){GAP}[)〉》>\]}}〕])"
    )


def write_korean(_words: tuple[str, ...], signs: str) -> str:
    """Write the pattern of 제…조, with its inserted 제2조의2."""
    return rf"(?P<m>제{S}?(?P<n>\d{{1,4}}){S}?(?:{signs})(?P<sub>(?:의{S}?\d{{1,2}}){{1,4}})?)"


def write_decimal(_words: tuple[str, ...], points: int) -> str:
    """Write the pattern of 1.1, 1.1.1 … with so many points inside."""
    return (
        rf"(?P<m>(?P<n>[1-9](?<![\d§A-Za-z-]\d)(?<!\d\.\d)"
        rf"\d{{0,2}}(?!\.00(?!\d))(?:\.\d{{1,3}}){{{points}}}"
        rf"(?:(?:[A-Z]{{1,2}}|[a-f])(?=\.?[ \x1f\n])(?!\.?[ \x1f]+[a-z]))?)(?!\.?\d)\.?)"
        r"(?=[ \x1f\n\u2e80-\uffef]|(?<=\.)[\u0400-\u042f\u04d8\u04e8\u04ae])"
    )


SHAPES: Mapping[str, Callable[..., str]] = {
    "ordinal": write_ordinal,
    "word": write_word_with_number,
    "number_first": write_number_first,
    "ordinals": write_ordinals,
    "ordinals_run_in": write_ordinals_run_in,
    "repealed": write_repealed,
    "ordinal_run": write_ordinal_run,
    "spelled": write_spelled,
    "misprinted": write_misprinted,
    "mismatched": write_mismatched,
    "korean": write_korean,
    "decimal": write_decimal,
}
"""patterns that several schemes share, by the name that `schemes.toml` gives them"""
ARGUMENTS = ("signs", "numbers", "after", "points", "trailing")


def write_pattern(row: Mapping[str, Any], words: tuple[str, ...]) -> str:
    """Write the pattern of a scheme's table: its shape with its words, or what it says itself."""

    def filled(text: str) -> str:
        return PIECE.sub(
            lambda found: write_printed_forms(words) if found[1] == "WORDS" else PIECES[found[1]], text
        )

    if "pattern" in row:
        return filled(row["pattern"])
    given = {key: row[key] for key in ARGUMENTS if key in row}
    arguments = {key: filled(value) if isinstance(value, str) else value for key, value in given.items()}
    return SHAPES[row["shape"]](words, **arguments) + filled(row.get("then", ""))
