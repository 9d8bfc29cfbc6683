"""Notes above the first clause: who adopted a text and when, its number, the file under which it was sent."""

import re
from collections.abc import Sequence

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.dates import ERA_YEAR, find_dates, iterate_gaps
from hexapla.segmentation.folded_view import is_ended

LONGEST = 120
"""characters of a line that could be a note because of the date in it"""
AT_END = 4
"""characters behind a date whose point ends no sentence: 3. 10.], 2020 r."""
FEW_WORDS = 60
"""characters besides the date"""
ACTS = write_alternation(words_of("adopted", "acts"))
NOTE = compile_lazily(
    rf"^\(?.{{0,60}}?(?:(?:19|20)\d\d|[一二]\S{{3}})[年./-].{{0,80}}(?:{ACTS})|"
    rf"^\(.*(?:{write_alternation(words_of('adopted', 'bracketed'))})\)$|"
    rf"^\(?(?:{write_alternation(words_of('adopted', 'words'))})\b",
    re.IGNORECASE,
)
EFFECT = write_alternation(words_of("adopted", "effect"))
ACT = compile_lazily(rf"(?:{ACTS}|{EFFECT})", re.IGNORECASE)
LABEL = compile_lazily(rf"\(?(?:{write_alternation(words_of('adopted', 'dated'))})(?!\w)", re.IGNORECASE)
"""how a line with a date begins that tells of adoption: Assented to 3 May 2024"""
OF = compile_lazily(rf"\(?(?:{write_alternation(words_of('adopted', 'before_date'))}) ?", re.IGNORECASE)
"""what stands before a date that is the line's own: of 3 May 2024"""
ENACTMENT = compile_lazily(
    r"[(\[]?[\w·・()]{0,24}?第? ?[〇零一二三四五六七八九十百千\d]{1,6} ?[号號호](?: ?抄)?[)\]]?"
)
"""besides its date, the number of an enactment: 条例第九号"""
BRACKETED = compile_lazily(r"(?:\[[^\[\]]{3,80}\] ?)+")
"""[시행 2026. 9. 11.] [조례 제445호, 2026. 3. 10., 일부개정]"""
SIGNS = " \x1f()[]〔〕【】<>〈〉:;,.、-–—·*"
BEFORE_EFFECT = compile_lazily(rf"(?:{EFFECT})[^()\[\],;]{{0,24}}$", re.IGNORECASE)
AFTER_EFFECT = compile_lazily(rf" ?(?:起|から|より|부터)? ?(?:{EFFECT})", re.IGNORECASE)
CODE = compile_lazily(r"[A-Z]{1,6}\d{0,2}(?:/[A-Z]{1,8})?(?: [A-Z]{1,2})? ?\d[\d. /:—–-]{0,24}")
"""what a standard is filed under: ICS 03.080, CCS A 12, DB99/T 1234—2024"""
ISSUER = compile_lazily(rf"[^\W\d]{{3,30}} (?:{ACTS})", re.IGNORECASE)
"""a body, and that it issues: 市场监督管理局 发布"""
REFERENCE_NUMBER = compile_lazily(r"\S{0,14}?[〔\[【(](?:19|20)\d\d[〕\]】)] *第? *\d{1,5} *号$")
"""what an authority files a document under; above it stands a letterhead, below it the title"""
NUMBER_LINE = compile_lazily(
    r"\(?(?:\w{2,20} )?(?:(?:19|20)\d\d,? )?(?:No|Nr|[Nn][°º]|№|núm)\.? ?\d{1,5}"
    r"(?:(?: of | de |/|, )(?:19|20)\d\d)?\)?|"
    r"\(?[\w·・]{0,16}第[〇零一二三四五六七八九十百千\d]{1,6}[号號](?: ?抄)?\)?|"
    r"第\d{1,4}/(?:19|20)\d\d[号號]\w{0,12}|第\d{1,5}[A-Z]?章|"
    r"(?:\w{1,20} ){0,3}제 ?\d{1,5}(?:-\d{1,5})? ?호|Số ?: ?\d{1,5}/[\w/-]{1,24}"
)
"""the number of an enactment alone: 2019 No. 12, 条例第十二号"""
CHAPTER = compile_lazily(r"[ \n\x1f]*第\d{1,5}[A-Z]?章[ \x1f]*\n(?=[ \n\x1f]*《[^》\n]{2,60}》[ \x1f]*\n)")
"""the number under which a statute book files a law, above its title: 第9999章"""
HAN = "[\u3400-\u9fff]"
HAN_ACTS = write_alternation(word for word in words_of("adopted", "acts") if UNSPACED.match(word))
ACT_WITH_OBJECT = compile_lazily(
    rf"^(?!\()[^年月日]*[年月日].*(?:{HAN_ACTS})(?:了|(?!{HAN_ACTS}|{EFFECT}|[之的起后後并並]|[公通布]告)"
    rf"{HAN}(?:(?![自至]|{EFFECT}|[\d〇零一二三四五六七八九十百]){HAN}){{1,40}}(?:[,:。;]|$))"
)
"""a sentence that says what was adopted: 会议通过了灯笼办法; a note ends with the act, or a date"""
PAIRS = (("(", ")"), ("[", "]"), ("《", "》"), ("〈", "〉"), ("「", "」"))


def is_note(text: str) -> bool:
    """Tell whether a folded line tells of adoption: its date with little else, a number, an issuer."""
    sentence = len(text) <= LONGEST and ACT_WITH_OBJECT.match(text) is not None
    if not sentence and (
        NOTE.search(text) or any(one.fullmatch(text) for one in (ISSUER, REFERENCE_NUMBER, NUMBER_LINE))
    ):
        return True
    dates = find_dates(text) if len(text) <= LONGEST and not sentence else []
    if not dates or (is_ended(text) and len(text) - dates[-1].end > AT_END):
        return False
    dated = any("-" in one.iso for one in dates)
    pieces = [before for _, before, _ in iterate_gaps(text, dates)] + [text[dates[-1].end :]]
    rest = "".join(pieces).strip(SIGNS)
    if not rest and ERA_YEAR.fullmatch(text):
        return True
    if ENACTMENT.fullmatch(rest) and (dated or "年" in text):
        return True
    if not dated or len(rest) > FEW_WORDS:
        return False
    own = OF.fullmatch(text, 0, dates[0].start) or (not dates[0].start and leaves_note_open(text))
    told = not rest or ACT.search(rest) or LABEL.match(text) or own
    return bool(told) or BRACKETED.fullmatch(text) is not None


def leaves_note_open(text: str) -> bool:
    """Tell whether a note goes on in the next line: a bracket that it opens is not closed."""
    return any(text.count(opening) > text.count(closing) for opening, closing in PAIRS)


def find_issue_date(notes: Sequence[str]) -> str | None:
    """Return the latest date at which notes say that a text was adopted; else the one from which it holds."""
    issued: list[str] = []
    effective: list[str] = []
    for text in notes:
        for one, before, after in iterate_gaps(text, find_dates(text)):
            holds = BEFORE_EFFECT.search(before) or AFTER_EFFECT.match(after)
            (effective if holds else issued).append(one.iso)
    return max(issued or effective, default=None)


def find_chapter_end(view: str, start: int) -> int:
    """Return where the number ends under which a statute book files a law; the start if there is none."""
    found = CHAPTER.match(view, start)
    return found.end() if found else start
