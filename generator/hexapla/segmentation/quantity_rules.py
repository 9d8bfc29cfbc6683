"""What counts or measures instead of numbering: a unit or a month follows, a row of a table, of numerals."""

import re

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation
from hexapla.languages.schemes import Amount, Cells, Scheme
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.mark_weights import MarkWeights

BLANK = " \x1f"
FEW_WORDS = 2
"""cells of a row that could as well be a heading of two words"""
CLASS = compile_lazily(
    rf"[ \x1f]?(?:{write_alternation(words_of('count', 'groups'))})(?=[^\u4e00-\u9fff]|[的和与與及同])"
)
"""after a number in brackets: 五年级（2）班"""
LONG_UNITS = write_alternation(
    word for word in words_of("count", "units") if len(word) > 1 and UNSPACED.match(word)
)
MEASURED = f"(?:[{''.join(words_of('count', 'signs'))}%‰]|[ \\x1f]?(?:{LONG_UNITS}))"
MEASURE = compile_lazily(MEASURED)
"""a unit right after a decimal: 1.5米; of several characters also behind a space: 2.5 公升"""
CLOCK = compile_lazily(rf"[ \x1f]?(?:{write_alternation(words_of('count', 'clock'))})(?!\w)", re.IGNORECASE)
"""what tells that a number is a time of day: 8:40 p.m."""
DECIMAL_GOES_ON = compile_lazily(rf"\d{{1,3}}(?:{MEASURED}|[—–-]\d|[ \x1f]+[^\d\s\x1f])")
"""1.5米, GB/T 1.1—2020 and 7.4 Drawings are no 1. and 7."""
WITHIN_DATE = compile_lazily(
    r"(?:(?<![\d.])(?:1[5-9]|20)\d\d ?[./-] ?(?:[01]?\d ?[./-] ?)?|(?<!\d)[0-3]?\d ?\. ?[01]?\d ?\. ?)\Z"
)
"""2020. 3. before 1., 1. 5. before 2020.: numbers of a date"""
DATE_AT_ONCE = compile_lazily(
    r"\.? ?[01]?\d ?\. ?(?:[0-3]?\d ?\.|(?:19|20)\d\d)|[ \x1f]*[./-] ?\d{1,2} ?[./-] ?\d"
)
"""the rest of a date behind its first number: 2020. 3. 1."""
TIMES_OF_DAY = write_alternation(words_of("count", "times_of_day"))
MONTH_AND_DAY = compile_lazily(rf"(?:\d{{1,2}} ?)?\. ?[0-3]?\d ?\. ?(?:{TIMES_OF_DAY})")
DAY_AND_TIME = compile_lazily(rf"\.? ?(?:{TIMES_OF_DAY})")
MONTH_AT_ONCE = compile_lazily(r"(?<!\d)[01]?\d ?\. ?\Z")
"""a date without a year before a time of day: 3. 2. 오전 10시"""
SMALL_WORD = compile_lazily(r"[ \x1f]+[a-zà-ÿ]")
GOES_ON = {
    Amount.UNIT: MEASURE,
    Amount.DECIMAL: DECIMAL_GOES_ON,
    Amount.SMALL_WORD: SMALL_WORD,
    Amount.GROUP: CLASS,
    Amount.CLOCK: CLOCK,
}
"""what follows a number that is no clause's"""
CAPTION_AT_ONCE = compile_lazily(r"\([^()\n]{1,30}\)(?![에의을를와과은는이가및])")
"""제3조의2(행사비): an article's caption"""
OPEN_LINE = compile_lazily(r"[\u4e00-\u9fff]\n[ \x1f]*$")
"""a line of Han text that ends without a sign"""
DIGITS = compile_lazily(r"\d{1,3}")
MONTHS = write_alternation(
    word for name in ("names", "inflected") for same in words_of("months", name) for word in same.split("/")
)
MONTH = compile_lazily(
    rf" ?(?:(?:de )?(?:{MONTHS})(?!\w)|{write_alternation(words_of('count', 'after_number'))})"
)
NAMED_MONTH = compile_lazily(rf"[ \x1f](?:of |de )?(?:{MONTHS})(?!\w)")
"""12 June: the number has no stop, as those of sections have none that a capital follows"""
DAY_OF_MONTH = compile_lazily(
    rf"[.]?(?:st|nd|rd|th|º|°)?[ \x1f]+(?:of |de |d')?(?:{MONTHS})\.?,?"
    r"[ \x1f]+(?:de |of )?(?:1[5-9]|20)\d\d(?!\d)",
    re.IGNORECASE,
)
"""the month and year behind a day: 3 May 2024"""
MONTH_BEFORE = compile_lazily(rf"(?<!\w)(?:{MONTHS}) \Z")
"""by May 1."""
DATE_LENGTH = 14
TABLE_ROW = compile_lazily(
    r"[ \x1f]+[^ \x1f\n]{1,12}(?:[ \x1f]+[^ \x1f\n.;:,。；，]{1,12})+[ \x1f]*(?:\n|$)|([^\n]*\S {3,}\S)"
)
BARE_NUMBER = compile_lazily(r"[ \x1f]*(?:\d{1,3}|[一二三四五六七八九十]{1,3})[ \x1f]")
ROW_CELLS = r"(?:[ \x1f]+[^ \x1f\n。；，;,]{1,16}){2,8}[ \x1f]*(?:\n|$)"
EASTERN = r"[\u2e80-\u9fff\uac00-\ud7af]"
NUMBERED_ROW = compile_lazily(
    rf"[ \x1f]*(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
    rf"(?=[^\x00-\x7f\n]*{EASTERN}|[ \x1f]+{EASTERN}){ROW_CELLS}"
)
"""a row of two cells and more behind a serial number, in Han, Kana or Hangul"""
HEAD_ROW = compile_lazily(
    rf"(?![ \x1f]*[\d(一二三四五六七八九十])[ \x1f]*[^ \x1f\n。；，;,:]{{1,12}}{ROW_CELLS}"
)
"""the head of a table's columns"""
IN_COLUMNS = compile_lazily(r"[ \x1f]{2,}[^ \x1f\n。]{1,16}[ \x1f]{2,}[^ \x1f\n。]{1,16}[ \x1f]*(?:\n|$)")
COLUMNS = compile_lazily(r"\S[ \x1f]{2,}\S")
PREFIXES = frozenset("统唯单同专划第之十百千万年月日周初星期归合如逐")
"""characters that make a word with the numeral after them (统一、)"""
NUMERAL_LIST = compile_lazily(r"[一二三四五六七八九十]{1,2}(?:、[一二三四五六七八九十]|[为是和及或至到])")
"""一、三、五为单日: numbers and no clause"""
UNITS = write_alternation(word for word in words_of("count", "units") if UNSPACED.match(word))
ABOUT_SO_MANY = compile_lazily(
    rf"(?:[一二]、三|[一二三四]、五|[一二三四五六]、七|[一二三四五六七]、八|[一二三四五六七八]、九)(?:{UNITS})"
)
"""三、五册: two numerals of one count, the greater behind the smaller; 三、三户联保 is a clause"""
THOUSANDS = re.compile(r"[〇一二三四五六七八九]{1,3}、[〇一二三四五六七八九]{3}(?=、|\W|[円圓圆元]|$)")
"""一二五、九二〇: an amount whose thousands are parted"""
UP_TO = compile_lazily(
    rf"[ \x1f\n]{{1,3}}(?:{write_alternation(words_of('citing', 'spans'))}) \d{{1,3}}(?!\d)"
)
"""1. bis 18. Monat"""
NEXT_NUMERAL = dict(zip("一二三四五六七八九", "二三四五六七八九十", strict=True))
COUNTED = compile_lazily(
    r"[ \x1f]?(?:[倍元个個名人年月日天米%‰](?![\u4e00-\u9fff])|[元年月日天米][内內以整后後前之]|"
    r"[A-Za-z]?[/\d])"
)
"""3.天内, but not 1.人工除草"""


