"""Whether a clause was renumbered: printed numbers compared by what they say.

第十条 and 第10条 are the same number. A number that counts on through the whole text (an article, a section)
stands for itself; a number of an outline is read with those above it, as one cites it: 三(二).
"""

import regex

from hexapla.model import Version
from hexapla.text import key, numeral

__all__ = ["figures", "paths"]

HAN_NUMBER = regex.compile(r"[零〇○一二三四五六七八九十百千万萬两兩]+|\d+")
THROUGHOUT = regex.compile(
    r"[第제].*[条條条조]|§|(?i:art|article|articulo|artículo|artikel|artigo|section|sec|rule|clause)\b"
)
Path = tuple[str, ...]


def said(number: str) -> str:
    """Fold a printed number: digits for Han numerals, no brackets, points or spaces."""
    parts = [
        HAN_NUMBER.sub(lambda found: f" {numeral(found[0])} ", part)
        for part in regex.split(r"[.．-]", number)
    ]
    return ".".join(filter(None, (key(part) for part in parts)))


def figures(path: Path) -> Path:
    """Return the figures of a number, for versions in different languages: 第三条 is Article 3."""
    return tuple("".join(char if char.isdecimal() else " " for char in part).strip() for part in path)


def paths(version: Version) -> dict[str, Path]:
    """Map each clause with a number to the number by which it is cited."""
    above: list[tuple[int, Path]] = []
    out: dict[str, Path] = {}
    for clause in version.clauses:
        while above and above[-1][0] >= clause.depth:
            above.pop()
        if clause.number is None:
            continue
        whole = bool(THROUGHOUT.search(clause.number)) or not above
        path = (said(clause.number),) if whole else (*above[-1][1], said(clause.number))
        above.append((clause.depth, path))
        out[clause.id] = path
    return out
