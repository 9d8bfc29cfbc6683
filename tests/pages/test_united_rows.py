"""Rows that a third version unites, read between two: one place for each clause, and the counts agree."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.model import Alignment, Relation
from hexapla.pages import render_document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from other_direction import render_direction

COUNCIL = "合作社设理事会，由七名理事组成，理事由社员大会选举产生，任期三年。"
MEETING = "理事会会议由理事长召集，应当有三分之二以上理事出席方可举行，决议应当记入会议记录。"
BETWEEN = ("合作社的仓库由保管员负责，出入库应当登记。", "社员可以查阅会计账簿，但应当提前二日告知会计。")
SEAL = "合作社的印章由理事长和会计共同保管。"


def law(*articles: str) -> str:
    numbers = "一二三四五六七八九"
    return "".join(f"第{numbers[at]}条 {text}\n" for at, text in enumerate(articles))


def aligned(*texts: str) -> Alignment:
    sources = [read_source(f"{2001 + at}.txt", text.encode()) for at, text in enumerate(texts)]
    return align(segment(sources, Plan(id="coop")))


SPLIT = aligned(
    law(COUNCIL + MEETING, SEAL),
    law(COUNCIL, *BETWEEN, MEETING, SEAL),
    law(COUNCIL, *BETWEEN, MEETING, SEAL.replace("会计", "出纳")),
)
LATER = MEETING.replace("三分之二以上", "过半数") + "理事长不能召集的，由副理事长召集。"
DOUBLED = aligned(
    law(SEAL) + f"第二条 {MEETING}\n第二条 {LATER}\n第三条 {BETWEEN[0]}\n",
    law(SEAL, MEETING, BETWEEN[0]),
    law(SEAL, LATER, BETWEEN[0]),
)


def written(alignment: Alignment, name: str) -> LexborHTMLParser:
    made = {each.uri: each.html for each in render_document(alignment, compare_all(alignment))}
    return LexborHTMLParser(made[f"texts/coop/{name}.html"])


def page(alignment: Alignment, base: str, target: str) -> LexborHTMLParser:
    return LexborHTMLParser(render_direction(alignment, compare_all(alignment), base, target))


def test_a_row_that_an_older_version_unites_is_read_from_the_links_of_the_two() -> None:
    found = compare(SPLIT, "B", "C").changes
    assert len({change.row for change in found}) == 4
    assert [change.relation for change in found] == [Relation.MATCHED] * 5
    assert not any(change.moved or change.renumbered for change in found)


@pytest.mark.parametrize("pair", [("B", "C"), ("C", "B")])
def test_its_page_says_nothing_of_moves(pair: tuple[str, str]) -> None:
    tree = page(SPLIT, *pair)
    assert not tree.css(".hx-k-move, .hx-pointer, .hx-repeat")
    shown = [row for row in tree.css(".hx-row") if row.attributes["data-k"] not in ("chapter", "from")]
    first = tree.css_first(".hx-filters b")
    assert first is not None
    assert len(shown) == int(first.text()) == 5


@pytest.mark.parametrize("alignment", [SPLIT, DOUBLED], ids=["split", "doubled"])
def test_every_clause_of_every_version_keeps_its_link(alignment: Alignment) -> None:
    for pair in (("A", "B"), ("A", "C"), ("B", "C")):
        tree = page(alignment, *pair)
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids))
        for version in alignment.document.versions:
            for clause in version.clauses:
                assert f"{version.siglum}__{clause.id}" in ids


def test_an_article_printed_twice_tears_nothing_apart() -> None:
    assert [row.cells for row in DOUBLED.rows if len(row.cells[0]) > 1] == [
        (("art_2", "art_2__rep_2"), ("art_2",), ("art_2",))
    ]
    told = {
        pair: [
            (change.cells, change.relation, change.flags == ("identical",))
            for change in compare(DOUBLED, *pair).changes
            if "art_2" in (*change.cells[0], *change.cells[1]) or "art_2__rep_2" in change.cells[0]
        ]
        for pair in ("AB", "AC", "BC")
    }
    assert told["BC"] == [((("art_2",), ("art_2",)), Relation.MATCHED, False)]
    assert told["AB"] == [
        ((("art_2",), ("art_2",)), Relation.MATCHED, True),
        ((("art_2__rep_2",), ()), Relation.ONLY_BASE, False),
    ]
    assert told["AC"] == [
        ((("art_2",), ()), Relation.ONLY_BASE, False),
        ((("art_2__rep_2",), ("art_2",)), Relation.MATCHED, True),
    ]


def test_tables_of_all_versions_show_the_row_with_the_marks_of_each_change() -> None:
    cells = written(DOUBLED, "synopsis").css(".hx-srow[id='A__art_2'] .hx-scell")
    texts = ["".join(mark.text() for mark in cell.css("mark")) for cell in cells]
    assert MEETING in texts[0].removeprefix("[only here: ")
    assert "三分之二以上" in texts[1]
    assert not texts[2]
    stages = written(DOUBLED, "history").css(".hx-hist[id='A__art_2'] .hx-st")
    assert LATER in "".join(node.text() for node in stages[1].css("del"))


def test_placeholders_that_stand_often_do_not_run_together() -> None:
    """Which “repealed” belongs to which is a guess from their order, so it unites no rows."""
    gone = "（已废止）"
    made = aligned(
        law(COUNCIL, gone, BETWEEN[0], gone, SEAL),
        law(COUNCIL, gone, BETWEEN[0], gone, SEAL, gone),
        law(COUNCIL, BETWEEN[0], gone, SEAL, gone),
    )
    assert max(len(cell) for row in made.rows for cell in row.cells) == 1
