"""Small texts of many kinds, each with what a careful reader expects of a command's answer.

`tests/corpus/kinds/` has a file for each: its input files, the steps (arguments of the command; `{in}` is the
folder of the files, `{tmp}` an empty one) and expectations, expressions over the last answer.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from commands import run
from corpora import OWN

Record: TypeAlias = dict[str, Any]
CASES = sorted((OWN / "kinds").glob("*.json"))
MISSES: Mapping[str, str] = {
    "md-markup-2": "named characters of HTML in Markdown stand as they are written",
}
"""texts that the program reads otherwise, and why"""


class Answer:
    """What a command answered as JSON, asked in the words of the expectations."""

    def __init__(self, document: Mapping[str, Any], folder: Path) -> None:
        """Keep the first document."""
        self.document = document
        self.folder = folder

    def version(self, at: int) -> Record:
        """A version by its place."""
        found: Record = self.document["versions"][at]
        return found

    def numbers(self, at: int) -> list[str]:
        """The printed numbers of a version's clauses."""
        return [one["number"] for one in self.version(at)["clauses"] if one.get("number")]

    def clause(self, at: int, number: str) -> Record:
        """The first clause with a number."""
        return next(one for one in self.version(at)["clauses"] if number in (one.get("number"), one["id"]))

    def body(self, at: int, number: str) -> str:
        """The text of a clause and of what stands below it."""
        name = self.clause(at, number)["id"]
        return "\n".join(
            one["text"]
            for one in self.version(at)["clauses"]
            if one["id"] == name or one["id"].startswith(name + "__")
        )

    def aside(self, at: int | None) -> str:
        """What a version, or the document, set aside."""
        owner = self.document if at is None else self.version(at)
        found = []
        for part in owner.get("set_aside", []):
            name = part.get("file") or owner.get("file")
            text = (self.folder / name).read_text(encoding="utf-8") if name else ""
            found += [text[start:end] for start, end in part["spans"]]
        return "\n".join(found)

    def identify(self, siglum: str, number: str) -> str:
        """The id of the clause that a version numbers so."""
        version = next(one for one in self.document["versions"] if one["siglum"] == siglum)
        return next(str(one["id"]) for one in version["clauses"] if number in (one.get("number"), one["id"]))

    def row(self, siglum: str, number: str) -> Record | None:
        """The row in which a clause stands."""
        name = self.identify(siglum, number)
        return next(
            (
                row
                for row in self.document["rows"]
                if any(name == unit or name.startswith(unit + "__") for unit in row["cells"].get(siglum, []))
            ),
            None,
        )

    def linked(self, one: str, number: str, other: str, there: str) -> bool:
        """Whether two clauses stand in one row."""
        row = self.row(one, number)
        return row is not None and row == self.row(other, there)

    def changes(self, base: str, target: str) -> list[Record]:
        """The changes from one version to another."""
        return next(
            one["changes"]
            for one in self.document["comparisons"]
            if (one["base"], one["target"]) == (base, target)
        )

    def change(self, base: str, target: str, number: str, *, of: str = "") -> Record:
        """The change of a row, by a clause of the base or of another version."""
        row = self.row(of or base, number)
        return next(one for one in self.changes(base, target) if row and one["row"] == row["id"])


def make_names(
    answer: Answer, out: str, err: str, exit_status: int, documents: list[Record]
) -> dict[str, object]:
    """Return the words of which expectations are made."""
    codes = {
        finding["code"]
        for document in documents
        for owner in (document, *document.get("versions", []))
        for finding in owner.get("findings", [])
    }
    target: Callable[..., Any] = lambda base, other, number: answer.change(base, other, number, of=other)  # noqa: E731 - a name among names
    return {
        "exit": exit_status,
        "out": out,
        "err": err,
        "docs": documents,
        "doc": answer.document,
        "V": answer.version,
        "nums": answer.numbers,
        "texts": lambda at: [one["text"] for one in answer.version(at)["clauses"]],
        "clause": answer.clause,
        "body": answer.body,
        "aside": answer.aside,
        "codes": codes,
        "changes": answer.changes,
        "row": answer.row,
        "change": answer.change,
        "tchange": target,
        "linked": answer.linked,
        "edits": lambda change, operation: [text for done, text in change["edits"] if done == operation],
        "re": re,
    }


def marked(path: Path) -> object:
    known = MISSES.get(path.stem)
    return pytest.param(
        path, id=path.stem, marks=pytest.mark.xfail(reason=known, strict=True) if known else ()
    )


@pytest.mark.parametrize("path", [marked(path) for path in CASES])
def test_a_kind_of_text_is_read_as_a_careful_reader_would(path: Path, tmp_path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    places = {"in": tmp_path / "in", "tmp": tmp_path / "tmp"}
    for place in places.values():
        place.mkdir()
    for name, text in case["files"].items():
        (places["in"] / name).write_bytes(text.encode())

    def place_paths(text: str) -> str:
        return text.replace("{in}", str(places["in"])).replace("{tmp}", str(places["tmp"]))

    for step in case["steps"]:
        done = run(*map(place_paths, step), cwd=places["tmp"])
    assert "Traceback" not in done.stderr
    documents = json.loads(done.stdout).get("documents", []) if done.stdout.startswith("{") else []
    answer = Answer(documents[0] if documents else {}, places["in"])
    names = make_names(answer, done.stdout, done.stderr, done.returncode, documents)
    names["read"] = lambda written: Path(place_paths(written)).read_text(encoding="utf-8")
    failed = [one for one in case["expect"] if not holds(one, names)]
    assert failed == []


def holds(expectation: str, names: dict[str, object]) -> bool:
    """Tell whether an expectation is met; one that cannot be asked is not."""
    try:
        return bool(eval(expectation, dict(names)))  # noqa: S307 - our own expressions
    except (LookupError, StopIteration, TypeError, ValueError, AttributeError):
        return False


def test_every_case_says_what_it_is_about() -> None:
    for path in CASES:
        case = json.loads(path.read_text(encoding="utf-8"))
        assert case["title"]
        assert case["kind"]
        assert case["files"]
        assert case["expect"]
    assert MISSES.keys() <= {path.stem for path in CASES}
