"""Clauses that stand in several documents: which changed copies are found, how fast, beside MinHash.

    python benchmarks/reuse.py [DIR] [--documents 300] [--copies 200] [--draw 0]

DIR holds texts with articles (第X条), each a document; without it texts are made up. Into the collection
copies of clauses are planted that were changed by a known share of characters, and halves of clauses. Prints
recall of these, seconds of each step, memory, and the same by MinHash and locality-sensitive hashing where
`datasketch` is installed. Everything is measured in one run. With `--draw` it prints so many links, drawn by
lot with a fixed seed, to be read and judged.
"""

import argparse
import random
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.texts import law
from hexapla.reuse import (
    DocumentPassages,
    RememberedSearch,
    ReusePassage,
    dump_search,
    find_reuse_since,
    load_search,
)
from hexapla.reuse.document_passages import LONGEST, SHORTEST_HAN
from hexapla.reuse.held_texts import collect_held_texts
from hexapla.reuse.text_changes import LATER, PAIR_BITS
from hexapla.text import make_key

ARTICLE = re.compile(r"^\s*第[〇零一二三四五六七八九十百千]+条", re.MULTILINE)
DATE = re.compile(r"\d{4}-\d\d-\d\d")
SHARES = (0.1, 0.2, 0.3, 0.4)
LENGTHS = range(30, 401)
"""characters of clauses that are copied"""
HALF = "half"
Planted = list[tuple[str, str, str]]
"""kind, key of the original, key of the copy"""


def read(folder: Path) -> Iterator[DocumentPassages]:
    """Yield each text of a folder as a document of its articles."""
    for number, path in enumerate(
        sorted(each for each in folder.rglob("*") if each.suffix in (".md", ".txt"))
    ):
        keys = [make_key(part) for part in ARTICLE.split(path.read_text("utf-8", "replace"))[1:]]
        date = DATE.search(path.stem)
        yield make_document(f"{number:05}-{path.stem}", keys, date[0] if date else "")


def make(count: int) -> Iterator[DocumentPassages]:
    """Yield made-up laws of forty articles."""
    for number in range(count):
        text = law(40, characters=70, changed=1.0, seed=number + 1)
        keys = [make_key(part) for part in ARTICLE.split(text)[1:]]
        rng = random.Random(number)  # noqa: S311 - made-up text
        yield make_document(f"{number:05}", ["".join(rng.sample(key, len(key))) for key in keys], "")


def make_document(name: str, keys: Sequence[str], date: str) -> DocumentPassages:
    """Make a document of folded articles."""
    kept = dict.fromkeys(key[:LONGEST] for key in keys if len(key) >= SHORTEST_HAN)
    passages = tuple(
        ReusePassage(key=key, clause=f"art_{place}", number=None, versions=("A",), date=date)
        for place, key in enumerate(kept, start=1)
    )
    return DocumentPassages(document=name, title=name, latest="A", passages=passages)


def plant(documents: Sequence[DocumentPassages], count: int) -> tuple[list[DocumentPassages], Planted]:
    """Return documents of changed copies, and which are whose."""
    rng = random.Random(5)  # noqa: S311 - a sample
    keys = [each.key for document in documents for each in document.passages if len(each.key) in LENGTHS]
    signs = "".join(rng.sample(keys, min(len(keys), 2_000)))
    planted: Planted = []
    for share in SHARES:
        for kind in ("replaced", "edited"):
            for key in rng.sample(keys, min(count, len(keys))):
                planted.append((f"{share:.0%} {kind}", key, change(key, share, signs, rng, kind == "edited")))
    for key in rng.sample(keys, min(count, len(keys))):
        half, other = len(key) // 2, rng.choice(keys)
        planted.append((HALF, key, key[:half] + other[:half]))
    made = [make_document(f"planted-{at:05}", [copy], "") for at, (_, _, copy) in enumerate(planted)]
    return made, planted


def change(key: str, share: float, signs: str, rng: random.Random, edited: bool) -> str:  # noqa: FBT001 - a kind
    """Replace a share of the characters; edited: a third each is replaced, taken out, added."""
    made = []
    for char in key:
        kind = (rng.randrange(3) if edited else 0) if rng.random() < share else None
        made.append(char if kind is None else (rng.choice(signs), "", char + rng.choice(signs))[kind])
    return "".join(made)


