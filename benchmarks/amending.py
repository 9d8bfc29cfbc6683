"""Amending instruments against texts at hand: read, applied, written, and applied again.

    python -m benchmarks.amending DIR

DIR holds what is there of: `amend/instruments/*.txt`; `amend/applied/NAME/` with `base.txt`,
`instrument.txt` and `target.txt`; `corpus/zh/NAME/*.txt`, versions of one law named by their dates;
`cases/zh-*` and `cases/tw-*` with `old.txt` and `new.txt`, or versions by name. Printed are

1. commands that were read, and what was not understood, with its line;
2. for each applied instrument: articles that come out as in the target, doubts, and agreement (F1 of verb and
   place) of the instrument that is written between base and target with the official one, and their lengths;
3. for each pair of consecutive versions: whether the written instrument gives the target (`same`: every
   character of numbers, headings and words; `bytes`: white space too), clauses that changed, how many had
   to be said as a whole as a last resort, and length against the changed clauses' text and a line a command.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import hexapla as hx
from hexapla.amending import Command, Generated, parse_instrument
from hexapla.amending.draft_law import draft_law
from hexapla.amending.pair_entries import pair_entries
from hexapla.amending.places import spell_place
from hexapla.api.functions import build_document_of_sources
from hexapla.api.instruments import compare_two, read_version
from hexapla.model import Version

__all__ = ["main"]

LINE = 40
"""characters that a command may have besides the words of the law"""
FRAME = 5
"""lines that are no command: title, lead, commencement, closing sentence, notice"""


def show(text: str = "") -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def share(part: int, whole: int) -> str:
    """Write a share as per cent."""
    return f"{part}/{whole} = {100 * part / whole:.2f} %" if whole else "–"


def read_instruments(folder: Path) -> None:
    """Show what is read in instruments."""
    commands = unparsed = 0
    verbs: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        found = parse_instrument(path.read_text(encoding="utf-8"))
        commands, unparsed = commands + len(found.commands), unparsed + len(found.unparsed)
        verbs.update(str(command.verb) for command in found.commands)
        for each in found.unparsed:
            show(f"  {path.name}:{each.line}: not understood: {each.text[:60]}")
    show(f"commands read: {share(commands, commands + unparsed)}; {dict(verbs.most_common())}")


def articles(version: Version) -> dict[str, str]:
    """Return the words of articles by their numbers."""
    return {entry.number: entry.words for entry in draft_law(version).of_kind("article")}


def keys_of(commands: Sequence[Command]) -> Counter[tuple[str, str]]:
    """Return verbs with places."""
    return Counter((str(command.verb), spell_place(command.place)) for command in commands)


def apply_official(folder: Path) -> None:
    """Show how an official instrument is applied, and how the written one agrees with it."""
    base, instrument, target = (folder / f"{name}.txt" for name in ("base", "instrument", "target"))
    amended = hx.apply(base, instrument)
    made = articles(read_version(make_source(amended.text)))
    want = articles(read_version(hx.read(target)))
    right = sum(made.get(number) == words for number, words in want.items())
    show(f"{folder.name}: articles {share(right, len(want))}, doubts {len(amended.doubts)}")
    wording = instrument.read_text(encoding="utf-8")
    official = parse_instrument(wording)
    own = "amendment" if "修正案" in official.title else "decision"
    for form in ("amendment", "decision"):
        written = hx.amend(base, target, form=form)
        ours, theirs = keys_of(written.commands), keys_of(official.commands)
        both = sum((ours & theirs).values())
        f1 = 2 * both / ((sum(ours.values()) + sum(theirs.values())) or 1)
        told = " (the official form)" if form == own else ""
        show(
            f"  {form}{told}: F1 {f1:.3f} of {sum(theirs.values())} commands, "
            f"length × {len(written.text) / len(wording):.2f}"
        )


def find_pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield pairs of consecutive versions of Chinese texts."""
    laws = sorted((folder / "corpus" / "zh").glob("*/"))
    cases = sorted(each for kind in ("zh-*", "tw-*") for each in (folder / "cases").glob(kind))
    yield from (pair for law in [*laws, *cases] for pair in list_pairs(law))


