"""Small collections for tests of the build, and what a build made of one."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import ParamSpec, TypeVar

from hexapla import collection
from hexapla.pipeline import BuildOptions, BuiltSite, build_collection, open_build_context
from hexapla.pipeline.executors import complete_future
from hexapla.pipeline.reuse_stage import ReusePagesTask

__all__ = ["Counting", "add_version", "bytes_of", "made", "written", "written_pair"]

OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出第{0}号申请。\n"
Result = TypeVar("Result")
Given = ParamSpec("Given")


def written(root: Path, documents: int = 3) -> Path:
    """Write a collection of documents with two versions each."""
    for number in range(documents):
        folder = root / f"doc-{number}"
        folder.mkdir(parents=True)
        text = OLD.format(number)
        (folder / "2018.txt").write_text(text, encoding="utf-8")
        (folder / "2021.txt").write_text(text.replace("应当", "可以"), encoding="utf-8")
    return root


def written_pair(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    """Write two versions of one text."""
    paths = folder / "2018.txt", folder / "2023.txt"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def add_version(root: Path, document: str) -> None:
    """Add a version to one of its documents."""
    newest = (root / document / "2021.txt").read_text(encoding="utf-8")
    (root / document / "2024.txt").write_text(newest.replace("三十日", "六十日"), encoding="utf-8")


def made(root: Path, scratch: Path, options: BuildOptions | None = None) -> BuiltSite:
    """Build the pages of a collection."""
    with open_build_context(options or BuildOptions(), scratch) as context:
        return build_collection(collection.survey_collection(root), context, language="en")


def bytes_of(site: BuiltSite) -> dict[str, str]:
    """Return the digest of every page and file by its address."""
    return {
        **{page.uri: page.digest for page in site.pages},
        **{file.uri: file.digest for file in site.files},
        **{f"provenance {number}": digest for number, digest in enumerate(site.provenance)},
    }


class Counting(Executor):
    """Does the work here, and remembers for which documents."""

    def __init__(self) -> None:
        """Start with nothing done."""
        self.documents: list[str] = []

    def submit(
        self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        """Do it."""
        task = args[-1]
        own = task.view.document if isinstance(task, ReusePagesTask) else task.material.id  # type: ignore[attr-defined]  # every other task has its material
        self.documents.append(own)
        return complete_future(fn(*args, **kwargs))
