"""Bytes → characters: byte order mark, else strict UTF-8, else the likeliest of a few encodings."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from hexapla.errors import Problem, SourceError
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.encoding_likelihood import LIKELY_FROM, EncodingFamily, score_decoding

BIG5 = ("big5", "cp950", "big5hkscs")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

SUPERSETS: dict[str, tuple[str, ...]] = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": BIG5,
    "shift_jis": ("shift_jis", "cp932"),
    "euc_kr": ("euc_kr", "cp949"),
    "iso8859-1": ("cp1252", "iso8859-1"),
}
"""What files are in that bear these names: the first that fits is taken."""

NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined", "mbcs", "oem"})
"""with every codec whose name says escape: they are Python's, not any file's"""

CONTROL = compile_lazily_with_properties(r"[\p{Cc}--[\t\n\v\f\r\x85]]", regex.V1)
NO_CHARACTER = compile_lazily_with_properties(r"[[\p{Cc}\p{Cn}\p{Co}]--[\t\n\v\f\r\x85]]", regex.V1)


@dataclass(frozen=True, slots=True)
class EncodingCandidate:
    """An encoding that is tried on bytes that are no UTF-8."""

    codecs: tuple[str, ...]
    """the first that decodes is taken"""
    family: EncodingFamily


CANDIDATES = (
    EncodingCandidate(("gb18030",), EncodingFamily.GUOBIAO),
    EncodingCandidate(BIG5, EncodingFamily.BIG5),
    EncodingCandidate(("shift_jis", "cp932"), EncodingFamily.JAPANESE),
    EncodingCandidate(("euc_kr", "cp949"), EncodingFamily.KOREAN),
    EncodingCandidate(("utf-16-le",), EncodingFamily.UNICODE),
    EncodingCandidate(("utf-16-be",), EncodingFamily.UNICODE),
)
"""Of equally likely readings the first is taken."""

NOT_ASCII = compile_lazily_with_properties(r"[^\x00-\x7F]")
NOT_ASCII_IN_WORD = compile_lazily_with_properties(r".?[^\x00-\x7F][a-zA-Z]|[a-zA-Z][^\x00-\x7F]", regex.S)
WESTERN = frozenset(
    "äöüßÄÖÜéèêëàâáãåæçñóôòõíìîïúûùøœÿÉÈÊÀÂÁÃÅÆÇÑÓÔÕÍÎÚØŒ§°«»“”„‘’–—…•·€£¿¡ªº©®´\N{NO-BREAK SPACE}"
)
TRIED = "GB 18030, Big5, Shift_JIS, EUC-KR, UTF-16, Windows-1252"
OTHER_PAGES = "iso8859-2, cp1250"
HUNGARIAN = frozenset("õûÕÛ")
"""what ő and ű of Windows-1250 become: no other language of that page is made of `WESTERN` alone"""
NOT_HUNGARIAN = frozenset("ãçèêàñÃÇÈÊÀÑ")
LATIN = compile_lazily_with_properties(r"[A-Za-z]")
SPARSE = 20
"""letters of ASCII to each sign beyond it"""
FEWEST = 3
"""different characters beyond ASCII below which one reading of them is hardly better than another"""
ENOUGH = 20
"""characters beyond ASCII after which accident is ruled out"""

HELP = "save it as UTF-8, or name its encoding in document.yml (`encoding: …`)"


def is_encoding(name: str) -> bool:
    """Tell whether a name is that of a character encoding that a file can have."""
    try:
        codec = codecs.lookup(name).name
        "a".encode(codec)
    except (LookupError, ValueError, UnicodeError):
        return False
    return codec not in NOT_FOR_FILES and "escape" not in codec


class DecodedText(NamedTuple):
    """A text, its encoding as Python spells it, and another in which the bytes make sense too."""

    text: str
    encoding: str
    other: str | None = None
    sure: bool = True
    """there is no reason to doubt, whatever else the bytes could be"""


def decode_file(path: str, data: bytes, declared: str | None) -> DecodedText:
    """Decode a file and name the encoding that was found, as Python spells it.

    A byte order mark is left in the text. Surrogates may be unpaired. Unlike a guess among a hundred code
    pages, few candidates whose texts look nothing like each other are told apart by 15 characters. Bytes that
    are nothing of these may be Windows-1252, if they look like Western words; that is sure only of a longer
    text in which Hungarian is ruled out.

    Raises:
        SourceError: with the line of the first bad byte.
    """
    if declared is not None:
        return decode_declared(path, data, declared)
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark) and not (codec == "utf-32-le" and len(data) % 4):
            return decode_by_mark(path, data, codec)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return decode_likeliest(path, data, error)
    if has_zeros_of_utf16(data):
        found = choose_decoding(data)
        if found:
            return found
    if is_binary(text):
        raise SourceError(
            Problem(path=path, message="this is no text file: it is full of control characters")
        )
    return DecodedText(text, "utf-8")


def decode_declared(path: str, data: bytes, name: str) -> DecodedText:
    """Decode as the editor says, whatever the text looks like."""
    if not is_encoding(name):
        message = f"“{name}” is no encoding; names are utf-8, gb18030, big5, utf-16, windows-1252 …"
        raise SourceError(Problem(path=path, message=message))
    codec = codecs.lookup(name).name
    if codec in {"utf-16", "utf-32"}:
        ends = "be" if is_big_endian(data, codec) else "le"
        codec = f"{codec}-{ends}"
    failure = None
    for each in SUPERSETS.get(codec, (codec,)):
        try:
            return DecodedText(data.decode(each, choose_error_handler(each)), each)
        except UnicodeError as error:
            failure = failure or error
    line = find_failure_line(data, codec, failure)
    message = f"these bytes are no {name}, the encoding that was named: correct the name or the file"
    raise SourceError(Problem(path=path, line=line, message=message)) from failure


def decode_by_mark(path: str, data: bytes, codec: str) -> DecodedText:
    """Decode as the byte order mark says, unless what follows is no text."""
    try:
        text = data.decode(codec, choose_error_handler(codec))
    except UnicodeDecodeError as error:
        line = find_failure_line(data, codec, error)
        message = f"the byte order mark says {codec}, but these bytes are none; {HELP}"
        raise SourceError(Problem(path=path, line=line, message=message)) from error
    if codec != "utf-8" and is_garbage(text):
        message = f"the byte order mark says {codec}, but what follows is no text; {HELP}"
        raise SourceError(Problem(path=path, message=message))
    return DecodedText(text, codec)


def decode_likeliest(path: str, data: bytes, error: UnicodeDecodeError) -> DecodedText:
    """Decode bytes that are no UTF-8."""
    found = choose_decoding(data)
    if found:
        return found
    try:
        return DecodedText(data.decode("utf-8", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        damage = choose_error(data, error)
    if damage is error and (western := decode_western(data)):
        return western
    place = f"the byte 0x{data[damage.start]:02x} on this line"
    if damage is error:
        what = f"{place} is no UTF-8, and the file reads as none of {TRIED} either; {HELP}"
    else:
        what = f"the file reads as {damage.encoding} up to {place}: it is damaged or cut off there; {HELP}"
    line = find_failure_line(data, damage.encoding, damage)
    raise SourceError(Problem(path=path, line=line, message=what)) from error


def choose_error(data: bytes, first: UnicodeDecodeError) -> UnicodeDecodeError:
    """Return the failure that a reader can make most of: where the likeliest reading breaks off.

    A scraped page often ends inside a character. The first byte that is no UTF-8 is then the first character
    of a Chinese file, which says nothing.
    """
    failures = [first]
    for candidate in CANDIDATES:
        try:
            data.decode(candidate.codecs[-1])
        except UnicodeDecodeError as error:
            text = data[: error.start].decode(candidate.codecs[-1])
            if score_decoding(text, candidate.family) >= LIKELY_FROM:
                failures.append(error)
    return max(failures, key=lambda error: error.start)


def choose_decoding(data: bytes) -> DecodedText | None:
    """Return the likeliest reading and its encoding; None if none is likely."""
    readings = []
    for candidate in CANDIDATES:
        for codec in candidate.codecs:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            readings.append((score_decoding(text, candidate.family), text, codec))
            break
    readings.sort(key=lambda reading: -reading[0])
    likely = [reading for reading in readings if reading[0] >= LIKELY_FROM]
    if not likely:
        return None
    other = likely[1][2] if len(likely) > 1 and likely[1][1] != likely[0][1] else None
    if other is None and len(set(NOT_ASCII.findall(likely[0][1]))) < FEWEST:
        other = next((codec for _, text, codec in readings if text != likely[0][1]), None)
    return DecodedText(likely[0][1], likely[0][2], other, sure=other is None)


def decode_western(data: bytes) -> DecodedText | None:
    """Read bytes as Windows-1252 if they look like words of a Western language.

    That is letters among letters, or a few signs (§, ©, dashes) among many letters of ASCII.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = list(NOT_ASCII.finditer(text))
    among = sum(bool(NOT_ASCII_IN_WORD.match(text, max(0, match.start() - 1))) for match in high)
    known = sum(match[0] in WESTERN for match in high)
    signs = len(high) * SPARSE <= len(LATIN.findall(text))
    if CONTROL.search(text) or known < len(high) or not (signs or among * 2 >= len(high)):
        return None
    return DecodedText(text, "cp1252", OTHER_PAGES, sure=is_surely_western([match[0] for match in high]))


