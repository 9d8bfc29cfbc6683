"""Signals: what a lawyer's eye stops at. Dates, references, percentages, money, periods, counts, modal words.

Two grammars are made from the tables of a language. `Grammar.token` cuts a text for comparing: there a
Han number is one token with its unit, a Western number is one without. `Grammar.signal` finds whole facts
(30 days, section 12(2)(a)) for the flags, and gives each its value.

All patterns read folded text and look at each character a bounded number of times.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from hexapla.compare.tables import Tables, tables_for

__all__ = ["Grammar", "grammar_for"]

HAN_DIGIT = "零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟"
HAN = f"[{HAN_DIGIT}]"
# Every repetition is bounded, so that a page of digits costs no more than a page of words.
HANS = f"{HAN}{{1,24}}"
DIGITS = r"\d{1,24}(?:[,.]\d{1,12}){0,8}"
ORDER = r"\d{1,6}"
NUM = rf"(?<!第)(?:{DIGITS} ?[万亿千百]{{0,3}}|{HANS}(?:点{HANS})?)"
YEAR = rf"(?:\d{{4}}|(?<!第)(?:{HAN}){{3,12}})年(?!度|级|龄)"
MONTH = rf"(?:\d{{1,2}}|(?<!第){HAN}{{1,3}})月"
DAY = rf"(?:\d{{1,2}}|{HAN}{{1,3}})日"
HAN_DATE = rf"{YEAR}(?:{MONTH}(?:{DAY})?)?|{MONTH}{DAY}"
ISO_DATE = r"(?<!\d)\d{4}([-/.])\d{1,2}\g{-1}\d{1,2}(?!\d)"
ORDINAL = rf"第(?:{ORDER}(?:-{ORDER})?|{HANS})"
ENUMERATION = rf"第[(](?:{ORDER}|{HANS})[)]项"
HAN_REFERENCE = rf"{ORDINAL}[条款项章节编](?:之{HANS})?|{ENUMERATION}"
BARE_REFERENCE = rf"{ORDER}[a-z]?(?:\.{ORDER}){{0,8}}(?:\([0-9A-Za-z]{{1,6}}\)){{1,8}}"
HAN_PERCENTAGE = rf"{HANS}分之{HANS}(?:点{HANS})?"
SIGN_PERCENTAGE = rf"{DIGITS} ?[%‰]"
SIGN_MONEY = rf"(?:US|HK|NT|C|A)?[$€£¥₩₹] ?{DIGITS}(?: ?(?:million|billion|[万亿]))?"
LETTER = r"(?:[\p{L}--\p{Han}--\p{Hiragana}--\p{Katakana}--\p{Thai}--\p{Lao}--\p{Khmer}--\p{Myanmar}]|\p{M})"
WORD = rf"{LETTER}(?:{LETTER}|\p{{N}})*(?:['’\u2010\u2011-](?:{LETTER}|\p{{N}})+)*"
FIRST = rf"[\d{HAN_DIGIT}第前本《§(周星礼$€£¥₩₹]|\b\p{{Latin}}"
"""how a signal begins, looked at first: most characters of a text begin none"""
KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
KATAKANA = r"[\p{Katakana}ー]+"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language."""

    tables: Tables
    token: regex.Pattern[str]
    """groups: dashed, the kinds of signals, han (a run to be cut into words), word, other"""
    signal: regex.Pattern[str]
    """groups: the kinds of signals, with `amount` and `unit` where there is a measure"""


def any_of(words: Iterable[str], *, also: str = "") -> str:
    """Write an alternation, longest first; `also` is a pattern that is allowed too."""
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join([*map(regex.escape, ordered), *filter(None, [also])]) or r"(?!)"


def is_han(word: str) -> bool:
    """Tell whether a unit is written after Han numbers, without a space."""
    return not regex.match(r"[\p{Latin}%]", word)


def weekday(tables: Tables) -> str:
    """Make the pattern of 周一, but not of 每周一次."""
    return rf"(?:周|星期|礼拜)[一二三四五六日天](?!{any_of(tables.counts)})"


def token_pattern(tables: Tables) -> regex.Pattern[str]:
    """Make the pattern that cuts a text into tokens."""
    han_units = {measure: [unit for unit in forms if is_han(unit)] for measure, forms in tables.units.items()}
    months = any_of(tables.months)
    day = rf"{HAN_DATE}|{weekday(tables)}|{ISO_DATE}"
    date = rf"{day}|\d{{1,2}}\.? (?:{months})\b\.?,? \d{{4}}|\b(?:{months}) \d{{1,2}}, \d{{4}}"
    signals = {
        "date": date,
        "reference": rf"{HAN_REFERENCE}|{BARE_REFERENCE}",
        "percentage": rf"{HAN_PERCENTAGE}|{SIGN_PERCENTAGE}|{NUM}(?:{any_of(han_units['percentage'])})",
        "money": rf"{NUM}(?:{any_of(han_units['money'])})(?!旦)|{SIGN_MONEY}",
        "period": rf"{NUM}(?:{any_of(han_units['period'])})(?!级|龄|元|常|岁)",
        "number": rf"{NUM}(?:{any_of(tables.counts)})(?!性)|{DIGITS}\p{{Latin}}{{0,12}}|(?<!第){HAN}{{2,24}}",
    }
    whole = "|".join(signals.values())
    named = "|".join(f"(?P<{name}>{pattern})" for name, pattern in signals.items())
    return regex.compile(
        rf"(?={FIRST})(?:(?P<dashed>\d{{1,6}}(?:-\p{{Latin}}{{1,20}}){{1,4}})|{named})"
        rf"|(?P<han>(?:(?!{FIRST})\p{{Han}}|(?!{whole})\p{{Han}})+)|(?P<kana>{KATAKANA})|(?P<word>{WORD})"
        r"|(?P<other>\s|\X)",
        regex.V1 | regex.IGNORECASE,
    )


