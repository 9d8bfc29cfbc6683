"""Long runs of like lines: what is read by their first lines is what is read line by line."""

from functools import partial
from importlib import import_module

import pytest

from hexapla.model import Document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import line_runs
from hexapla.segmentation.mark_weights import DEFAULT
from hexapla.text.like_lines import FEWEST, find_line_runs, shorten_text

SENTENCES = ("The gate opens at noon.", "Pears are sold by the crate.", "Nobody feeds the swans.")
HAN = ("应当申请。", "每户领取菜苗。", "木桶由村里保管，损坏照赔。")
segmentation = import_module("hexapla.segmentation.segment")


def run(head: str, tail: str, words: tuple[str, ...], count: int = 100, first: int = 1) -> str:
    return "".join(f"{head}{n}{tail}{words[n % len(words)]}\n" for n in range(first, first + count))


RESTORED = {
    "articles in Han": "菜园规定\n" + run("第", "条 ", HAN),
    "text behind the last one": "菜园规定\n" + run("第", "条　", HAN[:1]) + "本规定自公布之日起施行。\n",
    "figures": "Orchard Register\n" + run("", ". ", SENTENCES) + "\nSigned\n",
    "parts": "Article 1 Lists\n" + run("(", ") ", ("item",)) + "Article 2 Ends\nThe end of it.\n",
    "an annex behind": "Code\n" + run("Article ", ". ", SENTENCES) + "Annex\n1. One.\n2. Two.\n",
    "sections": "Ordnung\n" + run("§ ", " ", ("Der Hof ist offen.", "Das Tor wird verschlossen.")),
    "two runs": "Code\nPart 1\n"
    + run("Article ", ". ", SENTENCES)
    + "Part 2\n"
    + run("Article ", ". ", SENTENCES),
    "a run below a heading": "登记\n一、名单\n" + run("", "、", ("王家。", "李家。")) + "二、其他\n没有。\n",
}
WHOLE = {
    "numbers that are years": run("", ". ", SENTENCES, first=1900),
    "a gap behind": "Code\n" + run("Article ", ". ", SENTENCES) + run("Article ", ". ", SENTENCES, first=120),
    "the last one is cut off": "菜园规定\n" + run("第", "条 ", HAN) + "第101条 应当，\n",
}


def cut_both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Document | None, Document]:
    """Cut a text by its runs, as far as it can be, and as a whole."""
    monkeypatch.setattr(line_runs, "find_line_runs", partial(find_line_runs, fewest=60, kept=30))
    sources = [read_source("a.txt", text.encode())]
    cut = partial(segmentation.segment_whole, plan=Plan(id="a"), weights=DEFAULT)
    return line_runs.segment_shortened(sources, cut), cut(sources)


@pytest.mark.parametrize("text", RESTORED.values(), ids=RESTORED)
def test_a_run_is_read_by_its_first_lines(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short, whole = cut_both(text, monkeypatch)
    assert short == whole


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_the_first_lines_do_not_show_is_read_line_by_line(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, whole = cut_both(text, monkeypatch)
    assert short is None
    assert whole.versions[0].numbered > 50


def test_a_text_too_long_to_be_read_line_by_line_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = WHOLE["a gap behind"]
    monkeypatch.setattr(line_runs, "MOST_LINES", 20)
    short, _ = cut_both(text, monkeypatch)
    assert short is not None
    (version,) = short.versions
    assert "".join(text[slice(*span)] for one in version.clauses for span in one.spans).strip() == (
        text.removeprefix("Code\n").strip()
    )


def test_a_register_of_half_a_million_lines_is_read() -> None:
    """Without the runs it took minutes, and was refused."""
    text = "Register\n" + run("(", ") ", ("pear",), count=500_000)
    document = segmentation.segment([read_source("a.txt", text.encode())], Plan(id="a"))
    (version,) = document.versions
    assert len(version.clauses) == 500_000
    assert (version.clauses[-1].number, version.clauses[-1].text) == ("(500000)", "pear")


def test_ordinary_texts_have_no_runs() -> None:
    text = run("Article ", ". ", SENTENCES, count=FEWEST - 1)
    assert find_line_runs(text) == ()
    assert shorten_text(text, ()) == text