def score_table_cell(
    stretch: str, pos: int, end: int, scheme: Scheme, weights: MarkWeights, *, line: bool
) -> float:
    """Return the doubt whether a candidate is a cell of a table whose columns are spaces."""
    if scheme.table is Cells.COLUMNS:
        return weights.row if line and IN_COLUMNS.match(stretch, end) else 0.0
    if scheme.table is Cells.CELL:
        return weights.row if not line and not stretch[max(0, pos - 2) : pos].strip(BLANK) else 0.0
    if scheme.table is Cells.ROW and line and NUMBERED_ROW.match(stretch, pos):
        return weights.row if is_in_table(stretch, pos) else 0.0
    if scheme.table is Cells.ROW and has_table_row_after(stretch, end) and is_beside_number(stretch, pos):
        return weights.row if has_counted_cell(stretch, end) else weights.reference
    return 0.0


def is_beside_number(stretch: str, pos: int) -> bool:
    """Tell whether a line before or after begins with a number as well, as those of a table do."""
    begin = stretch.rfind("\n", 0, pos)
    stop = stretch.find("\n", pos)
    above = stretch.rfind("\n", 0, max(begin, 0)) + 1
    if begin > 0 and BARE_NUMBER.match(stretch, above):
        return True
    return begin < 0 or stop < 0 or BARE_NUMBER.match(stretch, stop + 1) is not None


