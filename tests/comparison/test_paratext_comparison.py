"""What differs outside the clauses is told: titles, notes of adoption, foot- and endnotes, signatures."""

from dataclasses import replace

import pytest

from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.model import Comparison, Completeness, Op
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

LEASE = """Lease of the mill

Adopted on 4 May 2019

1. The miller pays the rent.¹

2. The owner keeps the wheel.²

3. Flour is weighed by both.³

¹ Four hundred crowns a year, payable in halves.
² The sluice as well, and the two iron bridges over the race.
³ On the scales in the hall.

Signed: Jonas Ek
"""
LAW = """渡船管理办法

（2019年5月4日镇人民代表大会通过）

第一条 渡船每日六时开航。

第二条 乘客应当排队上船。

渡船管理所
2019年5月4日
"""


def compared(one: str, other: str, *, names: tuple[str, str] = ("a.txt", "b.txt")) -> Comparison:
    sources = [read_source(name, text.encode()) for name, text in zip(names, (one, other), strict=True)]
    return compare_all(align(segment(sources, Plan(id="x"))))[0]


CHANGED = [
    # what is replaced, by what → kind, base, target (None: not there)
    (LEASE, "the mill", "the old mill", "title", "Lease of the mill", "Lease of the old mill"),
    (
        LEASE,
        "Adopted on 4 May 2019",
        "Adopted on 5 June 2021",
        "note",
        "Adopted on 4 May 2019",
        "Adopted on 5 June 2021",
    ),
    (
        LEASE,
        "Four hundred",
        "Nine hundred",
        "footnote",
        "Four hundred crowns a year, payable in halves.",
        "Nine hundred crowns a year, payable in halves.",
    ),
    (LEASE, "Jonas Ek", "Maria Lund", "signature", "Signed: Jonas Ek", "Signed: Maria Lund"),
    (LEASE, "\nSigned: Jonas Ek\n", "", "signature", "Signed: Jonas Ek", ""),
    (LEASE, "hall", "hall, on the first floor", "footnote", "On the scales in the hall.", None),
    (LAW, "渡船管理办法", "渡船管理暂行办法", "title", "渡船管理办法", "渡船管理暂行办法"),
    (
        LAW,
        "镇人民",
        "县人民",
        "note",
        "（2019年5月4日镇人民代表大会通过）",
        "（2019年5月4日县人民代表大会通过）",
    ),
    (LAW, "渡船管理所", "渡船管理委员会", "signature", "渡船管理所", "渡船管理委员会"),
]


@pytest.mark.parametrize(("text", "old", "new", "kind", "base", "target"), CHANGED)
def test_one_difference_is_told_as_that_one(
    text: str, old: str, new: str, kind: str, base: str, target: str | None
) -> None:
    comparison = compared(text, text.replace(old, new, 1))
    (only,) = comparison.set_aside_changes
    assert (only.kind, only.base) == (kind, base)
    assert only.target == (base.replace("hall", "hall, on the first floor") if target is None else target)
    assert "".join(edit.text for edit in only.edits if edit.op is not Op.INSERT) == only.base
    assert "".join(edit.text for edit in only.edits if edit.op is not Op.DELETE) == only.target
    (said,) = comparison.findings
    assert said.code == ("set_aside_differs" if only.target else "set_aside_only")
    for edit in only.edits:
        if edit.op is not Op.EQUAL:
            assert edit.text.strip() in said.message
    assert all(change.flags == ("identical",) for change in comparison.changes)


