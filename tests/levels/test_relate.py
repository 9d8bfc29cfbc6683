"""Links between texts of different ranks: found, moved, stale, lost, contradicted."""

from pathlib import Path

import pytest

from hexapla.findings import Severity
from hexapla.levels import LevelIndex, digest_words
from hexapla.model import LevelRelation, Order, Staleness
from hexapla.pipeline.stages import AnalysedDocument
from levels.specimen import LAW, RULE, build_levels


def digest_of(built: AnalysedDocument, name: str) -> str:
    """Return the digest of a clause's words."""
    siglum, _, clause = name.partition("/")
    return digest_words(LevelIndex(built.document.version(siglum)).passages[clause])


def tell(built: AnalysedDocument) -> list[tuple[str, int, str]]:
    """Return what is told of links: code, line, reason."""
    values = [(each.code, dict(each.values)) for each in built.findings if each.code.startswith("mapping")]
    return [(code, int(own["entry"]), own["reason"]) for code, own in values]


def test_texts_of_ranks_are_not_compared_and_each_unit_stands_alone(tmp_path: Path) -> None:
    built = build_levels(tmp_path)
    assert built.document.order is Order.LEVELS
    assert built.comparisons == ()
    assert [row.id for row in built.alignment.rows] == [
        *(f"L__art_{at}" for at in range(1, 5)),
        *(f"R__art_{at}" for at in range(1, 4)),
    ]


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("L/art_3", "art_3"),
        ("L/第三条", "art_3"),
        ("L/第3条", "art_3"),
        ("L/第二条第（二）项", "art_2__lvl_2"),
        ("L/art_2__lvl_2", "art_2__lvl_2"),
    ],
)
def test_a_clause_is_named_by_id_or_by_its_number(tmp_path: Path, name: str, clause: str) -> None:
    built = build_levels(tmp_path, f"- {{from: {name}, to: R/art_1, relation: intersects}}")
    known = LevelIndex(built.document.version("L")).passages
    (link,) = built.alignment.level_links or pytest.fail(f"{tell(built)} {list(known)}")
    assert link.a == ("L", clause)
    assert (link.b, link.source) == (("R", "art_1"), name)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("from: L/art_9, to: R/art_1, relation: equal", "L has no clause art_9"),
        ("from: L/第九条, to: R/art_1, relation: equal", "L has no clause 第九条"),
        ("from: L/第三条第五款, to: R/art_1, relation: equal", "L has no clause 第三条第五款"),
        ("from: X/art_1, to: R/art_1, relation: equal", "there is no text X"),
        ("from: L/art_1, to: X, relation: none", "there is no text X"),
    ],
)
def test_what_names_no_clause_is_an_error(tmp_path: Path, said: str, reason: str) -> None:
    built = build_levels(tmp_path, f"# links\n- {{{said}}}\n")
    assert tell(built) == [("mapping_lost", 2, reason)]
    assert built.alignment.level_links == ()
    assert {each.severity for each in built.findings if each.code == "mapping_lost"} == {Severity.ERROR}


def test_links_follow_words_that_moved_and_tell_of_words_that_changed(tmp_path: Path) -> None:
    first = build_levels(tmp_path)
    mapping = f"""\
- from: L/art_3
  to: R/art_2
  relation: superset
  from_words: {digest_of(first, "L/art_3")}
  to_words: {digest_of(first, "R/art_2")}
- from: L/art_1
  to: R/art_3
  relation: supports
  from_words: {digest_of(first, "L/art_1")}
"""
    same = build_levels(tmp_path, mapping)
    assert not tell(same)
    later = LAW.replace("第三条 ", "第三条 灯塔漆成白色。\n\n第四条 ").replace("第四条 雾", "第五条 雾")
    reworded = RULE.replace("每月初一", "每周一")
    built = build_levels(tmp_path, mapping, law=later, rule=reworded)
    link, kept = built.alignment.level_links
    assert (link.a, link.a_doubt) == (("L", "art_4"), Staleness.MOVED)
    assert (link.b, link.b_doubt) == (("R", "art_2"), Staleness.REWORDED)
    assert (kept.a_doubt, kept.b_doubt) == (None, None)
    assert tell(built) == [
        ("mapping_stale", 1, "the words of L/art_3 stand in L/art_4 now"),
        ("mapping_stale", 1, "R/art_2 has other words now"),
    ]


