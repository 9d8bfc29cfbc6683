"""What can be downloaded: the files of a document, with purpose and size, and the whole site as one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from hexapla.i18n import Messages, load_messages
from hexapla.model import File, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import fill_template, render_page
from hexapla.pages.views.page_frame import build_frame_values, version_label

KILO: Final = 1000
UNITS: Final = ("size-bytes", "size-kilobytes", "size-megabytes", "size-gigabytes")
COLOPHON = '<p class="hx-colophon">'
GUIDE_LINKS = '<p class="hx-end hx-guides">'
"""the last links of a document's page; on the first page they stand at the top"""


@dataclass(frozen=True, slots=True)
class DownloadEntry:
    """A file."""

    href: str
    name: str
    format: str
    what: str
    size: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What no file here tells, and the command that writes it."""

    told: str
    command: str


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """Files about the same: the whole document, a comparison, a version."""

    name: str
    """for a link"""
    title: str
    sigla: tuple[str, ...]
    label: str
    files: tuple[DownloadEntry, ...]
    left_out: tuple[LeftOut, ...]
    """what these files do not tell, said below them"""


def render_downloads_page(layout: PageContext, downloads: Sequence[File]) -> Page:
    """Make the page; files without a format are data of the site and not listed."""
    document, say = layout.document, layout.say
    here = uris.downloads_uri(document.id)
    groups = list(group_files(layout, downloads, here))
    return render_page(
        "downloads.html",
        uri=here,
        title=say("downloads-title", title=document.title),
        toc=tuple(TocEntry(2, each.name, group_heading(each, say)) for each in groups),
        values={
            **build_frame_values(layout, here, "downloads", wide=False, foot=[say("tab-downloads")]),
            "groups": groups,
            "left_out": list(describe_pairs_without_files(layout, downloads)),
        },
    )


def describe_pairs_without_files(layout: PageContext, downloads: Sequence[File]) -> Iterator[LeftOut]:
    """Say of how many comparisons there are no files here, while there are of others."""
    say = layout.say
    there = {(file.base, file.target) for file in downloads if file.target and file.format}
    lacking = [pair for pair in layout.pairs if pair not in there]  # with a page or without
    if there and lacking:
        base, target = lacking[0]
        form = next(file.format for file in downloads if file.target and file.format)
        command = f"hexapla export … --format {form} --base {base} --target {target}"
        yield LeftOut(say("downloads-left-out", count=len(lacking)), command)


def describe_pairs_left_out(files: Sequence[File], say: Messages) -> Iterator[LeftOut]:
    """Say which files do not tell all pairs of versions."""
    bounded = [file for file in files if file.pairs_left_out and file.format]
    if bounded:
        names = say("list-separator").join(PurePosixPath(file.uri).name for file in bounded)
        told = say("downloads-pairs-left-out", files=names, count=bounded[0].pairs_left_out)
        yield LeftOut(told, f"hexapla export … --format {bounded[0].format}")


def group_heading(group: DownloadGroup, say: Messages) -> str:
    """Return a group's title as one line."""
    return group.title if not group.sigla else say("list-separator").join(group.sigla)


def group_files(layout: PageContext, downloads: Sequence[File], here: str) -> Iterator[DownloadGroup]:
    """Group files: those of the whole document, then by comparison, then by version, in their orders."""
    document, say = layout.document, layout.say
    by_scope: dict[tuple[str | None, str | None], list[File]] = {}
    for file in downloads:
        if file.format is not None:
            by_scope.setdefault((file.base, file.target), []).append(file)
    pairs = [(base, target) for base in document.sigla for target in document.sigla if base != target]
    alone = [(siglum, None) for siglum in document.sigla]
    for scope in ((None, None), *pairs, *alone):
        files = by_scope.pop(scope, None)
        if not files:
            continue
        sigla = tuple(filter(None, scope))
        kind = ("document", "version", "comparison")[len(sigla)]
        yield DownloadGroup(
            name="-".join(("files", *sigla)),
            title=say(f"files-{kind}"),
            sigla=sigla,
            label=" ⇄ ".join(filter(None, (version_label(document.version(siglum)) for siglum in sigla))),
            files=tuple(build_entry(file, here, say) for file in files),
            left_out=tuple(describe_pairs_left_out(files, say)),
        )


def build_entry(file: File, here: str, say: Messages) -> DownloadEntry:
    """Make a file's line."""
    suffix = PurePosixPath(file.uri).suffix.lstrip(".").upper() or PurePosixPath(file.uri).name
    name, what = describe_format(file.format or "", say)
    return DownloadEntry(
        href=uris.link(here, file.uri),
        name=PurePosixPath(file.uri).name,
        format=name or suffix,
        what=what,
        size=format_size(len(file.data), say),
    )


def describe_format(form: str, say: Messages) -> tuple[str, str]:
    """Return a format's name and what it is for; empty where the catalogue does not know it."""
    try:
        return say(f"format-{form}"), say(f"format-{form}-what")
    except KeyError:
        return "", ""


def format_size(octets: int, say: Messages) -> str:
    """Say a size with two figures."""
    value, at = float(octets), 0
    while value >= KILO and at < len(UNITS) - 1:
        value, at = value / KILO, at + 1
    told = f"{value:.0f}" if at == 0 or value >= 10 else f"{value:.1f}"  # noqa: PLR2004 - two figures
    return say(UNITS[at], size=told)


def add_offline_notice(html: str, *, here: str, uri: str, octets: int, language: str) -> str:
    """Add to a page, where its content ends, the line that offers the site's offline copy.

    Args:
        html: the page's content.
        here: the page's address.
        uri: of the copy.
        octets: its size, which nobody knows before all pages are made.
        language: of the interface, BCP 47.
    """
    say = load_messages(language)
    link = uris.link(here, uri)
    told = format_size(octets, say)
    line = fill_template("offline.html", say=say, href=link, name=uri, size=told)
    before, end, after = html.rpartition(COLOPHON if here == uris.HOME else GUIDE_LINKS)
    return f"{before}{line}{end}{after}"