SAME = [
    (LEASE, LEASE),
    (LEASE, LEASE.replace("Lease of the mill", "Lease  of the mill")),
    (LEASE, LEASE.replace("payable in halves", "payable\n  in halves")),
    (LAW, LAW.replace("（2019年5月4日镇人民代表大会通过）", "(2019年5月4日镇人民代表大会通过)")),
    (LAW, LAW.replace("2019年5月4日\n", "２０１９年５月４日\n")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_white_space_width_and_line_ends_are_no_difference(one: str, other: str) -> None:
    comparison = compared(one, other)
    assert comparison.set_aside_changes == ()
    assert comparison.findings == ()


TOLD = [("5 %", "5 ‰"), ("€40", "$40"), ("1,5", "1.5"), ("10⁵", "105")]


@pytest.mark.parametrize(("old", "new"), TOLD)
def test_signs_that_a_key_leaves_out_are_told(old: str, new: str) -> None:
    text = LEASE.replace("Four hundred", f"{old} of the hundred")
    (only,) = compared(text, text.replace(old, new)).set_aside_changes
    assert (old in only.base, new in only.target) == (True, True)


def test_a_note_that_another_was_put_before_is_the_same_note() -> None:
    more = (
        LEASE.replace("² The sluice", "² Oats are no flour.\n³ The sluice")
        .replace("³ On", "⁴ On")
        .replace("both.³", "both.⁴")
        .replace("wheel.²", "wheel.³")
        .replace("rent.¹", "rent.¹ Oats are free.²")
    )
    (only,) = compared(LEASE, more).set_aside_changes
    assert (only.kind, only.base, only.target, only.target_mark) == (
        "footnote",
        "",
        "Oats are no flour.",
        "²",
    )


def test_of_thirty_notes_the_one_that_changed_is_told() -> None:
    signs = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    marks = ["".join(signs[int(digit)] for digit in str(number)) for number in range(1, 31)]
    clauses = "".join(f"{n}. Gate {n} is shut at dusk.{mark}\n\n" for n, mark in enumerate(marks, 1))
    notes = "".join(f"{mark} The warden of gate {n} has {n + 40} keys.\n" for n, mark in enumerate(marks, 1))
    text = clauses + notes
    (only,) = compared(text, text.replace("has 57 keys", "has 75 keys")).set_aside_changes
    assert (only.base_mark, only.base) == ("¹⁷", "The warden of gate 17 has 57 keys.")


def test_a_long_note_is_quoted_at_its_change() -> None:
    text = LEASE.replace("Four hundred", "The rent is as the parish books have it. " * 40 + "Four hundred")
    (said,) = compared(text, text.replace("Four hundred", "Nine hundred")).findings
    assert "Four" in said.message
    assert "Nine" in said.message
    assert len(said.message) < 400


def test_a_line_is_where_the_difference_stands() -> None:
    (said,) = compared(LEASE, LEASE.replace("Jonas Ek", "Maria Lund")).findings
    assert said.version == "B"
    assert LEASE.split("\n")[(said.line or 0) - 1] == "Signed: Jonas Ek"


def test_what_may_have_been_lost_is_not_told_as_absent() -> None:
    short = LEASE[: LEASE.index("¹ Four")].replace("both.³", "both.").replace("¹", "").replace("²", "")
    whole = compared(LEASE, short)
    assert {each.kind for each in whole.set_aside_changes} == {"footnote", "signature"}
    sources = [read_source("a.txt", LEASE.encode()), read_source("b.txt", short.encode())]
    document = segment(sources, Plan(id="x"))
    torn = replace(document.versions[1], completeness=Completeness.CUT_OFF)
    alignment = align(replace(document, versions=(document.versions[0], torn)))
    assert compare(alignment, "A", "B").set_aside_changes == ()
    assert compare(alignment, "B", "A").set_aside_changes == ()


def test_a_comparison_read_backwards_tells_the_same() -> None:
    other = (
        LEASE.replace("mill", "wind mill")
        .replace("Jonas Ek", "Maria Lund")
        .replace("² The sluice", "² A sluice")
    )
    sources = [read_source("a.txt", LEASE.encode()), read_source("b.txt", other.encode())]
    alignment = align(segment(sources, Plan(id="x")))
    there, back = compare(alignment, "A", "B"), compare(alignment, "B", "A")
    assert len(there.set_aside_changes) == 3
    assert tuple(each.reversed() for each in back.set_aside_changes) == there.set_aside_changes


def test_translations_are_not_compared_outside_their_clauses_either() -> None:
    text = "Pachtvertrag\n\n1. Der Müller zahlt die Pacht.\n\n2. Der Eigentümer hält das Rad instand.\n"
    comparison = compared(
        LEASE, text + "\n3. Das Mehl wird von beiden Seiten gewogen.\n\nGezeichnet: Jonas Ek\n"
    )
    assert comparison.translation
    assert comparison.set_aside_changes == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("船只管理", "船只停靠", [("第二章", "船只管理", "船只停靠")]),
        ("船只管理", "船只 管理", []),
        ("第二章 船只管理\n", "第二章 新设\n第四条 新设条文。\n第三章 船只管理\n", []),
    ],
    ids=["other words", "other space", "another number"],
)
def test_a_division_with_another_heading_is_told(
    old: str, new: str, told: list[tuple[str, str, str]]
) -> None:
    text = (
        "码头办法\n\n第一章 总则\n第一条 码头早开。\n第二章 船只管理\n第二条 船只系牢。\n第三条 灯笼常亮。\n"
    )
    found = compared(text, text.replace(old, new))
    assert [
        (one.mark, one.base, one.target) for one in found.set_aside_changes if one.kind == "heading"
    ] == told
