"""Guess a text's language from its script and its commonest words.

No model: a guess must be the same on every machine, and it decides little (typography, word lists of flags).
It is always reported as a finding and can be overruled in document.yml.
"""

from collections import Counter
from functools import lru_cache

import regex

from hexapla.languages import load_languages
from hexapla.lazy_patterns import compile_lazily_with_properties

HAN = compile_lazily_with_properties(r"\p{Han}+")
KANA = compile_lazily_with_properties(r"[\p{Hiragana}\p{Katakana}]+")
HANGUL = compile_lazily_with_properties(r"\p{Hangul}+")
WORD = compile_lazily_with_properties(r"\p{Latin}+")

TRADITIONAL = frozenset(
    "條個們這國會為來時對學關開門車馬長東書見說話讀寫機應當規義務權責辦處縣區鄉員經濟發揚護與於"
)
SIMPLIFIED = frozenset(
    "条个们这国会为来时对学关开门车马长东书见说话读写机应当规义务权责办处县区乡员经济发扬护与于"
)
"""Han characters frequent in statutes whose two forms differ; those with one form carry no evidence"""

WIDEST = ("en", "de", "fr", "es", "it", "pt", "nl", "nb")
"""languages that go before others on equal evidence"""
COMMON = {
    tag: frozenset(load_languages()[tag].words("guess", "common"))
    for tag in sorted(
        load_languages(), key=lambda tag: (WIDEST.index(tag) if tag in WIDEST else len(WIDEST), tag)
    )
    if "guess" in load_languages()[tag].lists
}
LETTERS = {tag: "".join(load_languages()[tag].words("guess", "letters")) for tag in COMMON}
"""letters that few other languages write; each in a text says as much as a common word"""
SCRIPTS = {tag: regex.compile(rf"\p{{{one.script}}}") for tag, one in load_languages().items() if one.script}
"""scripts with the language that is mostly written in each"""
RIGHT_TO_LEFT = frozenset(
    "ar he iw fa ur ps sd ug yi ji dv ckb syr arc nqo adlm arab hebr thaa syrc nkoo".split()
)
"""languages and scripts that run from right to left"""
UNKNOWN = "und"
EVIDENCE = 120
"""characters of a text from which its commonest words tell it apart from a language of the same script"""
HAN_LANGUAGES = frozenset({"zh", "ja"})
SAMPLE = 20_000
"""characters looked at; enough for any guess that can be made this way"""


def guess_language(text: str) -> str:
    """Return a BCP 47 tag; `und` where there is nothing to go by."""
    return guess_sample_language(text[:SAMPLE])


@lru_cache(maxsize=16)
def guess_sample_language(sample: str) -> str:
    """Guess the language of a sample; remembered, since several stages ask for that of one version."""
    han, kana, hangul = (sum(map(len, script.findall(sample))) for script in (HAN, KANA, HANGUL))
    words = [word.lower() for word in WORD.findall(sample)]
    if hangul > max(han, len(words)):
        return "ko"
    if kana * 10 > han + kana and kana * 2 > len(words):
        return "ja"
    if han > len(words):
        traditional, simplified = (sum(map(sample.count, chars)) for chars in (TRADITIONAL, SIMPLIFIED))
        return "zh-Hant" if traditional > simplified else "zh-Hans"
    letters = {tag: len(script.findall(sample)) for tag, script in SCRIPTS.items()}
    most = max(letters, key=lambda tag: letters[tag])
    if letters[most] > sum(map(len, words)):
        return most
    often = Counter(words)
    counts = {tag: sum(often[word] for word in common if word in often) for tag, common in COMMON.items()}
    for tag, signs in LETTERS.items():
        counts[tag] += sum(map(sample.count, signs)) if counts[tag] else 0
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else UNKNOWN


def is_right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left, by its BCP 47 tag."""
    language, *rest = tag.lower().split("-")
    scripts = [part for part in rest if len(part) == 4]  # noqa: PLR2004 - a subtag of four letters is a script
    return (scripts[0] if scripts else language) in RIGHT_TO_LEFT


def guess_version_language(text: str, document: str) -> str:
    """Guess the language of one version of a document whose language is known.

    The document's tag is kept where the guess only repeats it with less detail (en beside en-GB) or rests on
    little: a short text tells its script, not its language.
    """
    own = guess_language(text)
    one, other = own.partition("-")[0], document.partition("-")[0].lower()
    if own == UNKNOWN:
        return document
    if one == other:
        return (
            own if one == "zh" and has_script_evidence(text) and has_other_script(own, document) else document
        )
    if other == UNKNOWN:
        return own
    related = {one, other} <= HAN_LANGUAGES or {one, other} <= COMMON.keys()
    return document if related and len(text.strip()) < EVIDENCE else own


def has_script_evidence(text: str) -> bool:
    """Tell whether a Chinese text has characters that only one of the scripts writes."""
    return any(char in TRADITIONAL - SIMPLIFIED or char in SIMPLIFIED - TRADITIONAL for char in text[:SAMPLE])


def has_other_script(own: str, document: str) -> bool:
    """Tell whether a tag of simplified or traditional Chinese contradicts the document's."""
    traditional = any(part in document.lower() for part in ("hant", "-tw", "-hk", "-mo"))
    return (own == "zh-Hant") != traditional
