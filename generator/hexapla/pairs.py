"""Which two versions have a page of their own, and which have files and stand in those about all.

All pairs of *n* versions are *n* (*n* - 1) / 2; the page of a pair is read in both directions. Of few all
are published. Of many those that readers ask for: each version with the one before it, with the first, with
the last, with the base, and with the one most like it; so pages grow with the versions, not their square.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import regex

from hexapla.model import Comparison, Document, Order

ALL_PAIRS_LIMIT = 12
"""versions of which every pair is published unless somebody says otherwise: 66 pages"""
FEW_FILES = 6
"""versions of which every pair has files of its own; of thirty that would be 435 pairs"""
SUMMARISED = 12
"""pairs of parallel versions that a summary tells; of a chronology it tells every step"""
DEFAULT_CHOICE = ("auto",)
WORDS = ("auto", "all", "neighbours", "first", "last", "base", "closest")
AUTO_CHOICE = ("first", "last", "base", "closest")
"""what `auto` means of more than a few versions"""
PAIR_OF_SIGLA = regex.compile(r"([A-Za-z][A-Za-z0-9]{0,7})-([A-Za-z][A-Za-z0-9]{0,7})")

SiglumPair = tuple[str, str]
"""sigla, in the order of the versions: a pair stands for both directions"""


def is_later_version(document: Document, base: str, target: str) -> bool:
    """Tell whether target is known to be the later of two versions, so that it can have changed anything."""
    sigla = document.sigla
    return document.order is Order.CHRONOLOGICAL and sigla.index(base) < sigla.index(target)


def is_succession(comparison: Comparison) -> bool:
    """Tell whether the target replaces the base, so that “added” and “removed” mean something."""
    later = is_later_version(comparison.document, comparison.base, comparison.target)
    return later and not comparison.translation


def parse_pair_choice(said: str | Sequence[str], *, named: bool = True) -> tuple[str, ...]:
    """Read a choice of pairs: one word, or a list of words and pairs (`A-D`).

    Args:
        said: as it stands in a file of settings.
        named: whether pairs may be named: only where the versions are known.

    Raises:
        ValueError: with what may stand there.
    """
    choice = (said,) if isinstance(said, str) else tuple(said)
    for each in choice:
        pair = PAIR_OF_SIGLA.fullmatch(each) if named else None
        if each not in WORDS and (pair is None or pair[1] == pair[2]):
            own = "; or a pair of sigla such as A-D" if named else ""
            raise ValueError(f"“{each}” names no comparisons: write {', '.join(WORDS)}{own}")
    if not choice:
        raise ValueError(f"the list is empty: write {', '.join(WORDS)}")
    return choice


def select_published_pairs(
    document: Document,
    comparisons: Iterable[Comparison],
    choice: Sequence[str] = DEFAULT_CHOICE,
    *,
    likeness: Callable[[Comparison], float],
) -> frozenset[SiglumPair]:
    """Return the pairs that have a page.

    Args:
        document: with its versions in order.
        comparisons: of its pairs.
        choice: words and pairs, as `parse_pair_choice` returns them.
        likeness: tells how much of two versions is the same, as it tells the pages.

    Post-conditions:
        1. Neighbours, in order and in time, are always among them: the overview, the feed and the table of
           numbers lead there, and every version can be reached.
        2. A pair stands in the order of the versions. Nothing depends on the order of the choice.
    """
    words = set(choice)
    if "auto" in words:
        words |= {"all"} if len(document.sigla) <= ALL_PAIRS_LIMIT else set(AUTO_CHOICE)
    return find_chosen_pairs(document, comparisons, words, likeness)


def select_pairs_with_files(
    document: Document,
    comparisons: Iterable[Comparison],
    choice: Sequence[str] = DEFAULT_CHOICE,
    *,
    likeness: Callable[[Comparison], float],
) -> frozenset[SiglumPair]:
    """Return the pairs that have files and sheets of their own; arguments and order as for those with a page.

    All of few versions unless somebody says otherwise. Of many those of neighbours, who have files in any
    case, and of each version with the base or the first one: so files grow with the versions and not with
    their square.
    """
    words = set(choice)
    if "auto" in words:
        words |= {"all"} if len(document.sigla) <= FEW_FILES else {"base" if document.base else "first"}
    return find_chosen_pairs(document, comparisons, words, likeness)


def find_chosen_pairs(
    document: Document,
    comparisons: Iterable[Comparison],
    words: set[str],
    likeness: Callable[[Comparison], float],
) -> frozenset[SiglumPair]:
    """Return the pairs that words and names choose, and those of neighbours, in order and in time."""
    sigla = document.sigla
    if "all" in words:
        return frozenset(combinations(sigla, 2))
    found = {*pairwise(sigla), *pairwise(sort_dated_sigla(document))}
    ends = {"first": sigla[:1], "last": sigla[-1:], "base": (document.base,) if document.base else ()}
    for word, others in ends.items():
        if word in words:
            found |= {(one, other) for one in others for other in sigla}
    if "closest" in words:
        found |= set(find_closest_pairs(sigla, comparisons, likeness))
    found |= set(find_named_pairs(words))
    place = {siglum: at for at, siglum in enumerate(sigla)}
    return frozenset(
        order_pair(pair, place) for pair in found if pair[0] != pair[1] and place.keys() >= set(pair)
    )


def list_pairs_left_out(document: Document, comparisons: Iterable[Comparison]) -> list[SiglumPair]:
    """Return the pairs of versions that these comparisons do not tell; texts of different ranks have none."""
    if document.order is Order.LEVELS:
        return []
    told = {frozenset((each.base, each.target)) for each in comparisons}
    return [pair for pair in combinations(document.sigla, 2) if frozenset(pair) not in told]


def select_steps(document: Document, comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Return the comparisons of each version of a chronology with the next; parallel texts have none."""
    near = set(pairwise(document.sigla)) if document.order is Order.CHRONOLOGICAL else set()
    return [each for each in comparisons if (each.base, each.target) in near]


