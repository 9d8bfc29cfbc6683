"""Since when a clause reads as it does, in one line: which parts never changed, and which words are newer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hexapla.i18n import Messages
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.reading.origins import OriginRun
from hexapla.text import unwrap
from hexapla.units import Unit, list_passages

WORD: Final = compile_lazily_with_properties(r"[\p{L}\p{N}]")
"""what is neither a letter nor a figure is no word to be told of"""
SHOWN: Final = 3
"""words that are quoted"""
LONGEST: Final = 18
"""characters of them"""
EDGES: Final = " \t\n\u3000,.;:，。；：、"


@dataclass(frozen=True, slots=True)
class NewerWords:
    """Words that came into a clause after its oldest ones."""

    words: str
    version: str
    """siglum of the version that brought them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAge:
    """Since when a clause reads as it does."""

    oldest: str
    """siglum of the version that brought its oldest words"""
    kept: tuple[str, ...]
    """ids of its paragraphs and items all of whose words are as old; none where it has but one"""
    newer: tuple[NewerWords, ...]
    """the newest first, each wording once"""

    @property
    def whole(self) -> bool:
        """Whether all of its words are of one version."""
        return not self.newer


def measure_age(unit: Unit, runs: Sequence[OriginRun], order: Sequence[str]) -> ClauseAge | None:
    """Say since when a clause reads as it does.

    Args:
        unit: the clause.
        runs: who brought each of its characters, over `Unit.text`.
        order: sigla, the oldest version first.

    Returns:
        None where it has no words, or where nobody can tell who brought the oldest of them.
    """
    told = [run for run in runs if WORD.search(unit.text, run.start, run.end)]
    if not told or any(run.version is None for run in told):
        return None
    place = {siglum: at for at, siglum in enumerate(order)}
    oldest = min((run.version or "" for run in told), key=place.__getitem__)
    newer = [
        NewerWords(shorten_words(unit.text[run.start : run.end]), run.version or "")
        for run in told
        if run.version != oldest
    ]
    newer.sort(key=lambda each: -place[each.version])
    return ClauseAge(
        oldest=oldest,
        kept=tuple(find_kept_passages(unit, told, oldest)),
        newer=tuple(dict.fromkeys(newer)),
    )


def find_kept_passages(unit: Unit, told: Iterable[OriginRun], oldest: str) -> Iterator[str]:
    """Yield the paragraphs and items of which all words are the oldest, where there are several."""
    passages = list_passages(unit)
    newer = [run for run in told if run.version != oldest]
    at, kept = 0, set[int | None]()
    for number, passage in enumerate(passages if len(passages) > 1 else ()):
        start = unit.text.find(passage.unit.text, at)
        if start < 0 or not passage.unit.text:
            continue
        at, end = start + 1, start + len(passage.unit.text)
        if passage.parent in kept:
            kept.add(number)
        elif not any(run.start < end and start < run.end for run in newer):
            kept.add(number)
            yield passage.id


def shorten_words(text: str) -> str:
    """Return words as they are quoted: on one line, the middle of many left out."""
    line = unwrap(text).strip(EDGES)
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip(EDGES) + "…"


def tell_age(age: ClauseAge, say: Messages, names: Mapping[str, str], passages: Mapping[str, str]) -> str:
    """Say since when a clause reads as it does, in one line.

    Args:
        age: of the clause.
        say: the words of the interface.
        names: what versions are called, by siglum.
        passages: what paragraphs and items are called, by id.
    """
    first = names[age.oldest]
    if age.whole:
        return say("since-all", version=first)
    kept = say("list-separator").join(passages[name] for name in age.kept if passages.get(name))
    head = say("since-kept", passages=kept, version=first) if kept else say("since-oldest", version=first)
    told = [say("since-words", words=each.words, version=names[each.version]) for each in age.newer[:SHOWN]]
    if more := len(age.newer) - SHOWN:
        told += [say("since-more", count=more)] if more > 0 else []
    return say("since-gap").join([head, *told])
