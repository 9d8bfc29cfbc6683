"""What the surroundings of a candidate say: its place, and whether it is a reference, a date, a count.

`MarkWeights` says what each place is worth and what each likeness costs.
"""

import re

from hexapla.languages import words_of
from hexapla.languages.patterns import GONE, write_alternation
from hexapla.languages.schemes import Level, Scheme
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.quantity_rules import (
    score_numeral_list,
    score_quantity,
)
from hexapla.text import read_numeral
from hexapla.text.scripts import is_small_letter

UNSPACED = compile_lazily("[\u0e01-\u0e4e\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]")
"""scripts in which a word touches the number that it leads on to"""
CELL = "|"
BLANK = " \x1f"
FEW = 16
FEW_WORDS = 2
"""so many words in capitals may be a heading, if they stand at a line start"""
WORD = 24
LIST = 160
"""characters before an item in which the one before it is looked for"""
ENDS = frozenset("。;:!?】」』”》.…\x1e")
CLOSERS = frozenset(")）\"’'〕]»")
OPEN_ENDED = frozenset(",、(（“‘「『[—-")
JOINING = write_alternation(words_of("lists", "joining"))
CONJUNCTION = compile_lazily(rf"([;,:])\s*(?:{JOINING})\s*$")

CITING = words_of("citing", "before")
BEFORE = tuple(word for word in CITING if UNSPACED.match(word))
"""what leads on to a reference, at the end of a run without spaces"""
WORDS_BEFORE = frozenset(CITING) - frozenset(BEFORE)
SHORT_WORDS_BEFORE = frozenset(word.lower() for word in CITING if word.endswith(".") and word != "i.")
"""abbreviations that lead on to a reference: Ziff. 2.1"""
COMPOUNDS = words_of("citing", "compounds")
"""words whose last character would lead on to a reference if it stood alone"""
COMPOUNDS_BEFORE = tuple(word for word in BEFORE if word.endswith(COMPOUNDS))
"""and those of them that lead on all the same: 原合同"""
IN_HEADING = compile_lazily(
    r"第[ \x1f]?[零〇一二三四五六七八九十百\d]{1,4}[ \x1f]?[编章节](?:(?!规定|規定|、第)[^。;:条]){1,30}$"
)
"""a division's heading may end with a word that also leads on to a reference (法律适用)"""
CITED = frozenset(words_of("citing", "numbered"))
LEFT_OPEN = (WORDS_BEFORE | frozenset(words_of("citing", "open"))) - frozenset(words_of("citing", "joining"))
"""words after which a sentence goes on; not those that join the last of a list to the others"""
UNSPACED_OPEN = tuple(word for word in LEFT_OPEN if UNSPACED.match(word) and word not in BEFORE)
"""the same in scripts whose words stand side by side"""
WANTING_MORE = LEFT_OPEN | frozenset(
    word.lower() for name in ("obligation", "permission", "prohibition") for word in words_of("modal", name)
)
"""words with which a heading does not end"""
OWN_SIGN = compile_lazily(r"(?:^|\n)[ \x1f]*\d{1,4}[^\W\d_]?\.?[ \x1f]?§$")
"""1. § (1) at the beginning of a line: a section's own sign, which cites nothing"""
APOSTROPHE = compile_lazily(r"['’]")
RANGES = write_alternation(words_of("citing", "ranges"))
LAST_OF_LIST = compile_lazily(rf"[ ,;:]\([\da-zA-Z]{{1,5}}\) (?!(?:{RANGES}) )[^()]{{1,120}} (?:{JOINING}) $")
"""(ii) two are appointed and (iii)"""
RUN_IN_LIST = compile_lazily(
    r"\((?:a\) [^()\n]{6,120}[,;] (?:\w{1,3} )?\(b|i\) [^()\n]{6,120}[,;] (?:\w{1,3} )?\(ii|"
    r"1\) [^()\n]{6,120}[,;] (?:\w{1,3} )?\(2)\) [^()\n]{4}"
)
"""for (a) the election of officers, (b) the reading of the accounts"""
OPENS_LIST = compile_lazily(rf"(?<!\w)(?:{write_alternation(words_of('lists', 'opening'))}) $")
"""closed if (1) a child is heard; but under (1), in (1)"""
LAST_WORD = compile_lazily(r"(\S+)\s*$")
AFTER_CITATION = words_of("citing", "after")
WITHIN = write_alternation(words_of("citing", "within"))
AMENDED = write_alternation(words_of("citing", "amended"))
AFTER = compile_lazily(
    r"(?:\([\da-z一二三四五六七八九十]{1,3}\)){0,3}(?:\([^()\n]{1,20}\)(?=[至到、和及与或以的]))?[ \x1f\n]*"
    rf"(?:{write_alternation(word for word in AFTER_CITATION if not word[0].isascii())}|"
    r"规定(?=[,，:：之的])|"
    r"第[\s\x1f]?(?:[零〇一二三四五六七八九十百千两\d]+|\([一二三四五六七八九十\d]{1,3}\))[\s\x1f]?[款项項号號目段]|"
    r"[款项項]|,第[\s\x1f]?[零〇一二三四五六七八九十百千两\d]+[\s\x1f]?[条條款项項]|"
    r"제\d+[항호목]|[항호목]|(?<=条)[\u3041-\u3096]|(?<=条[のの][二三四五六七八九十2-9])[\u3041-\u3096]|"
    r"(?:[를을]|[은는의](?= )|에(?:서|게|도)?(?= ))|내지[ \x1f]?제|"
    r"第[一二三四五六七八九十\d]+[項号]|"
    rf"(?:{WITHIN})(?=[「“]|[^。;\n]{{1,60}}(?:{AMENDED}))|"
    rf"(?:{write_alternation(word for word in AFTER_CITATION if word[0].isascii())}) ?\d|Buchst)"
)
SUBDIVIDED_AT_ONCE = compile_lazily(
    r"제\d{1,3}[항호목]|,[ \x1f]?제\d|第[一二三四五六七八九十\d]{1,4}(?:項|号(?=[\u3041-\u3096\n及又若]))|"
    rf"[ \x1f]?(?:{write_alternation(words_of('citing', 'at_once'))}|(?:{WITHIN})(?=[ \x1f]?[\"“「]))"
)
"""제6조제1항 중 …, 第二条から第四条まで: what a citation goes on with, and no mark whose number is due"""
ARTICLE_AT_ONCE = compile_lazily(
    r"[ \x1f\n]*(?:第[\s\x1f]?([零〇一二三四五六七八九十百千两\d]+)[\s\x1f]?[條条]|"
    r"제[ \x1f]?(\d{1,4})[ \x1f]?조)"
)
DIGIT = compile_lazily(r"\d")
ORDINAL = compile_lazily(r"[零〇一二三四五六七八九十百千两\d]+")
OWN_SENTENCE = compile_lazily(r"\([\da-zA-Z]{1,4}\)(?:\([\da-zA-Z]{1,4}\)){0,3},? [a-zà-ÿ]")
"""Section 1(b) does not apply"""
SHORTENED = words_of("words", "shortened")
TITLE_OR_SIGN = frozenset(SHORTENED)
"""abbreviations after which a name or a number stands on the next line"""
NEXT_LETTER = compile_lazily(r"\.?[ \x1f\n]{1,3}([^\W\d_])")
BRACKET_AT_ONCE = compile_lazily(rf" ?\((?!\d\) [A-ZÄÖÜ§]|(?i:{GONE})\b)[\da-z]")
"""§ 5(a), but not § 5 (repealed)"""
SUBDIVIDED = compile_lazily(
    rf" ?(?:;(?! ?$)|,[ \x1f\n]{{1,3}}(?:{write_alternation(words_of('citing', 'below'))})(?!\w))"
)
"""Article 3, paragraph 2; Article 7"""
CITED_CAPTION = compile_lazily(
    r" ?\([^()\n]{1,80}\)(?:\([\da-zA-Z]{1,4}\)){0,3}(?=[,;)]|[ \x1f\n]{1,3}"
    rf"(?:{write_alternation(w for n in ('ranges', 'joining', 'of') for w in words_of('citing', n))})\b)"
)
"""Section 2.1 (Care), or"""
CHAINED = compile_lazily(r"[\dA-Za-z](?:\([\da-zA-Z]{1,5}\))*\Z")
BRACKETS_BEFORE = compile_lazily(r"(?:\([\da-zA-Z]{1,5}\))+\Z")
OWN_CHAIN = compile_lazily(
    r"(?:^|\n|[.;:] )[ \x1f]*(?:[A-Z][A-Za-z.]{0,9} ?|§ ?)?[\d.]+[A-Za-z]?(?:\([\da-zA-Z]{1,5}\))*\Z"
)
"""Section 12(2)(a) at the beginning of a line or after a sentence is a mark with marks below it"""
GONE_BEFORE = compile_lazily(rf"\((?i:{GONE})\)(?:[ \x1f]*[–—-])?$")
ABBREVIATION = compile_lazily(
    r"[ \x1f]+[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{0,12}[A-ZÄÖÜ](?![A-Za-zÄÖÜäöüß-])(?! ?[:–—])"
)
"""§ 48 StGB: a law's short name stands after a citation, not in a heading's first word"""
CITED_UNITS = write_alternation(
    word for kind in ("unit", "own") for word in words_of("references", kind) if word[-1].isalpha()
)
CITED_ITEM = compile_lazily(
    rf" ?(?:(?:{RANGES}|–|-) ?\([\da-zA-Z]{{1,5}}\)|"
    rf"(?:{write_alternation(words_of('citing', 'of'))}) (?:this |that |the )?(?i:{CITED_UNITS})\b)"
)
"""(i) to (v) of clause 1"""
BROKEN_CHAIN = compile_lazily(
    rf"[a-zà-ÿ,] (?i:{CITED_UNITS}) \d[\d.]{{0,6}}[A-Za-z]?(?:\([\da-zA-Z]{{1,5}}\))*[ \x1f]*\n[ \x1f]*\Z"
)
"""a citation in a sentence that a line's end breaks off: under clause 4⏎(b)"""
UNTITLED_DIVISION = compile_lazily(
    r"\n[ \x1f]*第[零〇一二三四五六七八九十百\d]{1,4}[编章节部分]{1,2}[ \x1f]*\n[ \x1f]*$"
)
"""a division's number whose heading stands on the next line: 附则 there is that heading"""
CAPITALS = compile_lazily(r"[ \x1f\n]{1,3}(?:[A-Z,'-]+ ){1,20}[A-Z'-]+\.(?=[ \x1f]*(?:\n|[A-Z]|$))")
"""a sentence in capitals, which in another case would begin with a small letter"""
INITIALS = compile_lazily(r" [A-Z]\. ?[A-Z]| [a-z]\.[ ,]")
"""J. S. Bach, i. e."""
MORE = compile_lazily(rf"(?:, | (?:{RANGES}) |–|-)(?:§+ ?)?(?:\d|[IVX]+\b)")
QUOTED = compile_lazily(r"[ \x1f]*:[ \x1f\n]*[“「『\"«„]")
"""增訂第九條之一：「…: the article is named, and quoted after the colon"""
OUTER_MARK = compile_lazily(r"(?:^|[。;:\n \x1f”》])[一二三四五六七八九十]{1,3}、$")
ENDING_IN_POINT = write_alternation(
    word[:-1] for word in (*SHORTENED, *CITING) if word.endswith(".") and word != "i."
)
ABBREVIATED = compile_lazily(
    rf"(?<!\w)(?:[A-Za-zÀ-ÿ]\.[A-Za-zÀ-ÿ]|{ENDING_IN_POINT})\.$",
    re.IGNORECASE,
)
CLOSING = frozenset("》〉」』”’")
"""signs after which no clause begins: 规定（二）》 is the end of a title"""
BOXES = "□☐☑■"
"""a number behind a box to tick names a choice"""
OPENED = compile_lazily(r"\([^()\n]{0,200}(?:\n[^()\n]{1,200}){0,2}\n?$")
FAR = 400
"""characters before a mark in which a bracket may have opened that runs on over line ends"""
CLOSED = compile_lazily(r"[.,;]?[^()\n]{0,80}\)")
CLASSES = "第条款项图表附"
"""before a number they cite it, but 条款 is also what a title ends with"""


