"""Align versions in different languages by structure, since they have no words in common.

A translation keeps the number of a clause, the figures, names and references in it, its relative length, and
the order of the clauses. Pairs are scored by these, and the heaviest chain in order is linked (after Gale and
Church, who align sentences by length alone; candidates come from numbers, figures and places here, so that no
full grid is searched).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from hexapla.alignment.arrays import Floats, Pairs, merge_pairs
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks
from hexapla.alignment.prepared import UNIT_END, PreparedVersion
from hexapla.alignment.relatedness import measure_common_share
from hexapla.alignment.trace import Check, Stage, TraceStep
from hexapla.languages import load_languages
from hexapla.lazy_patterns import compile_lazily
from hexapla.sequences import heaviest_increasing
from hexapla.text import join_pieces, read_numeral
from hexapla.units import Unit

Bags = Sequence[Counter[str]]
HAN_FIGURE = compile_lazily(r"[零〇一二三四五六七八九十百千万两]{1,9}")
COUNTED = "日天月年个個名倍次元岁歲时時"
"""a single Han digit counts as a figure only before one of these; else it is part of a word (一般, 三农)"""
DIGITS = compile_lazily(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
NAME = compile_lazily(r"\b[A-Z]{2,}\b")
WORD = compile_lazily(r"[^\W\d_]{3,}")
SPELLED = {
    word: str(value * step)
    for step, name in ((1, "units"), (10, "tens"))
    for value, word in enumerate(load_languages()["en"].words("numbers", name))
    if value > 1
}
"""number words of English laws; without `one`, which is a pronoun or determiner more often than a figure"""
LATIN_WORD = compile_lazily(r"[a-z]+")


def is_cross_language(left: PreparedVersion, right: PreparedVersion, weights: LinkWeights) -> bool:
    """Tell whether two versions are in languages that share no words to compare.

    Simplified and traditional Chinese are one language here.
    """
    tongues = {side.language.partition("-")[0] for side in (left, right)}
    if len(tongues) == 1 or "und" in tongues:
        return False
    mine, yours = collect_vocabulary(left), collect_vocabulary(right)
    return len(mine & yours) < weights.common_words * max(1, min(len(mine), len(yours)))


def link_by_structure(
    left: PreparedVersion,
    right: PreparedVersion,
    links: PairLinks,
    barred: frozenset[tuple[int, int]],
    weights: LinkWeights,
) -> bool:
    """Link unlinked units by structure; return whether the texts are related.

    The links of unrelated texts are dropped again.
    """
    bags = count_invariant_tokens(left), count_invariant_tokens(right)
    pairs = filter_unlinked_pairs(find_structural_candidates(left, right, bags, weights), links, barred)
    number, shared = (
        compare_numbers(left.labels, right.labels, pairs),
        measure_figure_overlap(bags, pairs, weights),
    )
    score = weights.structure_number * number + weights.structure_figures * shared
    score += weights.structure_length * score_relative_length(left, right, pairs, weights)
    score = np.round(
        score + weights.structure_place * score_relative_position(left, right, pairs, weights), 6
    )
    _record(links, pairs, score, weights.structure_least)
    good = np.flatnonzero(score >= weights.structure_least)
    weighed = (pairs[0][good], pairs[1][good], score[good] - weights.structure_least / 2)
    best = heaviest_increasing(list(zip(*(column.tolist() for column in weighed), strict=True)))
    chain = good[np.array(best, np.int64)]
    mine, yours = pairs[0][chain], pairs[1][chain]
    links.add(mine, yours, score[chain])
    links.report(Stage.STRUCTURE)
    strangers = has_few_common_figures(bags, (mine, yours), shared[chain], weights)
    strangers = strangers or has_uncorrelated_lengths(left, right, (mine, yours), weights)
    if strangers or measure_common_share(left, right, links) < weights.related:
        links.to_right[mine] = links.to_left[yours] = UNLINKED
        links.report(Stage.RELATION)
        return False
    return True


def _record(links: PairLinks, pairs: Pairs, score: Floats, least: float) -> None:
    """Record the score of the traced pair, and those of its rivals."""
    at = None if links.trace is None else links.trace.find(*pairs)
    if links.trace is None or at is None:
        return
    links.trace.weigh(
        TraceStep(
            stage=Stage.STRUCTURE,
            score=float(score[at]),
            checks=(Check(name="score", value=float(score[at]), least=least),),
            rivals=links.trace.rivals(*pairs, score, score),
        )
    )


def has_few_common_figures(
    bags: tuple[Bags, Bags], pairs: Pairs, shared: Floats, weights: LinkWeights
) -> bool:
    """Tell whether linked units contain figures, but rarely the same ones.

    Only pairs of which at least one unit contains a figure are counted.
    """
    telling = [bool(bags[0][at]) or bool(bags[1][other]) for at, other in zip(*pairs, strict=True)]
    held = shared[np.array(telling, bool)]
    return len(held) >= weights.telling_pairs and float(held.mean()) < weights.telling_share


def has_uncorrelated_lengths(
    left: PreparedVersion, right: PreparedVersion, pairs: Pairs, weights: LinkWeights
) -> bool:
    """Tell whether the lengths of linked units are uncorrelated, which is unlikely for a translation."""
    if len(pairs[0]) < weights.measured_pairs:
        return False
    mine, yours = (
        np.log([len(side.keys[at]) + weights.length_padding for at in chosen])
        for side, chosen in zip((left, right), pairs, strict=True)
    )
    if min(mine.std(), yours.std()) == 0:
        return False
    return float(np.corrcoef(mine, yours)[0, 1]) < weights.measured_correlation


def find_structural_candidates(
    left: PreparedVersion, right: PreparedVersion, bags: tuple[Bags, Bags], weights: LinkWeights
) -> Pairs:
    """Find pairs with equal numbers, with a rare figure in common, or at about the same relative position."""
    rare, window = weights.rare_figure, weights.structure_window
    found: list[tuple[int, int]] = []
    for mine, yours in (
        ([[label] for label in left.labels], [[label] for label in right.labels]),
        ([list(bag) for bag in bags[0]], [list(bag) for bag in bags[1]]),
    ):
        there: defaultdict[str, list[int]] = defaultdict(list)
        often = Counter(name for names in mine for name in names)
        for at, names in enumerate(yours):
            for name in names:
                there[name].append(at)
        for at, names in enumerate(mine):
            for name in names:
                if name and often[name] <= rare and len(there[name]) <= rare:
                    found.extend((at, other) for other in there[name])
    every = np.repeat(np.arange(left.size), 2 * window + 1)
    near = np.round(every * (max(1, right.size - 1) / max(1, left.size - 1))).astype(np.int64)
    near += np.tile(np.arange(-window, window + 1), left.size)
    inside = (near >= 0) & (near < right.size)
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return merge_pairs((pairs[:, 0], pairs[:, 1]), (every[inside], near[inside]))


def filter_unlinked_pairs(pairs: Pairs, links: PairLinks, barred: frozenset[tuple[int, int]]) -> Pairs:
    """Keep the pairs of two unlinked units that no editor's decision keeps apart."""
    free = (links.to_right[pairs[0]] == UNLINKED) & (links.to_left[pairs[1]] == UNLINKED)
    for at, other in barred:
        free &= (pairs[0] != at) | (pairs[1] != other)
    return pairs[0][free], pairs[1][free]


