"""Links between levels keep the digests of the words for which they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hexapla.levels.level_index import LevelIndex, digest_words
from hexapla.model import Alignment, LevelLink, MappingEntry, Staleness


def pin_words(
    alignment: Alignment, entries: Sequence[MappingEntry], *, anew: bool = False
) -> tuple[MappingEntry, ...]:
    """Keep with entries the digests of the words as they stand.

    Args:
        alignment: with the links that were found.
        entries: as an editor wrote them; those whose clauses are not there stay as they are.
        anew: also where a digest is kept already: somebody has read both sides again. A clause whose words
            have moved is then named where they stand.
    """
    indexes = {version.siglum: LevelIndex(version) for version in alignment.document.versions}
    found = {(each.source, each.target): each for each in alignment.level_links}
    return tuple(
        pin_entry(entry, found.get((entry.source, entry.target)), indexes, anew=anew) for entry in entries
    )


def pin_entry(
    entry: MappingEntry, link: LevelLink | None, indexes: Mapping[str, LevelIndex], *, anew: bool
) -> MappingEntry:
    """Keep the digests of an entry's words."""
    if link is None:
        return entry
    if anew or not entry.source_words:
        moved = link.a_doubt is Staleness.MOVED
        name = "/".join(link.a) if moved else entry.source
        words = digest_words(indexes[link.a[0]].passages[link.a[1]])
        entry = replace(entry, source=name, source_words=words)
    if link.b and (anew or not entry.target_words):
        moved = link.b_doubt is Staleness.MOVED
        there = "/".join(link.b) if moved else entry.target
        words = digest_words(indexes[link.b[0]].passages[link.b[1]])
        entry = replace(entry, target=there, target_words=words)
    return entry