def assess_position(stretch: str, pos: int, weights: MarkWeights) -> tuple[int, bool, float]:
    """Return where the mark's signs begin, whether it begins a line, and the strength of that place."""
    start = pos
    while start > 0 and stretch[start - 1] in BLANK:
        start -= 1
    if start == 0 or stretch[start - 1] == "\n":
        line_end = start
        while line_end > 0 and stretch[line_end - 1] in " \x1f\n":
            line_end -= 1
        unfinished = line_end > 0 and stretch[line_end - 1] in OPEN_ENDED and start - line_end == 1
        return start, True, weights.line - (weights.unfinished if unfinished else 0)
    before = stretch[start - 1]
    hidden = start
    while hidden < pos and stretch[hidden] == " ":
        hidden += 1
    if before in ENDS:
        short = before == "." and ABBREVIATED.search(stretch, max(0, start - 8), start)
        return hidden, False, weights.middle if short else weights.sentence
    if before in CLOSERS or before == "-":
        ended = start > 1 and (
            stretch[start - 2] in ENDS or GONE_BEFORE.search(stretch, max(0, start - WORD), start)
        )
        return hidden, False, weights.sentence if ended else weights.bracket
    if before == CELL:
        return hidden, False, weights.in_table
    joined = CONJUNCTION.search(stretch, max(0, start - 8), start)
    if joined:
        return hidden, False, weights.bracket if joined[1] == "," else weights.sentence
    run_in = RUN_IN_LIST.match(stretch, pos)
    return hidden, False, weights.bracket if run_in else weights.middle