def measure_minhash(keys: Sequence[str], planted: Planted) -> None:
    """Print what MinHash with banding finds of the same copies, and how fast."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - installed by few
    except ImportError:
        print("\nMinHash: `datasketch` is not installed")
        return
    began = time.process_time()
    index, hashes = MinHashLSH(threshold=0.3, num_perm=128), {}
    for number, key in enumerate(keys):
        shingles = {key[at : at + 4].encode() for at in range(len(key) - 3)}
        hashes[key] = MinHash(num_perm=128)
        hashes[key].update_batch(shingles)
        index.insert(number, hashes[key])
    number_of = {key: number for number, key in enumerate(keys)}
    print(f"\nMinHash (128 permutations, threshold .3): {time.process_time() - began:.1f} s for the index")
    print_recall(planted, lambda a, b: number_of.get(b) in index.query(hashes[a]) if a in hashes else False)


def print_recall(planted: Planted, found: Callable[[str, str], bool]) -> None:
    """Print per kind of copy how many are found."""
    kinds = dict.fromkeys(kind for kind, _, _ in planted)
    print("| copies | found |\n|---|--:|")
    for kind in kinds:
        results = [found(a, b) for each, a, b in planted if each == kind]
        print(f"| {kind} | {sum(results) / len(results):.3f} |")


def measure_changes(documents: Sequence[DocumentPassages], new: DocumentPassages) -> RememberedSearch:
    """Print what a search from nothing takes, and one after a text came, changed, or went."""
    began = time.process_time()
    found, known = find_reuse_since(None, documents)
    whole = time.process_time() - began
    print(f"the collection alone, all steps: {whole:.1f} s, {len(found.families)} families")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
    kept = dump_search(known)
    print(f"what is remembered: {len(kept) / 1e6:.0f} MB")
    chosen = max(documents[len(documents) // 2 :][:9], key=lambda each: len(each.passages))
    others = [each for each in documents if each is not chosen]
    edited = make_document(chosen.document, [each.key[::-1] for each in chosen.passages[:1]], "")
    edited = replace(chosen, passages=(*edited.passages, *chosen.passages[1:]))
    _, without = find_reuse_since(None, others)
    for name, before, several in (
        ("a clause more", known, [*documents, new]),
        ("a whole text more", without, documents),
        ("a clause edited", known, [*others, edited]),
        ("a text removed", known, others),
    ):
        data = dump_search(before)
        began = time.process_time()
        dump_search(find_reuse_since(load_search(data), several)[1])
        seconds = time.process_time() - began
        print(f"{name}: {seconds:.1f} s, {seconds / whole:.1%}")
    return known


def list_links(known: RememberedSearch) -> list[tuple[int, int]]:
    """Return the earlier and the later text of each link, ascending."""
    return [(code >> PAIR_BITS, code & LATER) for code in known.links.codes.tolist()]


def draw_links(documents: Sequence[DocumentPassages], known: RememberedSearch, count: int) -> None:
    """Print some links to be read, those that are most alike first."""
    texts, links = collect_held_texts(documents), list_links(known)
    likeness = dict(zip(links, known.links.measures[::3].tolist(), strict=True))
    rng = random.Random(7)  # noqa: S311 - a sample
    drawn = sorted(rng.sample(links, min(count, len(links))), key=lambda link: -likeness[link])
    for at, (one, other) in enumerate(drawn, start=1):
        print(f"\n{at}. alike by {likeness[one, other]:.2f}")
        for text in (texts[one], texts[other]):
            print(f"   {text.holders[0].document}: {text.key}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--draw", type=int, default=0)
    asked = parser.parse_args()
    documents = list(read(asked.folder) if asked.folder else make(asked.documents))
    made, planted = plant(documents, asked.copies)
    everything = documents + made
    size = sum(len(passage.key) for each in everything for passage in each.passages)
    count = sum(len(each.passages) for each in everything)
    print(f"{len(everything)} documents, {count} passages, {size} characters")
    known = measure_changes(documents, made[0])
    if asked.draw:
        draw_links(documents, known, asked.draw)
    began = time.process_time()
    _, known = find_reuse_since(known, everything)
    print(f"all {len(made)} copies more: {time.process_time() - began:.1f} s")
    texts = collect_held_texts(everything)
    number = {text.key: place for place, text in enumerate(texts)}
    links = set(list_links(known))

    def is_linked(a: str, b: str) -> bool:
        one, other = number.get(a), number.get(b)
        if one is None or other is None:
            return False
        return one == other or (min(one, other), max(one, other)) in links

    print_recall(planted, is_linked)
    measure_minhash([text.key for text in texts], planted)


if __name__ == "__main__":
    main()
