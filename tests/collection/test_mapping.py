"""mapping.yml: which clauses of texts of different ranks answer each other."""

from pathlib import Path

import pytest

from hexapla import collection
from hexapla.collection.mapping_yml import read_mapping, write_mapping
from hexapla.errors import SettingsError
from hexapla.model import LevelRelation


def read(data: str) -> list[tuple[str, str | None, str, int]]:
    """Read links, each with its line."""
    found = read_mapping("in/mapping.yml", "mapping.yml", data.encode())
    return [(each.source, each.target, each.relation.value, each.line) for each in found]


def test_several_clauses_on_a_side_are_as_many_links() -> None:
    data = """\
# the whole chapter
- from: [A/art_1, A/第二条]
  to: [B/art_3, C/Section 4(a)]
  relation: intersects
- {from: A/art_9, relation: none}
- {from: A/art_8, to: [B, C], relation: none, reason: " no   need "}
"""
    assert read(data) == [
        ("A/art_1", "B/art_3", "intersects", 2),
        ("A/art_1", "C/Section 4(a)", "intersects", 2),
        ("A/第二条", "B/art_3", "intersects", 2),
        ("A/第二条", "C/Section 4(a)", "intersects", 2),
        ("A/art_9", None, "none", 5),
        ("A/art_8", "B", "none", 6),
        ("A/art_8", "C", "none", 6),
    ]
    again = write_mapping(read_mapping("", "", data.encode()))
    assert [each[:3] for each in read(again)] == [each[:3] for each in read(data)]
    assert 'reason: "no need"' in again


@pytest.mark.parametrize("relation", LevelRelation)
def test_every_relation_is_read(relation: LevelRelation) -> None:
    assert read(f"- {{from: A/art_1, to: B/art_1, relation: {relation}}}")[0][2] == relation.value


WRONG = {
    "{from: art_1, to: B/art_1, relation: equal}": "names no clause",
    "{from: A, to: B/art_1, relation: equal}": "“from” names a clause",
    "{from: A/art_1, to: B, relation: equal}": "only “relation: none” may do without",
    "{from: A/art_1, relation: equal}": "only “relation: none” may do without",
    "{from: A/art_1, to: A/art_2, relation: equal}": "in one text",
    "{from: A/art_1, to: B/art_2, relation: same}": "“same” is no relation: write equal, equivalent, subset,",
    "{from: A/art_1, to: B/art_2}": "the key “relation” is missing here",
    "{from: A/art_1, to: [B/art_2, B/art_2], relation: equal}": "named twice",
    "{from: A/art_1, to: [B/art_2, B/art_3], relation: equal, to_words: 0123456789ab}": "one clause each",
    "{from: A/art_1, to: B/art_2, relation: equal, from_words: later}": "“later” is no digest",
    "{form: A/art_1, to: B/art_2, relation: equal}": "the key “form” is unknown; did you mean “from”?",
    "{from: {A: 1}, to: B/art_2, relation: equal}": "write one clause, or a list of clauses",
}


@pytest.mark.parametrize("said", WRONG)
def test_what_is_wrong_is_told_with_its_line(said: str) -> None:
    with pytest.raises(SettingsError) as found:
        read(f"- {{from: A/art_7, relation: none}}\n- {said}\n")
    problem = next(each for each in found.value.problems if WRONG[said] in each.message)
    assert (problem.path, problem.line) == ("in/mapping.yml", 2)


def test_two_clauses_are_linked_once() -> None:
    data = (
        "- {from: A/art_1, to: B/art_1, relation: equal}\n- {from: A/art_1, to: B/art_1, relation: subset}\n"
    )
    with pytest.raises(SettingsError, match="A/art_1 and B/art_1 stand on line 1 already") as found:
        read(data)
    assert found.value.problems[0].line == 2


@pytest.mark.parametrize("settings", ["order: parallel\n", "title: 灯塔\n"])
def test_links_need_levels(tmp_path: Path, settings: str) -> None:
    tmp_path.joinpath("a.txt").write_text("第一条 灯。\n", encoding="utf-8")
    tmp_path.joinpath("document.yml").write_text(settings, encoding="utf-8")
    tmp_path.joinpath("mapping.yml").write_text("- {from: A/art_1, relation: none}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="say “order: levels” in"):
        collection.load_files([tmp_path])
