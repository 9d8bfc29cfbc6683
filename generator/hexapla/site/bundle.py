"""The site as one zip file that opens from a disk: for a stick, an e-mail, an archive."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from hexapla.archive import write_archive
from hexapla.collection import CollectionSurvey, choose_documents
from hexapla.collection.file_names import explain_name_problem, make_portable
from hexapla.errors import UsageError
from hexapla.output import resolve_output
from hexapla.pipeline import BuildOptions
from hexapla.site.build_site import PublishedSite, publish_site
from hexapla.site.manifest import list_files

LEVEL = 9
TOP = "site/"
"""folder that the archive unpacks to: hundreds of files never lie loose among a reader's own"""


@dataclass(frozen=True, slots=True)
class BundleSelection:
    """Chooses what of a collection goes into a bundle."""

    document: str | None
    """its id, or the name of its folder or file; None: every document"""

    def __call__(self, texts: CollectionSurvey) -> CollectionSurvey:
        """Return the chosen documents, under names that every file system takes.

        Raises:
            UsageError: there is no such document.
        """
        chosen = choose_documents(texts, [self.document] if self.document is not None else [])
        if self.document is not None and not chosen.places:
            raise UsageError(f"{self.document} cannot be read; see: hexapla check {self.document}")
        return replace(
            chosen, places=tuple(replace(each, id=make_portable(each.id)) for each in chosen.places)
        )


def build_bundle(
    out: Path,
    *,
    document: str | None = None,
    config_file: Path | None = None,
    sources: Path | None = None,
    theme: str | None = None,
    options: BuildOptions | None = None,
    words: str | None = None,
) -> PublishedSite:
    """Build a site that opens from a disk, and pack it.

    Args:
        out: the zip file; what is there is replaced when the new one is complete. Never one of the inputs.
        document: one document alone; None: all.
        config_file: a configuration, as for `publish_site`.
        sources: the collection; None: as the configuration says.
        theme: as for `publish_site`.
        options: how the build shall be done; None: as the configuration says.
        words: name of the Chinese word segmenter; None: as the configuration says.

    Post-conditions:
        1. The bytes depend on the texts, the configuration and the zlib that compresses them: names sorted,
           one date, one level. The files inside are the same whatever zlib there is.
        2. Every name can stand on Windows.
        3. All stands in one folder.

    Raises:
        SettingsError, SourceError, UsageError, OSError: nothing could be done.
    """
    target = resolve_output(out, inputs=filter(None, (sources, config_file)))
    with tempfile.TemporaryDirectory(prefix="hexapla-") as scratch:
        folder = Path(scratch) / "site"
        published = publish_site(
            config_file=config_file,
            sources=sources,
            site_dir=folder,
            theme=theme,
            offline=True,
            options=options,
            words=words,
            choose=BundleSelection(document),
        )
        packed = list_files(folder)
        check_names(packed)
        archive = Path(scratch) / "site.zip"  # whole before it goes where a pipe could not take it back
        write_archive(archive, ((TOP + name, (folder / name).read_bytes()) for name in packed), level=LEVEL)
        with archive.open("rb") as whole:
            target.write(whole)
    return published


def check_names(names: Iterable[str]) -> None:
    """Refuse names that Windows does not take; ours are made so that it does, a user's own page may not be.

    Raises:
        UsageError: with every name and why.
    """
    problems = list(find_name_problems(list(names)))
    if problems:
        raise UsageError("The bundle would not open on Windows:\n" + "\n".join(problems))


def find_name_problems(names: list[str]) -> Iterator[str]:
    """Yield what is wrong with names."""
    twins = Counter(name.casefold() for name in names)
    for name in names:
        why = explain_name_problem(name) or (
            "differs from another name in case alone" if twins[name.casefold()] > 1 else None
        )
        if why:
            yield f"  {name}: {why}; rename it."
