"""Make harder cases by program: versions mutated clause by clause, with the alignment that must be found.

    python -m benchmarks.mutations OUT [DIR ...] [--count 112]
    python -m benchmarks.alignment OUT

DIR are folders of cases as `benchmarks.alignment` reads them; without any, `clause-alignment/texts`. Of each
case that is cited by one run of numbers every pair of versions is a source. Case after case is written to
OUT, in turn from every source: one time the older version against itself, mutated, the next time against the
newer version, mutated, so that half of the cases are real revisions that were reworded further; each time
with the next of RATES. At a rate r

- every clause is reworded phrase by phrase with r: a phrase is left out, exchanged for one of the same text
  or of another one, put behind the next, or one is added; two terms are exchanged throughout;
- r / 4 of the clauses are split between two sentences, as many joined with the next and a sentence left out;
- r / 6 move alone, as many again in blocks of up to five; r / 4 are taken out, as many come from other texts;
- a heading in three is reworded; all clauses are numbered anew, and the references that lead to them.

The same arguments give the same bytes. Links that nobody could see (likeness below SEEN), those of a clause
that was split in the newer version and again here, and of texts that stand twice in a version (“repealed”)
are `optional`.
"""

import argparse
import difflib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.marks import NUMBER, cited, form, marks_of, plain
from benchmarks.predictions import golds, segmented
from hexapla.model import Role, Version
from hexapla.text import remove_space
from hexapla.text.numerals import write_han_numeral

__all__ = ["Piece", "main", "mutate", "renumber"]

