"""Headings on the line of their text, or on a line of their own: the words are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from hexapla.comparison import compare
from hexapla.comparison.diff import DiffOptions, diff_texts
from hexapla.comparison.row_comparison import diff_run_in_headings
from hexapla.model import Alignment, Change, Edit, Flag, Op, Order, Role, Row
from hexapla.units import Unit, build_units, join_cell_text

LATIN = DiffOptions("en", None)


def unit(heading: str | None, text: str) -> Unit:
    return Unit(clause=builders.clause("c1", "1.", text, heading=heading), parts=(), divisions=())


def change(base: tuple[str | None, str], target: tuple[str | None, str], language: str = "en") -> Change:
    """Compare one clause, given as heading and text on either side."""
    made = [
        builders.version(siglum, [builders.clause("c1", "1.", text, heading=heading)])
        for siglum, (heading, text) in (("A", base), ("B", target))
    ]
    document = builders.document(made, language=language, order=Order.CHRONOLOGICAL)
    table = Alignment(
        document=document, rows=(Row(id="A__c1", cells=(("c1",), ("c1",)), links=()),), findings=()
    )
    (found,) = compare(table, "A", "B").changes
    (back,) = compare(table, "B", "A").changes
    assert (found.flags, found.heading_edits == ()) == (back.flags, back.heading_edits == ())
    return found


def marked(found: Change) -> str:
    form = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    heads, texts = (
        "".join(form[edit.op].format(edit.text) for edit in own) for own in (found.heading_edits, found.edits)
    )
    return f"{heads} | {texts}"


PLOT = "means a bed of four square metres."
TOGETHER = [
    # base: heading, text; target: heading, text; edits; flags
    ((None, f"Plot {PLOT}"), ("Plot", PLOT), f" | Plot {PLOT}", {Flag.IDENTICAL}),
    (("Plot", PLOT), (None, f"Plot {PLOT}"), f" | Plot {PLOT}", {Flag.IDENTICAL}),
    ((None, f"Plot. {PLOT}"), ("Plot", PLOT), f" | Plot[-.-] {PLOT}", {Flag.PUNCTUATION}),
    ((None, f"Plot\n{PLOT}"), ("Plot", PLOT), f" | Plot[-\n-]{{+ +}}{PLOT}", {Flag.WHITESPACE}),
    ((None, "Use of plots."), ("Use of plots", ""), " | Use of plots[-.-]", {Flag.PUNCTUATION}),
    (
        ("Plots", "Beds. Beds are dug by hand."),
        ("Plots. Beds.", "Beds are dug by hand."),
        " | Plots{+.+} Beds. Beds are dug by hand.",
        {Flag.PUNCTUATION},
    ),
    (
        (None, "Plot means a bed of four metres."),
        ("Plot", "means a bed of five metres."),
        " | Plot means a bed of [-four-]{+five+} metres.",
        {Flag.NUMBER},
    ),
]
APART = [
    # a heading that was reworded or is new; the text stayed
    (("Plots", PLOT), ("Beds", PLOT)),
    ((None, "Dues are paid in May."), ("Dues", "Dues are paid in May.")),
    ((None, "Dues are paid in May."), ("Payment of dues", "Dues are paid in May.")),
    (("Plots", PLOT), ("Plots.", PLOT)),
    (("Plots", PLOT), ("Plots", "means a bed of six metres.")),
]


@pytest.mark.parametrize(("base", "target", "expected", "flags"), TOGETHER)
def test_words_that_only_changed_their_line_are_the_same(
    base: tuple[str | None, str], target: tuple[str | None, str], expected: str, flags: set[Flag]
) -> None:
    found = change(base, target)
    assert (marked(found), set(found.flags)) == (expected, flags)


@pytest.mark.parametrize(
    ("run", "flag"),
    [
        ("围挡\u3000本规则所称围挡", Flag.IDENTICAL),
        ("围挡：本规则所称围挡", Flag.PUNCTUATION),
        ("围挡 本规则所称围挡", Flag.WHITESPACE),
    ],
)
def test_han_headings(run: str, flag: Flag) -> None:
    rest = "，是指菜畦四周的木板。"
    found = change((None, run + rest), ("围挡", "本规则所称围挡" + rest), "zh-Hans")
    assert found.flags == (flag,)
    assert not any(edit.op is not Op.EQUAL and "围挡" in edit.text for edit in found.edits)


@pytest.mark.parametrize(("base", "target"), APART)
def test_where_both_divide_alike_headings_are_compared_apart(
    base: tuple[str | None, str], target: tuple[str | None, str]
) -> None:
    found = change(base, target)
    assert found.heading_edits
    for at, skipped in ((base, Op.INSERT), (target, Op.DELETE)):
        assert "".join(edit.text for edit in found.heading_edits if edit.op is not skipped) == (at[0] or "")
        assert "".join(edit.text for edit in found.edits if edit.op is not skipped) == at[1]


words = st.sampled_from("plot bed dues May rake the of. shed, key".split())
phrases = st.lists(words, max_size=5).map(" ".join)
sides = st.tuples(st.none() | phrases.filter(bool), phrases)


@given(sides, sides)
def test_headings_and_texts_are_spelled(base: tuple[str | None, str], target: tuple[str | None, str]) -> None:
    found = change(base, target)
    for (heading, text), skipped in ((base, Op.INSERT), (target, Op.DELETE)):
        heads = "".join(edit.text for edit in found.heading_edits if edit.op is not skipped)
        told = "".join(edit.text for edit in found.edits if edit.op is not skipped)
        if found.heading_edits:
            assert (heads, told) == (heading or "", text)
        else:
            assert told == unit(heading, text).headed_text


@given(phrases.filter(bool), phrases)
def test_a_heading_moved_into_its_text_changes_no_word(heading: str, text: str) -> None:
    found = change((heading, text), (None, f"{heading} {text}".strip()))
    assert set(found.flags) <= {Flag.IDENTICAL, Flag.WHITESPACE}


def test_a_reference_keeps_its_place_behind_a_heading() -> None:
    keys, hours = "Keys are handed out under Section {}.", ("Hours", "The shed is open from nine.")
    clauses: list[list[tuple[str | None, str]]] = [
        [("Keys", keys.format(2)), hours],
        [(None, "Keys. " + keys.format(3)), ("Dogs", "Dogs stay outside."), hours],
    ]
    made = [
        builders.version(
            siglum,
            [
                builders.clause(f"sec_{at}", f"Section {at}", text, heading=heading)
                for at, (heading, text) in enumerate(own, 1)
            ],
        )
        for siglum, own in zip("AB", clauses, strict=True)
    ]
    cells = [(("sec_1",), ("sec_1",)), ((), ("sec_2",)), (("sec_2",), ("sec_3",))]
    rows = tuple(Row(id=f"row_{at}", cells=cell, links=()) for at, cell in enumerate(cells))
    document = builders.document(made, language="en", order=Order.CHRONOLOGICAL)
    found = compare(Alignment(document=document, rows=rows, findings=()), "A", "B").changes[0]
    assert found.heading_edits == ()
    assert [one.code for one in found.findings] == ["reference_updated"]


def test_parts_follow_their_heading_on_a_line_of_their_own() -> None:
    part = builders.clause("c1__a", "(a)", "a bed", depth=1, role=Role.PART)
    bare = builders.version("A", [builders.clause("c1", "1.", "Plots:"), part])
    headed = builders.version("B", [builders.clause("c1", "1.", "", heading="Plots"), part])
    cells = build_units(bare), build_units(headed)
    assert join_cell_text(cells[1], headed=True) == "Plots\n(a) a bed"
    found = diff_run_in_headings(cells, compare_apart(cells), LATIN)
    assert found is not None
    assert [edit.text for edit in found if edit.op is not Op.EQUAL] == [":"]


def compare_apart(cells: tuple[tuple[Unit, ...], tuple[Unit, ...]]) -> list[Edit]:
    heads = ["\n".join(filter(None, (each.heading for each in cell))) for cell in cells]
    texts = [join_cell_text(cell) for cell in cells]
    return [*diff_texts(heads[0], heads[1], *LATIN), *diff_texts(texts[0], texts[1], *LATIN)]
