"""Whether a clause was renumbered: printed numbers compared by what they say.

第十条 and 第10条 are the same number. A number that counts on through the whole text (an article, a section)
stands for itself; a number of an outline is read with those above it, as one cites it: 三(二).
"""

import regex

from hexapla.model import Version
from hexapla.text import make_key, read_numeral

__all__ = ["build_number_paths", "extract_digits"]

HAN_NUMBER = regex.compile(r"[零〇○一二三四五六七八九十百千万萬两兩]+|\d+")
THROUGHOUT = regex.compile(
    r"[第제].*[条條条조]|§|(?i:art|article|articulo|artículo|artikel|artigo|section|sec|rule|clause)\b"
)
NumberPath = tuple[str, ...]


def normalize_number(number: str) -> str:
    """Fold a printed number: digits for Han numerals, no brackets, points or spaces."""
    parts = [
        HAN_NUMBER.sub(lambda found: f" {read_numeral(found[0])} ", part)
        for part in regex.split(r"[.．-]", number)
    ]
    return ".".join(filter(None, (make_key(part) for part in parts)))


def extract_digits(path: NumberPath) -> NumberPath:
    """Return the figures of a number, for versions in different languages: 第三条 is Article 3."""
    return tuple("".join(char if char.isdecimal() else " " for char in part).strip() for part in path)


def build_number_paths(version: Version) -> dict[str, NumberPath]:
    """Map each clause with a number to the number by which it is cited."""
    above: list[tuple[int, NumberPath]] = []
    out: dict[str, NumberPath] = {}
    for clause in version.clauses:
        while above and above[-1][0] >= clause.depth:
            above.pop()
        if clause.number is None:
            continue
        whole = bool(THROUGHOUT.search(clause.number)) or not above
        path = (
            (normalize_number(clause.number),) if whole else (*above[-1][1], normalize_number(clause.number))
        )
        above.append((clause.depth, path))
        out[clause.id] = path
    return out