def test_a_clause_that_is_gone_takes_its_link_where_its_words_are(tmp_path: Path) -> None:
    words = digest_of(build_levels(tmp_path), "L/art_4")
    mapping = f"- {{from: L/art_4, to: R/art_1, relation: none, from_words: {words}}}"
    shorter = LAW.replace("第三条 灯油由镇公所供给。\n\n", "").replace("第四条", "第三条")
    built = build_levels(tmp_path, mapping, law=shorter)
    assert [link.a for link in built.alignment.level_links] == [("L", "art_3")]


def test_a_clause_cannot_be_linked_and_have_no_counterpart(tmp_path: Path) -> None:
    mapping = """\
- {from: L/art_2__lvl_1, to: R/第一条, relation: superset}
- {from: L/art_2, relation: none}
- {from: L/art_1, to: R, relation: none}
- {from: R/art_1, to: L, relation: none}
"""
    built = build_levels(tmp_path, mapping)
    assert tell(built) == [
        ("mapping_contradicted", 2, "L/art_2 is said to have no counterpart, but line 1 links it"),
        ("mapping_contradicted", 4, "R/art_1 is said to have no counterpart, but line 1 links it"),
    ]
    assert sum(link.relation is LevelRelation.NONE for link in built.alignment.level_links) == 3


def test_citations_are_suggested_and_never_linked(tmp_path: Path) -> None:
    built = build_levels(tmp_path)
    cited = [each for each in built.alignment.suggestions if each.reason == "citation"]
    assert [(each.a, each.b) for each in cited] == [(("L", "art_2"), ("R", "art_1"))]
    assert built.alignment.level_links == ()
    for said in ("to: R/art_1, relation: none", "to: R, relation: none", "to: R/art_1, relation: superset"):
        decided = build_levels(tmp_path, f"- {{from: L/art_2, {said}}}")
        assert not [each for each in decided.alignment.suggestions if each.reason == "citation"]


ACT = """\
Harbour Act

Section 1. The harbour master keeps the gate.

Section 2. Ships pay a due.

Section 3. Nets are dried on the quay.

Section 9. Fog bells are rung.
"""


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("Dues are paid as section 2 of the Harbour Act demands.", "sec_2"),
        ("The bell is rung, see Section 9.", "sec_9"),
        ("The bell is rung as section 2 of the Lighthouse Act demands.", None),
        ("As in section 2, dues are paid.", None),
    ],
)
def test_a_citation_leads_to_the_text_that_it_names(tmp_path: Path, said: str, clause: str | None) -> None:
    rule = f"Quay Rules\n\nSection 1. {said}\n\nSection 2. Ropes are dry.\n\nSection 3. Dogs stay out.\n"
    settings = (
        "order: levels\nversions:\n- {file: law.txt, siglum: A, title: Harbour Act}\n"
        "- {file: rule.txt, siglum: B, title: Quay Rules}\n"
    )
    built = build_levels(tmp_path, law=ACT, rule=rule, settings=settings)
    cited = [each.a for each in built.alignment.suggestions if each.reason == "citation"]
    assert cited == ([] if clause is None else [("A", clause)])


def test_much_the_same_words_are_suggested(tmp_path: Path) -> None:
    rule = RULE.replace("灯油每月初一领取", "守塔人应当在雾天鸣钟，灯塔由守塔人日夜看管")
    built = build_levels(tmp_path, rule=rule + "\n第四条 灯塔由守塔人看管。\n")
    assert (("L", "art_1"), ("R", "art_4")) in [
        (each.a, each.b) for each in built.alignment.suggestions if each.reason == "wording"
    ]


def test_decisions_on_rows_are_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("alignment.yml").write_text("- {together: [L/art_1, R/art_1], reason: x}\n")
    built = build_levels(tmp_path)
    assert [each.code for each in built.findings if each.severity is Severity.ERROR] == ["decision_stale"]
