"""Made-up laws of any size for measurements: the same for the same numbers."""

import random
from pathlib import Path

__all__ = ["law", "write"]

SIGNS = (
    "居民工具登记借用归还维修报废期限申请审查决定公告费用管理委员会"
    "应当可以不得依照本办法规定之日起三十五日内书面通知"
)
NUMERALS = "〇一二三四五六七八九"


def numeral(value: int) -> str:
    """Write a number below ten thousand in Han numerals."""
    said, skipped = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, place)
        if digit:
            said += NUMERALS[0] if said and skipped else ""
            said += name if digit == 1 and name == "十" and not said else NUMERALS[digit] + name
        skipped = not digit
    return said


def law(
    clauses: int,
    *,
    characters: int = 60,
    changed: float = 0.0,
    seed: int = 0,
    chapter: int = 0,
    added: int = 0,
) -> str:
    """Write a law of so many articles; `changed` is the share whose wording differs from that of seed 0.

    `chapter`: so many articles stand in a chapter, 0: there are none. `added`: so many articles are put in
    after two thirds, so that all behind them bear other numbers.
    """
    first, own = random.Random(7), random.Random(seed)  # noqa: S311 - made-up text, not a secret
    heads, more = random.Random(11), random.Random(13)  # noqa: S311 - as above
    texts = []
    for _ in range(clauses):
        text = "".join(first.choices(SIGNS, k=characters))
        if seed and own.random() < changed:
            place = own.randrange(characters - 4)
            text = text[:place] + "".join(own.choices(SIGNS, k=4)) + text[place + 4 :]
        texts.append(text)
    between = 2 * clauses // 3
    titles = {at: "".join(heads.choices(SIGNS, k=5)) for at in range(0, clauses, chapter or clauses)}
    texts[between:between] = ["".join(more.choices(SIGNS, k=characters)) for _ in range(added)]
    lines = []
    for at, text in enumerate(texts):
        before = at if at < between else max(at - added, between)
        if chapter and before in titles:
            lines.append(f"第{numeral(before // chapter + 1)}章　{titles.pop(before)}")
        lines.append(f"第{numeral(at + 1)}条　{text}。")
    return "\n".join(lines) + "\n"


def write(folder: Path, clauses: int, versions: int) -> None:
    """Write a document of so many versions, a fifth of each differing from the first, into a folder."""
    folder.mkdir(parents=True)
    for seed in range(versions):
        text = law(clauses, changed=0.2, seed=seed)
        (folder / f"{2000 + seed}.txt").write_text(text, encoding="utf-8")
