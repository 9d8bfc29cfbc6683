"""A Content-Security-Policy for a site: `csp.txt`.

Nothing of ours is inline. The theme has a few inline scripts, which are allowed by their digests, and so is
what the owner of the site allows knowingly. Nothing else that stands in a page is, wherever it came from:
should a text, a name or a page ever bring a script along, a browser would not execute it.

What is the theme's own is said by whoever put it around the pages (`theme_reference`). Rejected: to allow
whatever stands in the finished pages. A script that came in through the name of the site, a page written by
hand or a template of the site's owner would be allowed with the rest. Rejected too: a list of the digests of
one version of one theme.
"""

import base64
import hashlib
import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

POLICY = "csp.txt"
SHOWN = 60
"""characters of a script by which its author knows it"""
SCRIPTS = frozenset(["", "module", "text/javascript", "application/javascript"])
"""types of what a browser executes; data in script elements are not"""
OPENING = re.compile(rb"<(script|style)(?=[\s/>])", re.IGNORECASE)
"""begins an element of either kind; in a text, its first sign is escaped"""
CLOSING = {kind: re.compile(rb"</" + kind + rb"(?=[\s/>])", re.IGNORECASE) for kind in (b"script", b"style")}
MOST_NAMED = 20
"""inline elements that are named one by one"""
DIGEST = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True, slots=True, order=True)
class InlineSource:
    """A script or a style."""

    kind: str
    """`script` or `style`"""
    text: str
    """what a browser executes or applies"""

    @property
    def digest(self) -> str:
        """Its name in a policy, without the quotation marks."""
        return f"sha256-{base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode()}"


@dataclass(frozen=True, slots=True, order=True)
class ScriptFrame:
    """The ends of a script that a template fills in, differently on every page."""

    kind: str
    head: str
    tail: str

    def fits(self, inline: InlineSource) -> bool:
        """Tell whether a script may be that of the template. It is no proof: nothing is allowed for it."""
        text = inline.text.strip()
        return (
            inline.kind == self.kind
            and len(text) >= len(self.head) + len(self.tail)
            and text.startswith(self.head)
            and text.endswith(self.tail)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeReference:
    """What a theme writes inline."""

    known: frozenset[InlineSource]
    """whatever a site says: these are the theme's"""
    frames: tuple[ScriptFrame, ...]
    """what depends on the page it stands in, and cannot be known without it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedElement:
    """An inline element that the policy does not allow."""

    inline: InlineSource
    page: str
    """the first that it stands in"""
    pages: int
    themes: bool
    """whether it looks like one that the theme fills in differently on every page"""

    def __str__(self) -> str:
        """Say what it is, where, and how to allow it."""
        more = {1: "", 2: " and another page"}.get(self.pages, f" and {self.pages - 1} other pages")
        what = f"{self.page}{more}: the inline {self.inline.kind} “{quote_beginning(self.inline.text)}”"
        if self.themes:
            return f"{what} is another on every page, and {POLICY} does not allow it."
        return (
            f"{what} is not the theme's, and {POLICY} does not allow it. If it is meant to be there, "
            f"add {self.inline.digest} to the option allow_inline."
        )


def write_policy(
    site: Path, read_theme: Callable[[set[int]], ThemeReference], allowed: Collection[str] = ()
) -> list[UnlistedElement]:
    """Write the header's value into a finished site.

    Args:
        site: where it stands.
        read_theme: returns what its theme writes inline into pages that lie so many folders deep.
        allowed: digests that the site's owner allows.

    Returns:
        what stands in pages and is not allowed.
    """
    found = find_inline_elements(site)
    depths = {page.count("/") for pages in found.values() for page in pages}
    theme = read_theme(depths)
    listed = [each for each in found if each in theme.known or each.digest in allowed]
    (site / POLICY).write_text(format_policy(listed) + "\n", encoding="utf-8", newline="\n")
    return list(find_unlisted(found, listed, theme.frames))


def format_policy(listed: Iterable[InlineSource]) -> str:
    """Return the header's value that allows these inline elements and no others."""
    own: dict[str, list[str]] = {"script": [], "style": []}
    for inline in listed:
        own[inline.kind].append(f"'{inline.digest}'")
    parts = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(own["script"])],
        "style-src": ["'self'", *sorted(own["style"])],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def find_inline_elements(site: Path) -> dict[InlineSource, list[str]]:
    """Return every inline element of a site, and the pages in which it stands."""
    # The theme writes the same few into every page: to parse each page for them takes as long as MkDocs does.
    raws: dict[bytes, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for raw in set(find_raw_elements(path.read_bytes())):
            raws.setdefault(raw, []).append(page)
    found: dict[InlineSource, list[str]] = {}
    for raw, pages in raws.items():
        if inline := read_inline(raw):
            found.setdefault(inline, []).extend(pages)
    return {inline: sorted(set(found[inline])) for inline in sorted(found)}


def find_raw_elements(page: bytes) -> Iterator[bytes]:
    """Yield the elements of both kinds, from sign to sign; one that is never closed reaches to the end."""
    place = 0
    while opening := OPENING.search(page, place):
        closing = CLOSING[opening[1].lower()].search(page, opening.end())
        end = page.find(b">", closing.end()) + 1 if closing else 0
        yield page[opening.start() : end or len(page)]
        if not end:
            return
        place = end


def read_inline(raw: bytes) -> InlineSource | None:
    """Read an element; None where it is data, or another file is named.

    Each is read alone: one that is broken cannot hide those that come after it.
    """
    text = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8", "replace")
    node = LexborHTMLParser(text).css_first("script, style")
    if node is None:
        return None
    if node.tag == "script" and (
        "src" in node.attributes or (node.attributes.get("type") or "").strip().lower() not in SCRIPTS
    ):
        return None
    return InlineSource(str(node.tag), node.text())


def find_unlisted(
    found: dict[InlineSource, list[str]], listed: Collection[InlineSource], frames: Iterable[ScriptFrame]
) -> Iterator[UnlistedElement]:
    """Yield what is not allowed; of what a theme fills in on every page the first."""
    own = list(frames)
    told: set[ScriptFrame] = set()
    for inline, pages in found.items():
        if inline in listed:
            continue
        frame = next((each for each in own if each.fits(inline)), None)
        if frame is None or frame not in told:
            yield UnlistedElement(inline=inline, page=pages[0], pages=len(pages), themes=frame is not None)
        if frame is not None:
            told.add(frame)


def describe_unlisted(told: Sequence[UnlistedElement]) -> Iterator[tuple[int, str]]:
    """Yield what is said of elements that are not allowed, and how loudly, as a level of `logging`."""
    for each in told[:MOST_NAMED]:
        yield logging.INFO if each.themes else logging.WARNING, str(each)
    if len(told) > MOST_NAMED:
        more = len(told) - MOST_NAMED
        yield logging.WARNING, f"{more} more inline elements are not allowed by {POLICY}."


def quote_beginning(text: str) -> str:
    """Return the first characters of a script on one line, by which its author knows it."""
    line = " ".join(text[: 8 * SHOWN].split())
    short = line[:SHOWN] + ("…" if len(line) > SHOWN or len(text) > 8 * SHOWN else "")
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in short)
