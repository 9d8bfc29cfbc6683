"""Quotations of an instrument: where each begins and ends, over paragraphs, and what stands between them.

Each paragraph of a quotation opens with its sign and only the last closes; some print the sign of the first
paragraph alone. Inside, quotations of the text itself are printed with the other pair of signs.

Time is linear in the length of the text: a sign that nothing closes is met once, and from there on every line
that begins like a command ends an open quotation.
"""

from dataclasses import dataclass, field

import regex

from hexapla.text.numerals import HAN_NUMERALS

PAIRS = {"“": "”", "「": "」", "『": "』"}
"""signs of a quotation, and what closes it"""
RAW = frozenset("「『")
"""signs in which a text is quoted to the letter; in the others its own signs are exchanged for single ones"""
OPENS, CLOSES = "“", "”"
"""as a quotation is noted in the skeleton, its index between them"""
SIGNS = {opening: regex.compile(f"[{opening}{closing}\n]") for opening, closing in PAIRS.items()}
BLANKS = regex.compile(r"[ \t　]*+")
ANY_SIGN = regex.compile(f"[{''.join(PAIRS)}\n]")
EXCHANGED = str.maketrans("“”‘’", "‘’“”")
SENTENCE_END = regex.compile(r"[。；：:;！？…—]$")
MARKED = regex.compile(
    rf"(?:[（(][{HAN_NUMERALS}\d]{{1,6}}[）)]|\d{{1,3}}[.．、]|[①-⒛㈠-㈩]"
    rf"|第[{HAN_NUMERALS}\d]{{1,8}}[条條章节編编款项])"
)
COMMAND_LINE = regex.compile(
    rf"\s*(?:[{HAN_NUMERALS}]{{1,6}}、|\d{{1,3}}[.．、]|[（(][{HAN_NUMERALS}]{{1,5}}[）)]"
    rf"|第[{HAN_NUMERALS}]{{1,6}}条[ 　])?"
    r"(?:[将對对]|在第|删[去除]|增加|本(?:决定|修正案)自|修改《)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, a paragraph a line."""

    line: int
    text: str
    closed: bool = True


@dataclass(slots=True)
class Skeleton:
    """The words of an instrument with an index in place of every quotation."""

    characters: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """of every character of the skeleton"""
    quotations: list[Quotation] = field(default_factory=list)

    def add(self, text: str, line: int) -> None:
        """Append words of one line."""
        self.characters.append(text)
        self.lines += [line] * len(text)

    @property
    def text(self) -> str:
        """The skeleton as one string."""
        return "".join(self.characters)


def swap_signs(text: str) -> str:
    """Exchange double and single signs of quotation."""
    return text.translate(EXCHANGED)


def join_paragraphs(lines: list[str]) -> str:
    """Join the lines of a quotation: a line that is broken inside a sentence goes on in the next.

    Args:
        lines: without the opening sign; a line that opened with one of its own begins with a NUL.
    """
    paragraphs: list[list[str]] = [[lines[0].rstrip()]]
    for line in lines[1:]:
        own = line.removeprefix("\0").strip()
        if not own:
            continue
        last = paragraphs[-1][-1]
        if line.startswith("\0") or not last or SENTENCE_END.search(last[-1]) or MARKED.match(own):
            paragraphs.append([own])
        else:
            paragraphs[-1].append(own)
    return "\n".join(filter(None, ("".join(each) for each in paragraphs)))


def read_quotation(text: str, start: int, *, hasty: bool) -> tuple[str, int, bool]:
    """Read a quotation from its opening sign on.

    Args:
        text: of the instrument.
        start: where the sign stands.
        hasty: a line that begins like a command ends it.

    Returns:
        its words, where the text goes on, and whether a sign closed it.
    """
    opening = text[start]
    signs = SIGNS[opening]
    depth, at, piece = 1, start + 1, start + 1
    lines: list[str] = []
    prefix = ""
    while found := signs.search(text, at):
        at = found.end()
        if found[0] == "\n":
            lines.append(prefix + text[piece : found.start()])
            prefix = ""
            if hasty and COMMAND_LINE.match(text, at):
                return finish(opening, lines), found.start(), False
            lead = skip_blanks(text, at)
            if depth == 1 and text.startswith(opening, lead):
                at, prefix = lead + 1, "\0"
            piece = at
        elif found[0] == opening:
            depth += 1
        else:
            depth -= 1
            if not depth:
                lines.append(prefix + text[piece : found.start()])
                return finish(opening, lines), at, True
    lines.append(prefix + text[piece:])
    return finish(opening, lines), len(text), False


def skip_blanks(text: str, at: int) -> int:
    """Return where blanks end.

    A pattern that asks for a sign behind them would first look for this sign in all the rest of the text.
    """
    found = BLANKS.match(text, at)
    return found.end() if found else at


def finish(opening: str, lines: list[str]) -> str:
    """Return the words that are quoted in these lines."""
    if opening in RAW:
        return "\n".join(line.removeprefix("\0") for line in lines)
    words = join_paragraphs(lines)
    return swap_signs(words) if set("‘’") & set(words) and not set("“”") & set(words) else words


def build_skeleton(text: str) -> Skeleton:
    """Part an instrument into its own words and what it quotes."""
    skeleton = Skeleton()
    signs = ANY_SIGN
    at, line, hasty = 0, 1, False
    while found := signs.search(text, at):
        skeleton.add(text[at : found.start()], line)
        at = found.end()
        if found[0] == "\n":
            skeleton.add("\n", line)
            line += 1
            continue
        words, end, closed = read_quotation(text, found.start(), hasty=hasty)
        if not closed and not hasty:
            hasty = True
            words, end, closed = read_quotation(text, found.start(), hasty=True)
        skeleton.quotations.append(Quotation(line, words, closed))
        skeleton.add(f"{OPENS}{len(skeleton.quotations) - 1}{CLOSES}", line)
        line += text.count("\n", at, end)
        at = end
    skeleton.add(text[at:], line)
    return skeleton


def quote(text: str) -> str:
    """Write a text as a quotation, so that `build_skeleton` reads the same words.

    Raises:
        ValueError: no pair of signs can hold it.
    """
    plain = all(each == each.strip() and each for each in text.split("\n"))
    if plain and not {"‘", "’", "\0"} & set(text):
        return "“" + "\n“".join(swap_signs(text).split("\n")) + "”"
    for opening in ("『", "「"):
        if opening not in text and PAIRS[opening] not in text and "\0" not in text:
            return opening + text + PAIRS[opening]
    raise ValueError("no signs of quotation can hold this text")
