"""Acts that amend others and print the new wording without quotation marks, as Japanese and Korean ones do.

An article of such an act says which text it amends (`…の一部を次のように改正する。`). What follows up to its
next article is instructions and new wording, whose marks are those of the other text.
"""

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import split_lines
from hexapla.segmentation.masked_passages import merge_spans
from hexapla.text import read_numeral

LEAD_IN = compile_lazily(rf"(?:{write_alternation(words_of('amending', 'leads'))})[。.]?$")
"""how the sentence ends after which new wording stands"""
ARTICLE = compile_lazily(r"第 ?([〇一二三四五六七八九十百\d]{1,5}) ?条(?![のノ])|제 ?(\d{1,4}) ?조(?!의)")
OTHER_ACTS = compile_lazily(rf"(?:{write_alternation(words_of('amending', 'others'))})[。.]?$")
"""how an article of an amending act ends that amends nothing in detail: a law is repealed"""
WORDING = compile_lazily(rf"(?:{write_alternation(words_of('amending', 'wording'))})[。.]?$")
"""how an instruction ends below which its new wording stands"""
INSTRUCTION = compile_lazily(rf"(?:{write_alternation(words_of('amending', 'instructions'))})[。.]?$")
"""how an instruction ends that needs none, or a provision that a copy leaves out"""
SUPPLEMENT = compile_lazily(r"(?:附 {0,4}則|附 {0,4}则|부 {0,4}칙)(?: |\(|<|$)")
KOREAN_CAPTIONED = compile_lazily(r"제 ?(\d{1,4}) ?조 ?\(")
"""an article with its caption: 제3조(등록)"""
CAPTION = compile_lazily(r"\([^()\n]{1,60}\)$")


def find_amending_text(view: str, start: int, end: int) -> list[Span]:
    """Return the stretches of instructions and new wording, in which no mark is the act's own."""
    spans: list[Span] = []
    opened: int | None = None
    number = 0
    caption: int | None = None
    korean = False  # a law whose addenda amend others goes on with articles of its own
    for line in split_lines(view, start, end):
        if not line.text:
            continue
        own = read_own_article(line.text, number)
        if opened is not None and (own is not None or SUPPLEMENT.match(line.text)):
            spans.append((opened, caption if caption is not None else line.start))
            opened = None
        korean = korean or KOREAN_CAPTIONED.match(line.text) is not None
        if opened is None and not korean and LEAD_IN.search(line.text):
            number = own or number
            opened = line.end
        elif own is not None:
            number = own
        caption = line.start if CAPTION.match(line.text) else None
    spans += [(opened, end)] if opened is not None else []
    return merge_spans(spans, find_new_wording(view, start, end))


def find_new_wording(view: str, start: int, end: int) -> list[Span]:
    """Return the stretches of new wording in addenda that amend other laws: from an instruction to the next.

    The addendum's own next article, with its caption, ends it as well.
    """
    spans: list[Span] = []
    opened: int | None = None
    last = before = 0
    for line in split_lines(view, start, end):
        if not line.text:
            continue
        captioned = KOREAN_CAPTIONED.match(line.text)
        own = captioned is not None and int(captioned[1]) == last + 1
        told = WORDING.search(line.text) or INSTRUCTION.search(line.text) or LEAD_IN.search(line.text)
        if SUPPLEMENT.match(line.text):
            last = 0
        if opened is not None and (own or told or SUPPLEMENT.match(line.text)):
            spans += [(opened, before)] if before > opened else []
            opened = None
        before = line.end - 1
        if own and captioned is not None:
            last = int(captioned[1])
        if WORDING.search(line.text):
            opened = line.end
    return [*spans, (opened, end)] if opened is not None else spans


def read_own_article(text: str, last: int) -> int | None:
    """Return the number of a line that begins the amending act's next article, else None."""
    found = ARTICLE.match(text)
    if found is None or not (LEAD_IN.search(text) or OTHER_ACTS.search(text)):
        return None
    number = read_numeral(found[1] or found[2])
    return number if number == last + 1 else None