def score_suspicion(
    stretch: str, pos: int, end: int, scheme: Scheme, weights: MarkWeights, *, line: bool
) -> float:
    """Return how much of the strength goes because the candidate looks like something else."""
    doubt = score_reference(stretch, pos, end, scheme, weights, line=line)
    if scheme.reader == "han" and scheme.level is Level.OUTLINE:
        doubt += score_numeral_list(stretch, pos, end, weights, line=line)
    if stretch[end : end + 1] in CLOSING or stretch[pos - 1] in BOXES:
        doubt += weights.reference
    if is_in_brackets(stretch, pos, end):
        doubt += weights.open_sentence if line or stretch[end - 1] == ")" else weights.reference
    if scheme.reader == "ganada" and line and goes_on_with_word(stretch, pos):
        doubt += weights.reference
    if scheme.initials and INITIALS.match(stretch, end):
        doubt += weights.reference
    if scheme.also_heading and UNTITLED_DIVISION.search(stretch, max(0, pos - FEW), pos):
        doubt += weights.reference
    doubt += score_quantity(stretch, pos, end, scheme, weights, line=line)
    if not line and not stretch[end : end + 12].strip(" \x1f\n"):
        doubt += weights.nothing_after
    return doubt


def goes_on_with_word(stretch: str, pos: int) -> bool:
    """Tell whether a syllable could be the rest of a long line before, which ends in Hangul: 한⏎다."""
    before = stretch[max(0, pos - FEW) : pos].rstrip(BLANK)
    long = "\n" not in before[:-1]
    return long and before.endswith("\n") and "\uac00" <= before[-2:-1] <= "\ud7af"


