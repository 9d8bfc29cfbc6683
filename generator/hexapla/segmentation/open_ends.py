"""What the end of a text itself shows of words that are missing after it.

Each sign is positive: a comma, a bracket left open, a word that wants another, a list that was announced.
That a full stop is missing is none of them: tables, addresses and headings have none, and copies lose it.
"""

import re
from collections.abc import Sequence

from hexapla.language import guess_language
from hexapla.languages import load_languages, words_of
from hexapla.languages.ordinals import CARDINALS
from hexapla.languages.patterns import write_alternation, write_phrases, write_words
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Clause
from hexapla.text import INVISIBLE, fold_print, read_numeral

BLANK = " \t\n\r\v\f\x85\xa0\u2028\u2029\u3000"
LEADS_ON, BROKEN_OFF = "it ends with a word that leads on", "its last word is broken off"
MORE_ITEMS = "it announces more items than there are"
TAIL = 240
"""characters at the end of a text that are looked at"""
ENDED = compile_lazily(r"[。.｡!?;:…)>】》〉」』〕\]}”’\"'*_|%％﹒︒]$")
"""for the folded view"""
HANGING_SIGN = compile_lazily(r"[,、(\[{“‘「『《〈【〔„‚]$")
HYPHEN = compile_lazily(r"[^\W\d_A-Z]{2}[-‐‑–—―]{1,2}$")
"""a word that was parted, or a dash that more follows; that of an empty cell stands alone"""
ITEM_CONJUNCTION = compile_lazily(
    rf"[;,]\s*(?:{write_alternation(words_of('lists', 'joining'))})$", re.IGNORECASE
)
"""an item that leads on to the next one"""
PAIRS = tuple(zip("([“‘《〈「『【〔", ")]”’》〉」』】〕", strict=True))
GERMAN_QUOTES = str.maketrans({"“": "”", "„": "“", "‘": "’", "‚": "‘"})
"""where „ opens, “ closes"""
LAST_WORD = compile_lazily(r"(?:^|\s)([^\W\d_]+)$")
ARTICLE = compile_lazily(r"(?:of|in|to|for|by|with|on|at|is|as|has|have|be)\s+an?$")
"""`a` by itself is the letter of an item too"""
EASTERN = compile_lazily(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]")
NON_FINAL_WORDS: dict[str, frozenset[str]] = {
    tag: frozenset(words)
    for tag, one in load_languages().items()
    if (words := one.words("wanting", "words")) and not EASTERN.match(words[0])
}
"""words after which no text of that language ends; not those that a verb leaves at the end (in, ein, mit)"""
BROKEN_SYLLABLE: dict[str, re.Pattern[str]] = {
    tag: re.compile(rf"[a-zà-ÿ]*[aeiouyäöü][a-zà-ÿ]*(?:[bcdfgkpt]r|[bcfgkp]l{more})")
    for tag, more in {**dict.fromkeys(NON_FINAL_WORDS, ""), "en": "|[qvj]"}.items()
}
"""sounds that begin a syllable and end no word: `prescr`, `deliv`"""
EASTERN_WORDS = tuple(word for word in words_of("wanting", "words") if EASTERN.match(word))
"""Han, Kana and Hangul that want more: conjunctions, prepositions, particles"""
WORDS_WITH_THEIR_ENDS = words_of("wanting", "compounds")
"""words whose last character would want more if it stood alone: 理由"""
BARE_PARTICLE = compile_lazily(
    rf"[\u4e00-\u9fff](?:{write_alternation(words_of('wanting', 'particles'))})$|"
    rf"(?:{write_alternation(words_of('wanting', 'before_verb'))})[\u4e00-\u9fff]$"
)
"""a particle after a Han character; 应当 wants a verb, and none of one character"""
OPENING_PART = compile_lazily(rf"[,;](?:{write_alternation(words_of('wanting', 'openers'))})[^,;]{{0,16}}$")
"""the last part of a sentence begins with a word that a main clause has to follow: …,但经管理站"""
EXCEPTED = compile_lazily(rf"(?:{write_alternation(words_of('wanting', 'excepted'))})$")
"""with these words such a part is complete: 但经批准的除外"""
FUNCTION_WORDS = frozenset(words_of("wanting", "word_after"))
"""Han characters after which a new word begins"""
PREPOSITIONS = frozenset(words_of("wanting", "verb_after"))
"""and those of them that want a verb behind that word: 向港务组报告"""
LONGEST_PIECE = 3
"""characters of a word's beginning"""
ANNOUNCING = compile_lazily(
    rf"(?:{write_words(words_of('lists', 'announcing'))})[^。.;:!?]{{0,60}}:$|"
    rf"(?:{write_words(words_of('lists', 'leaving_open'))}):$",
    re.IGNORECASE,
)
COUNTED = compile_lazily(
    r"(?:下列|以下|如下)\s*([两兩二三四五六七八九十\d]{1,3})\s*"
    rf"(?:(?:{write_alternation(words_of('lists', 'counted'))})|[个個](?![月小工]))|"
    rf"\bfollowing\s(\d{{1,2}}|{'|'.join(CARDINALS)})\s"
    rf"(?!(?:{write_alternation(words_of('lists', 'times'))}))",
    re.IGNORECASE,
)
"""how many items a sentence announces, and not how many months"""
ONE_OF = compile_lazily(rf"(?:{write_phrases(words_of('lists', 'alternatives'))})", re.IGNORECASE)
"""what announces two items at least"""
MORE_ELSEWHERE = compile_lazily(
    rf"[^\n。]{{0,8}}(?:{write_alternation(words_of('wanting', 'more'))})(?:[ .…>»)\]】]|全文|内容){{0,6}}$",
    re.IGNORECASE,
)
"""a last line that leads to the rest of a text: （未完，点击查看全文）"""
SENTENCE = compile_lazily(r"[。.;!?]")
CARDINAL_WORDS = {word.lower(): n for n, word in enumerate(CARDINALS, 1)}


