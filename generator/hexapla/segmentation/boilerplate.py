"""Page furniture: what a website puts around a text.

Only a web page has a website's furniture: a source that is one, or a text at whose ends several lines say so
beyond doubt (a breadcrumb, a copyright line, a button by itself). There a line is furniture by its words, and
what stands between two such lines goes with them. Elsewhere the same words are the text's own: cookies,
privacy and downloads are what policies and manuals speak of. A numbered line and a sentence are never
furniture.
"""

import re
from collections.abc import Callable, Sequence

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation, write_phrases
from hexapla.languages.schemes import Level, words_of_shape
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, mask_spans, split_lines
from hexapla.segmentation.front_matter import (
    ONE,
    PROMISE,
    TITLE_KINDS,
    is_title_like,
    names_kind,
    names_policy,
)
from hexapla.text import HIDDEN

PAGES = write_alternation(words_of("site", "pages"))
PAGE_OF = write_alternation(words_of("site", "page_of"))
SHEET = "".join(words_of("site", "sheets"))
SHEETS_OF = write_alternation(words_of("site", "sheets_of"))
PRINTED = compile_lazily(
    rf"(?:{PAGES})\s*\d+\s*(?:{PAGE_OF}|/)\s*\d+$|"
    rf"第\s*\d+\s*[{SHEET}]\s*[,/]?\s*(?:{SHEETS_OF})\s*\d+\s*[{SHEET}]$|"
    r"^\W*\d+\s*/\s*\d+\W*$",
    re.IGNORECASE,
)
"""what a printer puts on a page"""
RESERVED = write_alternation(word for word in words_of("site", "rights") if not UNSPACED.match(word))
HELD = write_alternation(word for word in words_of("site", "rights") if UNSPACED.search(word))
RIGHTS = compile_lazily(rf"(?:\(?copyright\)?\s{{0,2}})?©|{HELD}|(?:{RESERVED})\W*$", re.IGNORECASE)
"""in a line that is no sentence, or begins with it"""
RESERVING = compile_lazily(rf"{HELD}|(?:{RESERVED})", re.IGNORECASE)
COUNTERS = write_phrases(words_of("site", "counters"))
WEB_PAGE_LINE = compile_lazily(
    rf"^(?:{write_phrases(words_of('site', 'begins'))})(?:(?<=\W)|(?![a-z]))|"
    rf"^(?:{write_alternation(words_of('site', 'home'))})\s*[>»›/|]|"
    rf"{write_phrases(words_of('site', 'certain'))}|^[×✕✖]$|(?:{COUNTERS})\s*:\s*\d|"
    rf"^\W{{0,3}}(?:{write_phrases((*words_of('site', 'alone'), *words_of('site', 'inside')))})\W{{0,2}}$",
    re.IGNORECASE,
)
"""what stands alone on a line of a page and in no other text"""
LINK = write_phrases(
    word
    for names in (("site", "alone"), ("site", "menu"), ("site", "inside"), ("titles", "policies"))
    for word in words_of(*names)
)
LINKS = compile_lazily(
    rf"(?:(?:{LINK}|[\d()+-]{{6,20}})(?:[ \x1f|·•/]+|$)){{2,12}}|(?:[【\[](?:{LINK})[】\]][ \x1f|]*){{2,12}}",
    re.IGNORECASE,
)
"""a row of links of a page's head or foot, each perhaps in brackets"""
KNOWN_LINK = compile_lazily(rf"(?:{LINK})", re.IGNORECASE)
HOME = compile_lazily(rf"(?:{write_alternation(words_of('site', 'home'))})", re.IGNORECASE)
BARS = compile_lazily(r"[ \x1f]*[|｜·•][ \x1f]*")
FEWEST_CELLS = 3
"""links of a row by which it is known as one"""
LONGEST_CELL = 16
"""characters of a link"""
INSIDE = compile_lazily(rf"\W{{0,3}}(?:{write_phrases(words_of('site', 'inside'))})\W{{0,2}}", re.IGNORECASE)
"""a line by itself inside a text that belongs to the page or the sheet: a link to its top"""
MENU = compile_lazily(
    rf"^(?:{write_phrases(words_of('site', 'menu'))})$|"
    rf"^(?:{write_phrases(words_of('site', 'owners'))}).{{0,40}}(?<![a-z])cookies?(?![a-z])",
    re.IGNORECASE,
)
"""on a page a menu or a banner, elsewhere perhaps a heading"""
BOILERPLATE_LINE = compile_lazily(
    rf"^[^>\n]{{1,20}}(?: ?[>»›] ?[^>»›\n]{{1,20}}){{2,4}}$|{write_phrases(words_of('site', 'near'))}|"
    rf"(?:{COUNTERS})\s*:?\s*\d|^(?:{write_phrases(words_of('site', 'near_begins'))})(?:(?<=\W)|(?![a-z]))|"
    rf"^(?:{write_alternation(words_of('site', 'home'))})\s*[>»/|]",
    re.IGNORECASE,
)
RELATED = compile_lazily(
    rf"(?:[【《\[][^\n]{{1,60}}[】》\]])?(?:{write_phrases(words_of('site', 'related'))})\s*:?", re.IGNORECASE
)
"""the head of a list of other pages, whose lines may be numbered"""
LONGEST = 90
MOST_RELATED = 30
"""lines of such a list, at most"""
MOST_OTHER_LINES = 2
"""lines in a row that may stand between furniture without its words"""
ARTICLES = write_alternation(words_of_shape("word", Level.ARTICLE))
NUMBERED = compile_lazily(
    r"(?:[(\[]?[一二三四五六七八九十]{1,3}[)\]、]|"
    r"第\s*[一二三四五六七八九十百零〇\d]+\s*[条章节编款项篇]|\(?\d{1,3}[.)、](?!\d)|"
    rf"[(][a-z][)]|§|[①-⑳]|(?:{ARTICLES})\s+(?:\d|{ONE}|(?-i:[IVXLC]+\b)))",
    re.IGNORECASE,
)
PAGE = compile_lazily(
    rf"[-—–·~\s\x1f]*(?:第\s*\d{{1,4}}\s*[{SHEET}](?:\s*[,/]?\s*(?:{SHEETS_OF})\s*\d{{1,4}}\s*[{SHEET}])?|"
    rf"(?:{PAGES})\s*\d{{1,4}}(?:\s*(?:{PAGE_OF}|/)\s*\d{{1,4}})?|"
    r"\d{1,4}\s*/\s*\d{1,4}|[-—–]\s*\d{1,4}\s*[-—–]|\d{1,4})[-—–·~\s\x1f]*$",
    re.IGNORECASE,
)
BARE = compile_lazily(r"\d{1,4}$")
LINE_STOPS = "。.;,:!?"
ENOUGH = 2
"""lines that say beyond doubt that a text is a web page; of a source that is one, one"""
LineTest = Callable[[str], bool]


