"""The block of data at the head of a Markdown file: title, date and version of the text, for programs."""

from collections.abc import Mapping
from types import MappingProxyType

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Markup, MarkupKind

FENCES: Mapping[str, regex.Pattern[str]] = MappingProxyType(
    {
        "---": regex.compile(
            r"(?P<key>[\w.-]{1,60}(?: [\w.-]{1,40}){0,3})[ \t]*:(?:[ \t]+(?P<value>.*))?|[ \t]+.*|- .*|#.*|"
        ),
        "+++": regex.compile(r"(?P<key>[\w.-]{1,60})[ \t]*=[ \t]*(?P<value>.*)|[ \t]+.*|[\[\]#].*|"),
    }
)
"""how each line between two such lines looks: YAML, TOML"""
ENDS = {"---": ("---", "..."), "+++": ("+++",)}
MOST_LINES = 400
QUOTED = compile_lazily_with_properties(r"([\"'])(.*)\1")
REMARK = compile_lazily_with_properties(r"(?<!\s)\s++#.*")
"""begins where blanks begin: a row of them is read once"""
DATE = compile_lazily_with_properties(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?![\d-])")
KEYS: Mapping[MarkupKind, tuple[str, ...]] = MappingProxyType(
    {
        MarkupKind.TITLE: ("title", "name", "标题", "標題", "제목", "タイトル", "titel", "titre"),
        MarkupKind.DATE: (
            *(
                "issued",
                "date_issued",
                "adopted",
                "enacted",
                "published",
                "date",
                "effective",
                "effective_date",
            ),
            *("version_date", "updated", "last_updated", "lastmod", "last_modified", "modified"),
            *("日期", "公布日期", "施行日期", "发布日期", "發布日期", "datum", "fecha"),
        ),
        MarkupKind.LABEL: ("version", "edition", "revision", "版本", "バージョン", "버전", "fassung"),
    }
)
"""what holds a fact, the surest key first"""


def find_metadata_end(lines: list[str]) -> int:
    """Return how many lines the block takes with its fences; 0 if there is none.

    Each line has to look like data: a rule of dashes above a paragraph begins no block.
    """
    fence = lines[0].rstrip() if lines else ""
    if fence not in FENCES:
        return 0
    keys = 0
    for number, line in enumerate(lines[1 : MOST_LINES + 1], start=1):
        if line.rstrip() in ENDS[fence]:
            return number + 1 if keys or number == 1 else 0
        found = FENCES[fence].fullmatch(line)
        if found is None:
            return 0
        keys += found["key"] is not None
    return 0


def read_metadata(lines: list[str]) -> list[Markup]:
    """Return the block, and what it says of the text's title, date and version."""
    fence = lines[0].rstrip()
    end = sum(len(line) + 1 for line in lines)
    said: dict[str, str] = {}
    for line in lines[1:-1]:
        found = FENCES[fence].fullmatch(line)
        if found and found["key"] and found["value"]:
            said.setdefault(found["key"].lower().replace("-", "_").replace(" ", "_"), unquote(found["value"]))
    facts = [Markup(0, end, MarkupKind.METADATA)]
    for kind, keys in KEYS.items():
        value = next((said[key] for key in keys if said.get(key)), "")
        if kind is MarkupKind.DATE:
            dates = (DATE.match(said[key]) for key in keys if key in said)
            value = next((date[0] for date in dates if date), "")
        if value:
            facts.append(Markup(0, 0, kind, value))
    return facts


def unquote(value: str) -> str:
    """Return a value without the quotation marks or the remark that YAML and TOML allow."""
    value = value.strip()
    quoted = QUOTED.fullmatch(value)
    if quoted:
        return quoted[2].strip()
    return "" if value[:1] in "[{|>&*!" else REMARK.sub("", value).strip()
