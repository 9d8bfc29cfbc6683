"""Read tables of readings: those beside this file in the notation of a pen, those of a corpus in JSON."""

import json
from dataclasses import dataclass
from pathlib import Path

import regex

from hexapla.model import Edit, Op

__all__ = ["Reading", "marking", "of_corpus", "own"]

HERE = Path(__file__).parent / "readings"
EDIT = regex.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", regex.DOTALL)
FORM = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


@dataclass(frozen=True)
class Reading:
    """A pair of clauses as a careful editor's pen would mark it."""

    language: str
    base: str
    target: str
    accepted: tuple[str, ...]
    flags: frozenset[str]


def marking(edits: tuple[Edit, ...]) -> str:
    """Write edits as kept[-deleted-]{+inserted+}kept."""
    return "".join(FORM[edit.op].format(edit.text) for edit in edits)


def own(name: str) -> list[Reading]:
    """Read one of our tables."""
    blocks = (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    out = []
    for block in blocks:
        head, *lines = block.strip().splitlines()
        language, *flags = head.split()
        accepted = tuple(line.removeprefix("or ") for line in lines)
        sides = {
            (EDIT.sub(lambda m: m[1] or "", line), EDIT.sub(lambda m: m[2] or "", line)) for line in accepted
        }
        ((base, target),) = sides
        out.append(Reading(language, base, target, accepted, frozenset(flags)))
    return out


def of_corpus(path: Path) -> list[Reading]:
    """Read a table of a corpus."""
    return [
        Reading(
            entry["language"],
            entry["base"],
            entry["target"],
            (entry["expected"], *entry["alternatives"]),
            frozenset(entry["flags"]),
        )
        for entry in json.loads(path.read_text(encoding="utf-8"))
    ]