def strip_invisible_end(text: str) -> str:
    """Return a text without the signs at its end that nobody sees."""
    return text.rstrip(INVISIBLE + BLANK)


def find_open_end(own: str, clauses: Sequence[Clause]) -> str | None:
    """Say which words, signs or items are missing after the last text of a version, or return None.

    Args:
        own: the last text, visible characters only.
        clauses: all of the version, for its language and its words.
    """
    tail = fold_print(own[-TAIL:])
    if HANGING_SIGN.search(tail[-1:]) and not is_closing_low_quote(tail):
        return "it ends with a comma or an opening sign"
    if MORE_ELSEWHERE.match(tail.rsplit("\n", 1)[-1]):
        return "its last line says that more follows elsewhere"
    if leads_to_list(tail):
        return "it announces a list that does not follow"
    if not tail or ENDED.search(tail[-1:]):
        return None
    if is_left_open(tail.rsplit("\n", 1)[-1]):
        return "a bracket or a quotation is not closed"
    return check_last_word(tail, clauses)


def is_closing_low_quote(tail: str) -> bool:
    """Tell whether the last sign closes a quotation that „ or ‚ opened."""
    opening = {"“": "„", "‘": "‚"}.get(tail[-1:])
    low = tail.rfind(opening) if opening else -1
    return low >= 0 and tail[-1] not in tail[low:-1]


def is_left_open(line: str) -> bool:
    """Tell whether a bracket or a quotation is open at the end of a line."""
    if "„" in line or "‚" in line:
        line = line.translate(GERMAN_QUOTES)
    return any(line.rfind(pair[0]) > line.rfind(pair[1]) for pair in PAIRS)


