"""Whether a clause was renumbered: printed numbers compared by what they say.

第十条 and 第10条 are the same number. A number that counts on through the whole text (an article, a section)
stands for itself; a number of an outline is read with those above it, as one cites it: 三(二).
"""

import regex

from hexapla.model import Version
from hexapla.text.numerals import number_in_digits

THROUGHOUT = regex.compile(
    r"[第제].*[条條条조]|§|(?i:art|article|articulo|artículo|artikel|artigo|section|sec|rule|clause)\b"
)
NumberPath = tuple[str, ...]


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
            (number_in_digits(clause.number),) if whole else (*above[-1][1], number_in_digits(clause.number))
        )
        above.append((clause.depth, path))
        out[clause.id] = path
    return out
