"""First marks: how a text begins to count, and which lines could be a title above them."""

import re
from itertools import islice

from hexapla.segmentation.front_matter import NOTE, is_title_like
from hexapla.segmentation.text_lines import BULLET, TextLine, iterate_lines

FIRST_MARK = re.compile(
    r"[ \x1f#*]*(?:[第笫][ \x1f]*[一1][ \x1f]*[条编章篇]|제 ?1 ?[조장편]|(?:article|section|sec\.|art\.?|"
    r"part|"
    r"chapter|rule|clause|artículo|artikel|artigo|articolo|titre|título|titolo|capítulo|chapitre|kapitel|"
    r"teil|"
    r"abschnitt) ?(?:1(?:er|\.?[º°])?|i|one|first|premier|primero)(?!\w)|§ ?1(?!\d)|"
    r"(?P<weak>一、|\(一\)|1[.、](?!\d)|1\)|\(1\)|\(a\)|1 ))",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"第[ \x1f]?[一二三四五六七八九十百〇零\d]{1,5}[ \x1f]?[条章编节篇款]|제 ?\d+ ?[조장편절]|"
    r"[一二三四五六七八九十]{1,3}、|[(\[][\w一-十]{1,3}[)\]]|\d{1,3}(?:[.、)]|\.\d|$)|§|"
    r"[a-zA-Z][.)](?: |$)|[ivxIVX]{1,5}\. |"
    r"(?:article|section|part|chapter|title|book|art\.?|sec\.|clause|rule|kapitel|abschnitt|teil|titel|buch|"
    r"artikel|artículo|capítulo|título|sección|libro|chapitre|titre|livre|articolo|titolo|capitolo|capo|"
    r"sezione|artigo|seção|livro|hoofdstuk|afdeling)[ \x1f](?:\d|[IVX]+\b|l\.)",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"[ \x1f]*(?:附|別表|annex|appendix|schedule|exhibit|anlage|anhang|annexe|anexo|별표|부칙)", re.IGNORECASE
)
WORDS_BEFORE = 8
"""lines between a title and the first mark, at most"""
NEAR = 2000
"""characters between them"""
LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


def could_be_title(text: str) -> bool:
    """Tell whether a line could be the title of a document: no mark, no annex, no note, no bullet."""
    return (
        bool(LETTERS.search(text))
        and is_title_like(text)
        and not ANNEX.match(text)
        and not MARKED.match(text)
        and not NOTE.search(text)
        and not BULLET.match(text)
    )


def find_next_text(view: str, at: int, end: int) -> int:
    """Return where the next visible character stands."""
    while at < end and view[at] in " \n\x1f":
        at += 1
    return at


def has_first_mark_nearby(view: str, line: TextLine, end: int) -> bool:
    """Tell whether the first marked line after a title is a first one; a salutation may be between."""
    for later in islice(iterate_lines(view, line.end, min(end, line.end + NEAR)), WORDS_BEFORE):
        if MARKED.match(later.text):
            return FIRST_MARK.match(later.text) is not None
    return False


def has_first_mark_after(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a first mark follows a line, after a note of adoption at most."""
    at = find_next_text(view, line.end, end)
    if FIRST_MARK.match(view, at, end):
        return True
    stop = view.find("\n", at, end)
    if stop < 0 or not NOTE.search(view[at:stop]):
        return False
    return bool(FIRST_MARK.match(view, find_next_text(view, stop, end), end))
