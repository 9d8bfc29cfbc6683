"""How large a site is, and which common hosts would not take it.

Sources: docs.github.com (GitHub Pages limits), developers.cloudflare.com (Pages, Limits),
docs.gitlab.com (GitLab.com settings, Pages; 200,000 files).
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GIGA, MEBI = 1_000_000_000, 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSize:
    """What a host asks of a site."""

    files: int
    octets: int
    """of all files"""
    largest: int
    """octets of the largest file"""
    largest_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLimits:
    """What a host takes without payment; None: it says nothing."""

    name: str
    files: int | None = None
    octets: int | None = None
    largest: int | None = None


HOSTS: Final = (
    HostLimits(name="GitHub Pages", octets=GIGA, largest=100 * MEBI),
    HostLimits(name="GitLab Pages", files=200_000, octets=GIGA),
    HostLimits(name="Cloudflare Pages", files=20_000, largest=25 * MEBI),
)


def measure_site(folder: Path) -> SiteSize:
    """Measure the files of a folder."""
    sizes = [(os.stat(path).st_size, path) for path in list_paths(folder)]  # noqa: PTH116 - tens of thousands
    largest, path = max(sizes, default=(0, ""))
    name = Path(path).relative_to(folder).as_posix() if path else ""
    return SiteSize(
        files=len(sizes), octets=sum(size for size, _ in sizes), largest=largest, largest_name=name
    )


def list_paths(folder: Path) -> Iterator[str]:
    """Yield the places of all files of a folder, as texts."""
    return (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)  # noqa: PTH118 - as above


def describe_limits(size: SiteSize) -> Iterator[str]:
    """Yield a sentence for each host that would not take a site of that size."""
    for host in HOSTS:
        if host.octets is not None and size.octets > host.octets:
            own, most = format_octets(size.octets), format_octets(host.octets)
            yield f"The site has {own}; {host.name} takes {most}. Fewer `downloads:` or `comparisons:` help."
        if host.files is not None and size.files > host.files:
            yield f"The site has {size.files:,} files; {host.name} takes {host.files:,}."
        if host.largest is not None and size.largest > host.largest:
            own, most = format_octets(size.largest), format_octets(host.largest)
            yield f"{size.largest_name} has {own}; {host.name} takes files of {most}."


def format_octets(octets: int) -> str:
    """Write a size as people read it.

    >>> format_octets(999), format_octets(1_250_000)
    ('999 bytes', '1.2 MB')
    """
    for unit, name in ((GIGA, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if octets >= unit:
            return f"{octets / unit:.1f} {name}"
    return f"{octets} bytes"
