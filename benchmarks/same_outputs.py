"""Hold two states of the program against each other: which outputs differ, and in what.

    python benchmarks/same_outputs.py make CHECKOUT FOLDER [--texts DIR ...]
    python benchmarks/same_outputs.py compare FOLDER FOLDER [--samples 3]

`make` runs the program of a checkout (the folder that holds `generator/`) over the specimens of this one and
over every folder of texts in DIR, through its commands only, and writes all that it prints into FOLDER: the
site in two languages, JSON, terminal text, single pages, every export. `compare` unpacks what is packed and
lists what differs, with the lines that recur, so that a change that was meant can be told from one that was
not.
"""

import argparse
import os
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[1]
FORMATS = ("docx", "redline", "xlsx", "csv", "changes", "json", "tei", "akn")
OF_A_PAIR = frozenset(["redline"])
OF_A_VERSION = frozenset(["akn"])
TEXTS = (".txt", ".md")
PACKED = (".docx", ".xlsx", ".zip", ".odt", ".epub")
BREAKS = (">", "},", "],")
"""where a file without line ends is broken, so that a difference is a line and not a page"""
SETTINGS = """\
site_name: Specimens
use_directory_urls: false
theme: {{name: material, language: {language}, font: false}}
plugins: [hexapla]
"""


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make")
    make.add_argument("checkout", type=Path)
    make.add_argument("folder", type=Path)
    make.add_argument("--texts", type=Path, action="append", default=[])
    make.add_argument("--jobs", type=int, default=2)
    compare = commands.add_parser("compare")
    compare.add_argument("before", type=Path)
    compare.add_argument("after", type=Path)
    compare.add_argument("--samples", type=int, default=3)
    asked = parser.parse_args()
    if asked.command == "make":
        make_all(asked.checkout.resolve(), asked.folder.resolve(), asked.texts, asked.jobs)
    else:
        sys.exit(compare_all(asked.before, asked.after, asked.samples))


def make_all(checkout: Path, folder: Path, texts: list[Path], jobs: int) -> None:
    """Write every output of a checkout's program."""
    tasks = list(commands(folder, texts))
    with ThreadPoolExecutor(jobs) as pool:
        for name, status in pool.map(lambda task: run(checkout, *task), tasks):
            print(f"{status}  {name}")


def commands(folder: Path, texts: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Yield a file for what a command prints, and the command."""
    for language in ("en", "zh"):
        config = ["--sources", str(ROOT / "source_texts"), "--config-file", str(configured(folder, language))]
        yield (
            folder / f"site-{language}.txt",
            ["build", *config, "--site-dir", str(folder / f"site-{language}"), "--no-cache"],
        )
    for source in sorted((ROOT / "source_texts").iterdir()):
        yield from of_document(folder / "specimens" / source.name, [str(source)])
    for where in texts:
        for files in gathered(where):
            yield from of_document(
                folder / where.name / files[0].parent.name / files[0].stem, list(map(str, files))
            )


def configured(folder: Path, language: str) -> Path:
    """Write the settings of a site that has no pages but ours, so that the manual's are not compared."""
    here = folder / "configuration" / language
    (here / "docs").mkdir(parents=True, exist_ok=True)
    (here / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    path = here / "mkdocs.yml"
    path.write_text(SETTINGS.format(language=language), encoding="utf-8")
    return path


def gathered(where: Path) -> Iterator[list[Path]]:
    """Yield the texts of every folder together; those that lie alone each for itself."""
    texts = sorted(path for path in where.rglob("*") if path.suffix in TEXTS and path.name != "README.md")
    for folder in dict.fromkeys(path.parent for path in texts):
        if folder == where:
            yield from ([path] for path in texts if path.parent == where)
        else:
            yield [path for path in texts if path.parent == folder]


def of_document(folder: Path, files: list[str]) -> Iterator[tuple[Path, list[str]]]:
    """Yield the commands for one document."""
    for form in ("json", "text", "html"):
        yield folder / f"compare.{form}", ["compare", *files, "--format", form]
    yield folder / "show.json", ["show", *files, "--format", "json"]
    for form in FORMATS:
        pair = ["--base", "A", "--target", "B"] if form in OF_A_PAIR else []
        one = ["--base", "A"] if form in OF_A_VERSION else []
        yield (
            folder / f"{form}.out",
            ["export", *files, "--format", form, *pair, *one, "-o", str(folder / "exports" / form) + "/"],
        )


def run(checkout: Path, out: Path, command: list[str]) -> tuple[str, int]:
    """Run one command of a checkout's program; keep what it prints."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for at, each in enumerate(command[:-1]):
        if each == "-o":
            Path(command[at + 1]).mkdir(parents=True, exist_ok=True)
    variables = {**os.environ, "PYTHONPATH": str(checkout / "generator"), "COLUMNS": "110", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "hexapla", *command],
        check=False,
        capture_output=True,
        env=variables,
        cwd=ROOT,
    )
    told = done.stderr.replace(str(out.parent).encode(), b"OUT")
    out.write_bytes(done.stdout + b"\n-- exit " + str(done.returncode).encode() + b"\n" + told)
    return str(out), done.returncode


def compare_all(before: Path, after: Path, samples: int) -> int:
    """Print what differs; return 1 if anything does."""
    ours, theirs = dict(contents(before)), dict(contents(after))
    differing = [name for name in sorted(ours.keys() & theirs.keys()) if ours[name] != theirs[name]]
    for word, names in (
        ("only before", ours.keys() - theirs.keys()),
        ("only after", theirs.keys() - ours.keys()),
    ):
        for name in sorted(names):
            print(f"{word}: {name}")
    recurring: Counter[tuple[str, str]] = Counter()
    for name in differing:
        changed = list(differences(ours[name], theirs[name]))
        print(f"{name}: {len(changed)} lines differ")
        for line in changed[:samples]:
            print(f"    {line[:200]}")
        recurring.update({(Path(name).suffix, line[:200]) for line in changed})
    print(
        f"\n{len(ours.keys() & theirs.keys()) - len(differing)} outputs are the same, {len(differing)} differ"
    )
    for (suffix, line), count in recurring.most_common(40):
        if count > 1:
            print(f"{count:6} {suffix:6} {line}")
    return int(bool(differing) or ours.keys() != theirs.keys())


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every file, of packed ones those of their members."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if path.suffix in PACKED:
            with zipfile.ZipFile(path) as archive:
                for member in sorted(archive.namelist()):
                    yield f"{name}/{member}", archive.read(member)
        else:
            yield name, path.read_bytes()


def differences(before: bytes, after: bytes) -> Iterator[str]:
    """Yield the lines that are gone, with −, and those that are new, with +."""
    for line in unified_diff(broken(before), broken(after), n=0, lineterm=""):
        if line[:3] not in ("---", "+++") and line[:2] != "@@":
            yield line


def broken(data: bytes) -> list[str]:
    """Return a file as lines; one with few of them is broken at its own signs."""
    text = data.decode("utf-8", "replace")
    for sign in BREAKS:
        text = text.replace(sign, sign + "\n")
    return text.split("\n")


main()
