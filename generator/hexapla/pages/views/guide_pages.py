"""Pages about the site itself: how to read a comparison, and how it is made."""

from typing import Any, Final

from hexapla.i18n import load_messages
from hexapla.model import Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.reading import FORMAL_FLAGS
from hexapla.reading.captions import SIGNALS

GUIDES: Final = ("how-to-read", "how-it-works")
"""names of the pages; every page of a document links them"""
SECTIONS: Final = {
    "how-to-read": ("columns", "marks", "kinds", "flags", "lack", "pages", "tools", "sure"),
    "how-it-works": ("steps", "limits", "claims", "proof"),
}
KINDS: Final = (
    "same",
    "word",
    "add",
    "del",
    "move",
    "renum",
    "split",
    "join",
    "regroup",
    "lack",
    "trans",
    "ref",
)
FLAGS: Final = (
    *(str(flag) for flag in SIGNALS),
    *(f"only-{flag}" for flag in FORMAL_FLAGS),
)
KEYS: Final = ("n", "p", "v", "/", "?")
STEPS: Final = ("read", "segment", "align", "compare", "publish")
LIMITS: Final = ("meaning", "rewording", "small", "twins", "numbers", "noise", "parts")
CLAIMS: Final = ("valid", "weight", "copying", "silence", "judgement", "advice")


def render_guide_pages(*, language: str = "en") -> tuple[Page, ...]:
    """Make the pages, in the language of the interface."""
    say = load_messages(language)
    made = []
    for name in GUIDES:
        here = uris.guide_uri(name)
        values: dict[str, Any] = {
            "say": say,
            "language": "zh" if language.lower().startswith("zh") else "en",
            "script_words": dump_script_words(say),
            "foot": say(f"{name}-title"),
            "home": uris.link(here, uris.HOME),
            "others": [
                (uris.link(here, uris.guide_uri(one)), say(f"{one}-title")) for one in GUIDES if one != name
            ],
            "name": name,
            "kinds": KINDS,
            "flags": FLAGS,
            "keys": KEYS,
            "steps": STEPS,
            "limits": LIMITS,
            "claims": CLAIMS,
        }
        toc = tuple(TocEntry(2, section, say(f"{name}-{section}")) for section in SECTIONS[name])
        made.append(render_page(f"{name}.html", uri=here, title=say(f"{name}-title"), toc=toc, values=values))
    return tuple(made)
