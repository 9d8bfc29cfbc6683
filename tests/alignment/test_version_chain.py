"""Many versions are aligned through the rows of a few pairs."""

import random
import sys

import pytest

import whole_texts
from alignment.specimens import document, version
from alignment.test_align_laws import Grouping, grouping
from hexapla.alignment import align, version_chain, version_pair
from hexapla.model import Document
from hexapla.plan import Decision

SIGNS = (
    "居民工具登记借用归还维修报废期限申请审查决定公告费用管理会应当可以不得依照规定水渠巡查簿册春季用水身份"
)


def clause(chance: random.Random) -> str:
    """Write a clause of some phrases."""
    phrases = ("".join(chance.choices(SIGNS, k=chance.randint(6, 12))) for _ in range(chance.randint(2, 5)))
    return "，".join(phrases) + "。"


def history(seed: int, versions: int, clauses: int, *, backwards: bool = False) -> tuple[Document, Grouping]:
    """A text and what became of it: in each version a clause is reworded, and one is put in or taken out.

    Returns the document, and the rows as they are known: what became of each clause.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up text, not a secret
    text = [(at, clause(chance)) for at in range(clauses)]
    made = [text]
    for version_at in range(1, versions):
        text = list(text)
        at = chance.randrange(len(text))
        phrases = text[at][1].rstrip("。").split("，")
        phrases[chance.randrange(len(phrases))] = "".join(chance.choices(SIGNS, k=8))
        text[at] = text[at][0], "，".join(phrases) + "。"
        if chance.random() < 0.5:
            text.insert(chance.randrange(len(text)), (1000 + version_at, clause(chance)))
        else:
            del text[chance.randrange(len(text))]
        made.append(text)
    order = [(chr(ord("A") + at), text) for at, text in enumerate(made)]
    known: dict[int, set[tuple[str, str]]] = {}
    for siglum, text in order:
        for at, (origin, _) in enumerate(text, 1):
            known.setdefault(origin, set()).add((siglum, f"art_{at}"))
    sides = [version(siglum, [said for _, said in text]) for siglum, text in order]
    return document(*(sides[::-1] if backwards else sides)), {frozenset(row) for row in known.values()}


@pytest.mark.parametrize("seed", range(2))
def test_the_rows_of_a_history_are_no_worse_than_those_of_all_pairs(seed: int) -> None:
    made, known = history(seed, 13, 15)
    assert len(grouping(align(made)) ^ known) <= len(grouping(align(made, all_pairs=True)) ^ known)


def test_most_pairs_are_not_aligned_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    real = version_pair.align_pair

    def count(*sides: object, **given: object) -> object:
        asked.append(given["known"])
        return real(*sides, **given)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(version_chain, "align_pair", count)
    table = align(history(1, 14, 20)[0])
    assert len([known for known in asked if known is None]) < 14 * 13 / 2 / 2
    assert all(unit for row in table.rows for cell in row.cells for unit in cell)


def test_the_rows_do_not_depend_on_the_order_of_the_versions() -> None:
    assert grouping(align(history(4, 13, 12)[0])) == grouping(align(history(4, 13, 12, backwards=True)[0]))


def test_few_versions_are_aligned_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["hexapla.alignment.align"]
    monkeypatch.setattr(module, "align_through_rows", lambda *_: pytest.fail("twelve are few"))
    align(history(5, 12, 4)[0])


def test_the_specimens_have_the_same_rows_and_no_link_that_their_pairs_have_not() -> None:
    for name in ("garden-bylaws", "harbour-lanterns", "responsibility-rules", "tool-room"):
        one = whole_texts.segment_text(name)
        through, each = (align(one, all_pairs=every) for every in (False, True))
        assert grouping(through) == grouping(each)
        known = {(link.a, link.b) for row in each.rows for link in row.links}
        assert known >= {(link.a, link.b) for row in through.rows for link in row.links}


def test_what_an_editor_keeps_apart_stays_apart() -> None:
    made = history(6, 13, 8)[0]
    ends = ("A", "art_3"), ("B", "art_3")
    apart = Decision(together=False, clauses=ends, reason="other matter", file="alignment.yml", line=1)
    for one in grouping(align(made, [apart])):
        assert not set(ends) <= one


def test_texts_of_another_matter_are_linked_to_nothing() -> None:
    strange = [clause(random.Random(at + 900)) for at in range(5)]  # noqa: S311 - as above
    made = history(7, 13, 10)[0]
    table = align(document(*made.versions, version("Z", strange)))
    assert all(len(one) == 1 for one in grouping(table) if any(siglum == "Z" for siglum, _ in one))
