"""Tables are compared row by row and cell by cell, whatever stands around them."""

import pytest

import hexapla as hx
from hexapla.comparison.table_rows import TextRow, pair_rows
from hexapla.model import Op

HEAD = "# Dues\n\n1. Open to all.\n\n2. The fees are these:\n\n"
FEES = "Boat|Fee|Remark; Dinghy|400|per season; Barge|1,200|; Ferry|by agreement|per season"


def text(table: str, *, after: str = "They fall due in May.") -> str:
    head, *rows = (f"| {row.replace('|', ' | ')} |" for row in table.split("; "))
    return HEAD + "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rows]) + f"\n\n{after}\n"


def marked(old: str, new: str, home: "pytest.TempPathFactory") -> str:
    folder = home.mktemp("pair")
    for name, own in (("a.md", old), ("b.md", new)):
        (folder / name).write_text(own, encoding="utf-8")
    change = hx.compare(folder / "a.md", folder / "b.md").changes[-1]
    signs = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    return "".join(signs[edit.op].format(edit.text) for edit in change.edits)


CASES = {
    "a row before a row like it": (
        FEES.replace("Dinghy", "Canoe|100|per month; Dinghy"),
        "Boat | Fee | Remark\n{+Canoe | 100 | per month\n+}Dinghy | 400 |",
    ),
    "a figure": (FEES.replace("400", "900"), "Dinghy | [-400-]{+900+} | per season\n"),
    "a row gone": (FEES.replace("Barge|1,200|; ", ""), "per season\n[-Barge | 1,200\n-]Ferry"),
    "the last row gone": (FEES.rpartition("; ")[0], "1,200[-\nFerry | by agreement | per season-]\nThey"),
    "a row renamed": (
        FEES.replace("Dinghy", "Small craft"),
        "\n[-Dinghy-]{+Small craft+} | 400 | per season\n",
    ),
    "a column more": (
        "Boat|Pier|Fee|Remark; Dinghy|A|400|per season; Barge|B|1,200|; Ferry|A|by agreement|per season",
        "Dinghy | {+A | +}400 | per season\nBarge | {+B | +}1,200\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_are_compared_inside_of_a_cell(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    new, told = CASES[name]
    assert told in marked(text(FEES), text(new), tmp_path_factory)


@pytest.mark.parametrize("name", CASES)
def test_either_direction_tells_the_same(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    new, _ = CASES[name]
    there, back = (
        marked(text(one), text(other), tmp_path_factory) for one, other in ((FEES, new), (new, FEES))
    )
    assert (there.count("[-"), there.count("{+")) == (back.count("{+"), back.count("[-"))


def test_words_around_a_table_are_compared_as_ever(tmp_path_factory: pytest.TempPathFactory) -> None:
    found = marked(text(FEES), text(FEES, after="They fall due in June."), tmp_path_factory)
    assert found.endswith("They fall due in [-May-]{+June+}.")
    assert found.count("[-") == 1


def test_long_tables_are_paired_by_the_names_of_their_rows() -> None:
    rows = [TextRow(0, 0, {}, {1: f"Berth {n}", 2: str(n)}) for n in range(2_000)]
    changed = [TextRow(0, 0, {}, {1: row.texts[1], 2: "x"}) for row in rows[1::2]]
    assert pair_rows(rows, changed, {1: 1, 2: 2}) == [(2 * n + 1, n) for n in range(1_000)]
