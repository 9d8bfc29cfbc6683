"""Printed pages for tests: PDFs of Latin text, written by hand."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["Placed", "assembled", "printed"]

Placed = tuple[float, float, float, str]
"""from the left, from the bottom, size of the font, text, in which digits after ^ are raised"""

RAISED = re.compile(r"\^(\d+)")


def printed(*pages: Iterable[Placed], matrix: str = "1 0 0 1 0 0", more: str = "") -> bytes:
    """Write pages of A4, drawn through a matrix; `more` is added to what each page says of itself."""
    texts = ["\n".join([f"q {matrix} cm", *map(shown, page), "Q"]) for page in pages]
    count = len(texts)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, text in enumerate(texts):
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
                f"/Contents {5 + 2 * n} 0 R{more}>>"
            ),
            f"<</Length {len(text)}>>stream\n{text}\nendstream",
        ]
    return assembled(objects)


def shown(placed: Placed) -> str:
    """Write the operators that show a text in its place."""
    x, y, size, text = placed
    text = RAISED.sub(rf") Tj /F {size * 0.6} Tf {size * 0.4} Ts (\1) Tj /F {size} Tf 0 Ts (", text)
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET"


def assembled(objects: Sequence[str]) -> bytes:
    """Write objects, the first of which is the catalogue, as a file."""
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
