"""Since when a word stands."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import builders
from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.model import Change, Comparison, Document, Op, Order
from hexapla.plan import Plan, VersionPlan
from hexapla.reading.origins import UnitOrigins, trace_origins
from hexapla.segmentation import segment
from hexapla.units import build_units


def compared(*texts: str) -> tuple[Document, dict[tuple[str, str], Comparison]]:
    sources = tuple(builders.source(f"{2000 + at}.txt", text) for at, text in enumerate(texts))
    plan = Plan(
        id="rules",
        order=Order.CHRONOLOGICAL,
        versions=tuple(VersionPlan(file=source.path) for source in sources),
    )
    alignment = align(segment(sources, plan))
    return alignment.document, {(each.base, each.target): each for each in compare_all(alignment)}


def told(text: str, runs: Sequence[object]) -> list[tuple[str, str | None]]:
    return [(text[run.start : run.end], run.version) for run in runs]  # type: ignore[attr-defined]


def origins_of(number: str, *texts: str) -> list[tuple[str, str | None]]:
    """Return the words of a clause of the last version, each with the version that brought it."""
    document, comparisons = compared(*texts)
    version = document.versions[-1]
    unit = next(unit for unit in build_units(version) if unit.number == number)
    return told(unit.text, trace_origins(document, comparisons)[version.siglum][unit.id].text)


def lines(*clauses: str) -> str:
    return "\n".join(f"第{'一二三四五六七八九'[at]}条 {text}" for at, text in enumerate(clauses)) + "\n"


LAMPS = "灯具由看守人登记，损坏的应当立即报告。"
BOATS = "船只进港应当鸣笛两声，并听从看守人指挥。"
NETS = "渔网不得晾晒在码头的石阶上。"


def test_a_word_bears_the_version_that_brought_it() -> None:
    found = origins_of(
        "第一条",
        lines("遗失器具的，十日内报告看守人。", BOATS, NETS),
        lines("遗失器具的，十日内书面报告看守人。", BOATS, NETS),
        lines("遗失器具的，三日内书面报告看守人。", BOATS, NETS),
    )
    assert found == [("遗失器具的，", "A"), ("三日", "C"), ("内", "A"), ("书面", "B"), ("报告看守人。", "A")]


def test_another_number_is_no_other_origin() -> None:
    found = origins_of(
        "第三条", lines(LAMPS, BOATS, NETS), lines("本办法自公布之日起施行于全港。", LAMPS, BOATS, NETS)
    )
    assert found == [(BOATS, "A")]


def test_what_came_back_is_new_again() -> None:
    found = origins_of("第三条", lines(LAMPS, BOATS, NETS), lines(LAMPS, BOATS), lines(LAMPS, BOATS, NETS))
    assert found == [(NETS, "C")]


def test_words_are_followed_through_a_merger() -> None:
    found = origins_of(
        "第一条", lines(LAMPS, BOATS, NETS), lines(f"{LAMPS}{BOATS}", NETS), lines(f"{LAMPS}{BOATS}", NETS)
    )
    assert found == [(f"{LAMPS}{BOATS}", "A")]


def test_a_paragraph_that_went_to_another_clause_keeps_its_origin() -> None:
    tail = "看守人每日日落前点灯，日出后熄灯，并在簿册上签名。"
    document, comparisons = compared(
        lines(f"{LAMPS}\n{tail}", BOATS, NETS), lines(LAMPS, BOATS, f"{NETS}\n{tail}")
    )
    version = document.versions[-1]
    unit = build_units(version)[2]
    found = dict(told(unit.text, trace_origins(document, comparisons)["B"][unit.id].text))
    assert found.get(tail) == "A" or {"A"} == set(found.values())


def test_what_a_cut_off_text_may_have_had_is_unknown() -> None:
    cut = lines(LAMPS, BOATS, "渔网不得晾晒在")[:-1]
    document, comparisons = compared(cut, lines(LAMPS, BOATS, NETS, "本办法由港务委员会负责解释。"))
    if document.versions[0].completeness.value != "cut_off":
        raise AssertionError(document.versions[0].completeness)
    version = document.versions[-1]
    traced = trace_origins(document, comparisons)["B"]
    units = {unit.number: unit for unit in build_units(version)}
    last = units["第四条"]
    assert told(last.text, traced[last.id].text) == [(last.text, None)]
    broken = units["第三条"]
    assert told(broken.text, traced[broken.id].text) == [("渔网不得晾晒在", "A"), ("码头的石阶上。", None)]


WORDS = st.sampled_from(["看守人", "登记", "船只", "应当", "三日内", "报告", "，", "灯具", "可以", "石阶"])
TEXT = st.lists(WORDS, min_size=2, max_size=8).map(lambda words: "".join(words) + "。")


def trace_slowly(document: Document, comparisons: dict[tuple[str, str], Comparison]) -> dict[str, str]:
    """Say the same character by character; no clause is divided and no part goes elsewhere."""
    known: dict[tuple[int, str], list[int]] = {}
    for at, version in enumerate(document.versions):
        for unit in build_units(version):
            known[at, unit.id] = [at] * len(unit.text)
        changes = comparisons[document.sigla[at - 1], document.sigla[at]].changes if at else ()
        for change in changes:
            if all(change.cells):
                old = [place for name in change.cells[0] for place in (*known[at - 1, name], at)]
                new = walk(change, old, at)
                for name in change.cells[1]:
                    size = len(known[at, name])
                    known[at, name], new = new[:size], new[size + 1 :]
    return {
        f"{document.sigla[at]}/{name}": "".join(document.sigla[place] for place in places)
        for (at, name), places in known.items()
    }


def walk(change: Change, old: list[int], at: int) -> list[int]:
    """Read the edits of a change one character after the other."""
    before: list[list[int]] = []
    new: list[int] = []
    here = 0
    for edit in change.edits:
        own = []
        for _ in edit.text:
            own.append(at if edit.op is Op.INSERT else old[here])
            here += edit.op is not Op.INSERT
        before.append(own)
    sources = {fresh: gone for gone, fresh in change.moved_phrases}
    for index, edit in enumerate(change.edits):
        gone = sources.get(index)
        moved = gone is not None and change.edits[gone].text == edit.text
        if edit.op is not Op.DELETE:
            new += before[gone] if moved and gone is not None else before[index]
    return new


def spell(origins: UnitOrigins) -> str:
    return "".join((run.version or "?") * (run.end - run.start) for run in origins.text)


@given(st.lists(st.lists(TEXT, min_size=3, max_size=4), min_size=2, max_size=4))
def test_every_character_is_attributed_once_and_as_a_slow_walk_does(texts: list[list[str]]) -> None:
    document, comparisons = compared(*(lines(*clauses) for clauses in texts))
    found = trace_origins(document, comparisons)
    slow = trace_slowly(document, comparisons)
    for version in document.versions:
        for unit in build_units(version):
            own = found[version.siglum][unit.id]
            for text, runs in ((unit.heading or "", own.heading), (unit.text, own.text)):
                places = [0, *(run.end for run in runs)]
                assert [run.start for run in runs] == places[:-1]
                assert places[-1] == len(text)
            if "?" not in spell(own):
                assert spell(own) == slow[f"{version.siglum}/{unit.id}"]
