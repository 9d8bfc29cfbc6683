"""Clauses in the making: a mark with its heading, its own text, its further paragraphs and its role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import GONE
from hexapla.languages.schemes import Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import Role
from hexapla.segmentation.beam_search import ChosenMark
from hexapla.segmentation.context_rules import is_left_open
from hexapla.segmentation.front_matter import LEADS_ON
from hexapla.segmentation.marks import FORM_PREFIX, SECTION, Mark
from hexapla.segmentation.notes import is_note
from hexapla.segmentation.paragraph_breaks import split_paragraphs
from hexapla.segmentation.text_structure import PLAIN, TextStructure
from hexapla.text.scripts import is_small_letter

BLANK = " \n\x1f"
CAPTION = compile_lazily(r"(?:\n|\A)(?P<m>[ \x1f]*\([^()\n]{1,30}\)[ \x1f]*\n)[ \x1f]*$")
KANA = compile_lazily(r"[\u3040-\u30ff]")
SAMPLE = 2000
BRACKETED = compile_lazily(
    r"[ \x1f]*(?:【[^】\n]{1,30}】|\((?![一二三四五六七八九十\d])[^)\n]{1,30}\)|\[[^\]\n]{1,40}\])"
)
TAKEN_OUT = compile_lazily(rf"[ \x1f]*[(\[【](?i:{GONE})[.]?[)\]】]")
"""what stands in place of a text is no heading of it: 第三条 （删除）"""
FIRST_SENTENCE = compile_lazily(r"[^。;:,、.!?\n(]{2,16}。(?=[ \x1f]*[^\s\x1f。])")
FIRST_WORDS = compile_lazily(
    r"([A-ZÀ-Þ\"“][^.;:,!?\n()]{1,60}(?:, [^.;:,!?\n()]{1,40}){0,3})\.(?=[ \x1f]+[^\s\x1fa-z\d])"
)
UNTITLED = compile_lazily(r"[。;:,、!?.]")
LONGEST_HEADING = 40
MOST_HEADING_LINES = 3
HEADING_TAIL = compile_lazily(r"[ \x1f]*[\u4e00-\u9fff、和与及]{1,20}")
"""the rest of a heading in Han: no blank, figure or bracket"""
HAN_OPEN = ("和", "与", "與", "及", "或", "的", "、")
"""with these a heading's line wants more"""
SHORT_LINE = 24
FULL_STOPS = "。.;:!?,、…"
NO_TITLE = FULL_STOPS + "—–-"
"""signs with which no heading of one line ends"""
SENTENCES = compile_lazily(r"[。;,]|[.!?][ \x1f]+[^\s\x1f]")
"""more than one sentence, or a part of one"""
SHORTENED = frozenset(words_of("words", "shortened"))
SMALL_WORDS = frozenset(words_of("titles", "small"))
GOES_ON = SMALL_WORDS | frozenset(words_of("lists", "joining"))
"""words with which a heading does not end"""
FEW_WORDS = 2


@dataclass(slots=True)
class ClauseDraft:
    """A numbered clause before its id and its role are known, or the text before the first of them."""

    chosen: ChosenMark | None
    start: int
    end: int
    heading: Span | None
    text: Span
    """own text, outer white space included"""
    more: list[Span]
    """the paragraphs after the first"""
    list_end: int | None = None
    """where its list ends, if the format says so: paragraphs from there on are none of its own"""
    parent: int = -1
    """index of the draft above, -1 for none"""
    children: list[int] = field(default_factory=list)
    leads_on: bool = False
    """whether its own text begins the sentence that the items below it go on with"""
    role: Role = Role.UNIT
    id: str = ""

    @property
    def level(self) -> Level | None:
        """The level of its scheme; None for unnumbered text."""
        return self.chosen.mark.scheme.level if self.chosen else None

    def owns(self, paragraph: Span) -> bool:
        """Tell whether a paragraph after its first one can belong to it."""
        return self.list_end is None or paragraph[0] < self.list_end

    @property
    def continued(self) -> bool:
        """Whether its text goes on in further paragraphs."""
        return bool(self.more) and self.owns(self.more[0])

    @property
    def unnumbered(self) -> bool:
        """Whether it is the heading of a section without a number: what stands below it is no part of it."""
        return self.chosen is not None and self.chosen.mark.family == SECTION

    @property
    def depth(self) -> int:
        """Its depth; unnumbered text before all marks stands outermost."""
        return self.chosen.depth if self.chosen else 0


