"""What stands after the last clause: a signature with its date."""

import re

from hexapla.segment.lines import Line, is_ended, lines
from hexapla.segment.masks import Hole

__all__ = ["is_dated", "signature"]

DATE = re.compile(
    r"\(?(?:(?:19|20)\d\d *[年./-] *\d{1,2} *[月./-] *\d{1,2} "
    r"*日?|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    r"(?:令和|平成|昭和|民国|中華民國)\S{1,12}日|(?:19|20)\d\d년.{1,10}일|"
    r"(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|märz|mai|okt|dez|enero|febrero|"
    r"marzo|abril|mayo|junio|julio|agosto|janvier|février|mars|avril|juin|juillet|"
    r"août)\w*\.? (?:\d{1,2}, )?(?:de )?(?:19|20)\d\d)\)?$|^\d{1,2}月\d{1,2}日$",
    re.IGNORECASE,
)
NAME = 30
LINES = 4


def is_dated(line: str) -> bool:
    """Tell whether a line ends with a date and could stand below a document."""
    return len(line) <= 2 * NAME and DATE.search(line) is not None and not is_ended(line)


def signature(view: str, start: int, end: int, *, marked: bool) -> Hole | None:
    """Return the lines at the end that sign: short names after the last sentence, a date beside them.

    `start` is where the last numbered clause's own first line ends; a name without a date counts only in a
    text whose sentences end (that the line before it does).
    """
    every = [line for line in lines(view, start, end) if line.text]
    taken: list[Line] = []
    dated = False
    while every and len(taken) < LINES:
        line = every[-1]
        if is_dated(line.text):
            dated = True
        elif not is_name(line.text):
            break
        taken.append(every.pop())
    if not taken or (not every and not marked):
        return None
    settled = not every or is_ended(every[-1].text)
    if dated or (settled and len(taken) == 1):
        return Hole(taken[-1].start, end, "signature")
    return None


def is_name(text: str) -> bool:
    """Tell whether a line could name who signs."""
    return (
        len(text) <= NAME
        and not is_ended(text)
        and not re.search(r"[。;,、，]|^[(\[\d§*#|-]", text)
        and not text[0].islower()
    )
