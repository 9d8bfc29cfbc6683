"""Counters that a page's own style makes of its elements: 1.1 before a paragraph, by `content: counters(…)`.

Their scopes are those of CSS Lists 3, 4.3: a counter holds for the element that sets it, for what follows
that in the
same element, and for what is in these.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.limits import LONGEST_NUMBER
from hexapla.readers.web.page_styles import Style

SET = compile_lazily_with_properties(r"([\w-]{1,60})(?:\s+([+-]?\d{1,9}))?")
PIECE = compile_lazily_with_properties(
    r"""counters?\(\s*(?P<name>[\w-]{1,60})\s*(?:,\s*(?P<quote>["'])(?P<between>[^"']{0,20})(?P=quote)\s*)?"""
    r"""(?:,\s*(?P<form>[\w-]{1,40})\s*)?\)|(?P<sign>["'])(?P<text>(?:(?!(?P=sign))[^\\]|\\.){0,60})(?P=sign)"""
)
CODE = compile_lazily_with_properties(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
LAST_CHARACTER = 0x10FFFF


@dataclass(slots=True)
class PageCounters:
    """The counters that are in force, from the outermost element inwards."""

    write: Callable[[int, str], str]
    """writes a count in a style of numbers"""
    scopes: list[dict[str, int]] = field(default_factory=lambda: [{}])
    """of each open element, the counters that its children made"""

    def enter(self, style: Style) -> None:
        """Meet an element: what it resets and counts holds among its siblings."""
        self.count(style)
        self.scopes.append({})

    def leave(self) -> None:
        """Leave an element."""
        self.scopes.pop()

    def count(self, style: Style) -> None:
        """Do what a style says of counters."""
        for name, value in read_settings(style.get("counter-reset", ""), 0):
            self.scopes[-1][name] = value
        for key, default in (("counter-increment", 1), ("counter-set", 0)):
            for name, value in read_settings(style.get(key, ""), default):
                scope = next((each for each in reversed(self.scopes) if name in each), self.scopes[-1])
                scope[name] = value + (scope.get(name, 0) if key == "counter-increment" else 0)

    def printed(self, style: Style) -> str:
        """Return what stands before an element's content; nothing unless a number is in it."""
        content = style.get("content", "")
        if "counter" not in content:
            return ""
        pieces = [self.piece(each) for each in PIECE.finditer(content)]
        return "".join(pieces)[:LONGEST_NUMBER]

    def piece(self, found: regex.Match[str]) -> str:
        """Write one piece of what stands before an element's content."""
        if found["name"] is None:
            return CODE.sub(decode_escape, found["text"])
        counts = [each[found["name"]] for each in self.scopes if found["name"] in each] or [0]
        form = found["form"] or "decimal"
        if found["between"] is None:
            return self.write(counts[-1], form)
        return found["between"].join(self.write(each, form) for each in counts)


def read_settings(said: str, default: int) -> Iterator[tuple[str, int]]:
    """Yield names of counters and numbers."""
    if said not in {"", "none"}:
        for name, number in SET.findall(said):
            yield name, int(number) if number else default


def decode_escape(found: regex.Match[str]) -> str:
    """Return the character that an escape in a text of CSS stands for."""
    if found[1] is None:
        return str(found[2])
    code = int(found[1], 16)
    return chr(code) if 0 < code <= LAST_CHARACTER and not 0xD800 <= code < 0xE000 else ""  # noqa: PLR2004 - no surrogates