def list_pairs(law: Path) -> Iterator[tuple[Path, Path]]:
    """Yield pairs of consecutive versions in a folder."""
    files = sorted(law.glob("*.txt"), key=lambda path: (path.stem == "new", path.name))
    yield from pairwise(files)


def explicit_round_trips(folder: Path) -> None:
    """Show whether what is written in forms that say everything gives the target, both ways."""
    cases = (
        each
        for name in ("cases", "cases2")
        for kind in ("de-*", "a-de-*", "lic-*", "bible-*")
        for each in sorted((folder / name).glob(kind))
    )
    total: Counter[str] = Counter()
    for old, new in (
        way for case in cases for one, other in list_pairs(case) for way in ((one, other), (other, one))
    ):
        written = hx.amend(old, new)
        amended = hx.apply(old, make_source(written.text)) if written.text else None
        target = read_version(hx.read(new)).text
        same = (
            amended is not None
            and not amended.doubts
            and without_space(amended.text) == without_space(target)
        )
        total.update(pairs=1, same=same, bytes=bool(same and amended and amended.text == target))
        total.update(changed=written.changed, fallbacks=written.fallbacks)
        if not same or written.fallbacks:
            show(
                f"  {old.parent.name} {old.stem} → {new.stem}: same {same}, last resorts {written.fallbacks}"
            )
    pairs = total["pairs"]
    show(f"English and German: same {share(total['same'], pairs)}; bytes {share(total['bytes'], pairs)}")
    show(f"  said as a whole as a last resort: {share(total['fallbacks'], total['changed'])}")


def count_changed_words(old: Path, new: Path) -> int:
    """Count the characters of the changed clauses in the later text: those reworded, merged or put in."""
    document = build_document_of_sources([hx.read(old), hx.read(new)], name=new.stem)
    _, comparison = compare_two(document)
    base, target = (draft_law(document.version(s)) for s in (comparison.base, comparison.target))
    pairs = pair_entries(base, target, comparison)
    return sum(
        len(entry.words)
        for entry in pairs.targets
        if [source.words for source in pairs.sources.get(id(entry), ())] != [entry.words]
    )


def exceeds(written: Generated, old: Path, new: Path) -> bool:
    """Tell whether an instrument is longer than the changed clauses' text and a line a command."""
    others = sum(
        len(each)
        for command in written.commands
        for each in command.new
        if not command.place or command.place[0].kind != "article"
    )
    room = others + LINE * (len(written.commands) + FRAME)
    return len(written.text) > room and len(written.text) > room + count_changed_words(old, new)


def round_trips(folder: Path) -> None:
    """Show whether what is written gives the target, on every pair."""
    total: Counter[str] = Counter()
    for old, new in find_pairs(folder):
        written = hx.amend(old, new)
        target = read_version(hx.read(new))
        amended = hx.apply(old, make_source(written.text))
        same = (
            bool(written.text)
            and not amended.doubts
            and without_space(amended.text) == without_space(target.text)
        )
        bytewise = same and amended.text == target.text
        total.update(
            pairs=1,
            same=same,
            bytes=bytewise,
            changed=written.changed,
            fallbacks=written.fallbacks,
            long=exceeds(written, old, new),
        )
        if not same or written.fallbacks:
            told = f"same {same}, last resorts {written.fallbacks} {written.missed[:3]}"
            show(f"  {old.parent.name} {new.stem}: {told}")
    pairs = total["pairs"]
    show(f"round trips: same {share(total['same'], pairs)}; bytes {share(total['bytes'], pairs)}")
    show(
        f"said as a whole as a last resort: {share(total['fallbacks'], total['changed'])} of changed clauses"
    )
    show(f"longer than the changed clauses and a line a command: {share(total['long'], pairs)}")


def make_source(text: str) -> hx.Source:
    """Return a text as a source."""
    return hx.Source(path="text.txt", media_type="text/plain", encoding="utf-8", text=text, sha256="")


def without_space(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.amending", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder = parser.parse_args(arguments).folder
    read_instruments(folder / "amend" / "instruments")
    for each in sorted((folder / "amend" / "applied").glob("*/")):
        apply_official(each)
    round_trips(folder)
    explicit_round_trips(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
