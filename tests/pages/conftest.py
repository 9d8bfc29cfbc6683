"""Documents built by hand in a short notation, so that pages are tested apart from the stages before."""

from collections.abc import Sequence
from itertools import combinations

import pytest

import builders
from hexapla.findings import make_finding
from hexapla.model import (
    Alignment,
    Change,
    Comparison,
    Completeness,
    Edit,
    Flag,
    Op,
    Order,
    Relation,
    Role,
    Row,
    SetAside,
    Version,
)
from hexapla.units import Unit, build_units, join_cell_text

Made = tuple[Alignment, tuple[Comparison, ...]]

ZH_A = """
# 第一章 总则
1 第一条 为了方便居民借用公共工具，制定本办法。
2 第二条 本楼居民可以借用工具房内的工具。
3 第三条 工具房每日八时开放。
# 第二章 借用
4 第四条 借用工具应当登记，借期三日。逾期不还的，管理员应当提醒。
5 第五条 钥匙由值班人保管。
6 第六条 下列工具不外借：
- （一）电锯；
- （二）梯子。
7 第七条 工具损坏的，应当告知管理员。
8 第八条 管理员每月清点工具一次。
9 第九条 本办法由居民会议解释。
"""
ZH_B = """
# 第一章 总则
1 第一条 为了方便居民借用公共工具，节约开支，制定本办法。
2 第二条 本楼居民可以借用工具房内的工具。
3 第三条 工具房每日八时开放。
7 第四条 工具损坏的，应当当日告知管理员。
# 第二章 借用
41 第五条 借用工具应当登记，借期五日。
42 第六条 逾期不还的，管理员可以提醒。
6 第七条 下列工具不外借：
- （一）电锯；
- （二）梯子；
- （三）喷灯。
10 第八条 借用人应当佩戴手套。
8 第九条 管理员每月清点工具一次。
9 第十条 本办法由居民会议解释。
"""
ZH_C = """
# 第一章 总则
1 第一条 为了方便居民借用公共工具，节约开支，制定本办法。
2 第二条 本楼居民可以借用工具房内的工具。
3 第三条 工具房每日八时开放。
7 第四条 工具损坏的，应当当日告知管
"""
ZH_D = """
11 - 昨日下午，三号楼的工具房正式启用，居民纷纷前来登记。
12 - 工具房由居民自己管理，每月清点一次。
"""
EN_A = """
1 1. Members must return a tool within 3 days.
2 2. The shed opens at eight.
3 3. Broken tools are reported to the keeper.
4 4. A tool may be kept for a second week.
5 5. Tools are cleaned.
"""
EN_B = """
1 1. Members may return a tool within 5 days.
2 2. The shed opens at eight!
45 3. A tool may be kept for a second week. Tools are cleaned.
3 4. Broken tools are reported to the keeper.
"""
ROWS = {"41": "4", "42": "4", "45": "4"}
MERGED = {"5": "4"}


def version(
    siglum: str,
    label: str,
    notation: str,
    *,
    completeness: Completeness = Completeness.WHOLE,
    issued: str | None = None,
) -> tuple[Version, dict[str, list[str]]]:
    """Make a version: a line a clause, `# division`, `row number text`, `- part`; `row - text` has no number.

    Returns the version and its units by row.
    """
    text, clauses, rows = "", [], dict[str, list[str]]()
    for at, line in enumerate(notation.strip().splitlines()):
        start = len(text)
        text += line + "\n"
        spans = ((start, len(text)),)
        if line.startswith("# "):
            number, _, heading = line[2:].partition(" ")
            clauses.append(
                builders.clause(f"div_{at}", number, "", heading=heading, spans=spans, role=Role.DIVISION)
            )
        elif line.startswith("- "):
            body = line[2:]
            clauses.append(
                builders.clause(f"part_{at}", body[:3], body[3:], depth=2, spans=spans, role=Role.PART)
            )
        else:
            row, printed, body = line.split(" ", 2)
            rows.setdefault(row, []).append(f"art_{at}")
            number_ = None if printed == "-" else printed
            clauses.append(builders.clause(f"art_{at}", number_, body, depth=1, spans=spans))
    whole = builders.source(f"tools/{siglum}.txt", text + "打印本页")
    made = builders.version(
        siglum,
        clauses,
        label=label,
        issued=issued,
        own=whole,
        set_aside=[SetAside(kind="furniture", spans=((len(text), len(whole.text)),))],
        completeness=completeness,
    )
    return made, rows