def build_drafts(
    view: str,
    start: int,
    end: int,
    chosen: Sequence[ChosenMark],
    wrapped: int,
    structure: TextStructure = PLAIN,
) -> list[ClauseDraft]:
    """Cut a stretch into drafts that tile it; the first is the text before the first mark if there is any.

    Post-conditions:
        1. The drafts' spans `[start, end)` tile the stretch; text and paragraphs tile what follows a mark.
        2. The parent of each is the nearest earlier draft of less depth.
    """
    found: list[ClauseDraft] = []
    begin = chosen[0].mark.start if chosen else end
    if view[start:begin].strip(BLANK):
        first, *more = split_paragraphs(view, start, begin, wrapped, structure)
        found.append(ClauseDraft(None, start, begin, None, first, more))
    open_drafts: list[int] = []
    for n, one in enumerate(chosen):
        stop = chosen[n + 1].mark.start if n + 1 < len(chosen) else end
        first, *more = split_paragraphs(view, one.mark.stop, stop, wrapped, structure)
        draft = ClauseDraft(one, one.mark.start, stop, None, first, more, structure.list_end(one.mark.start))
        if draft.unnumbered:  # what stands under a heading is no text of the heading
            draft.text, draft.more = (one.mark.stop, one.mark.stop), [first, *more]
        while open_drafts and found[open_drafts[-1]].depth >= one.depth:
            open_drafts.pop()
        if open_drafts:
            draft.parent = open_drafts[-1]
            found[draft.parent].children.append(len(found))
        open_drafts.append(len(found))
        found.append(draft)
    for draft in found:
        if draft.chosen:
            draft.leads_on = leads_to_items(view, draft, found)
            set_heading(view, draft, found, structure)
    return found


def leads_to_items(view: str, draft: ClauseDraft, drafts: Sequence[ClauseDraft]) -> bool:
    """Tell whether a clause's own text begins the sentence that the list below it goes on with.

    Its last word wants more, or its first item goes on in small letters: The keeper may refuse a ship that
    (a) leaks oil. What begins with an imposing verb in Han, or 下列, leads on as well.
    """
    if not draft.children:
        return False
    own = view[slice(*draft.text)].strip(BLANK)
    first = drafts[draft.children[0]]
    item = view[slice(*first.text)].strip(BLANK)
    if not own or first.level not in (Level.OUTLINE, Level.ITEM):
        return False
    if own.isascii() or is_narrow(own):
        return is_left_open(own) or (is_small_letter(item) and first.level is Level.ITEM)
    return LEADS_ON.search(own) is not None


def include_captions(view: str, start: int, chosen: Sequence[ChosenMark]) -> list[ChosenMark]:
    """Let articles begin at the caption on the line before them: （目的）, then 第一条.

    Only in Japanese or where most articles have one: elsewhere a bracketed line belongs to the text before
    it.
    """
    captions: dict[int, int] = {}
    articles = 0
    for n, one in enumerate(chosen):
        if one.mark.scheme.level is Level.ARTICLE and one.mark.line:
            articles += 1
            after = chosen[n - 1].mark.stop if n else start  # a mark is no caption of the next: （一）⏎第一条
            caption = CAPTION.search(view, max(after, one.mark.start - LONGEST_HEADING), one.mark.start)
            if caption and not is_note(caption["m"].strip(BLANK)):
                captions[n] = caption.start("m")
    usual = len(captions) * 3 >= articles * 2 or KANA.search(view, start, start + SAMPLE)
    if not captions or not usual:
        return list(chosen)
    return [
        ChosenMark(one.mark._replace(start=captions[n]), one.depth) if n in captions else one
        for n, one in enumerate(chosen)
    ]


def find_separators(view: str, draft: ClauseDraft) -> Iterator[Span]:
    """Yield what stands between number, heading and text and is none of them: a dash, a colon, dots."""
    known = [span for span in (draft.heading, draft.text, *draft.more) if span]
    if draft.chosen:
        known.append((draft.chosen.mark.pos, draft.chosen.mark.end))
    at = draft.start
    for start, end in [*sorted(known), (draft.end, draft.end)]:
        if at < start and (piece := view[at:start]).strip(BLANK):
            yield start - len(piece.lstrip(BLANK)), at + len(piece.rstrip(BLANK))
        at = max(at, end)


