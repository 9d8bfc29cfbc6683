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
    """Write a number below a thousand in Han numerals."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    said = f"{NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else NUMERALS[tens]) + "十"
    elif hundreds and ones:
        said += NUMERALS[0]
    return said + (NUMERALS[ones] if ones else "")


def law(clauses: int, *, characters: int = 60, changed: float = 0.0, seed: int = 0) -> str:
    """Write a law of so many articles; `changed` is the share whose wording differs from that of seed 0."""
    first, own = random.Random(7), random.Random(seed)  # noqa: S311 - made-up text, not a secret
    lines = []
    for at in range(1, clauses + 1):
        text = "".join(first.choices(SIGNS, k=characters))
        if seed and own.random() < changed:
            place = own.randrange(characters - 4)
            text = text[:place] + "".join(own.choices(SIGNS, k=4)) + text[place + 4 :]
        lines.append(f"第{numeral(at)}条　{text}。")
    return "\n".join(lines) + "\n"


def write(folder: Path, clauses: int, versions: int) -> None:
    """Write a document of so many versions, a fifth of each differing from the first, into a folder."""
    folder.mkdir(parents=True)
    for seed in range(versions):
        text = law(clauses, changed=0.2, seed=seed)
        (folder / f"{2000 + seed}.txt").write_text(text, encoding="utf-8")