def leads_to_list(own: str) -> bool:
    """Tell whether a folded text announces a list after it; a form's field (`Date:`) announces none."""
    return own.endswith(":") and ANNOUNCING.search(own[-TAIL // 2 :]) is not None


def check_last_word(tail: str, clauses: Sequence[Clause]) -> str | None:
    """Say what the last word of a folded text lacks, or return None."""
    if wants_more(tail[-8:]) or lacks_main_clause(tail) or ITEM_CONJUNCTION.search(tail[-16:]):
        return LEADS_ON
    if HYPHEN.search(tail[-4:]) or is_cut_han(tail, clauses):
        return BROKEN_OFF
    found = LAST_WORD.search(tail[-60:])
    return check_last_latin_word(found[1], tail, clauses) if found else None


def wants_more(tail: str) -> bool:
    """Tell whether a Han, Kana or Hangul word at the end of a folded text wants another after it."""
    if tail.endswith(EASTERN_WORDS) and not tail.endswith(WORDS_WITH_THEIR_ENDS):
        return True
    return BARE_PARTICLE.search(tail) is not None


def lacks_main_clause(tail: str) -> bool:
    """Tell whether the last part of a folded text is a condition that nothing follows."""
    return OPENING_PART.search(tail[-24:]) is not None and not EXCEPTED.search(tail)


def check_last_latin_word(word: str, tail: str, clauses: Sequence[Clause]) -> str | None:
    """Say what the last word lacks in the text's own language, or return None."""
    suspected = [
        tag for tag in NON_FINAL_WORDS if word in NON_FINAL_WORDS[tag] or BROKEN_SYLLABLE[tag].fullmatch(word)
    ]
    if ARTICLE.search(tail[-12:]):
        suspected.append("en")
    if not suspected:
        return None
    language = guess_language("\n".join(clause.text[:TAIL] for clause in clauses[-TAIL:]))
    if language not in suspected:
        return None
    return BROKEN_OFF if BROKEN_SYLLABLE[language].fullmatch(word) else LEADS_ON


def is_cut_han(tail: str, clauses: Sequence[Clause]) -> bool:
    """Tell whether the last Han characters begin a word that the text else never writes without its next.

    Only after a character that ends its own word: otherwise nothing tells where a word begins, and 解释 would
    be taken for the beginning of 解释权. One character counts where the text has it behind the same word
    (到礼, as in 到礼堂), several where a verb is wanted behind them too (向港务, as in 港务组).
    """
    for length in range(1, LONGEST_PIECE + 1):
        lead, piece = tail[-length - 1 : -length], tail[-length:]
        if not all("\u4e00" <= sign <= "\u9fff" for sign in piece):
            return False
        known = FUNCTION_WORDS if length == 1 else PREPOSITIONS
        before = tail[:-length]
        if lead not in known or (length > 1 and before.endswith(WORDS_WITH_THEIR_ENDS)):
            continue
        after, led = find_following_signs(piece, lead if length == 1 else "", clauses)
        if led and len(after) == 1 and all("\u4e00" <= sign <= "\u9fff" for sign in after):
            return True
    return False


def find_following_signs(piece: str, lead: str, clauses: Sequence[Clause]) -> tuple[set[str], bool]:
    """Return what follows a piece wherever else a version has it, and whether `lead` precedes it once."""
    after = set[str]()
    led = False
    for clause in clauses:
        text = fold_print(clause.text).rstrip() if piece in clause.text else ""
        stop = len(text) - len(piece) if clause is clauses[-1] else len(text)
        for at in find_piece(text, piece, stop):
            end = at + len(piece)
            after.add(text[end : end + 1])
            led = led or text.startswith(lead, max(0, at - len(lead)))
    return after, led


def find_piece(text: str, piece: str, stop: int) -> list[int]:
    """Return where a piece stands in a text before a place."""
    return [found.start() for found in re.finditer(re.escape(piece), text[:stop])]


def check_last_list(clauses: Sequence[Clause]) -> str | None:
    """Say that the last list has fewer items than its sentence announces, or return None."""
    if clauses[-1].number is None:
        return None
    depth, items = clauses[-1].depth, 0
    for clause in reversed(clauses):
        if clause.number is None:
            continue
        if clause.depth < depth:
            announced = read_announced_items(clause.text)
            if announced is not None and items < announced:
                return MORE_ITEMS
            if (
                depth == clauses[-1].depth
                and items == 1
                and wants_alternatives(clause.text, clauses[-1].text)
            ):
                return MORE_ITEMS
            depth, items = clause.depth, 0
        items += clause.depth == depth
    return None


def wants_alternatives(leading: str, only: str) -> bool:
    """Tell whether a list of alternatives (下列情形之一) has one item alone, whose sentence is not closed."""
    tail = fold_print(strip_invisible_end(leading)[-TAIL:])
    if not tail.endswith(":") or not ONE_OF.search(SENTENCE.split(tail[:-1])[-1]):
        return False
    return not ENDED.search(fold_print(strip_invisible_end(only)[-1:]))


def read_announced_items(text: str) -> int | None:
    """Return how many items the last sentence of a clause announces, if it leads to a list."""
    tail = fold_print(strip_invisible_end(text)[-TAIL:])
    found = COUNTED.search(SENTENCE.split(tail)[-1]) if tail.endswith(":") else None
    if found is None:
        return None
    han, word = found.groups()
    return read_numeral(han or word) if han or word.isdecimal() else CARDINAL_WORDS[word.lower()]