def select_summarised_pairs(document: Document, comparisons: Sequence[Comparison]) -> list[Comparison]:
    """Return the comparisons that a summary tells: the steps of a chronology, else the first few."""
    return select_steps(document, comparisons) or list(comparisons[:SUMMARISED])


def select_pairs_with_changes(document: Document, comparisons: Sequence[Comparison]) -> list[Comparison]:
    """Return the comparisons that say what changed: the steps of a chronology, all of parallel texts.

    Not those of versions in different languages, of which no words are compared.
    """
    every = comparisons if document.order is Order.PARALLEL else select_steps(document, comparisons)
    return [each for each in every if not each.translation]


def order_pair(pair: SiglumPair, place: Mapping[str, int]) -> SiglumPair:
    """Return a pair in the order of the versions."""
    return pair if place[pair[0]] < place[pair[1]] else (pair[1], pair[0])


def find_named_pairs(choice: Iterable[str]) -> Iterator[SiglumPair]:
    """Yield the pairs that a choice names."""
    for each in choice:
        if match := PAIR_OF_SIGLA.fullmatch(each):
            yield match[1], match[2]


def find_unknown_sigla(choice: Iterable[str], sigla: Collection[str]) -> list[str]:
    """Return the sigla in a choice that no version has, each once, in order."""
    return list(
        dict.fromkeys(each for pair in find_named_pairs(choice) for each in pair if each not in sigla)
    )


def sort_dated_sigla(document: Document) -> list[str]:
    """Return the versions that bear a date in the order of time."""
    stamped = sorted((version.date, at) for at, version in enumerate(document.versions) if version.date)
    return [document.sigla[at] for _, at in stamped]


def find_closest_pairs(
    sigla: Sequence[str], comparisons: Iterable[Comparison], likeness: Callable[[Comparison], float]
) -> Iterator[SiglumPair]:
    """Yield each version with the one most like it; of equals the first."""
    best: dict[str, tuple[float, SiglumPair]] = {}
    for each in comparisons:
        own, pair = likeness(each), (each.base, each.target)
        for siglum in pair:
            if siglum not in best or best[siglum][0] < own:
                best[siglum] = own, pair
    yield from (best[siglum][1] for siglum in sigla if siglum in best)
