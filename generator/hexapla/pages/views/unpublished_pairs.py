"""What is said of comparisons that have no page, and how to get one."""

import shlex
from itertools import combinations
from pathlib import PurePosixPath

from hexapla.pages.page_context import PageContext


def describe_unpublished(layout: PageContext, siglum: str | None = None) -> dict[str, str] | None:
    """Say how many comparisons have a page, and which command writes another; None: they all have one.

    Args:
        layout: the document's.
        siglum: a version that the command's example shall be about, if it lacks a page.
    """
    lacking = [pair for pair in combinations(layout.document.sigla, 2) if pair not in layout.open]
    if not lacking:
        return None
    own = next((pair for pair in lacking if siglum in pair), lacking[0])
    all_pairs = len(lacking) + len(layout.shown)
    told = layout.say("compare-some", shown=len(layout.shown), all=all_pairs)
    return {"told": told, "command": comparison_command(layout, *own)}


def comparison_command(layout: PageContext, base: str, target: str) -> str:
    """Return the command that writes a comparison; of a compilation it takes the whole file."""
    paths = dict.fromkeys(layout.document.version(siglum).source.path for siglum in (base, target))
    name = f"{base}-{target}" if len(paths) > 1 else PurePosixPath(next(iter(paths))).stem
    return shlex.join(["hexapla", "compare", *paths, "-o", f"{name}.html"])