def is_in_table(stretch: str, pos: int) -> bool:
    """Tell whether a row of cells with a number stands in a table: below its head or beside another row."""
    begin = stretch.rfind("\n", 0, pos)
    stop = stretch.find("\n", pos)
    above = stretch.rfind("\n", 0, max(begin, 0)) + 1
    if begin > 0 and (NUMBERED_ROW.match(stretch, above) or HEAD_ROW.match(stretch, above)):
        return True
    return stop >= 0 and NUMBERED_ROW.match(stretch, stop + 1) is not None


def score_numeral_list(stretch: str, pos: int, end: int, weights: MarkWeights, *, line: bool) -> float:
    """Return the doubt whether a Han numeral stands in a row of them (一、二、三), or in a word (统一)."""
    doubt = weights.reference if stretch[end - 1] == "、" and NUMERAL_LIST.match(stretch, end) else 0.0
    if THOUSANDS.match(stretch, pos):
        return weights.row
    if NEXT_NUMERAL.get(stretch[end - 2]) == stretch[end : end + 1]:
        doubt += weights.enumeration * (2 if line and OPEN_LINE.search(stretch, max(0, pos - 8), pos) else 1)
    if ABOUT_SO_MANY.match(stretch, pos) and (not line or OPEN_LINE.search(stretch, max(0, pos - 8), pos)):
        doubt += weights.row
    if not line and stretch[pos - 1] in PREFIXES and stretch[pos] != "(":
        doubt += weights.reference
    return doubt


def score_quantity(
    stretch: str, pos: int, end: int, scheme: Scheme, weights: MarkWeights, *, line: bool
) -> float:
    """Return the doubt whether a candidate counts or measures something.

    A caption behind a Korean article takes doubt away.
    """
    figures = scheme.reader in ("digits", "misread") and not scheme.reference
    if figures and (is_in_date(stretch, pos, end) or UP_TO.match(stretch, end)):
        return weights.row
    if scheme.counts is Amount.SMALL_WORD and NAMED_MONTH.match(stretch, end):
        return weights.row
    if scheme.counts is Amount.DATE and (MONTH.match(stretch, end) or COUNTED.match(stretch, end)):
        return weights.reference
    if scheme.counts is Amount.SUCCESSOR:
        following, printed = DIGITS.match(stretch, end), DIGITS.match(stretch, pos)
        successor = following and printed and int(following[0]) == int(printed[0]) + 1
        return weights.enumeration if successor else 0.0
    if scheme.counts is Amount.CAPTION:
        return weights.middle - weights.sentence if not line and CAPTION_AT_ONCE.match(stretch, end) else 0.0
    sign = GOES_ON.get(scheme.counts)
    return weights.reference if sign and sign.match(stretch, end) else 0.0


def is_in_date(stretch: str, pos: int, end: int) -> bool:
    """Tell whether a number is a part of a date in figures, or a day with its month and year behind it."""
    before = max(0, pos - DATE_LENGTH)
    if WITHIN_DATE.search(stretch, before, pos) or MONTH_BEFORE.search(stretch, before, pos):
        return True
    if DAY_AND_TIME.match(stretch, end) and MONTH_AT_ONCE.search(stretch, before, pos):
        return True
    if MONTH_AND_DAY.match(stretch, end - (stretch[end - 1] == ".")):
        return True
    return DATE_AT_ONCE.match(stretch, end) is not None or DAY_OF_MONTH.match(stretch, end) is not None


def has_table_row_after(stretch: str, end: int) -> bool:
    """Tell whether short cells follow; Latin words are a title unless the last is a number."""
    found = TABLE_ROW.match(stretch, end)
    if not found:
        return False
    cells = found[0].split()
    if all(len(cell) == 1 and not cell.isascii() for cell in cells):
        return False  # 总　则: one word set wide
    return bool(found[1]) or not found[0].isascii() or any(char.isdigit() for char in cells[-1])


def has_counted_cell(stretch: str, end: int) -> bool:
    """Tell whether the last cell of a row is a number with what it counts (12包), or Han is in columns."""
    found = TABLE_ROW.match(stretch, end)
    if found is None:
        return False
    cells = found[0].split()
    columns = len(cells) > FEW_WORDS or COLUMNS.search(found[0].strip(BLANK))
    return cells[-1][0].isdigit() or (bool(columns) and not found[0].isascii())