def measure_pattern(tables: Tables) -> str:
    """Make the pattern of numbers with units, for facts: thirty business days, 30 Tage, 三十日, EUR 500."""
    words = any_of([*tables.numbers, *tables.powers])
    spelled = (
        rf"(?:\b(?:{words})(?:[ -](?:(?:{any_of(tables.joints)}) )?(?:{words})){{0,8}}\b|\b(?:a|an|one)\b)"
    )
    amount = rf"(?P<amount>{NUM}|{spelled})"
    branches = []
    for measure, forms in tables.units.items():
        latin = any_of(form for form in forms if not is_han(form))
        han = any_of(form for form in forms if is_han(form))
        gap = r"(?:\)|）)?[ -]?(?:\([^()]{1,20}\) ?)?"
        unit = rf"(?P<unit>(?:{latin})\b|(?:{han})(?!级|龄|岁|旦))"
        branches.append(rf"(?P<{measure}>{amount}{gap}{unit})")
    codes = any_of(form for form in tables.units["money"] if regex.fullmatch(r"[a-z]{3}", form))
    branches.append(rf"(?P<money>\b(?P<unit>{codes}) ?(?P<amount>{DIGITS})|{SIGN_MONEY})")
    parts = any_of(tables.fractions)
    branches.append(rf"(?P<percentage>(?P<amount>{spelled})[ -](?P<unit>{parts})\b)")
    branches.append(rf"(?P<percentage>{HAN_PERCENTAGE}|{SIGN_PERCENTAGE})")
    counts = any_of(tables.counts)
    plural = any_of(word for word in (*tables.numbers, *tables.powers) if word not in tables.articles)
    alone = rf"\b(?:{plural})(?:[ -](?:(?:{any_of(tables.joints)}) )?(?:{words})){{0,8}}\b"
    branches.append(
        rf"(?P<number>(?P<amount>{NUM})(?P<unit>{counts})(?!性)|(?P<amount>{DIGITS}|(?<!第){HAN}{{2,24}}|{alone}))"
    )
    return "|".join(branches)


def reference_pattern(tables: Tables) -> str:
    """Make the pattern of references and titles."""
    cited = any_of(tables.cited)
    label = (
        rf"(?:{ORDER}[a-z]?(?:[.-]{ORDER}){{0,8}}|[ivxlc]{{1,8}}\b|[A-Z]\b)(?:\([0-9A-Za-z]{{1,6}}\)){{0,8}}"
        r"|\([0-9A-Za-z]{1,4}\)"
    )
    chain = rf"(?:{label})(?:(?:,| and| or| to| und| oder| bis| et| ou| à) (?:{label})){{0,12}}"
    return (
        rf"{ORDINAL}[条款项章节编](?:之{HANS})?(?:{ORDINAL}[款项目]|{ENUMERATION}){{0,4}}"
        rf"|{ENUMERATION}|前(?:{HAN}?[条款项]|述[条款])|本[条款](?=第|前)|《[^》]{{1,80}}》"
        rf"|§+ ?{chain}|\b(?:{cited}) {chain}|{BARE_REFERENCE}"
    )


def signal_pattern(tables: Tables) -> regex.Pattern[str]:
    """Make the pattern that finds facts."""
    months = any_of(tables.months)
    day = rf"{HAN_DATE}|{weekday(tables)}|{ISO_DATE}"
    date = (
        rf"{day}|\b\d{{1,2}}(?:\.|st|nd|rd|th)? (?:{months})\b\.?(?:,? \d{{4}})?"
        rf"|\b(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\b(?:{months}) \d{{4}}\b"
    )
    modal = any_of(form for form in tables.modal if not is_han(form))
    kana = any_of(form for form in tables.modal if KANA.search(form))
    first = any_of((form[0] for form in tables.modal if KANA.search(form)), also=FIRST)
    return regex.compile(
        rf"(?={first})(?:(?P<date>{date})|(?P<reference>{reference_pattern(tables)})"
        rf"|{measure_pattern(tables)}|(?P<modality>\b(?:{modal})(?!\w)|{kana}))",
        regex.V1 | regex.IGNORECASE,
    )


@cache
def grammar_for(language: str) -> Grammar:
    """Return the patterns for a BCP 47 tag."""
    tables = tables_for(language)
    return Grammar(tables, token_pattern(tables), signal_pattern(tables))
