"""Time and memory of alignment on texts of any size.

    python -m benchmarks.alignment_speed [CLAUSES] [VERSIONS]

The texts are made up: words of two Han characters drawn with frequencies as in real text, eight to sixty to
a clause. Of each further version's clauses 70% are as they were, 20% reworded in every twentieth to third
word, and the rest dropped, new, split, merged or moved.
"""

import random
import resource
import sys
import time
from collections.abc import Sequence

from benchmarks.program_parts import align
from hexapla.model import Clause, Completeness, Document, Order, Role, Source, Version

__all__ = ["main", "make_document"]

WORDS = 20_000
FIRST = 0x4E00
"""where Han begins in Unicode"""


def main(arguments: Sequence[str]) -> int:
    """Make texts, align them, print seconds and memory."""
    clauses, versions = (int(given) for given in (*arguments, *("10000", "2")[len(arguments) :]))
    made = make_document(clauses, versions)
    before = _megabytes()
    start, work = time.perf_counter(), time.process_time()
    table = align(made)
    seconds, work = time.perf_counter() - start, time.process_time() - work
    print(f"{versions} versions of {clauses} clauses, {len(table.rows)} rows")
    print(f"time: {seconds:.2f} s, {work:.2f} s of it work")
    print(f"memory: {_megabytes()} MB at most, {before} MB of them before alignment began")
    return 0


def make_document(clauses: int, versions: int) -> Document:
    """Make a document of so many versions of so many clauses."""
    writer = _Writer(random.Random(7))  # noqa: S311 - made-up text, not a secret
    first = [writer.clause() for _ in range(clauses)]
    texts = [first, *(writer.revised(first) for _ in range(versions - 1))]
    return _document(tuple(_version(f"V{at}", text) for at, text in enumerate(texts)))


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = [
            chr(FIRST + chance.randrange(3000)) + chr(FIRST + chance.randrange(3000)) for _ in range(WORDS)
        ]

    def word(self) -> str:
        return self.words[min(WORDS - 1, int(self.chance.paretovariate(0.7)) - 1)]

    def clause(self) -> list[str]:
        return [self.word() for _ in range(self.chance.randint(8, 60))]

    def revised(self, text: list[list[str]]) -> list[list[str]]:
        out: list[list[str]] = []
        for clause in text:
            lot = self.chance.random()
            if lot < 0.70:  # noqa: PLR2004 - the shares are told in the module's docstring
                out.append(clause)
            elif lot < 0.90:  # noqa: PLR2004
                share = self.chance.choice((0.05, 0.15, 0.3))
                out.append([self.word() if self.chance.random() < share else word for word in clause])
            else:
                out.extend(self._rare(lot, clause, out))
        for _ in range(len(text) // 50):
            out.insert(self.chance.randrange(len(out)), out.pop(self.chance.randrange(len(out))))
        return out

    def _rare(self, lot: float, clause: list[str], before: list[list[str]]) -> list[list[str]]:
        half = len(clause) // 2
        if lot < 0.93:  # noqa: PLR2004
            return []
        if lot < 0.96:  # noqa: PLR2004
            return [clause, self.clause()]
        if lot < 0.98 or not before:  # noqa: PLR2004
            return [clause[:half], clause[half:]]
        before[-1] = before[-1] + clause
        return []


def _version(siglum: str, text: list[list[str]]) -> Version:
    clauses = tuple(
        Clause(
            id=f"art_{at}",
            number=f"第{at}条",
            heading=None,
            text="，".join("".join(words[start : start + 7]) for start in range(0, len(words), 7)) + "。",
            depth=0,
            spans=((at, at + 1),),
            role=Role.UNIT,
        )
        for at, words in enumerate(text, 1)
    )
    sample = "\n".join(clause.text for clause in clauses[:100])
    return Version(
        siglum=siglum,
        label=siglum,
        title=siglum,
        issued=None,
        source=Source(path=siglum, media_type="text/plain", encoding="utf-8", text=sample, sha256="0" * 64),
        part=None,
        extent=(0, len(sample)),
        clauses=clauses,
        set_aside=(),
        completeness=Completeness.WHOLE,
        findings=(),
    )


def _document(versions: tuple[Version, ...]) -> Document:
    return Document(
        id="made-up",
        title="Made up",
        language="zh-Hans",
        order=Order.CHRONOLOGICAL,
        base=None,
        promised=None,
        sources=(),
        versions=versions,
        set_aside=(),
        findings=(),
    )


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
