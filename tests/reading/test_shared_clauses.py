"""How many clauses of the parts of a compilation stand in which other part."""

from pathlib import Path

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document
from hexapla.reading.shared_clauses import count_shared_clauses
from reuse.made_texts import clause

OWN = [clause(number, 40) for number in range(30)]


def write(folder: Path, **parts: list[str]) -> Path:
    folder.mkdir()
    (folder / "document.yml").write_text("order: parallel\n", encoding="utf-8")
    for name, clauses in parts.items():
        text = "".join(f"第{at}条 {each}。\n" for at, each in enumerate(clauses, start=1))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_each_pair_is_told_once_and_what_shares_nothing_too(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", a=OWN[:4], b=[*OWN[2:4], *OWN[10:13]], c=OWN[20:24])
    built = build_document(load_files([folder]))
    told = [
        (each.version, each.shared, each.clauses, each.other) for each in count_shared_clauses(built.document)
    ]
    assert told == [("A", 2, 4, "B"), ("C", 0, 4, "")]
    overview = next(
        page
        for page in render_document(built.alignment, built.comparisons, language="en")
        if page.uri.endswith("index.html")
    )
    assert "2 of 4 clauses of A stand in B; C shares nothing." in overview.html


def test_of_texts_that_share_nothing_or_of_two_nothing_is_said(tmp_path: Path) -> None:
    apart = build_document(load_files([write(tmp_path / "x", a=OWN[:3], b=OWN[5:8], c=OWN[10:13])]))
    two = build_document(load_files([write(tmp_path / "y", a=OWN[:3], b=OWN[:3])]))
    assert count_shared_clauses(apart.document) == count_shared_clauses(two.document) == ()