def set_heading(
    view: str, draft: ClauseDraft, drafts: Sequence[ClauseDraft], structure: TextStructure = PLAIN
) -> None:
    """Part the heading from the own text where one is printed as such."""
    followed = bool(draft.children)
    articles = followed and drafts[draft.children[0]].level is Level.ARTICLE
    mark = draft.chosen.mark if draft.chosen else None
    if mark and view[mark.start : mark.pos].strip(BLANK):
        draft.heading = (mark.start, mark.pos)
        return
    start, end = draft.text
    while start < end and view[start] in BLANK:
        start += 1
    text = view[start:end].rstrip(BLANK)
    if not text or mark is None or mark.scheme.reader == "none":
        return
    stated = structure.provision_at(mark.start)
    if stated is not None:
        length = max(0, min(stated.heading, start + len(text)) - start)
    else:
        length = measure_marked_heading(view, (start, end), mark, structure) or measure_heading(
            text, draft, followed=followed, articles=articles
        )
    if not length and draft.continued and is_title_sentence(text, draft.level):
        length = len(text)
        _, end = draft.text = (draft.text[0], draft.more.pop(0)[1])
    if length:
        draft.heading = (start, start + length)
        alone = length == len(text) and draft.continued and draft.level in (Level.OUTLINE, Level.ARTICLE)
        draft.text = (start + length, draft.more.pop(0)[1] if alone else end)


def measure_marked_heading(view: str, own: Span, mark: Mark, structure: TextStructure) -> int:
    """Return the length of a heading behind its mark, whatever its words; 0 for a sentence."""
    heading = structure.heading_at(mark.pos)
    words = view[own[0] : min(heading.end, own[1])].rstrip(BLANK) if heading else ""
    if not words:
        return 0
    long = len(words) > (4 if is_narrow(words) else 2) * LONGEST_HEADING
    return 0 if "。" in words or (long and words[-1] in FULL_STOPS) else len(words)


def measure_heading(text: str, draft: ClauseDraft, *, followed: bool, articles: bool) -> int:
    """Return how many characters at the beginning of the text are a heading."""
    level = draft.level
    line = text.split("\n", 1)[0].rstrip(BLANK)
    short = len(line) <= (2 * LONGEST_HEADING if is_narrow(line) else LONGEST_HEADING)
    bracketed = BRACKETED.match(text) if level is Level.ARTICLE else None
    if bracketed and not TAKEN_OUT.fullmatch(bracketed[0]):
        return bracketed.end()
    if level in (Level.DIVISION, Level.ANNEX):
        return measure_division_heading(text, articles=articles) if short and "。" not in line else 0
    if len(line) < len(text):
        return (
            len(line)
            if is_title_line(line, text[len(line) :], level)
            else measure_sentence_heading(text, level)
        )
    if short and line[-1] not in NO_TITLE and not SENTENCES.search(line):
        named = followed and level is not Level.ITEM and not draft.leads_on
        return len(line) if named or draft.continued else 0
    return measure_sentence_heading(text, level)


def measure_division_heading(text: str, *, articles: bool) -> int:
    """Return the length of a division's heading, which may go over several lines.

    A line goes on in the next one where it wants more (`OF`, `储存和`); above articles, where nothing but the
    heading stands, in Han also where it does not.
    """
    lines = [line.rstrip(BLANK) for line in text.split("\n")]
    count = 1
    bare = len(lines) <= MOST_HEADING_LINES and all(HEADING_TAIL.fullmatch(line) for line in lines[1:])
    while count < min(len(lines), MOST_HEADING_LINES):
        last = lines[count - 1]
        wants = is_left_open(last) or last.lower().rsplit(" ", 1)[-1] in GOES_ON or last.endswith(HAN_OPEN)
        if UNTITLED.search(lines[count].rstrip(".、")) or not (wants or (articles and bare)):
            break
        count += 1
    return len("\n".join(text.split("\n")[:count]).rstrip(BLANK))


def is_narrow(line: str) -> bool:
    """Tell whether a line is of letters of which a heading needs many: not of Han, Kana or Hangul."""
    return line.isascii() or len(line.encode()) * 2 < len(line) * 3


def is_title_line(line: str, rest: str, level: Level | None) -> bool:
    """Tell whether the first line of a paragraph is a heading that stands on a line of its own."""
    if level is Level.ITEM or UNTITLED.search(line.rstrip(".").replace("...", "")) or line[-1] in "-—":
        return False
    following = rest.lstrip(BLANK)
    if is_narrow(line):
        return len(line) <= 2 * SHORT_LINE and not (is_small_letter(following) and line[-1] not in "\"'”")
    return len(line) <= SHORT_LINE and len(following.split("\n", 1)[0]) > len(line)


