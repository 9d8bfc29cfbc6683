"""How likely it is that somebody wrote this text: a score for choosing among decodings.

The score is the mean weight of the characters that bear evidence, pulled towards nothing while they are
few, so that two lucky characters prove less than two hundred. No model and no library: a guess must be the
same on every machine, and charset-normalizer missed 7 of 53 short Big5 texts.
"""

from collections import Counter
from enum import Enum
from functools import lru_cache

import regex

from hexapla.readers.encodings.frequency import (
    COMMON,
    COMMONEST,
    HANGUL_COMMON,
    JAPANESE,
    PUNCTUATION,
    SIMPLIFIED,
    TRADITIONAL,
)


class EncodingFamily(Enum):
    """What an encoding was made for."""

    GUOBIAO = "simplified Chinese; holds every character, as four bytes if need be"
    BIG5 = "traditional Chinese"
    JAPANESE = "Japanese"
    KOREAN = "Korean"
    UNICODE = "everything"


LIKELY_FROM = 0.5
"""Chinese read rightly scores about .85, Korean or Japanese bytes read as Chinese .40 to .45, random bytes
below 0; texts of two or three characters are refused one time in ten rather than misread."""

DOUBT = 1
"""characters of weight 0 that are added to every text"""

PRINTABLE = regex.compile(r"[\x20-\x7E\t\n\r\f\v]")
IMPOSSIBLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}]")
PRIVATE_USE = regex.compile(r"\p{Co}")
HAN = regex.compile(r"[\u4E00-\u9FFF]")
KANA = regex.compile(r"[\u3041-\u30FF]")
HANGUL = regex.compile(r"[\uAC00-\uD7A3]")
WRITTEN = regex.compile(r"[\p{L}\p{N}]")

HALF_KANA = regex.compile(r"[\uFF61-\uFF9F]")

LEVEL_1 = {
    EncodingFamily.GUOBIAO: ("gb2312", range(0xB0, 0xD8)),
    EncodingFamily.BIG5: ("big5", range(0xA4, 0xC7)),
    EncodingFamily.JAPANESE: ("shift_jis", range(0x88, 0x99)),
}
"""lead bytes of the characters in use (GB 2312 level 1: 3,755; Big5 level 1: 5,401; JIS level 1: 2,965)"""

COMMON_IN = {
    EncodingFamily.GUOBIAO: COMMON | SIMPLIFIED,
    EncodingFamily.BIG5: COMMON | TRADITIONAL,
    EncodingFamily.JAPANESE: COMMON | JAPANESE,
    EncodingFamily.KOREAN: frozenset(),
    EncodingFamily.UNICODE: COMMON | SIMPLIFIED | TRADITIONAL,
}


def score_decoding(text: str, family: EncodingFamily) -> float:
    """Score a decoding: 1 and above for common characters throughout, below 0 for what no text holds.

    ASCII text is no evidence in an encoding that keeps ASCII as it is; in UTF-16 it is. Takes time linear
    in the text; control characters, surrogates and unassigned code points outweigh ten common characters.
    """
    count, total = 0, 0.0
    for char, times in Counter(text).items():
        if family is not EncodingFamily.UNICODE and PRINTABLE.match(char):
            continue
        count += times
        total += times * weigh_character(char, family)
    return total / (count + DOUBT)


@lru_cache(maxsize=1 << 16)
def weigh_character(char: str, family: EncodingFamily) -> float:
    """Say how much one character speaks for the decoding."""
    if PRINTABLE.match(char) or char in PUNCTUATION:
        return 1.0
    if IMPOSSIBLE.match(char):
        return -10.0
    if PRIVATE_USE.match(char):
        return -3.0
    if HAN.match(char):
        return 0.0 if family is EncodingFamily.KOREAN else weigh_han(char, family)
    if KANA.match(char) or HALF_KANA.match(char) or HANGUL.match(char):
        return weigh_syllable(char, family)
    return 0.1 if WRITTEN.match(char) else 0.0


def weigh_syllable(char: str, family: EncodingFamily) -> float:
    """Say how much kana or hangul speak for the decoding: nothing in the Chinese sets.

    Big5 read as GB 2312 is full of kana, Chinese read as Shift_JIS of kana of half width, Chinese read as
    EUC-KR of syllables that are rare.
    """
    if family is EncodingFamily.UNICODE:
        return 0.5 if HANGUL.match(char) else 0.8
    if family is EncodingFamily.JAPANESE and not HANGUL.match(char):
        return -0.5 if HALF_KANA.match(char) else 1.0
    if family is EncodingFamily.KOREAN and HANGUL.match(char):
        return 1.2 if char in HANGUL_COMMON else 0.1
    return 0.1


def weigh_han(char: str, family: EncodingFamily) -> float:
    """Say how much one Han character speaks for the decoding."""
    if char in COMMON_IN[family]:
        return 1.5 if char in COMMONEST else 1.0
    if family is EncodingFamily.GUOBIAO and char in TRADITIONAL:
        return 0.7
    levels = LEVEL_1.values() if family is EncodingFamily.UNICODE else (LEVEL_1[family],)
    return 0.3 if any(lead_byte(char, codec) in leads for codec, leads in levels) else 0.0


def lead_byte(char: str, codec: str) -> int:
    """Return the first byte of a Han character; 0 where the codec lacks it."""
    try:
        return char.encode(codec)[0]
    except UnicodeEncodeError:
        return 0
