"""A Content-Security-Policy for a site: `csp.txt`.

Nothing of ours is inline. The theme has a few inline scripts, which are allowed by their digests, and so is
what the site's owner allows knowingly. Nothing else that stands in a page is, wherever it came from: should a
text, a name or a page ever bring a script along, a browser would not execute it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from hexapla.site.inline_sources import InlineSource, find_raw_elements, read_inline
from hexapla.site.theme_reference import ScriptFrame, build_theme_reference

POLICY = "csp.txt"
SHOWN = 60
"""characters of a script by which its author knows it"""


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
    site: Path, config: MkDocsConfig, env: Environment, allowed: Collection[str] = ()
) -> list[UnlistedElement]:
    """Write the header's value into a finished site.

    Args:
        site: where it stands.
        config: what it was made with.
        env: what its pages were rendered with.
        allowed: digests that the site's owner allows.

    Returns:
        what stands in pages and is not allowed.
    """
    found = find_inline_elements(site)
    depths = {page.count("/") for pages in found.values() for page in pages}
    theme = build_theme_reference(config, env, depths)
    listed = [each for each in found if each in theme.known or each.digest in allowed]
    (site / POLICY).write_text(format_policy(listed) + "\n", encoding="utf-8", newline="\n")
    return list(find_unlisted(found, listed, theme.frames))


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


def quote_beginning(text: str) -> str:
    """Return the first characters of a script on one line, by which its author knows it."""
    line = " ".join(text[: 8 * SHOWN].split())
    short = line[:SHOWN] + ("…" if len(line) > SHOWN or len(text) > 8 * SHOWN else "")
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in short)