def compare_numbers(mine: Sequence[str], yours: Sequence[str], pairs: Pairs) -> Floats:
    """Return per pair 1.0 if both units have the same number, else 0.0."""
    return np.array(
        [bool(mine[at]) and mine[at] == yours[other] for at, other in zip(*pairs, strict=True)], np.float64
    )


def measure_figure_overlap(bags: tuple[Bags, Bags], pairs: Pairs, weights: LinkWeights) -> Floats:
    """Return per pair the Dice coefficient of its figures; `no_figures` if neither unit contains any."""
    out = np.full(len(pairs[0]), weights.no_figures)
    for position, (at, other) in enumerate(zip(*(side.tolist() for side in pairs), strict=True)):
        total = bags[0][at].total() + bags[1][other].total()
        if total:
            out[position] = 2 * (bags[0][at] & bags[1][other]).total() / total
    return out


def score_relative_length(
    left: PreparedVersion, right: PreparedVersion, pairs: Pairs, weights: LinkWeights
) -> Floats:
    """Return per pair 1 if both units are the same share of their texts, down to 0 if one is far longer."""
    padding, reach = weights.length_padding, weights.length_reach
    mine, yours = (np.array([len(key) + padding for key in side.keys], np.float64) for side in (left, right))
    ratio = np.log(mine[pairs[0]] / mine.sum()) - np.log(yours[pairs[1]] / yours.sum())
    fit: Floats = np.maximum(0.0, 1 - np.abs(ratio) / reach)
    return fit


def score_relative_position(
    left: PreparedVersion, right: PreparedVersion, pairs: Pairs, weights: LinkWeights
) -> Floats:
    """Return per pair 1 at the same relative position, less with the distance, down to 0."""
    gap = np.abs((pairs[0] + 0.5) / max(1, left.size) - (pairs[1] + 0.5) / max(1, right.size))
    fit: Floats = np.maximum(0.0, 1 - weights.place_slope * gap)
    return fit


def count_invariant_tokens(side: PreparedVersion) -> list[Counter[str]]:
    """Count per unit its figures in decimal digits, the clauses that it cites, and its names in capitals."""
    return [
        Counter(
            [*extract_invariant_tokens(join_text_and_parts(unit)), *(f"§{target}" for target in references)]
        )
        for unit, references in zip(side.units, side.references, strict=True)
    ]


def collect_vocabulary(side: PreparedVersion) -> set[str]:
    """Collect the words of a version; a run of Han characters counts as one word."""
    text = side.codes.tobytes().decode("utf-32-le", "surrogatepass")
    return set(WORD.findall(text.replace(UNIT_END, " ")))


def join_text_and_parts(unit: Unit) -> str:
    """Join the text of a unit with the headings and texts of its parts, one per line, without its heading."""
    return "\n".join([unit.clause.text, *(join_pieces(part.heading, part.text) for part in unit.parts)])


def extract_invariant_tokens(text: str) -> Iterator[str]:
    """Yield the figures of a text in decimal digits, and its names in capital Latin letters."""
    for found in DIGITS.findall(text):
        yield found.replace(",", "")
    for match in HAN_FIGURE.finditer(text):
        value = read_numeral(match[0])
        if value is not None and (len(match[0]) > 1 or text[match.end() : match.end() + 1] in COUNTED):
            yield str(value)
    yield from NAME.findall(text)
    for word in LATIN_WORD.findall(text.casefold()):
        if word in SPELLED:
            yield SPELLED[word]
