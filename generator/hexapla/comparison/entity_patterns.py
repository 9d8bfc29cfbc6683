"""Patterns for dates, references, percentages, money, periods, counts and modal verbs.

Two patterns are made from the tables of a language. `EntityPatterns.token` cuts a text for comparing: there
a Han number is one token with its unit, a Western number is one without. `EntityPatterns.signal` finds facts
(30 days, section 12(2)(a)) for the flags, and gives each its value.

All patterns read folded text and look at each character a bounded number of times.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import pairwise
from typing import Any

import regex

from hexapla.comparison.language_tables import UNSPACED_SCRIPT, LanguageTables, select_unspaced, tables_for
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily, compile_lazily_with_properties

HAN_DIGIT = "零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟"
KILO = "[克米瓦帕伏赫卡焦牛升]"
"""what makes a unit with the Han numeral before it: 三十千瓦 is 30 kW, not 30,000 W"""
# Figures and Han characters have no case. Where case counts for nothing, the compiler asks each set about
# each letter that is folded to several, half of its time: what has no letters stands in (?-i:…).
HAN = f"(?-i:[{HAN_DIGIT.replace('千', '')}]|千(?!{KILO}))"
# Every repetition is bounded, so that a page of digits costs no more than a page of words.
HANS = f"{HAN}{{1,24}}"
DIGITS = r"(?-i:\d{1,24}(?:[,.]\d{1,12}){0,8})"
GROUPS = r"(?-i:\d{1,3}(?: \d{3}){1,6}(?!\d)(?:,\d{1,12})?)"
"""5 000, in languages that write thousands so"""
ORDER = r"\d{1,6}"
BELOW = r"(?-i:(?:(?<=亿)\d{1,4}(?:\.\d{1,4})?[千百]?万)?(?:(?<=万)\d{4}(?!\d))?)"
"""what follows in one amount: 3亿5000万, 1万5000"""
NUM = rf"(?-i:(?<!第)(?:{DIGITS} ?(?:[万亿百]|千(?!{KILO})){{0,3}}{BELOW}|{HANS}(?:点{HANS})?))"
MONTH = rf"(?:\d{{1,2}}|(?<!第){HAN}{{1,3}})月"
OF_ERA = rf"(?<=民国|民國|昭和|平成|令和){HAN}{{1,6}}"
HAN_YEAR = rf"[零〇○一二三四五六七八九]{{4}}|{OF_ERA}|{HAN}{{2,12}}(?=年{MONTH})"
"""二〇二五 and the years of an era; 二十五年 alone is a period"""
YEAR = rf"(?:\d{{4}}|(?<!第)(?:{HAN_YEAR}))年(?!度|级|龄)"
DAY = rf"(?:\d{{1,2}}|{HAN}{{1,3}})日"
HAN_DATE = rf"(?-i:{YEAR}(?:{MONTH}(?:{DAY})?)?|{MONTH}{DAY})"
SMALL = r"(?:0?[1-9]|[12]\d|3[01])"
DIGIT_DATE = r"(?-i:(?<![\d.])(?:{})(?!\d))".format(
    "|".join(
        rf"[12]\d{{3}}{mark}{SMALL}{mark}{SMALL}|{SMALL}{mark}{SMALL}{mark}[12]\d{{3}}"
        for mark in ("-", "/", r"\.")
    )
)
"""2025-03-07 and 07.03.2025; which of two small numbers is the month is not asked"""
CLOCK = r"(?-i:\d{1,2}(?::[0-5]\d){1,2})"
HAN_CLOCK = (
    rf"(?-i:(?:\d{{1,2}}|(?<!第){HAN}{{1,3}})[时点]"
    rf"(?:整|半|(?:\d{{1,2}}|{HAN}{{1,3}})分(?!之)|[一三]刻))"
)
TIME = (
    rf"(?-i:(?<![\d.,:]){CLOCK}(?![\d:]))|{HAN_CLOCK}|(?<!\d)\d{{1,2}} ?h ?[0-5]\d(?!\w)"
    r"|(?<!\d)\d{1,2}시(?: ?(?:[0-5]?\d분|반)|(?=\P{L}|부터|까지|에|정각))"
)
"""a time of day: 9:00, 9时30分, 9 h 30, 9시 30분"""
RANGE_END = rf"(?:{CLOCK}|\d{{1,4}}(?:[.,]\d{{1,4}})?)"
RANGE = rf"(?-i:(?<![\d.,:/–—~-]){RANGE_END}(?:[-‐‑–—~〜]| [–—] ){RANGE_END}(?![\d:/]|[-‐‑–—~.,]\d))"
"""9–17, 3-5, 9:00–17:30; not a telephone number"""
ORDINAL = rf"第(?:{ORDER}(?:-{ORDER})?|{HANS})"
ENUMERATION = rf"第[(](?:{ORDER}|{HANS})[)]项"
HAN_REFERENCE = rf"(?-i:{ORDINAL}[条款项章节编](?:之{HANS})?|{ENUMERATION})"
BARE_REFERENCE = rf"{ORDER}[a-z]?(?:\.{ORDER}){{0,8}}(?:\([0-9A-Za-z]{{1,6}}\)){{1,8}}"
HAN_PERCENTAGE = rf"(?-i:{HANS}分之{HANS}(?:点{HANS})?)"
SIGN_PERCENTAGE = rf"(?-i:{DIGITS} ?[%‰])"
SIGN_MONEY = rf"(?:US|HK|NT|RMB|C|A|S)?[$€£¥₩₹₽฿₫] ?{DIGITS}(?: ?(?:million|billion|[万亿]))?元?整?"
SIGN_AFTER = r"(?-i:\d{1,3}(?:[ \u00a0\u202f]\d{3}){0,4}(?:[.,]\d{1,12}){0,4}[ \u00a0\u202f]?[$€£¥](?! ?\d))"
"""as in French and German: 1 500 €"""
SYMBOL = r"(?:dB\([A-Z]\)|[\p{Latin}µμΩ℃℉°]{1,12}[²³]?)"
"""a unit of measure in letters or signs"""
AND_HALF = "(?-i:半(?![价数年天日月小个成径票费]))"
"""after a time: 一年半, but not 六个月半价"""
PER = rf"(?:[/·](?:{SYMBOL}|\p{{Han}}{{1,4}})){{1,2}}"
FEW = 4
"""alternatives that cost less than a look at their first characters"""
LETTER = r"(?:[\p{L}--\p{Han}--\p{Hiragana}--\p{Katakana}--\p{Thai}--\p{Lao}--\p{Khmer}--\p{Myanmar}]|\p{M})"
WORD = rf"{LETTER}(?:{LETTER}|\p{{N}})*(?:['’\u2010\u2011-](?:{LETTER}|\p{{N}})+)*"
HAN_FIRST = f"{HAN_DIGIT}半第前本周星礼"
FIRST = rf"[\d{HAN_FIRST}《§($€£¥₩₹₽฿₫]|(?<!\p{{Latin}})\p{{Latin}}"
"""how a signal begins, looked at first: most characters of a text begin none"""
COMMON_HAN = range(0x4E00, 0x9FA6)
PLAIN_HAN = "".join(
    f"{chr(before + 1)}-{chr(after - 1)}"
    for before, after in pairwise(
        [
            COMMON_HAN.start - 1,
            *sorted(code for code in map(ord, HAN_FIRST) if code in COMMON_HAN),
            COMMON_HAN.stop,
        ]
    )
    if before < after - 1
)
"""the Han characters that begin no signal, so that they belong to a run whatever stands around them"""
PLAIN = compile_lazily(rf"(?P<han>[{PLAIN_HAN}]+)|(?P<other>[,。、;:](?=[{PLAIN_HAN}]|$))")
"""what most of a Han text is, runs and the marks between them: `EntityPatterns.token` finds the same later"""
SPACED = compile_lazily_with_properties(r"[\p{Latin}\p{Greek}\p{Cyrillic}%]")
"""how a unit begins before which a space may stand"""
CASED = compile_lazily_with_properties(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Cased}]")
"""letters of alphabets with two cases"""
KANA = compile_lazily_with_properties(r"[\p{Hiragana}\p{Katakana}]")
KATAKANA = r"[\p{Katakana}ー]+"


@dataclass(frozen=True, slots=True)
class EntityPatterns:
    """The patterns of one language."""

    tables: LanguageTables
    """all words of the language, also those that the patterns leave out"""
    token: regex.Pattern[str]
    """groups: dashed, the kinds of signals, han (a piece of a run to be cut into words: what may begin a
    signal and does not is a piece by itself), word, other"""
    signal: regex.Pattern[str]
    """groups: the kinds of signals, with `amount` and `unit` where there is a measure"""


def write_any(words: Iterable[str], *, also: str = "") -> str:
    """Write an alternation of words, longest first, and of a pattern (`also`); of nothing, what never fits.

    The first characters of the words are looked at before anything else: most places of a text begin none of
    hundreds of units.
    """
    known = [word for word in words if word]
    firsts = sorted({word[0] for word in known})
    choice = write_alternation(known)
    if len(firsts) > FEW:
        choice = f"(?=[{''.join(map(regex.escape, firsts))}])(?:{choice})"
    if choice and choice.upper() == choice.lower():
        choice = f"(?-i:{choice})"
    return "|".join(filter(None, [choice, also])) or r"(?!)"


def is_han(word: str) -> bool:
    """Tell whether a unit is of a script that sets no space between words, as after Han numbers."""
    return not SPACED.match(word)


def weekday_pattern(tables: LanguageTables) -> str:
    """Make the pattern of 周一, but not of 每周一次."""
    return rf"(?:周|星期|礼拜)[一二三四五六日天](?!{write_any(tables.counts)})"


def token_pattern(tables: LanguageTables) -> regex.Pattern[str]:
    """Make the pattern that cuts a text into tokens."""
    han_units = {measure: [unit for unit in forms if is_han(unit)] for measure, forms in tables.units.items()}
    months = write_any(tables.months)
    han_counts = write_any(filter(is_han, tables.counts))
    per = rf"(?:/(?:{write_any([*han_units['period'], *filter(is_han, tables.counts), '月', '季'])}))?"
    not_number = rf"(?:{write_any(tables.lookalikes)})(?!之{HAN}|钟)"
    day = rf"{HAN_DATE}|{weekday_pattern(tables)}|{DIGIT_DATE}"
    date = rf"{day}|\d{{1,2}}\.? (?:{months})\b\.?,? \d{{4}}|\b(?:{months}) \d{{1,2}}, \d{{4}}"
    units = {measure: write_any(forms) for measure, forms in han_units.items()}
    measured = [
        rf"(?P<percentage>{units['percentage']})",
        rf"(?P<money>(?:{units['money']})(?!旦){per})",
        rf"(?P<period>(?:{units['period']})(?!级|龄|元|常|岁|报)(?:{AND_HALF})?)",
        rf"(?P<number>(?:{han_counts})[²³]?(?!性){per})",
    ]
    # The number is read once, whatever unit follows.
    signals = [
        rf"(?P<date>{date})",
        rf"(?P<reference>{HAN_REFERENCE}|{BARE_REFERENCE}|{standard_pattern(tables)})",
        rf"(?P<number>(?:{TIME})(?![-‐‑–—~〜]\d))",
        rf"(?P<percentage>{HAN_PERCENTAGE}|{SIGN_PERCENTAGE}|{RANGE} ?[%‰])",
        rf"(?P<money>{SIGN_MONEY}|{SIGN_AFTER})",
        rf"(?>{RANGE}|{NUM})(?:{'|'.join(measured)})",
        rf"(?P<period>半(?:{units['period']})(?!级|龄|元|常|岁|报)(?:{AND_HALF})?)",
        rf"(?P<number>(?:{RANGE}|{DIGITS})(?:{SYMBOL}(?:{PER})?)?|(?<!第){HAN}{{2,24}})",
    ]
    named = "|".join(signals)
    return compile_lazily_with_properties(
        rf"(?={FIRST})(?!{not_number})(?i:(?P<dashed>\d{{1,6}}(?:-\p{{Latin}}{{1,20}}){{1,4}})|{named})"
        rf"|(?P<han>(?:[\p{{Han}}--[{HAN_FIRST}]]++|{not_number})+|\p{{Han}})"
        rf"|(?P<kana>{KATAKANA})|(?P<unspaced>{UNSPACED_SCRIPT}+)|(?P<word>{WORD})|(?P<other>\s|[§¶]{{2,3}}|\X)",
        regex.V1,
    )


def standard_pattern(tables: LanguageTables) -> str:
    """Make the pattern of a standard cited by number: GB/T 196-2003, ISO 9001."""
    bodies = write_any(name.upper() for name in tables.standards)
    return rf"(?<!\p{{Latin}})(?-i:{bodies}) ?\d{{1,6}}(?:\.\d{{1,3}}){{0,3}}(?:[-–—:]\d{{4}}(?!\d))?"


def number_words_pattern(tables: LanguageTables, first: Iterable[str]) -> str:
    """Make the pattern of number words, one after another: one hundred and twenty."""
    word = write_any([*tables.numbers, *tables.powers])
    return rf"\b(?:{write_any(first)})(?:[ -](?:(?:{write_any(tables.joints)}) )?(?:{word})){{0,8}}\b"


def unit_patterns(tables: LanguageTables) -> dict[str, tuple[str, str]]:
    """Map each measure to the patterns of its units: after Latin letters, after Han."""
    return {
        measure: (
            write_any(form for form in forms if not is_han(form)),
            write_any(form for form in forms if is_han(form)),
        )
        for measure, forms in {**tables.units, "number": tables.counts}.items()
    }


def measure_pattern(tables: LanguageTables) -> str:
    """Make the pattern of numbers with units, for facts: thirty business days, 30 Tage, 三十日, EUR 500.

    The number is read once, whatever unit follows, and never given back: a page of number words costs no
    more than a page of words.
    """
    units = unit_patterns(tables)
    numbers = [*tables.numbers, *tables.powers]
    spoken = write_any(select_unspaced(numbers))
    digits = rf"{GROUPS}|{NUM}" if tables.spaced_thousands else NUM
    amount = (
        rf"(?<!\p{{Latin}})(?P<amount>(?>{digits}|{number_words_pattern(tables, numbers)}"
        rf"|\b(?:a|an|one)\b|(?:{spoken}){{1,16}}))"
    )
    share = rf"(?P<unit>{write_any(tables.shares)}) ?(?P<amount>(?>{NUM}|(?:{spoken}){{1,16}}))"
    gap = r"(?:\)|）)?[ -]?(?:\([^()]{1,20}\) ?)?"
    parts = write_any(tables.fractions)
    latin, han = units.pop("number")
    count = rf"(?:{han})[²³]?(?!性)|(?:{latin})(?![\p{{Latin}}\d])[²³]?|[℃℉°µμΩ]\p{{Latin}}{{0,4}}"
    measured = [
        rf"(?P<{measure}>(?P<unit>(?:{latin})\b|(?:{han})(?!级|龄|岁|旦|(?<=日)[元圆]))(?P<half>{AND_HALF})?)"
        for measure, (latin, han) in units.items()
    ]
    # A quarter is a time too: a fraction where it is joined to its number or has its whole behind it.
    after = [
        rf"(?P<percentage>-(?P<unit>{parts})\b| (?P<unit>{parts})\b(?= of\b))",
        rf"{gap}(?:{'|'.join(measured)})",
        rf"(?P<percentage>[ -](?P<unit>{parts})\b)",
        rf"(?P<number> ?(?P<unit>(?:{count})(?:{PER})?))",
    ]
    currency = units["money"][1]
    codes = write_any(form for form in tables.units["money"] if regex.fullmatch(r"[a-z]{3}", form))
    counted = number_words_pattern(tables, (word for word in numbers if word not in tables.articles))
    return "|".join(
        [
            rf"(?P<percentage>{HAN_PERCENTAGE}|{SIGN_PERCENTAGE}|{share})|(?P<money>{SIGN_AFTER})",
            rf"(?P<period>(?P<amount>半)(?P<unit>{units['period'][1]})(?!报))",
            rf"{amount}(?:{'|'.join(after)})",
            rf"(?P<money>(?P<currency>{currency}) ?(?P<amount>(?>{NUM}))(?:{currency})?)",
            rf"(?P<money>(?<![\p{{Latin}}\d])(?P<unit>{codes}) ?(?P<amount>{DIGITS})|{SIGN_MONEY})",
            rf"(?<!\p{{Latin}})(?P<number>(?P<amount>{DIGITS}|(?<!第){HAN}{{2,24}}|(?>{counted})))",
        ]
    )


def reference_pattern(tables: LanguageTables) -> str:
    """Make the pattern of references and titles."""
    cited = write_any(word for word in tables.cited if not is_han(word))
    annexes = write_any(filter(is_han, tables.cited))
    label = (
        rf"(?:{ORDER}[a-z]?(?:[.-]{ORDER}){{0,8}}|[ivxlc]{{1,8}}\b|[A-Z]\b)(?:\([0-9A-Za-z]{{1,6}}\)){{0,8}}"
        r"|\([0-9A-Za-z]{1,4}\)"
    )
    chain = rf"(?:{label})(?:(?:,| and| or| to| und| oder| bis| et| ou| à) (?:{label})){{0,12}}"
    return (
        rf"{ORDINAL}[条款项章节编](?:之{HANS})?(?:{ORDINAL}[款项目]|{ENUMERATION}){{0,4}}"
        rf"|{ENUMERATION}|前(?:{HAN}?[条款项]|述[条款])|本[条款](?=第|前)|《[^》]{{1,80}}》"
        rf"|§{{1,3}} ?{chain}(?: (?:Abs\.|S\.|Nr\.|lit\.|para\.) ?(?:{label})){{0,3}}|\b(?:{cited}) {chain}"
        rf"|(?:{annexes}) ?(?:{ORDER}(?:[.-]{ORDER}){{0,3}}|{HANS}|[A-Z](?!\p{{Latin}}))"
        rf"|{standard_pattern(tables)}|{BARE_REFERENCE}"
    )


def year_first(tables: LanguageTables, months: str) -> str:
    """Make the pattern of a date that begins with its year: 2021 m. kovo 3 d."""
    return (
        rf"\b\d{{4}} (?:{write_any(tables.years)}) (?:{months}) \d{{1,2}}\b(?: (?:{write_any(tables.days)}))?"
    )


def entity_pattern(tables: LanguageTables) -> regex.Pattern[str]:
    """Make the pattern that finds facts."""
    months = write_any(tables.months)
    day = rf"{HAN_DATE}|{weekday_pattern(tables)}|{DIGIT_DATE}"
    date = (
        rf"{day}|{year_first(tables, months)}"
        rf"|\b\d{{1,2}}(?:\.|st|nd|rd|th)? (?:{months})\b\.?(?:,?(?: (?:{write_any(tables.eras)}))? \d{{4}})?"
        rf"|\b(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\b(?:{months}) \d{{4}}\b"
        rf"|(?<=\b(?:{write_any(tables.dated)}) )(?=(?-i:\p{{Lu}}))(?:{months})\b"
    )
    links = write_any(link for link in tables.links if not is_han(link))
    # Neither 八角 nor "a third party" begins with a number.
    neither = (
        rf"(?!(?:{write_any(tables.lookalikes)})(?!之{HAN}|钟)"
        rf"|\b(?:an?|one|the) (?:{write_any(tables.ordinals)}) (?!(?:{links})\b)\p{{L}})"
    )
    modal = write_any(form for form in tables.modal if not is_han(form))
    kana = write_any(form for form in tables.modal if KANA.search(form))
    starts = [form[0] for form in tables.modal if KANA.search(form)]
    starts += [word[0] for word in (*tables.cited, *tables.units["money"], *tables.shares) if is_han(word)]
    starts += [word[0] for word in select_unspaced([*tables.numbers, *tables.powers])]
    alphabetic = (*tables.cited, *tables.months, *tables.numbers, *tables.powers)
    starts += [word[0] for word in alphabetic if regex.match(r"[\p{Greek}\p{Cyrillic}]", word)]
    first = write_any(starts, also=FIRST)
    noun = rf"(?<!\b(?:{write_any(tables.nouns_after)}) )"
    return compile_lazily_with_properties(
        rf"(?={first}){neither}(?:(?P<date>{date})|(?P<reference>{reference_pattern(tables)})"
        rf"|{measure_pattern(tables)}|(?P<modality>{noun}\b(?:{modal})(?!\w)|{kana}))",
        regex.V1 | regex.IGNORECASE,
    )


def entity_patterns_for(language: str, folded: str) -> EntityPatterns:
    """Return the patterns that read a folded text in a language (a BCP 47 tag)."""
    return make_entity_patterns(language, CASED.search(folded) is not None)


@cache
def make_entity_patterns(language: str, cased: bool) -> EntityPatterns:  # noqa: FBT001 - remembered by place
    """Make the patterns of a language, for texts with letters of two cases or for those without.

    Hundreds of English months and units stand in no text without a Latin letter: without them the patterns
    find the same there, are compiled in a third of the time, and look in half of it.
    """
    tables = tables_for(language)
    fitting = tables if cased else select_caseless(tables)
    return EntityPatterns(tables, token_pattern(fitting), entity_pattern(fitting))


def select_caseless(tables: LanguageTables) -> LanguageTables:
    """Leave out every word that has a letter of an alphabet with two cases."""
    return replace(
        tables, **{each.name: select_caseless_words(getattr(tables, each.name)) for each in fields(tables)}
    )


def select_caseless_words(words: Any) -> Any:  # noqa: ANN401 - a table's field, of which words are kept
    """Leave such words out of one field of the tables; what holds no words stays as it is."""
    match words:
        case tuple() | frozenset():
            return type(words)(word for word in words if not CASED.search(word))
        case Mapping() if all(isinstance(value, Mapping) for value in words.values()):
            return {name: select_caseless_words(found) for name, found in words.items()}
        case Mapping():
            return {word: value for word, value in words.items() if not CASED.search(word)}
        case _:
            return words
