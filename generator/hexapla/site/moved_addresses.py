"""Addresses that a build moved: versions that bear another siglum than in the site that it replaces.

Sigla stand in addresses and permalinks. Versions without a siglum of their own are called by their place in
time, so an older one that is added later takes the letter of another. Rejected: to take sigla from the site
that is replaced. The same texts would make another site where none stood before.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from hexapla.errors import UsageError
from hexapla.pipeline.provenance import DocumentEntry
from hexapla.site.manifest import NAME, Manifest

MOST_NAMED = 6
"""versions that are named one by one"""
VersionKey = tuple[str, int]
"""a source's path, and which of the versions in it"""


def read_published_entries(site_dir: Path) -> list[DocumentEntry]:
    """Return what the manifest of a site says of its documents; nothing where none can be read."""
    try:
        manifest = cast("Manifest", json.loads((site_dir / NAME).read_bytes()))
        return list(manifest["documents"])
    except (OSError, ValueError, KeyError, TypeError):
        return []


def read_sigla(entry: DocumentEntry) -> dict[VersionKey, str]:
    """Return the sigla of a document's versions."""
    found: dict[VersionKey, str] = {}
    for version in entry["versions"]:
        place = sum(path == version["source"] for path, _ in found)
        found[version["source"], place] = version["siglum"]
    return found


def read_published_sigla(site: Path) -> dict[str, dict[VersionKey, str]]:
    """Return the sigla of a built site, by document and version.

    Args:
        site: its folder, or its manifest.

    Raises:
        UsageError: there is no manifest that can be read.
    """
    entries = read_published_entries(site.parent if site.name == NAME else site)
    if not entries:
        raise UsageError(f"{site} is no site that was built by hexapla: it holds no {NAME} that can be read.")
    return {entry["id"]: read_sigla(entry) for entry in entries}


def report_moved_sigla(before: Iterable[DocumentEntry], now: Iterable[DocumentEntry]) -> Iterator[str]:
    """Yield a sentence for each document of which versions bear other sigla than before."""
    known = {entry["id"]: read_sigla(entry) for entry in before}
    for entry in now:
        old, own = known.get(entry["id"], {}), read_sigla(entry)
        moved = [(key, old[key], siglum) for key, siglum in own.items() if old.get(key, siglum) != siglum]
        if moved:
            told = ", ".join(
                f"{path} was {was} and is {siglum}" for (path, _), was, siglum in moved[:MOST_NAMED]
            )
            more = f" and {len(moved) - MOST_NAMED} more" if len(moved) > MOST_NAMED else ""
            yield (
                f"{entry['id']}: {told}{more}; addresses and permalinks lead to other versions now. "
                f"To keep the published ones: hexapla pin {entry['id']} --published SITE"
            )
