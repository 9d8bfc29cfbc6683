"""A generated collection through the whole path: time, memory and bytes, stage by stage.

    python -m benchmarks.collection [DOCUMENTS] [--versions 4] [--clauses 150]

Prints two Markdown tables: the commands, each in a process of its own with its peak memory, and the stages of
a document, the median over the first documents. The texts come from a fixed seed.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.measured_command import measure_command
from hexapla import collection, exporters, search
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.pages import render_document, uris
from hexapla.reading.captions import Wording
from hexapla.segmentation import segment

WORDS = (
    "居民 应当 可以 不得 申请 委员会 花园 管理 地块 三十日 书面 通知 费用 规定 处理 维护 登记 责任 "
    "许可 公示 监督 检查 整改 期限 申诉 所有 成员 会议 表决 三分之二 每年 清理 工具 借用 归还"
).split()
SAMPLE = 5
"""documents whose stages are timed"""
Value = TypeVar("Value")


def sentence(rng: random.Random) -> str:
    """Make a sentence of a provision's length."""
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(8, 30))) + "。"


def texts(seed: int, versions: int, clauses: int) -> Iterator[str]:
    """Yield the versions of a document: a tenth of the clauses is changed in each, one or two come and go."""
    rng = random.Random(seed)  # noqa: S311 - texts, no secrets
    provisions = [sentence(rng) for _ in range(clauses)]
    for _ in range(versions):
        yield "".join(f"第{number}条 {text}\n" for number, text in enumerate(provisions, start=1))
        for _ in range(clauses // 10):
            at = rng.randrange(len(provisions))
            provisions[at] = provisions[at].replace("应当", "可以", 1) + sentence(rng)[:6]
        provisions.insert(rng.randrange(len(provisions)), sentence(rng))
        provisions.pop(rng.randrange(len(provisions)))


def generate(root: Path, documents: int, versions: int, clauses: int) -> None:
    """Write a collection."""
    for number in range(documents):
        folder = root / f"document-{number:03}"
        folder.mkdir(parents=True)
        for index, text in enumerate(texts(number, versions, clauses)):
            (folder / f"{2010 + 4 * index}.txt").write_text(text, encoding="utf-8")


CONFIG = "site_name: Load\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"
"""of its own: that of the folder from which this is run may ask for more, as an offline copy"""


def command(*args: str) -> tuple[float, float]:
    """Run a command; return seconds of the processor, which others on the machine do not lengthen, and MB."""
    done = measure_command(*args)
    if done.status not in (0, 1):
        sys.exit(done.said)
    return done.seconds, done.megabytes


def size(folder: Path) -> float:
    """Return the size of a folder's files in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def timed(times: dict[str, list[float]], stage: str, work: Callable[[], Value]) -> Value:
    """Do some work and note how long it took."""
    start = time.perf_counter()
    value = work()
    times.setdefault(stage, []).append(time.perf_counter() - start)
    return value


def stages(root: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Time the stages of the first documents; return median seconds, and median kB that a stage makes."""
    times: dict[str, list[float]] = {}
    made: dict[str, list[float]] = {}
    seen = collection.survey_collection(root)
    for place in seen.places[:SAMPLE]:
        material = collection.read_document_files(place, seen)
        loaded = timed(times, "read", partial(collection.load_document, material))
        document = timed(times, "segment", partial(segment, loaded.sources, loaded.plan))
        alignment = timed(times, "align", partial(align, document))
        changes = timed(times, "compare", partial(compare_all, alignment))
        folder = uris.folder(document.id)
        exported = partial(exporters.write_files, alignment, changes, folder=folder, wording=Wording("en"))
        files = timed(times, "export", exported)
        shards, _ = timed(times, "search", partial(search.write_shards, alignment, changes, folder=folder))
        pages = timed(times, "render", partial(render_document, alignment, changes, downloads=files))
        made.setdefault("read", []).append(sum(len(raw.data) for raw in material.texts) / 1e3)
        made.setdefault("export", []).append(sum(len(file.data) for file in files) / 1e3)
        made.setdefault("search", []).append(sum(len(file.data) for file in shards) / 1e3)
        made.setdefault("render", []).append(sum(len(page.html.encode()) for page in pages) / 1e3)
    return {name: median(each) for name, each in times.items()}, {
        name: median(each) for name, each in made.items()
    }


def commands(scratch: Path, root: Path) -> Iterator[tuple[str, float, float, str]]:
    """Run the commands; yield what was done, seconds, peak memory in MB, and what it made."""
    site, cache = scratch / "site", scratch / "cache"
    config = scratch / "mkdocs.yml"
    config.write_text(CONFIG, encoding="utf-8")
    (scratch / "docs").mkdir()
    where = ("-f", str(config), "--sources", str(root), "--cache", str(cache), "--fail-on", "never")
    build = ("build", *where, "--site-dir", str(site))
    yield "build, nothing known", *command(*build), f"site {size(site):.0f} MB, cache {size(cache):.0f} MB"
    yield "build again, everything known", *command(*build), ""
    newest = max((root / "document-000").glob("*.txt"))
    text = newest.read_text(encoding="utf-8").replace("应当", "可以", 9)
    (root / "document-000/2030.txt").write_text(text, encoding="utf-8")
    yield "build with one new version", *command(*build), ""
    yield "check, everything known", *command("check", *where, "--output", str(scratch / "check.txt")), ""
    yield "verify", *command("verify", str(site), "--sources", str(root)), ""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Time the whole path on a generated collection.")
    parser.add_argument("documents", nargs="?", type=int, default=100)
    parser.add_argument("--versions", type=int, default=4)
    parser.add_argument("--clauses", type=int, default=150)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hexapla-benchmark-") as name:
        scratch = Path(name)
        root = scratch / "source_texts"
        generate(root, asked.documents, asked.versions, asked.clauses)
        print(f"{asked.documents} documents, {asked.versions} versions, {asked.clauses} clauses each\n")
        print("| command | seconds of the processor | peak memory, MB | made |\n|---|--:|--:|---|")
        for what, seconds, memory, made in commands(scratch, root):
            print(f"| {what} | {seconds:.1f} | {memory:.0f} | {made} |", flush=True)
        print("\n| stage, per document | seconds | kB |\n|---|--:|--:|")
        took, made_kb = stages(root)
        for stage, seconds in took.items():
            kilobytes = f"{made_kb[stage]:.0f}" if stage in made_kb else ""
            print(f"| {stage} | {seconds:.3f} | {kilobytes} |")


if __name__ == "__main__":
    main()