def is_surely_western(letters: Sequence[str]) -> bool:
    """Tell whether what Windows-1252 makes of bytes beyond ASCII is what no other page's language looks like.

    Polish, Czech, Slovak, Croatian, Romanian, Turkish and Baltic letters become signs that are not in
    `WESTERN`; Cyrillic and Greek words have no Latin letter beside theirs.
    """
    there = set(letters)
    return len(letters) >= ENOUGH and (there.isdisjoint(HUNGARIAN) or not there.isdisjoint(NOT_HUNGARIAN))


def choose_error_handler(codec: str) -> str:
    """Let unpaired surrogates through where they can occur; they are replaced, and reported, later."""
    return "surrogatepass" if codec.startswith("utf-") and codec not in {"utf-7", "utf-8-sig"} else "strict"


def has_zeros_of_utf16(data: bytes) -> bool:
    """Tell whether the bytes, though they are UTF-8, look like Latin text in UTF-16: every other one is 0."""
    halves = data[::2], data[1::2]
    zeros = [half.count(0) for half in halves]
    return len(data) % 2 == 0 and min(zeros) == 0 and max(zeros) >= max(4, 0.8 * len(halves[0]))


def is_big_endian(data: bytes, codec: str) -> bool:
    """Tell the byte order of a file of which only “UTF-16” or “UTF-32” is known: by its mark, else by zeros.

    Python takes the machine's own order, which would make the result differ between machines. Without a
    mark, what is commoner decides: in most texts the high bytes repeat (0 for Latin, 0x4E to 0x9F for Han).
    """
    if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return True
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE)):
        return False
    scores = [
        score_decoding(data.decode(f"{codec}-{ends}", "replace"), EncodingFamily.UNICODE)
        for ends in ("le", "be")
    ]
    return scores[1] > scores[0]


def is_binary(text: str) -> bool:
    """Tell whether a third of the characters are control characters: no text, though it is valid UTF-8."""
    count = len(CONTROL.findall(text))
    return count >= 8 and count * 3 >= len(text)  # noqa: PLR2004 - a short text may consist of an accident


def is_garbage(text: str) -> bool:
    """Tell whether one character in twenty is none: random code units score one in eight."""
    count = len(NO_CHARACTER.findall(text))
    return count >= 4 and count * 20 >= len(text)  # noqa: PLR2004 - as above


def find_failure_line(data: bytes, codec: str, error: UnicodeError | None) -> int | None:
    """Return the line of the first byte that could not be decoded, counted from 1."""
    if not isinstance(error, UnicodeDecodeError):
        return None
    before = data[: error.start].decode(codec, "replace")
    return before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
