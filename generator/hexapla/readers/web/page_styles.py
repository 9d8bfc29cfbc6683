"""What a page's own style sheets say of what is shown and how lists are numbered.

Sheets are parsed by tinycss2, selectors matched by the parser of the page. The rules are those of CSS
Cascade 4: what
is important, then the more specific selector, then what comes later. A page is looked at on a wide screen;
nothing
outside the file is looked at, so sheets that it merely names say nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import regex
import tinycss2
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from hexapla.lazy_patterns import compile_lazily_with_properties

PROPERTIES = frozenset(
    "display visibility list-style list-style-type counter-reset counter-set counter-increment "
    "content vertical-align".split()
)
"""that decide which words and numbers are seen"""
SHEETS = ("all", "screen")
WIDTH = 1280
"""of the screen, in pixels"""
EM = 16
"""pixels"""
MOST_RULES = 2000
"""with such properties, of one page"""
MOST_MATCHES = 40_000_000
"""elements times selectors: what is beyond is not asked"""
INLINE = (1, 0, 0, 0)
"""specificity of an element's own style; selectors begin with 0"""
DYNAMIC = compile_lazily_with_properties(
    r"::?(?:hover|focus|active|visited|target|checked|first-l|selection|placeholder|host|slotted)"
)
BEFORE = compile_lazily_with_properties(r"::?before$")
SIMPLE_PARTS = (
    regex.compile(r"#[\w-]+"),
    regex.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+"),
    regex.compile(r"(?:^|[\s>+~(])[a-zA-Z][\w-]*"),
)
"""ids; classes, attributes and pseudo-classes; elements"""
WIDTH_FEATURE = compile_lazily_with_properties(r"\(\s*(min|max)-width\s*:\s*([\d.]{1,9})\s*(px|em|rem)\s*\)")

Style = Mapping[str, str]
"""property → what is said of it, in small letters but for texts in quotation marks"""


class Priority(NamedTuple):
    """What decides between two declarations; the greater one holds."""

    important: bool
    specificity: tuple[int, ...]
    order: int


class Rule(NamedTuple):
    """A selector and what it says."""

    selector: str
    before: bool
    """of what stands before the element's content"""
    declarations: tuple[tuple[str, str, bool], ...]
    """property, value, whether it is important"""


@dataclass(slots=True)
class PageStyles:
    """What sheets say of each element that they name."""

    own: dict[int, dict[str, tuple[Priority, str]]] = field(default_factory=dict)
    """by the identity of elements"""
    before: dict[int, dict[str, tuple[Priority, str]]] = field(default_factory=dict)
    """of what stands before their content"""

    def style_of(self, node: LexborNode) -> Style:
        """Return what holds for an element, its own style included."""
        said = self.own.get(node.mem_id)
        inline = node.attributes.get("style") if "style" in node.attributes else None
        if not inline:
            return {} if said is None else {name: value for name, (_, value) in said.items()}
        found = dict(said or {})
        declare(found, read_declarations(tinycss2.parse_blocks_contents(inline)), INLINE, 0)
        return {name: value for name, (_, value) in found.items()}

    def before_of(self, node: LexborNode) -> Style:
        """Return what holds for what stands before an element's content."""
        return {name: value for name, (_, value) in self.before.get(node.mem_id, {}).items()}


def read_page_styles(page: LexborHTMLParser) -> PageStyles:
    """Read the sheets of a page and find the elements that they name."""
    styles = PageStyles()
    rules: list[Rule] = []
    for sheet in page.css("style"):
        if is_shown_on_screen((sheet.attributes.get("media") or "all").lower()):
            parsed = tinycss2.parse_stylesheet(
                sheet.text(deep=True), skip_comments=True, skip_whitespace=True
            )
            rules += list_rules(parsed)
        if len(rules) > MOST_RULES:
            break
    if not rules:
        return styles
    count = len(page.css("*"))
    for order, rule in enumerate(rules[: min(MOST_RULES, MOST_MATCHES // max(1, count))]):
        target = styles.before if rule.before else styles.own
        specificity = measure_specificity(rule.selector)
        for node in match_selector(page, rule.selector):
            declare(target.setdefault(node.mem_id, {}), rule.declarations, specificity, order)
    return styles


def list_rules(parsed: Iterable[Any]) -> Iterator[Rule]:
    """Yield the rules that can decide what is seen, those for a wide screen included."""
    for each in parsed:
        if each.type == "at-rule" and each.content is not None and is_followed(each):
            yield from list_rules(
                tinycss2.parse_rule_list(each.content, skip_comments=True, skip_whitespace=True)
            )
        if each.type != "qualified-rule":
            continue
        declarations = tuple(read_declarations(tinycss2.parse_blocks_contents(each.content)))
        for selector in split_selectors(each.prelude) if declarations else ():
            before = BEFORE.search(selector)
            kept = selector[: before.start()] or "*" if before else selector
            if "::" not in kept and not DYNAMIC.search(kept):
                yield Rule(kept, before is not None, declarations)


def is_followed(rule: Any) -> bool:  # noqa: ANN401 - tinycss2 has no types
    """Tell whether what stands in a rule of rules holds: for the screen, or in a layer."""
    said = tinycss2.serialize(rule.prelude).strip().lower()
    return rule.lower_at_keyword == "layer" or (rule.lower_at_keyword == "media" and is_shown_on_screen(said))


def is_shown_on_screen(said: str) -> bool:
    """Tell whether a sheet for such media is for a wide screen; what is not known is not."""
    return any(map(is_query_met, said.split(",")))


def is_query_met(query: str) -> bool:
    """Tell whether a wide screen is what one query of media asks for."""
    for bound, size, unit in WIDTH_FEATURE.findall(query):
        pixels = float(size if size.count(".") < 2 else 0) * (1 if unit == "px" else EM)  # noqa: PLR2004
        if (pixels > WIDTH) if bound == "min" else (pixels < WIDTH):
            return False
    rest = WIDTH_FEATURE.sub("all", query).replace("only ", "")
    return all(word in {*SHEETS, "and"} for word in rest.split())


def split_selectors(prelude: Sequence[Any]) -> Iterator[str]:
    """Yield the selectors of a rule."""
    part: list[Any] = []
    for token in [*prelude, None]:
        if token is None or (token.type == "literal" and token.value == ","):
            if selector := tinycss2.serialize(part).strip():
                yield selector
            part = []
        else:
            part.append(token)


def read_declarations(parsed: Iterable[Any]) -> Iterator[tuple[str, str, bool]]:
    """Yield property, value and importance of what can decide what is seen."""
    for each in parsed:
        if each.type == "declaration" and each.lower_name in PROPERTIES:
            value = tinycss2.serialize(each.value).strip()
            yield each.lower_name, value if "content" in each.lower_name else value.lower(), each.important


def declare(
    style: dict[str, tuple[Priority, str]],
    declarations: Iterable[tuple[str, str, bool]],
    specificity: tuple[int, ...],
    order: int,
) -> None:
    """Add what is said, unless something weightier says otherwise."""
    for name, value, important in declarations:
        key = "list-style-type" if name == "list-style" else name
        priority = Priority(important, specificity, order)
        if key not in style or style[key][0] <= priority:
            style[key] = (priority, value)


def match_selector(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return the elements that a selector names; none for one that nobody knows."""
    try:
        return page.css(selector)
    except (SelectolaxError, ValueError):
        return []


def measure_specificity(selector: str) -> tuple[int, ...]:
    """Count ids, then classes, then elements (Selectors 4, 17)."""
    return (0, *(len(part.findall(selector)) for part in SIMPLE_PARTS))