def is_title_sentence(text: str, level: Level | None) -> bool:
    """Tell whether an article's first line is a few words with a full stop (`Artículo 2. Horario.`)."""
    if level is not Level.ARTICLE or not text.endswith(".") or not text.isprintable():
        return False
    words = text[:-1]
    return len(words) <= SHORT_LINE * 2 and not UNTITLED.search(words) and is_capitalized(words)


def ends_shortened(words: str) -> bool:
    """Tell whether words end with an abbreviation, so that no sentence ends there: L'article R. 113."""
    last = words.rsplit(" ", 1)[-1]
    return (len(last) == 1 and last.isupper()) or f"{last.lower()}." in SHORTENED


def measure_sentence_heading(text: str, level: Level | None) -> int:
    """Return the length of a short first sentence without a comma that names what follows."""
    if level is Level.OUTLINE:
        sentence = FIRST_SENTENCE.match(text)
        if sentence:
            return sentence.end()
    if level in (Level.OUTLINE, Level.ARTICLE):
        words = FIRST_WORDS.match(text)
        if words and is_title_case(words[1]) and not ends_shortened(words[1]):
            return words.end()
    return 0


def is_title_case(words: str) -> bool:
    """Tell whether words are set like a title, or very few."""
    return len(words.split()) <= FEW_WORDS or is_capitalized(words)


def is_capitalized(words: str) -> bool:
    """Tell whether words begin with capitals but for the small ones."""
    return all(word[0].isupper() or not word[0].isalpha() or word in SMALL_WORDS for word in words.split())


def assign_roles(drafts: Sequence[ClauseDraft], view: str, unit: str | None) -> None:
    """Set the role of every draft.

    Post-conditions:
        1. Below a unit of article level there are parts only.
        2. No part stands before the first unit, or after a division before the next unit.
    """
    opened = False
    wanted = unit if unit and any(is_of_scheme(draft, unit) for draft in drafts) else None
    for draft in drafts:
        if draft.chosen:
            draft.role = determine_role(draft, drafts, view, wanted)
            if draft.role is Role.PART and not opened:
                draft.role = Role.UNIT
            opened = draft.role is not Role.DIVISION


def determine_role(draft: ClauseDraft, drafts: Sequence[ClauseDraft], view: str, unit: str | None) -> Role:
    """Return the role of a numbered draft; those above it have theirs."""
    above = list_ancestors(draft, drafts)
    if unit is not None:
        if any(is_of_scheme(one, unit) for one in above):
            return Role.PART
        if is_of_scheme(draft, unit):
            return Role.UNIT
    if any(one.role is Role.UNIT and one.level in (Level.ARTICLE, Level.ITEM) for one in above):
        return Role.UNIT if draft.level is Level.ARTICLE else Role.PART
    if draft.level is Level.ITEM:
        nearest = next((one for one in above if one.role is not Role.PART), None)
        return Role.PART if nearest and nearest.role is Role.UNIT and not nearest.unnumbered else Role.UNIT
    if draft.unnumbered:
        return Role.UNIT  # of divisions only the units below them are compared
    return Role.DIVISION if is_division(draft, [drafts[n] for n in draft.children], view) else Role.UNIT


def is_of_scheme(draft: ClauseDraft, scheme: str) -> bool:
    """Tell whether a draft's mark is of a scheme, in a heading of Markdown or not."""
    return draft.chosen is not None and FORM_PREFIX.sub("", draft.chosen.mark.family, 1) == scheme


def is_division(draft: ClauseDraft, kids: Sequence[ClauseDraft], view: str) -> bool:
    """Tell whether a draft is but a heading above others that are cited.

    In a decimal outline (1, 1.1) it is not: the whole section is cited by its number.
    """
    if view[slice(*draft.text)].strip(" \n\x1f\x1e"):
        return False
    if draft.level in (Level.DIVISION, Level.ANNEX):
        return True
    if draft.level is Level.ARTICLE:
        return any(kid.level in (Level.ARTICLE, Level.DIVISION) for kid in kids)
    decimal = any(kid.chosen and len(kid.chosen.mark.value) > 1 for kid in kids)
    return not decimal and any(kid.level is not Level.ITEM for kid in kids)


def list_ancestors(draft: ClauseDraft, drafts: Sequence[ClauseDraft]) -> list[ClauseDraft]:
    """Return the drafts above one, nearest first."""
    above = []
    while draft.parent >= 0:
        draft = drafts[draft.parent]
        above.append(draft)
    return above
