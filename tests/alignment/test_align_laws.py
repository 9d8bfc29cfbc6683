"""Laws of alignment, over texts made of a small stock of phrases, so that clauses overlap in every way."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.specimens import document, version
from hexapla.alignment import align
from hexapla.comparison import compare
from hexapla.model import Alignment, Basis, Change, Completeness, Version
from hexapla.units import build_units

PHRASES = (
    "管理人应当每月巡查水渠一次 并把结果写入簿册 居民可以在春季申请用水 申请应当附具身份证明 "
    "违反本规则浪费用水的 处二百元以下罚款 情节严重的处五百元以上一千元以下罚款 旧规则同时废止 "
    "为了保护地下水源 夜间不得开启大闸 儿童不得单独靠近蓄水池 由同行成人负责看护 遇有暴雨应当提前放水 "
    "水费按照实际用量每季度结算 用水记录保存三年 对处理不服的可以向理事会申诉"
).split()
FOREIGN = (
    "the press shall be oiled each friday",
    "type is returned to its case after use",
    "no visitor may touch a standing forme",
    "proofs are read twice by different members",
)

STRANGE = (
    "活字用毕归还原箱",
    "压印机每周五上油",
    "校样由两名社员各读一遍",
    "未经许可来宾不得触摸排好的版面",
)
"""of another trade, in the same language"""

clauses = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=5).map(lambda held: "，".join(held) + "。")
texts = st.lists(clauses, max_size=9)
distinct = st.lists(clauses, min_size=1, max_size=9, unique=True)
completeness = st.sampled_from(Completeness)
versions = st.lists(st.tuples(texts, completeness), min_size=1, max_size=4).map(
    lambda made: [
        version("ABCD"[at], held, completeness=completeness) for at, (held, completeness) in enumerate(made)
    ]
)

Node = tuple[str, str]
Grouping = set[frozenset[tuple[str, str]]]


def grouping(alignment: Alignment, without: tuple[str, str] | None = None) -> Grouping:
    """The rows as sets of (siglum, unit), whatever their ids and order."""
    found = {
        frozenset(
            (siglum, unit)
            for siglum, cell in zip(alignment.document.sigla, row.cells, strict=True)
            for unit in cell
            if (siglum, unit) != without
        )
        for row in alignment.rows
    }
    return found - {frozenset()}


@given(versions)
@settings(deadline=None)
def test_every_unit_stands_in_exactly_one_row(made: list[Version]) -> None:
    table = align(document(*made))
    for at, one in enumerate(made):
        column = [unit for row in table.rows for unit in row.cells[at]]
        assert sorted(column) == sorted(unit.id for unit in build_units(one))


@given(versions)
@settings(deadline=None)
def test_row_ids_are_unique_and_name_a_unit_of_the_row(made: list[Version]) -> None:
    table = align(document(*made))
    assert len({row.id for row in table.rows}) == len(table.rows)
    for row in table.rows:
        first = next(at for at, cell in enumerate(row.cells) if cell)
        assert row.id == f"{made[first].siglum}__{row.cells[first][0]}"


@given(versions)
@settings(deadline=None)
def test_links_stay_inside_their_row_and_run_in_the_order_of_sigla(made: list[Version]) -> None:
    table = align(document(*made))
    for row in table.rows:
        held = {
            (siglum, unit)
            for siglum, cell in zip(table.document.sigla, row.cells, strict=True)
            for unit in cell
        }
        for link in row.links:
            assert {link.a, link.b} <= held
            assert table.document.sigla.index(link.a[0]) < table.document.sigla.index(link.b[0])
            assert 0 <= link.score <= 1


@given(versions, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_versions_changes_no_row(made: list[Version], random: st.DataObject) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert grouping(align(document(*made))) == grouping(align(document(*shuffled)))


@given(texts)
@settings(deadline=None)
def test_a_version_aligned_with_itself_is_the_identity(held: list[str]) -> None:
    table = align(document(version("A", held), version("B", held)))
    assert [row.cells for row in table.rows] == [((f"art_{at}",),) * 2 for at in range(1, len(held) + 1)]
    assert all(link.basis is Basis.IDENTICAL for row in table.rows for link in row.links)


def pairs(change: Change, one: Version, other: Version) -> Iterator[tuple[Node, Node]]:
    """Every unit of one version in a change with every unit of the other."""
    for unit in change.cells[0]:
        for there in change.cells[1]:
            yield (one.siglum, unit), (other.siglum, there)


@given(st.lists(distinct, min_size=3, max_size=4))
def test_what_is_said_of_two_versions_does_not_depend_on_a_third(made: list[list[str]]) -> None:
    """Whatever two versions are linked alone stands in one row, and every comparison keeps their links.

    But for quotations between texts that are not related: they yield to what versions of one text say.
    """
    every = [version("ABCD"[at], held) for at, held in enumerate(made)]
    table = align(document(*every))
    strangers = {frozenset(told.pair or ()) for told in table.findings if told.code == "unrelated"}
    together = {
        (siglum, unit): row.id
        for row in table.rows
        for siglum, cell in zip(table.document.sigla, row.cells, strict=True)
        for unit in cell
    }
    held = {(link.a, link.b) for row in table.rows for link in row.links}
    for one, other in combinations(every, 2):
        alone = align(document(one, other))
        if {one.siglum, other.siglum} in strangers:
            assert "unrelated" in {told.code for told in alone.findings}
            continue
        linked = {(link.a, link.b) for row in alone.rows for link in row.links}
        assert linked == {pair for pair in held if {pair[0][0], pair[1][0]} == {one.siglum, other.siglum}}
        assert all(together[a] == together[b] for a, b in linked)
        told = compare(table, one.siglum, other.siglum)
        partner = {pair for change in told.changes for pair in pairs(change, one, other)}
        assert linked <= partner
        bound = {end for pair in linked for end in pair}
        changes = compare(alone, one.siglum, other.siglum).changes
        without = {pair for change in changes for pair in pairs(change, one, other)}
        assert {pair for pair in partner if bound & set(pair)} <= without
        for side, each in enumerate((one, other)):
            column = [unit for change in told.changes for unit in change.cells[side]]
            assert sorted(column) == sorted(unit.id for unit in build_units(each))


strangers = st.sampled_from((FOREIGN, STRANGE)).flatmap(
    lambda phrases: st.lists(st.sampled_from(phrases), min_size=1, max_size=4)
)


@given(distinct, distinct, strangers)
@settings(deadline=None)
def test_an_unrelated_version_changes_no_link_between_the_others(
    first: list[str], second: list[str], stranger: list[str]
) -> None:
    made = [version("A", first), version("B", second)]
    alone = align(document(*made))
    joined = align(document(*made, version("C", stranger)))

    def links(table: Alignment) -> set[object]:
        return {link for row in table.rows for link in row.links if "C" not in (link.a[0], link.b[0])}

    assert links(alone) == links(joined)


@given(distinct, distinct, st.data())
@settings(deadline=None)
def test_deleting_a_clause_changes_no_row_whose_links_are_identical(
    first: list[str], second: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(second) - 1))
    numbered = [(f"第{at}条", text) for at, text in enumerate(second, 1)]
    before = align(document(version("A", first), version("B", numbered)))
    whole = version("B", numbered)
    kept = tuple(clause for at, clause in enumerate(whole.clauses) if at != gone)
    lost = whole.clauses[gone].id
    shorter = Version(
        **{name: getattr(whole, name) for name in Version.__dataclass_fields__} | {"clauses": kept}
    )
    after = grouping(align(document(version("A", first), shorter)))
    for row in before.rows:
        identical = row.links and all(link.basis is Basis.IDENTICAL for link in row.links)
        if identical and ("B", lost) not in {link.b for link in row.links}:
            assert (
                frozenset({("A", unit) for unit in row.cells[0]} | {("B", unit) for unit in row.cells[1]})
                in after
            )


def test_a_quotation_between_strangers_yields_to_links_between_versions_of_one_text() -> None:
    patrol, fee = "管理人应当每月巡查水渠一次", "水费按照实际用量每季度结算"
    texts = [
        [
            "遇有暴雨应当提前放水。",
            f"用水记录保存三年，{patrol}，{patrol}，{patrol}，{patrol}。",
            f"{patrol}，{patrol}。",
            f"{patrol}，{patrol}，{fee}。",
        ],
        [
            "违反本规则浪费用水的，情节严重的处五百元以上一千元以下罚款，居民可以在春季申请用水。",
            f"{fee}，{fee}，处二百元以下罚款，对处理不服的可以向理事会申诉，用水记录保存三年。",
            f"遇有暴雨应当提前放水，旧规则同时废止，{patrol}，居民可以在春季申请用水。",
        ],
        [f"{patrol}，{patrol}。", f"{patrol}。"],
    ]
    first, stranger, third = (version("ABC"[at], held) for at, held in enumerate(texts))
    quoted = {(link.a[1], link.b[1]) for row in align(document(first, stranger)).rows for link in row.links}
    assert quoted == {("art_3", "art_3")}
    rows = [row.cells for row in align(document(first, stranger, third)).rows]
    assert (("art_3",), (), ("art_1",)) in rows
    assert (("art_4",), ("art_3",), ("art_2",)) in rows
