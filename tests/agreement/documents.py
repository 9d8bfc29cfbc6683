"""Documents whose rows became everything that a row can become: our specimens, short ones, and any."""

from pathlib import Path

from hypothesis import strategies as st

from hexapla.collection import load_files
from hexapla.pipeline import AnalysedDocument, build_document

__all__ = ["SHORT", "SPECIMENS", "built", "versions"]

SPECIMENS = sorted(path for path in (Path(__file__).parents[2] / "source_texts").iterdir() if path.is_dir())
NUMBERS = "一二三四五六七八九"
CLAUSES = LEND, GATE, PIPE, KEEPER, PLANTS = (
    "借用工具（含梯子）应当登记姓名和日期，借期三日。",
    "园门每日八时开放，十九时关闭，由值班人锁门。",
    "水管破裂的，发现人应当关闭总阀并告知管理员。",
    "每年三月由全体居民推选管理员一人，任期一年。",
    "草木不得擅自移栽，确需移栽的应当经会议同意。",
)
PENALTY = "违反第二条的，由管理员劝阻。"
SCOPE = "本规则适用于全体住户和来访的客人。"
FOUND = "昨夜拾得雨伞一把，请失主认领。"


def law(*clauses: str) -> str:
    """Number clauses as articles."""
    return "".join(f"第{number}条 {text}\n" for number, text in zip(NUMBERS, clauses, strict=False))


RULES = law(*CLAUSES)
KEYS = "1. Tools are lent to members for three days.\n2. The gate closes at ten.\n3. Close the main valve.\n"
SHORT: dict[str, tuple[str, ...]] = {
    "form": (
        law(*CLAUSES, "The Keys are kept."),
        law(
            LEND.replace("（含梯子）", "(含梯子)"),
            GATE.replace("开放，", "开放；"),
            PIPE.replace("关闭总阀", "關閉總閥"),
            KEEPER,
            PLANTS,
            "The keys are kept.",
        ),
    ),
    "other lines": (
        RULES,
        law(
            LEND.replace("日期", "日\n期"),
            GATE.replace("每日", "每\n日"),
            PIPE,
            KEEPER.replace("三月", "五\n月"),
            PLANTS,
        ),
    ),
    "other lines in English": (
        KEYS,
        KEYS.replace("lent to ", "lent\nto ").replace("gate closes ", "gate\ncloses ").replace("n v", "nv"),
    ),
    "moved": (RULES, law(PLANTS, LEND.replace("三日", "五日"), GATE, PIPE, KEEPER)),
    "moved and reworded": (RULES, law(PLANTS.replace("应当", "可以"), LEND, GATE, PIPE, KEEPER)),
    "split": (RULES, law(LEND, "园门每日八时开放。", "园门十九时关闭，由值班人锁门。", PIPE, KEEPER, PLANTS)),
    "merged": (
        law(LEND, "园门每日八时开放。", "园门十九时关闭。", PIPE),
        law(LEND, "园门每日八时开放。园门十九时关闭。", PIPE),
    ),
    "added and removed": (RULES, law(LEND, GATE, FOUND)),
    "cut off": (RULES, law(LEND, GATE)[: -len("闭，由值班人锁门。\n")]),
    "cut off and reworded": (RULES, law(LEND, GATE.replace("八时", "九时"))[: -len("闭，由值班人锁门。\n")]),
    "fragment": (RULES.partition("由值班人")[2], RULES),
    "stale reference": (law(*CLAUSES, PENALTY), law(SCOPE, *CLAUSES, PENALTY)),
    "taken out": (RULES, law(LEND, GATE, "（删除）", KEEPER, PLANTS.replace("应当", "可以"))),
    "taken out, as a run": (
        "§ 1 Boote liegen am Steg.\n§ 2 Netze trocknen.\n§ 3 Ruder stehen.\n§ 4 Das Tor ist zu.\n",
        "§ 1 Boote liegen am Steg.\n§§ 2 und 3 (weggefallen)\n§ 4 Das Tor bleibt zu.\n",
    ),
    "put in the place of what was taken out": (law(LEND, "（删除）", GATE), law(LEND, PIPE, GATE)),
    "an empty number": (law(LEND, GATE, PIPE), law(LEND, GATE, "删除", PIPE)),
    "translation": (RULES, KEYS),
    "paragraphs": (
        law(LEND + "\n" + PIPE + "\n" + PLANTS, GATE + "\n" + KEEPER, FOUND),
        law(LEND + "\n" + SCOPE + "\n" + PLANTS, GATE + "\n" + KEEPER + "\n" + PIPE, FOUND),
    ),
    "three": (RULES, RULES.replace("三日", "五日"), RULES.replace("三日", "五日").replace("应当", "可以")),
}


def wrapped(text: str) -> str:
    """Break a line in the middle."""
    return f"{text[: len(text) // 2]}\n{text[len(text) // 2 :]}"


CHANGES = (
    str,
    wrapped,
    lambda text: text.replace("，", ","),
    lambda text: text.replace("应当", "可以").replace("由", "归"),
    lambda text: wrapped(text.replace("日", "天")),
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text, and another with clauses changed, left out, added or in another order."""
    first = draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=5, unique=True))
    kept = draw(st.permutations(first))[: draw(st.integers(0, len(first)))] if draw(st.booleans()) else first
    second = [draw(st.sampled_from(CHANGES))(text) for text in kept] or ["昨夜大雪。"]
    whole = [
        "".join(f"第{n}条 {text}\n" for n, text in zip(NUMBERS, one, strict=False)) for one in (first, second)
    ]
    cut = draw(st.integers(0, 6))
    return whole[0], whole[1][: len(whole[1]) - cut]


def built(folder: Path, *texts: str, dated: bool = True) -> AnalysedDocument:
    """Build a document of texts; with dates each replaces the one before, else they are parallel."""
    settings = ["versions:"]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        settings.append(f"  - {{file: {number}.txt, issued: {2011 + number}-01-01}}")
    if dated:
        (folder / "document.yml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    return build_document(load_files([folder]))