def find_boilerplate(view: str, start: int, end: int, *, web: bool) -> list[ExcludedSpan]:
    """Return the furniture at both ends of a stretch, in order.

    A first line that could be a title stays even if furniture follows it.

    Args:
        view: the folded text.
        start: where the stretch begins.
        end: where it ends.
        web: the source is a web page; other texts have to show that they were one.
    """
    every = split_lines(view, start, end)
    above, below = (
        find_leading_boilerplate(every, is_boilerplate_above),
        find_trailing_boilerplate(every, is_boilerplate),
    )
    told = [*every[above[0] : above[1] + 1], *every[max(below, above[1] + 1) :]]
    if sum(count_web_signs(line.text, web=web) for line in told) < (1 if web else ENOUGH):
        above, below = (
            find_leading_boilerplate(every, is_page_count),
            find_trailing_boilerplate(every, is_page_count),
        )
    first, last = above
    below = max(below, last + 1)
    title = find_enclosed_title(every, first, last)
    stretches = [(first, title - 1), (title + 1, last)] if title >= 0 else [(first, last)]
    holes = [ExcludedSpan(every[a].start, every[b].end, "furniture") for a, b in stretches if b >= a]
    if below < len(every):
        holes.append(ExcludedSpan(every[below].start, end, "furniture"))
    kept = mask_spans(view[:end], [(hole.start, hole.end) for hole in holes], " ")[start:]
    return holes if kept.strip(" \n" + HIDDEN) else []


def find_leading_boilerplate(every: Sequence[TextLine], test: LineTest) -> tuple[int, int]:
    """Return the first and the last line of the furniture before the text; -1 if there is none."""
    last, first, strange = -1, 0, 0
    for n, line in enumerate(every):
        if not line.text:
            continue
        if test(line.text):
            last, strange = n, 0
        else:
            strange += 1
            if strange > MOST_OTHER_LINES or not is_title_like(line.text) or NUMBERED.search(line.text):
                break
            if last < 0:
                first = n + 1
    return first, last


def find_enclosed_title(every: Sequence[TextLine], first: int, last: int) -> int:
    """Return the line of a title that furniture surrounds; -1 if there is none.

    A link to a site's policy is no title if the text below has its own.
    """
    own = [n for n in range(first, last + 1) if is_possible_title(every[n].text)]
    below = next((line.text for line in every[last + 1 :] if line.text), "")
    if is_possible_title(below):
        own = [n for n in own if not names_policy(every[n].text)]
    return own[-1] if own else -1


