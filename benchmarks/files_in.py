"""How much of a text comes back from a Word document, an OpenDocument text and a PDF that were made of it.

    python benchmarks/files_in.py FOLDER [FORMAT...]

`FOLDER` holds plain texts, in it or one level below. LibreOffice (`soffice`) turns each into the formats, all
in one call a format; then both are read and segmented. The table shows for each text and format the numbered
clauses of the text, how many came back in the same order (less those that should not be there), and the share
of the characters that stand in units which came back whole: a numbered clause with the unnumbered paragraphs
below it, white space aside. One wrong character, and the whole unit does not count.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from hexapla.model import Source, Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import remove_space

FORMATS = ("docx", "odt", "pdf")


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    folder, formats = Path(arguments[0]), arguments[1:] or FORMATS
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        texts = copied(folder, work / "txt")
        for form in formats:
            convert(texts, work, form)
        print(f"{'text':44} {'format':6} {'numbers':>11} {'characters':>10}")
        for text in texts:
            for form in formats:
                clauses, same, share = measured(text, work / form / f"{text.stem}.{form}")
                print(f"{text.stem[:44]:44} {form:6} {same:5}/{clauses:5} {share:10.5f}")


def copied(folder: Path, to: Path) -> list[Path]:
    """Copy texts under names that differ, all in UTF-8."""
    to.mkdir(parents=True)
    out = []
    for path in sorted({*folder.glob("*.txt"), *folder.glob("*/*.txt")}):
        target = to / f"{path.parent.name}--{path.name}"
        target.write_text(read_source(path.name, path.read_bytes()).text, encoding="utf-8")
        out.append(target)
    return out


def convert(texts: Sequence[Path], work: Path, form: str) -> None:
    """Turn texts into another format with LibreOffice."""
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--infilter=Text (encoded):UTF8", "--convert-to", form]
    command += ["--outdir", str(work / form), *map(str, texts)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - the user's own LibreOffice


def measured(text: Path, made: Path) -> tuple[int, int, float]:
    """Compare a text with what came back: numbered clauses, those that came back, share of characters."""
    before = versions(read_source(text.name, text.read_bytes()))
    after = versions(read_source(made.name, made.read_bytes()))
    wanted, found = ([clause.number for clause in each.clauses if clause.number] for each in (before, after))
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return len(wanted), same - max(0, len(found) - len(wanted)), share_of(before, after)


def share_of(before: Version, after: Version) -> float:
    """Return the share of characters that stand in clauses with the same number and text on both sides."""
    wanted, found = list(lines(before)), list(lines(after))
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    equal = (wanted[block.a : block.a + block.size] for block in matcher.get_matching_blocks())
    kept = sum(len(text) for block in equal for _, text in block)
    total = sum(len(text) for _, text in wanted)
    return kept / total if total else 1.0


def lines(version: Version) -> Iterator[tuple[str, str]]:
    """Yield the numbered clauses of a version with the unnumbered text below them, white space aside."""
    number, pieces = "", [""]
    for clause in version.clauses:
        if clause.number is not None:
            yield remove_space(number), remove_space("".join(pieces))
            number, pieces = clause.number, []
        pieces += [clause.heading or "", clause.text]
    yield remove_space(number), remove_space("".join(pieces))


def versions(source: Source) -> Version:
    """Segment a text that is one version."""
    (version,) = segment([source], Plan(id="text")).versions
    return version


if __name__ == "__main__":
    main(sys.argv[1:])
