"""Numbers of `<ol>` as a browser shows them (HTML, 4.4.5 and 4.4.8)."""

from dataclasses import dataclass

import regex
from selectolax.lexbor import LexborNode

from hexapla.readers.counting import alphabetic, counted

__all__ = ["Ordered", "declared", "ordered"]

STYLE = regex.compile(r"(?i)(?:^|;)\s*(display|visibility|list-style(?:-type)?)\s*:\s*([^;]{1,100})")
NUMBER = regex.compile(r"\s*([+-]?\d{1,9})")
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
FORMATS = {
    "decimal-leading-zero": "decimalZero",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "taiwaneseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
    "japanese-informal": "japaneseCounting",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "katakana": "aiueoFullWidth",
    "katakana-iroha": "irohaFullWidth",
    "korean-hangul-formal": "koreanDigital",
}
LETTERS = {"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"}
SHAPES = {"none", "disc", "circle", "square"}


def declared(node: LexborNode) -> dict[str, str]:
    """Return what an element's own style says of display, visibility and lists."""
    style = node.attributes.get("style") or ""
    return {name.lower(): said.strip().lower() for name, said in STYLE.findall(style)}


@dataclass(slots=True)
class Ordered:
    """An ordered list in the course of reading."""

    next: int
    step: int
    form: str

    def number(self, item: LexborNode) -> str:
        """Count an item and return its number with the sign and the space after it."""
        own = whole(item.attributes.get("value"))
        count = self.next if own is None else own
        self.next = count + self.step
        form = TYPES.get(item.attributes.get("type") or "") or form_of(declared(item)) or self.form
        if form in SHAPES:
            return ""
        after = "、" if form.startswith(("cjk", "simp", "trad", "japanese", "katakana")) else ". "
        return written(count, form) + after


def ordered(node: LexborNode) -> Ordered:
    """Begin an ordered list."""
    attributes = node.attributes
    backward = "reversed" in attributes
    start = whole(attributes.get("start"))
    if start is None:
        start = sum(each.tag == "li" for each in node.iter()) if backward else 1
    form = form_of(declared(node)) or TYPES.get(attributes.get("type") or "") or "decimal"
    return Ordered(start, -1 if backward else 1, form)


def form_of(style: dict[str, str]) -> str | None:
    """Return the kind of numbers that a style asks for."""
    said = style.get("list-style-type") or style.get("list-style") or ""
    words = said.split()
    return next((word for word in words if word in {*FORMATS, *LETTERS, *SHAPES, "decimal"}), None)


def written(count: int, form: str) -> str:
    """Write a number as a browser does."""
    if form in LETTERS:
        letters = alphabetic(count) or str(count)
        return letters.upper() if form.startswith("upper") else letters
    return counted(count, FORMATS.get(form, "decimal")) or str(count)


def whole(text: str | None) -> int | None:
    """Read a whole number as browsers do: what stands after it is passed over."""
    found = NUMBER.match(text or "")
    return int(found[1]) if found else None
