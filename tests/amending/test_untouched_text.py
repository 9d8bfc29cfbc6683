"""What no command names keeps every character, white space included, whatever commands do elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla import apply
from hexapla.api.inputs import text_source
from hexapla.text.numerals import write_han_numeral

WORDS = "灯笼 旗帜 码头 商会 船只 雨天 夜间 “看管” ‘旧’ <b> & 1.5 （甲） \u3000 · — ， 、 ：".split(" ")
ENGLISH = "lamps flags the harbour guild boats rain at night “keeper” ‘old’ <b> & 1.5 (a) ; – ,".split(" ")
GAPS = ("\n", "\n\n", "\n　　", "  \n")


class Law(NamedTuple):
    """A text cut into what stands before the first clause, and its clauses with the space behind each."""

    front: str
    clauses: tuple[str, ...]


class Order(NamedTuple):
    """A command, the clause that it names, from 0, and whether it leaves that one as it is."""

    words: str
    at: int
    beside: bool = False


@st.composite
def laws(draw: st.DrawFn, *, english: bool) -> Law:
    """Draw a law whose clauses hold anything."""
    words = st.lists(st.sampled_from(ENGLISH if english else WORDS), min_size=2, max_size=9)
    clauses = []
    for number in range(1, draw(st.integers(3, 7)) + 1):
        sentences = draw(st.lists(words, min_size=1, max_size=3))
        glue, stop = (" ", ".") if english else ("", "。")
        body = "\n".join(glue.join(each) + stop for each in sentences)
        mark = f"Section {number}. Rule. It says: " if english else f"第{write_han_numeral(number)}条　"
        clauses.append(mark + body + draw(st.sampled_from(GAPS)))
    fronts = ("Rules of the Harbour\n\n",) if english else ("", "码头规则\n（二〇三一年）\n\n")
    return Law(draw(st.sampled_from(fronts)), tuple(clauses))


def list_orders(at: int, *, english: bool) -> tuple[Order, ...]:
    """Return the commands for a clause."""
    if english:
        n = f"{at + 1}"
        return (
            Order(f"Section {n} is deleted.", at),
            Order(f"Section {n} is replaced by: “Section {n}. Rule. Boats ‘rest’ <i>.”", at),
            Order(f"In section {n}, for “guild” substitute “council”.", at),
            Order(f"In section {n}, for “nowhere said” substitute “council”.", at),
            Order(f"After section {n} insert: “Section {n}A. Snow. Boats rest.”", at, beside=True),
        )
    n = write_han_numeral(at + 1)
    return (
        Order(f"删去第{n}条。", at),
        Order(f"将第{n}条修改为：“船只‘停泊’<i>，\n“不得喧哗。”", at),
        Order(f"将第{n}条中的“商会”修改为“议事会”。", at),
        Order(f"将第{n}条中的“从未说过”修改为“议事会”。", at),
        Order(f"第{n}条增加一款，作为第二款：“雨天也亮。”", at),
        Order(f"在第{n}条后增加一条，作为第{n}条之一：“雪天也亮。”", at, beside=True),
    )


def spell_expected(law: Law, orders: Sequence[Order]) -> "regex.Pattern[str]":
    """Write what must come out: anything for a clause that a command names, all else to the letter.

    The space before a clause that goes may be that which stood behind it.
    """
    beside = {order.at for order in orders if order.beside}
    named = {order.at for order in orders} - beside
    parts = [regex.escape(law.front.rstrip()) + r"\s*" if 0 in named else regex.escape(law.front)]
    for at, clause in enumerate(law.clauses):
        words = clause.rstrip()
        space = regex.escape(clause[len(words) :]) if at + 1 not in named else r"\s*"
        parts.append(".*?" if at in named else regex.escape(words) + (".*?" if at in beside else space))
    return regex.compile("".join(parts), regex.DOTALL)


def check(data: st.DataObject, *, english: bool) -> None:
    """Apply drawn commands to a drawn law, and look at what they do not name."""
    law = data.draw(laws(english=english))
    named = data.draw(st.lists(st.integers(0, len(law.clauses)), min_size=1, max_size=3, unique=True))
    orders = [data.draw(st.sampled_from(list_orders(at, english=english))) for at in named]
    marks = ((f"{at}. " if english else f"{write_han_numeral(at)}、") for at in range(1, len(orders) + 1))
    instrument = "".join(f"{mark}{order.words}\n" for mark, order in zip(marks, orders, strict=False))
    base = law.front + "".join(law.clauses)
    amended = apply(text_source("law.txt", base), text_source("order.txt", instrument))
    assert spell_expected(law, orders).fullmatch(amended.text), (base, instrument, amended.text)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_chinese_instrument_changes_what_it_names(data: st.DataObject) -> None:
    check(data, english=False)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_english_instrument_changes_what_it_names(data: st.DataObject) -> None:
    check(data, english=True)