def shared(one: str, other: str) -> int:
    """Count the characters with which two texts begin alike."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def edits(one: str, other: str, *, broken: bool = False) -> tuple[Edit, ...]:
    """Compare by what two texts share at both ends; of a broken text only at the start."""
    head = shared(one, other)
    tail = 0 if broken else shared(one[head:][::-1], other[head:][::-1])
    parted = [(Op.DELETE, one[head : len(one) - tail]), (Op.INSERT, other[head : len(other) - tail])]
    if broken:
        parted.sort(key=lambda each: len(each[1]))  # what the broken text has lost stands last
    found = [(Op.EQUAL, one[:head]), *parted, (Op.EQUAL, one[len(one) - tail :])]
    return tuple(Edit(op, text) for op, text in found if text)


RELATIONS = {(1, 1): Relation.MATCHED, (1, 2): Relation.SPLIT, (2, 1): Relation.MERGED}


def change(
    row: Row, cells: tuple[tuple[Unit, ...], tuple[Unit, ...]], *, silent: bool, moved: bool, broken: bool
) -> Change:
    """Compare the two cells of a row."""
    one, other = cells
    relation = Relation.ONLY_BASE if one else Relation.ONLY_TARGET
    if silent or broken:
        relation = Relation.NOT_IN_TEXT
    elif one and other:
        relation = RELATIONS[len(one), len(other)]
    found = edits(join_cell_text(one), join_cell_text(other), broken=broken)
    known = found[:-1] if broken else found
    plain = all(edit.op is Op.EQUAL for edit in known)
    return Change(
        row=row.id,
        cells=(tuple(unit.id for unit in one), tuple(unit.id for unit in other)),
        relation=relation,
        moved=moved,
        renumbered=bool(one and other) and [u.number for u in one] != [u.number for u in other],
        flags=(Flag.IDENTICAL,) if plain else (Flag.WORDING,),
        edits=found,
    )


def breaks(version_: Version, cell: tuple[Unit, ...]) -> bool:
    """Tell whether a version breaks off in a cell."""
    return version_.completeness is Completeness.CUT_OFF and cell[-1].id == build_units(version_)[-1].id


def document(
    name: str,
    language: str,
    made: Sequence[tuple[Version, dict[str, list[str]]]],
    moved: frozenset[str],
    order: Order = Order.CHRONOLOGICAL,
) -> Made:
    """Put versions together."""
    versions = tuple(each for each, _ in made)
    whole = builders.document(
        versions,
        name=name,
        title="公共工具借用办法" if language.startswith("zh") else "Tool shed rules",
        language=language,
        order=order,
        promised=len(versions) + 1,
        findings=[make_finding("promised_version_missing", promised=len(versions) + 1, found=len(versions))],
    )
    by_row: dict[str, list[tuple[str, ...]]] = {}
    for at, (_, rows) in enumerate(made):
        for label, ids in rows.items():
            key = MERGED.get(label, ROWS.get(label, label)) if language == "en" or label in ROWS else label
            cells = by_row.setdefault(key, [()] * len(versions))
            cells[at] = (*cells[at], *ids)
    rows_made = []
    names = {}
    for label, cells in by_row.items():
        first = next(at for at, cell in enumerate(cells) if cell)
        silent = tuple(
            each.siglum
            for each, cell in zip(versions, cells, strict=True)
            if not cell and each.completeness is Completeness.CUT_OFF
        )
        row = Row(
            id=f"{versions[first].siglum}__{cells[first][0]}",
            cells=tuple(cells),
            links=(),
            not_in_text=silent,
        )
        rows_made.append(row)
        names[row.id] = label
    alignment = Alignment(document=whole, rows=tuple(rows_made), findings=())
    comparisons = []
    own = {each.siglum: {unit.id: unit for unit in build_units(each)} for each in versions}
    for one, other in combinations(range(len(versions)), 2):
        base, target = versions[one], versions[other]
        changes = []
        for row in rows_made:
            cells_ = (
                tuple(own[base.siglum][unit] for unit in row.cells[one]),
                tuple(own[target.siglum][unit] for unit in row.cells[other]),
            )
            if any(cells_):
                missing = target.siglum if cells_[0] else base.siglum
                changes.append(
                    change(
                        row,
                        cells_,
                        silent=not all(cells_) and missing in row.not_in_text,
                        moved=names[row.id] in moved and all(map(bool, cells_)),
                        broken=all(cells_) and breaks(base, cells_[0]) != breaks(target, cells_[1]),
                    )
                )
        comparisons.append(
            Comparison(document=whole, base=base.siglum, target=target.siglum, changes=tuple(changes))
        )
    return alignment, tuple(comparisons)


@pytest.fixture(scope="session")
def chinese() -> Made:
    """Four versions with every kind of change; C breaks off, D is a report without numbers."""
    return document(
        "工具房",
        "zh-Hans",
        [
            version("A", "试行本", ZH_A, issued="2019-03-01"),
            version("B", "修订本", ZH_B, issued="2021-04-01"),
            version("C", "转载本", ZH_C, completeness=Completeness.CUT_OFF),
            version("D", "报道", ZH_D),
        ],
        frozenset({"7"}),
    )


@pytest.fixture(scope="session")
def english() -> Made:
    """Two parallel versions."""
    return document(
        "tool-shed",
        "en",
        [version("A", "North", EN_A), version("B", "South", EN_B)],
        frozenset({"3"}),
        Order.PARALLEL,
    )