OWN = Path(__file__).parent / "clause-alignment" / "texts"
RATES = (0.1, 0.2, 0.35, 0.5)
SEEN = 0.15
"""likeness below which no reader would draw a link"""
BLOCK = 5
"""most clauses that move together"""
PHRASE = re.compile(r"[^，；。：、,;.:\n]*[，；。：、,;.:\n]+\s*|[^，；。：、,;.:\n]+\Z")
SENTENCE_END = re.compile(r"(?<=[。；])|(?<=[.;])(?=\s)|(?<=\n)")
TERM = re.compile(r"[\u3400-\u9fff]{2,4}|[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause, or a heading above clauses."""

    text: str
    origins: tuple[str, ...] = ()
    """marks of the clauses whose text it holds; none: it is new"""
    mark: str = ""
    """as printed; a heading has none"""


class Source(NamedTuple):
    """Two versions with their gold alignment."""

    name: str
    older: tuple[Piece, ...]
    newer: tuple[Piece, ...]
    links: frozenset[tuple[str, str]]
    unscored: tuple[frozenset[str], frozenset[str]]
    language: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the cases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("cases", type=Path, nargs="*", metavar="DIR", default=[OWN])
    parser.add_argument("--count", type=int, default=112)
    options = parser.parse_args(arguments)
    sources = [source for folder in options.cases for source in read_sources(folder)]
    for at, (source, rate, real) in enumerate(islice(plan_cases(sources), options.count)):
        others = [one for one in sources if one.name.partition(" ")[0] != source.name.partition(" ")[0]]
        kin = [one for one in others if one.language == source.language] or others
        folder = options.out / f"{at:03d}-{source.name.replace(' ', '-')}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in write_case(source, kin, rate, random.Random(at), real=real):  # noqa: S311 - seeded
            (folder / name).write_text(text, encoding="utf-8")
    return 0


def plan_cases(sources: Sequence[Source]) -> Iterator[tuple[Source, float, bool]]:
    """Yield sources in turn with a rate, and whether the newer version is mutated, not the older."""
    for turn in count():
        for source in sources:
            yield source, RATES[turn % len(RATES)], (turn + turn // len(RATES)) % 2 == 1


def read_sources(cases: Path) -> Iterator[Source]:
    """Yield the pairs of versions that are cited by one run of numbers."""
    for name, folder, gold in golds(cases):
        document = segmented(folder, gold)
        known = marks_of(gold)
        ids = [version["id"] for version in gold["versions"]]
        if len(document.versions) != len(ids):
            continue
        pieces = {
            one: read_pieces(version, known[one]) for one, version in zip(ids, document.versions, strict=True)
        }
        for pair in gold["pairs"]:
            both = pieces[pair["a"]], pieces[pair["b"]]
            if all(both):
                links = {
                    (plain(a), plain(b)) for row in pair["alignment"] for a in row["a"] for b in row["b"]
                }
                open_marks = pair.get("unscored", {})
                unscored = [frozenset(map(plain, open_marks.get(side, ()))) for side in "ab"]
                yield Source(
                    f"{name} {pair['a']} {pair['b']}",
                    *both,
                    frozenset(links),
                    (unscored[0], unscored[1]),
                    gold["versions"][0]["language"],
                )


def read_pieces(version: Version, marks: frozenset[str]) -> tuple[Piece, ...]:
    """Return headings and clauses in order; nothing if the numbers are not one run of one form."""
    units = {one.unit.id: one for one in cited(version, marks)}
    forms = Counter(form(one.mark) for one in units.values())
    printed = [plain(one.mark) for one in units.values()]
    if (
        len(forms) != 1
        or len({*printed}) < len(printed)
        or "N" not in min(forms)
        or min(forms).count("N") > 1
    ):
        return ()
    pieces = []
    for clause in version.clauses:
        if (one := units.get(clause.id)) is not None:
            body = "\n".join(filter(None, (one.unit.heading, one.unit.text)))
            pieces.append(Piece(body, (plain(one.mark),), remove_space(one.mark)))
        elif clause.role is Role.DIVISION:
            pieces.append(Piece(" ".join(filter(None, (clause.number, clause.heading)))))
    return tuple(pieces)


def write_case(
    source: Source, others: Sequence[Source], rate: float, chance: random.Random, *, real: bool
) -> Iterator[tuple[str, str]]:
    """Yield the files of a case: both versions and the gold."""
    base = source.newer if real else source.older
    borrowed = [piece for other in others for piece in other.newer if piece.mark and len(piece.text) > 1]
    mutated = renumber(mutate(base, borrowed, rate, chance))
    links = source.links if real else {(mark, mark) for piece in base for mark in piece.origins}
    yield "a.txt", print_pieces(source.older)
    yield "b.txt", print_pieces(mutated)
    versions = [{"id": side, "file": f"{side}.txt", "language": source.language} for side in "ab"]
    pair = {"a": "a", "b": "b", **align_pieces(source.older, mutated, links)}
    if real:
        gone = source.unscored[1]
        pair["unscored"] = {
            "a": sorted(source.unscored[0]),
            "b": [piece.mark for piece in mutated if piece.mark and gone.intersection(piece.origins)],
        }
    gold = {"versions": versions, "pairs": [pair]}
    yield "gold.json", json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def print_pieces(pieces: Sequence[Piece]) -> str:
    """Print a version."""
    gap = "\u3000" if any("第" in piece.mark for piece in pieces) else " "
    return "".join(f"{piece.mark}{gap if piece.mark else ''}{piece.text.strip()}\n\n" for piece in pieces)


def align_pieces(
    older: Sequence[Piece], newer: Sequence[Piece], links: Collection[tuple[str, str]]
) -> dict[str, Any]:
    """Compose links of the older version to the base of the mutation with the origins of its clauses."""
    texts = {piece.origins[0]: piece.text for piece in older if piece.mark}
    printed = {piece.origins[0]: piece.mark for piece in older if piece.mark}
    holders: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in newer:
        for origin in piece.origins:
            holders[origin].append(piece)
    twins = Counter(texts.values())
    fan = Counter(a for a, _ in links)
    back = Counter(b for _, b in links)
    rows: list[dict[str, Any]] = []
    optional: list[list[str]] = []
    found: defaultdict[str, list[Piece]] = defaultdict(list)
    for a, b in sorted(links):
        for piece in holders[b] if a in texts else ():
            alike = measure(texts[a], piece.text)
            vague = twins[texts[a]] > 1 or (len(holders[b]) > 1 and (fan[a] > 1 or back[b] > 1))
            if vague or alike < SEEN:
                optional.append([printed[a], piece.mark])
            else:
                found[a].append(piece)
    sharing = Counter(piece.mark for pieces in found.values() for piece in pieces)
    for a, pieces in found.items():
        for piece in pieces:
            kind = "split" if len(pieces) > 1 else "merged" if sharing[piece.mark] > 1 else "modified"
            alike = round(measure(texts[a], piece.text), 3)
            rows.append({"a": [printed[a]], "b": [piece.mark], "kind": kind, "sim": alike})
    rows += [{"a": [printed[a]], "b": [], "kind": "deleted"} for a in texts if a not in found]
    rows += [
        {"a": [], "b": [piece.mark], "kind": "added"}
        for piece in newer
        if piece.mark and piece.mark not in sharing
    ]
    return {"alignment": rows, "optional": optional}


def measure(one: str, other: str) -> float:
    """Return the likeness of two texts, or of the smaller one and what the other holds of it."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio()


def mutate(
    pieces: Sequence[Piece], borrowed: Sequence[Piece], rate: float, chance: random.Random
) -> list[Piece]:
    """Return the clauses of a text after changes of all kinds; those of `borrowed` come from other texts."""
    own = find_phrases(pieces)
    foreign = find_phrases(borrowed) or own
    changed = exchange_terms(pieces, chance)
    changed = split_pieces(changed, rate / 4, foreign, chance)
    changed = merge_pieces(changed, rate / 4, chance)
    changed = [reword(piece, rate, (own, foreign), chance) for piece in changed]
    changed = move_pieces(changed, rate / 6, chance)
    clauses = sum(bool(piece.mark) for piece in changed)
    gone = {at for at, piece in enumerate(changed) if piece.mark and chance.random() < rate / 4}
    changed = [piece for at, piece in enumerate(changed) if at not in gone]
    for _ in range(round(clauses * rate / 4) if borrowed else 0):
        new = replace(chance.choice(borrowed), origins=())
        changed.insert(chance.randint(1, len(changed)), replace(new, text=new.text[:600]))
    return changed


def find_phrases(pieces: Sequence[Piece]) -> list[str]:
    """Return phrases that can stand elsewhere: without numbers and line ends."""
    every = (phrase for piece in pieces if piece.mark for phrase in PHRASE.findall(piece.text))
    return [one for one in every if len(one) > len("一二三四") and "\n" not in one and not NUMBER.search(one)]


def exchange_terms(pieces: Sequence[Piece], chance: random.Random) -> list[Piece]:
    """Exchange two of the commonest terms for two others throughout."""
    words = Counter(word for piece in pieces for word in TERM.findall(piece.text))
    common = [word for word, _ in words.most_common(30)]
    if len(common) < len("four"):
        return list(pieces)
    one, other, first, second = chance.sample(common, 4)
    return [replace(piece, text=piece.text.replace(one, first).replace(other, second)) for piece in pieces]


def split_pieces(
    pieces: Sequence[Piece], rate: float, foreign: Sequence[str], chance: random.Random
) -> list[Piece]:
    """Split clauses between two sentences; the second part gets a phrase more."""
    out: list[Piece] = []
    for piece in pieces:
        sentences = [one for one in SENTENCE_END.split(piece.text) if one.strip()]
        if not piece.mark or len(sentences) < len("ab") or chance.random() >= rate:
            out.append(piece)
            continue
        at = chance.randint(1, len(sentences) - 1)
        halves = (
            "".join(sentences[:at]),
            (chance.choice(foreign) if foreign else "") + "".join(sentences[at:]),
        )
        out += [replace(piece, text=half.strip()) for half in halves]
    return out


def merge_pieces(pieces: Sequence[Piece], rate: float, chance: random.Random) -> list[Piece]:
    """Join clauses with the next one, and leave a sentence of it out if it has several."""
    out: list[Piece] = []
    for piece in pieces:
        above = out[-1] if out else None
        whole = above is not None and above.mark and piece.mark and len(above.origins) == 1
        if above is None or not whole or above.origins == piece.origins or chance.random() >= rate:
            out.append(piece)
            continue
        sentences = [one for one in SENTENCE_END.split(piece.text) if one.strip()]
        if len(sentences) > 1:
            sentences.pop(chance.randrange(len(sentences)))
        joined = f"{above.text.strip()}\n{''.join(sentences).strip()}"
        out[-1] = Piece(joined, above.origins + piece.origins, above.mark)
    return out


def reword(
    piece: Piece, rate: float, pools: tuple[Sequence[str], Sequence[str]], chance: random.Random
) -> Piece:
    """Reword a clause phrase by phrase; of headings every third."""
    if not piece.mark and chance.randrange(3):
        return piece
    phrases: list[str] = PHRASE.findall(piece.text) or [piece.text]
    if not piece.mark:
        return replace(piece, text=piece.text + "等")
    at = 0
    while at < len(phrases):
        if chance.random() < rate:
            change_phrase(phrases, at, pools, chance)
        at += 1
    return replace(piece, text="".join(phrases).strip() or piece.text)


def change_phrase(
    phrases: list[str], at: int, pools: tuple[Sequence[str], Sequence[str]], chance: random.Random
) -> None:
    """Leave a phrase out, exchange it, put it behind the next one, or add one before it."""
    pool = pools[chance.randrange(2)] or phrases
    how = chance.choice(("out", "exchange", "exchange", "order", "add"))
    if how == "out" and len(phrases) > 1 and "\n" not in phrases[at]:
        del phrases[at]
    elif how == "exchange" and "\n" not in phrases[at]:
        phrases[at] = chance.choice(pool)
    elif how == "order" and at + 1 < len(phrases) and "\n" not in phrases[at] + phrases[at + 1]:
        phrases[at : at + 2] = reversed(phrases[at : at + 2])
    elif how == "add" and at:
        phrases.insert(at, chance.choice(pool))


def move_pieces(pieces: Sequence[Piece], rate: float, chance: random.Random) -> list[Piece]:
    """Move clauses to other places, alone and in blocks; the first heading and the last clause stay."""
    out = list(pieces)
    for most in (1, BLOCK):
        for _ in range(round(len(out) * rate / (1 if most == 1 else BLOCK / 2))):
            size = chance.randint(min(2, most), most)
            at = chance.randrange(1, max(2, len(out) - size))
            block = [piece for piece in out[at : at + size] if piece.mark]
            kept = [piece for piece in out[at : at + size] if not piece.mark]
            out[at : at + size] = kept
            place = chance.randrange(1, max(2, len(out)))
            out[place:place] = block
    return out


def renumber(pieces: Sequence[Piece]) -> list[Piece]:
    """Number all clauses in order, in the form of the first, and the references that lead to them."""
    shape = next(piece.mark for piece in pieces if piece.origins)
    out, last = [], 0
    new: dict[str, str] = {}
    for piece in pieces:
        if piece.mark:
            last += 1
            mark = write_number(shape, last)
            new |= {origin: mark for origin in piece.origins if origin not in new}
            piece = replace(piece, mark=mark)  # noqa: PLW2901 - the piece with its new number
        out.append(piece)
    return [
        replace(piece, text=redirect(piece.text, shape, new)) if piece.origins else piece for piece in out
    ]


def write_number(shape: str, number: int) -> str:
    """Write a number in the form of another one."""
    first = NUMBER.search(shape)
    figure = first is None or first[0].isdecimal()
    head, _, tail = NUMBER.sub("N", shape, count=1).partition("N")
    tail = re.sub(r"[之の의-]?" + NUMBER.pattern + r"\Z", "", tail)
    return f"{head}{number if figure else write_han_numeral(number)}{tail}"


def redirect(text: str, shape: str, new: Mapping[str, str]) -> str:
    """Rewrite the references of a text to clauses that bear other numbers now."""
    head, _, tail = NUMBER.sub("N", shape, count=1).partition("N")
    if not head.strip(" .") and not tail.strip(" ."):
        return text  # a bare number says nothing of what it leads to
    pattern = re.compile(re.escape(head) + r"\s?" + NUMBER.pattern + re.escape(tail.rstrip(".")))
    return pattern.sub(lambda match: new.get(plain(match[0]), match[0]), text)


if __name__ == "__main__":
    sys.exit(main())
