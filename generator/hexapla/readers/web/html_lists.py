"""Numbers of `<ol>` as a browser shows them (HTML, 4.4.5 and 4.4.8)."""

from dataclasses import dataclass

import regex
from selectolax.lexbor import LexborNode

from hexapla.readers.list_numbers import format_alphabetic, format_number

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


def read_inline_style(node: LexborNode) -> dict[str, str]:
    """Return what an element's own style says of display, visibility and lists."""
    style = node.attributes.get("style") or ""
    return {name.lower(): said.strip().lower() for name, said in STYLE.findall(style)}


@dataclass(slots=True)
class OrderedList:
    """An ordered list in the course of reading."""

    next: int
    step: int
    form: str

    def number(self, item: LexborNode) -> str:
        """Count an item and return its number with the sign and the space after it."""
        own = parse_integer(item.attributes.get("value"))
        count = self.next if own is None else own
        self.next = count + self.step
        form = (
            TYPES.get(item.attributes.get("type") or "")
            or find_number_format(read_inline_style(item))
            or self.form
        )
        if form in SHAPES:
            return ""
        after = "、" if form.startswith(("cjk", "simp", "trad", "japanese", "katakana")) else ". "
        return format_list_number(count, form) + after


def begin_ordered_list(node: LexborNode) -> OrderedList:
    """Begin an ordered list."""
    attributes = node.attributes
    backward = "reversed" in attributes
    start = parse_integer(attributes.get("start"))
    if start is None:
        start = sum(each.tag == "li" for each in node.iter()) if backward else 1
    form = find_number_format(read_inline_style(node)) or TYPES.get(attributes.get("type") or "") or "decimal"
    return OrderedList(start, -1 if backward else 1, form)


def find_number_format(style: dict[str, str]) -> str | None:
    """Return the kind of numbers that a style asks for."""
    said = style.get("list-style-type") or style.get("list-style") or ""
    words = said.split()
    return next((word for word in words if word in {*FORMATS, *LETTERS, *SHAPES, "decimal"}), None)


def format_list_number(count: int, form: str) -> str:
    """Write a number as a browser does."""
    if form in LETTERS:
        letters = format_alphabetic(count) or str(count)
        return letters.upper() if form.startswith("upper") else letters
    return format_number(count, FORMATS.get(form, "decimal")) or str(count)


def parse_integer(text: str | None) -> int | None:
    """Read a whole number as browsers do: what stands after it is passed over."""
    found = NUMBER.match(text or "")
    return int(found[1]) if found else None