def is_in_brackets(stretch: str, pos: int, end: int) -> bool:
    """Tell whether a mark goes on with what stands in brackets: (① cash ② transfer), (Gazette I p.⏎1112).

    The bracket opened before it, without a blank line between, and closes with it or behind it on its line.
    """
    if stretch[pos] == "(" or not (stretch[end - 1] == ")" or CLOSED.match(stretch, end)):
        return False
    return OPENED.search(stretch, max(0, pos - FAR), pos) is not None


def score_open_sentence(stretch: str, pos: int, end: int, weights: MarkWeights) -> float:
    """Return the doubt of a number at a line start that goes on with a sentence.

    A first number may all the same begin a list there (`bei⏎1. Gewitter,`), if a second one follows.
    """
    if not is_sentence_continued(stretch, pos):
        return 0.0
    first = stretch[pos:end].strip(".、)( ") in ("1", "a", "i", "A", "I", "l", "|")
    return weights.open_first if first else weights.open_sentence


def is_sentence_continued(stretch: str, pos: int) -> bool:
    """Tell whether a number at a line start goes on with a sentence that the line before left open."""
    before = stretch[max(0, pos - WORD) : pos].rstrip(BLANK)
    word = LAST_WORD.search(before[:-1]) if before.endswith("\n") and not before.endswith("\n\n") else None
    if word is None:
        return False
    if word[1].endswith(UNSPACED_OPEN):
        return True
    if word.start() > 0 and before[word.start() - 1] == "\n" and is_heading_word(before, word):
        return False
    plain = APOSTROPHE.split(word[1].strip('(„"“'))[-1].lower()
    return plain in LEFT_OPEN or plain in CITED or plain in TITLE_OR_SIGN