def find_trailing_boilerplate(every: Sequence[TextLine], test: LineTest) -> int:
    """Return the first furniture line after the text, the number of lines if there is none."""
    first = find_related_links(every)
    strange = 0
    for n in range(first - 1, -1, -1):
        text = every[n].text
        counts = len(text) <= LONGEST and PAGE.match(text) and not BARE.match(text)
        if test(text) or counts:
            first, strange = n, 0
        elif text:
            strange += 1
            if strange > MOST_OTHER_LINES or len(text) > LONGEST or is_text_line(text):
                break
    return first


def find_related_links(every: Sequence[TextLine]) -> int:
    """Return the line from which on other pages are listed to the end; else the number of lines."""
    first = len(every)
    for n in range(len(every) - 1, max(-1, len(every) - MOST_RELATED), -1):
        text = every[n].text
        if RELATED.fullmatch(text):
            first = n
        elif len(text) > LONGEST or (text and text[-1] in LINE_STOPS):
            break
    return first


def is_text_line(text: str) -> bool:
    """Tell whether a line is the text's own: it begins with a mark or ends like a sentence."""
    return bool(NUMBERED.match(text)) or text[-1] in LINE_STOPS


def is_boilerplate(text: str) -> bool:
    """Tell whether a line at either end of a web page belongs to the page, not to the text."""
    if not text or len(text) > LONGEST or NUMBERED.match(text) or is_sentence(text):
        return False
    if any(one.search(text) for one in (WEB_PAGE_LINE, RIGHTS, PRINTED, MENU)) or names_policy(text):
        return True
    if LINKS.fullmatch(text) or is_link_row(text):
        return True
    return not TITLE_KINDS.search(text) and BOILERPLATE_LINE.search(text) is not None


def is_boilerplate_above(text: str) -> bool:
    """Tell whether a line at the head of a web page belongs to it; a text's name could be its title."""
    return is_boilerplate(text) and not is_possible_title(text)


def is_possible_title(text: str) -> bool:
    """Tell whether a line could be the title of the text on a page."""
    if not text or len(text) > 2 * LONGEST or any(one.search(text) for one in (WEB_PAGE_LINE, RIGHTS, LINKS)):
        return False
    if is_link_row(text):
        return False
    return names_kind(PROMISE.sub("", text)) or names_policy(text)


def is_page_count(text: str) -> bool:
    """Tell whether a line counts pages."""
    return len(text) <= LONGEST and not NUMBERED.match(text) and PRINTED.search(text) is not None


def is_web_page_line(text: str, *, web: bool) -> bool:
    """Tell whether a line shows that a text is a web page; in a source that is one, a link does so too."""
    if not text or len(text) > LONGEST or NUMBERED.match(text) or is_sentence(text):
        return False
    if any(one.search(text) for one in (WEB_PAGE_LINE, RIGHTS)) or RELATED.fullmatch(text):
        return True
    if LINKS.fullmatch(text) or is_link_row(text):
        return True
    return web and (names_policy(text) or MENU.search(text) is not None)


def count_web_signs(text: str, *, web: bool) -> int:
    """Count what of a line shows that a text is a web page.

    A copyright line that reserves rights shows it twice; so does a row of links with bars between them.
    """
    if not is_web_page_line(text, web=web):
        return 0
    return 2 if ("©" in text and RESERVING.search(text)) or is_link_row(text) else 1


def is_link_row(text: str) -> bool:
    """Tell whether a line is a row of links, one of which at least is known: 首页 产品 帮助中心 登录.

    Where only blanks part them, the first is the home page and another one is known.

    >>> is_link_row("在线客服 | 意见反馈 | 返回顶部"), is_link_row("码头 | 灯笼 | 缆绳")
    (True, False)
    """
    cells = [cell.strip() for cell in BARS.split(text)]
    if len(cells) >= FEWEST_CELLS:
        return max(map(len, cells)) <= 2 * LONGEST_CELL and any(KNOWN_LINK.fullmatch(cell) for cell in cells)
    words = text.split()
    if len(words) < FEWEST_CELLS or not HOME.fullmatch(words[0]) or max(map(len, words)) > LONGEST_CELL:
        return False
    return any(KNOWN_LINK.fullmatch(word) for word in words[1:])


def is_sentence(text: str) -> bool:
    """Tell whether a line ends like a sentence; a copyright line with a full stop is none."""
    stopped = text[-1] in "。;" or (text[-1] == "." and not text.endswith(".."))
    notice = RIGHTS.search(text)
    return stopped and not (notice and not notice.start())
