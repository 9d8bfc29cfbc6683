"""Words that are exchanged throughout a law, and are said once: 将本法中的“A”统一修改为“B”."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hexapla.amending.apply import amend_draft
from hexapla.amending.choose_words import SENTENCE_PART
from hexapla.amending.draft_law import Entry
from hexapla.amending.instrument import Command, Verb
from hexapla.amending.law_passages import FOLDED, mark_kind
from hexapla.amending.pair_entries import EntryPairs
from hexapla.comparison import diff_texts
from hexapla.model import Op, Version

LEAST_CLAUSES = 3
"""clauses in which words must be exchanged to be said once"""
LONGEST = 20
"""characters of words that are exchanged throughout"""
MOST_CANDIDATES = 12


def list_exchanges(base: str, target: str, language: str = "zh") -> set[tuple[str, str]]:
    """Return the words that are exchanged from one text to another."""
    edits = diff_texts(base, target, language)
    found = set()
    for one, other in pairwise(edits):
        if one.op is Op.DELETE and other.op is Op.INSERT:
            old, new = one.text, other.text
            if max(len(old), len(new)) <= LONGEST and len(old) > 1 and not SENTENCE_PART.search(old + new):
                found.add((old, new))
    return found


def list_mark_exchanges(entry: Entry, target: Entry) -> set[tuple[str, str]]:
    """Return the signs that are exchanged in the marks of items."""
    found = set()
    for one, other in zip(entry.walk(), target.walk(), strict=False):
        if mark_kind(one.number) == mark_kind(other.number) and len(one.number) == len(other.number) > 1:
            found |= {
                (a, b)
                for a, b in zip(one.number, other.number, strict=True)
                if a.translate(FOLDED) == b.translate(FOLDED) and a != b
            }
    return found


def find_spacing(pairs: Sequence[tuple[Entry, Entry]], articles: Sequence[Entry]) -> list[Command]:
    """Find white space after the numbers of headings that is another throughout: a double space.

    Args:
        pairs: headings of the base with those of the target.
        articles: of the base, in which it must not stand.
    """
    counted = Counter((one.between, other.between) for one, other in pairs)
    for (old, new), count in counted.most_common():
        plain = bool(old) and bool(new) and not (old + new).strip() and "\n" not in old + new
        alone = all(other.between == new for one, other in pairs if one.between == old)
        if old == new or not plain or count < LEAST_CLAUSES or not alone:
            continue
        if not any(old == each.between or old in each.words for each in articles):
            return [Command(verb=Verb.SUBSTITUTE, old=(old,), new=(new,), everywhere=True)]
    return []


def find_throughout(base: Version, structure: Sequence[Command], pairs: EntryPairs) -> list[Command]:
    """Find words that are exchanged in several clauses, and wherever they stand in clauses that stay.

    Args:
        base: the version that is amended.
        structure: the commands on whole clauses.
        pairs: which clauses are one.
    """
    session, _ = amend_draft(base, [*structure, Command(verb=Verb.REORDER)])
    now = {entry.id: entry for entry in session.law.entries if entry.id}
    stay = [
        (now[sources[0].id], target)
        for target, sources in pairs.kept()
        if sources[0].id in now and not now[sources[0].id].restated
    ]
    counted: Counter[tuple[str, str]] = Counter()
    for entry, target in stay:
        if entry.words != target.words:
            counted.update(list_exchanges(entry.words, target.words))
        counted.update(list_mark_exchanges(entry, target))
    chosen: list[Command] = []
    texts = [(entry.words, target.words) for entry, target in stay]
    for (old, new), count in counted.most_common(MOST_CANDIDATES):
        if count < LEAST_CLAUSES or old in new:
            continue
        holding = [(a, b) for a, b in texts if old in a]
        if all(a.count(old) <= b.count(new) and old not in b for a, b in holding):
            chosen.append(Command(verb=Verb.SUBSTITUTE, old=(old,), new=(new,), everywhere=True))
            texts = [(a.replace(old, new), b) for a, b in texts]
    return chosen