def is_heading_word(before: str, word: re.Match[str]) -> bool:
    """Tell whether a word by itself on a line is a heading: in capitals, or with one after a full stop."""
    return word[1].isupper() or (word[1][0].isupper() and before[: word.start()].rstrip()[-1:] in ENDS)


def is_left_open(text: str) -> bool:
    """Tell whether the last word of a text wants more: a preposition, an article, `shall`."""
    word = LAST_WORD.search(text[-WORD:])
    return word is not None and APOSTROPHE.split(word[1].strip('(„"“'))[-1].lower() in WANTING_MORE


def score_reference(
    stretch: str, pos: int, end: int, scheme: Scheme, weights: MarkWeights, *, line: bool
) -> float:
    """Return the doubt whether a candidate is a reference."""
    before = stretch[pos - 1]
    if not scheme.reference:
        if line:
            return score_open_sentence(stretch, pos, end, weights)
        named = (before in CLASSES and not stretch.startswith("条款", pos - 2)) or (
            scheme.reader == "digits" and has_reference_lead_in(stretch, pos)
        )
        return weights.reference if named else 0.0
    doubt = (
        weights.reference
        if not line and (before == "》" or (before == "(" and scheme.level is not Level.ITEM))
        else 0.0
    )
    if scheme.level is Level.ANNEX and not line and before not in "。;\n 】":
        doubt += weights.reference
    if SUBDIVIDED_AT_ONCE.match(stretch, end):
        doubt += 2 * weights.reference
    elif AFTER.match(stretch, end) or (
        QUOTED.match(stretch, end) and not line and not is_at_sentence_start(stretch, pos)
    ):
        doubt += weights.reference
    elif (following := ARTICLE_AT_ONCE.match(stretch, end)) and (
        (DIGIT.search(stretch, pos, end) is None) is (DIGIT.match(following[1] or following[2]) is None)
    ):  # not 第 4 條第二條所定…, a mark and the citation with which its text begins
        doubt += score_deferred_article(stretch, pos, end, following[1] or following[2], weights)
    if has_reference_lead_in(stretch, pos) and not (
        scheme.level is Level.ITEM and has_list_before(stretch, pos)
    ):
        doubt += weights.reference
    if scheme.level is Level.ITEM:
        return doubt + (
            weights.reference if CITED_ITEM.match(stretch, end) or is_chained(stretch, pos) else 0.0
        )
    latin = score_latin_reference(stretch, end, scheme, weights, line=line)
    return doubt + (latin if line or not doubt else latin / 2)


def has_list_before(stretch: str, pos: int) -> bool:
    """Tell whether what stands before an item opens a list, or joins its last one to the others."""
    opens = OPENS_LIST.search(stretch, max(0, pos - WORD), pos) or RUN_IN_LIST.match(stretch, pos)
    return bool(opens) or LAST_OF_LIST.search(stretch, max(0, pos - LIST), pos) is not None


def score_deferred_article(stretch: str, pos: int, end: int, following: str, weights: MarkWeights) -> float:
    """Return the doubt of an article that another follows at once: 第六条 第五条情形消除的….

    After a division's heading, an article that begins with an earlier one cites it.
    """
    if IN_HEADING.search(stretch, max(0, pos - 40), pos):
        own, cited = ORDINAL.search(stretch, pos, end), read_numeral(following)
        if own and cited is not None and cited < (read_numeral(own[0]) or 0):
            return 0.0
    return weights.deferred if is_at_sentence_start(stretch, pos) else weights.reference


def is_chained(stretch: str, pos: int) -> bool:
    """Tell whether an item's mark hangs on a number in mid-sentence: section 12(2)(a)."""
    before = stretch[max(0, pos - WORD) : pos]
    if BROKEN_CHAIN.search(before):
        return True
    return CHAINED.search(before) is not None and OWN_CHAIN.search(before) is None


def is_at_sentence_start(stretch: str, pos: int) -> bool:
    """Tell whether a candidate stands at the beginning of a line or after a full stop."""
    before = stretch[:pos].rstrip(BLANK)[-1:] if pos < FEW else stretch[pos - FEW : pos].rstrip(BLANK)[-1:]
    return before in ENDS or before == "\n"


def has_reference_lead_in(stretch: str, pos: int) -> bool:
    """Tell whether what stands before a candidate leads on to a reference, also over a line end.

    Of several numbers side by side, all are cited or none: subsection (a)(1).
    """
    if stretch[pos] == "(" and (chain := BRACKETS_BEFORE.search(stretch, max(0, pos - WORD), pos)):
        pos = chain.start()
    before = stretch[max(0, pos - 24) : pos].rstrip(" \x1f\n")
    if not before or CONJUNCTION.search(before):
        return False
    if before[-1] in ENDS or (before[-1] == "、" and OUTER_MARK.search(before)):
        word = LAST_WORD.search(before)
        return word is not None and word[1].strip('(„"“').lower() in SHORT_WORDS_BEFORE
    if before.endswith(BEFORE) and (before.endswith(COMPOUNDS_BEFORE) or not before.endswith(COMPOUNDS)):
        return not IN_HEADING.search(stretch, max(0, pos - 40), pos)
    word = LAST_WORD.search(before)
    if not word or OWN_SIGN.search(before):
        return False
    plain = APOSTROPHE.split(word[1].strip('(„"“'))[-1]
    if stretch[pos].isalpha() and plain.lower() in CITED:
        return (
            False  # `Chapter 1 General Rules Article 1`: a cited number follows such a word, not another word
        )
    return plain in WORDS_BEFORE or plain.lower() in CITED


def score_latin_reference(
    stretch: str, end: int, scheme: Scheme, weights: MarkWeights, *, line: bool
) -> float:
    """Weigh what follows a mark made of a word and a number: a small letter, a bracket, another number."""
    if not scheme.cased or stretch[end - 1] in ".:":
        return 0.0
    capitals = CAPITALS.match(stretch, end)
    letter = NEXT_LETTER.match(stretch, end)
    if (letter and is_small_letter(letter[1])) or (
        capitals and (not line or capitals[0].count(" ") > FEW_WORDS)
    ):
        return weights.reference
    if BRACKET_AT_ONCE.match(stretch, end) and not line:
        return weights.reference
    if CITED_CAPTION.match(stretch, end):
        return weights.reference
    if (
        OWN_SENTENCE.match(stretch, end)
        or SUBDIVIDED.match(stretch, end)
        or (scheme.short_name and ABBREVIATION.match(stretch, end))
    ):
        return weights.reference
    return weights.reference if MORE.match(stretch, end) else 0.0
