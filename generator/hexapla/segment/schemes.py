"""The numbering schemes that the program knows, as a table. A new one is a row here.

A row's pattern is looked for in the folded view (see `folding`), never across a mark found by the same row:
group `n` is the numeral, group `m` the mark as it is printed; what follows `m` in the match (a colon, a space)
separates it from the text. `[ \\x1f]` matches a space or an invisible character.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

__all__ = ["SCHEMES", "Level", "Scheme"]


class Level(StrEnum):
    """What clauses of a scheme are, if the text at hand does not say otherwise."""

    ANNEX = "annex"
    """begins the counting of everything below it anew"""
    DIVISION = "division"
    ARTICLE = "article"
    OUTLINE = "outline"
    ITEM = "item"


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One way of numbering."""

    name: str
    """what `unit:` and `schemes:` in document.yml say"""
    level: Level
    eid: str
    """prefix of clause ids, after Akoma Ntoso"""
    rank: int
    """smaller stands above larger in most texts"""
    reader: str
    """key in `numerals.READERS`"""
    pattern: str
    line: bool = False
    """counts only at the beginning of a line"""
    counts_on: bool = False
    """numbers go on through the divisions above (articles), instead of beginning anew in each"""
    reference: bool = False
    """also the form of a reference, so that its surroundings are looked at with suspicion"""
    damaged: bool = False
    """found only by reading a damaged mark as another: `alias` says as which"""
    alias: str | None = None
    """name of the scheme as whose member this mark counts"""
    bias: float = 0.0
    """added to the strength of each mark"""
    first: tuple[int, ...] = (1,)
    """numbers with which a list of this scheme may begin"""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; at line starts only, a line feed stands before the mark."""
        lead = r"\n[ \x1f]*" if self.line else ""
        return re.compile(lead + self.pattern)


S = r"[ \x1f]"
G = r"[ \x1f\n]{0,3}"
HAN = "〇零○一二三四五六七八九十百千两0-9"
BAD = "—ー―‐OoΟニ入土士"
NUM = rf"[{HAN}{BAD}](?:[ \x1f\n]{{0,2}}[{HAN}{BAD}-]){{0,8}}"
ROMAN = r"[IVXLC]{1,7}(?![A-Za-z])"
CODE = r"\d{1,4}(?:[-.:]\d{1,4}){0,5}[a-z]?(?![A-Za-z\d])"


def ordinal(signs: str) -> str:
    """Write the pattern of 第…条 for the given class signs, 之一 included; 笫 and 弟 are misread 第."""
    return rf"(?P<m>[第笫弟]{G}(?P<n>{NUM}){G}(?:{signs})(?P<sub>{G}[之の]{G}[{HAN}]{{1,3}}(?![{HAN}]|[^ \x1f\n]?[倍一]))?)[ \x1f]*[:.、]?"


def word(words: str, number: str, after: str = r"\.?") -> str:
    """Write the pattern of a word with a number: each word capitalised or in capitals, never in small letters."""
    forms = "|".join(form for one in words.split() for form in dict.fromkeys((one, one.upper())))
    return rf"(?P<m>(?:{forms}){S}{{0,3}}\n?{S}{{0,3}}(?P<n>{number}){after})[ \x1f]*[:–—-]?"


def korean(signs: str) -> str:
    """Write the pattern of 제…조, with its inserted 제2조의2."""
    return rf"(?P<m>제{S}?(?P<n>\d{{1,4}}){S}?(?:{signs})(?P<sub>의{S}?\d{{1,2}})?)"


def decimal(points: int) -> str:
    """Write the pattern of 1.1, 1.1.1 … with so many points inside."""
    return rf"(?P<m>(?P<n>[1-9](?<![\d.§A-Za-z-]\d)\d{{0,2}}(?:\.\d{{1,3}}){{{points}}})(?!\.?\d)\.?)(?=[ \x1f\n\u2e80-\uffef])"


D, A, O, I = Level.DIVISION, Level.ARTICLE, Level.OUTLINE, Level.ITEM  # noqa: E741 - the table's column
SCHEMES: tuple[Scheme, ...] = (
    # annexes
    Scheme(
        name="annex_zh",
        level=Level.ANNEX,
        eid="annex",
        rank=0,
        reader="han",
        reference=True,
        pattern=rf"(?P<m>(?:附{S}?[件录表]|別表|别表|附則|별표){S}?(?P<n>[{HAN}]{{1,3}}))(?=[ \x1f:\n.、(]|$)[ \x1f]*[:.、]?",
    ),
    Scheme(
        name="annex",
        level=Level.ANNEX,
        eid="annex",
        rank=0,
        reader="roman_or_digits",
        line=True,
        pattern=word(
            "Annex Appendix Schedule Exhibit Anlage Anhang Annexe Anexo Allegato",
            rf"\d{{1,2}}(?!\d)|{ROMAN}",
            "",
        ),
    ),
    Scheme(
        name="annex_letter",
        level=Level.ANNEX,
        eid="annex",
        rank=0,
        reader="letter",
        line=True,
        pattern=word(
            "Annex Appendix Schedule Exhibit Anlage Anhang Annexe Anexo Allegato", r"[A-Z](?![A-Za-z])", ""
        ),
    ),
    Scheme(
        name="supplement",
        level=Level.ANNEX,
        eid="annex",
        rank=0,
        reader="none",
        line=True,
        pattern=rf"(?P<m>(?P<n>附{S}{{0,3}}[则則]|부{S}?칙|附{S}?[件录表]|Annex|Appendix|Schedule|Anlage|Anhang|Annexe|Anexo))(?={S}*:?{S}*\n)",
    ),
    # divisions
    Scheme(
        name="编",
        level=D,
        eid="book",
        rank=10,
        reader="han",
        reference=True,
        pattern=ordinal("编|編|部分|篇"),
    ),
    Scheme(
        name="分编",
        level=D,
        eid="subpart",
        rank=12,
        reader="han",
        reference=True,
        pattern=ordinal("分编|分編"),
    ),
    Scheme(name="章", level=D, eid="chp", rank=20, reader="han", reference=True, pattern=ordinal("章")),
    Scheme(name="节", level=D, eid="sec", rank=30, reader="han", reference=True, pattern=ordinal("节")),
    Scheme(
        name="款",
        level=D,
        eid="subsec",
        rank=32,
        reader="han",
        line=True,
        reference=True,
        pattern=ordinal("款|目") + r"(?=[ \x1f])",
    ),
    Scheme(name="편", level=D, eid="book", rank=10, reader="han", reference=True, pattern=korean("편")),
    Scheme(name="장", level=D, eid="chp", rank=20, reader="han", reference=True, pattern=korean("장")),
    Scheme(name="절", level=D, eid="sec", rank=30, reader="han", reference=True, pattern=korean("절|관")),
    Scheme(
        name="part",
        level=D,
        eid="part",
        rank=10,
        reader="roman_or_digits",
        line=True,
        reference=True,
        pattern=word("Part Title Book Teil Buch Titre Livre Título Libro Partie Parte", rf"{ROMAN}|{CODE}"),
    ),
    Scheme(
        name="chapter",
        level=D,
        eid="chp",
        rank=20,
        reader="roman_or_digits",
        line=True,
        reference=True,
        pattern=word("Chapter Kapitel Chapitre Capítulo Capitolo Hoofdstuk", rf"{ROMAN}|{CODE}"),
    ),
    Scheme(
        name="abschnitt",
        level=D,
        eid="sec",
        rank=30,
        reader="roman_or_digits",
        line=True,
        reference=True,
        pattern=word("Abschnitt Unterabschnitt Sección Subpart", rf"{ROMAN}|{CODE}"),
    ),
    # articles
    Scheme(
        name="条",
        level=A,
        eid="art",
        rank=40,
        reader="han",
        counts_on=True,
        reference=True,
        pattern=ordinal("条"),
    ),
    Scheme(
        name="조",
        level=A,
        eid="art",
        rank=40,
        reader="han",
        counts_on=True,
        reference=True,
        pattern=korean("조"),
    ),
    Scheme(
        name="article",
        level=A,
        eid="art",
        rank=40,
        reader="roman_or_digits",
        counts_on=True,
        reference=True,
        pattern=word(
            "Article Artikel Artículo Articolo Artigo Art\\.",
            rf"(?:[LRDA]{S}?\.?[ \x1f*]{{0,2}})?\d{{1,4}}(?:[-.]\d{{1,4}}){{0,5}}(?:er\b|[a-z]\b|(?![A-Za-z\d]))|{ROMAN}",
            r"(?:\.?°|\.ª|\.)?",
        ),
    ),
    Scheme(
        name="section",
        level=A,
        eid="sec",
        rank=45,
        reader="roman_or_digits",
        counts_on=True,
        reference=True,
        pattern=word("Section Sec\\.", rf"{CODE}|{ROMAN}"),
    ),
    Scheme(
        name="rule",
        level=A,
        eid="rule",
        rank=44,
        reader="roman_or_digits",
        counts_on=True,
        reference=True,
        pattern=word("Rule Regulation Clause Bylaw", rf"{CODE}|{ROMAN}"),
    ),
    Scheme(
        name="§",
        level=A,
        eid="sec",
        rank=45,
        reader="digits",
        counts_on=True,
        reference=True,
        pattern=rf"(?P<m>§{S}?(?P<n>{CODE})\.?)",
    ),
    # verses and numbered paragraphs of quoted works
    Scheme(
        name="verse",
        level=A,
        eid="v",
        rank=40,
        reader="digits",
        counts_on=True,
        pattern=r"(?P<m>(?P<n>\d(?<![\d:.]\d)\d{0,2}:\d{1,3}))(?=[ \x1f])",
    ),
    Scheme(
        name="[1]",
        level=A,
        eid="n",
        rank=40,
        reader="digits",
        counts_on=True,
        line=True,
        pattern=r"(?P<m>\[(?P<n>\d{1,4})\])(?=[ \x1f])",
    ),
    # outlines
    Scheme(
        name="I.",
        level=O,
        eid="lvl",
        rank=46,
        reader="roman",
        line=True,
        pattern=rf"(?P<m>(?P<n>[IVXL]{{1,6}})(?:\.(?:{S}?[–—-])?|、|{S}[–—-](?={S})))(?=[ \x1f\n])",
    ),
    Scheme(
        name="A.",
        level=O,
        eid="lvl",
        rank=48,
        reader="letter",
        line=True,
        pattern=r"(?P<m>(?P<n>[A-Z])\.)(?=[ \x1f\n])",
    ),
    Scheme(
        name="一、",
        level=O,
        eid="lvl",
        rank=50,
        reader="han",
        pattern=r"(?P<m>(?P<n>[一二三四五六七八九十百]{1,4})、)",
    ),
    Scheme(
        name="—、",
        level=O,
        eid="lvl",
        rank=50,
        reader="han",
        line=True,
        damaged=True,
        alias="一、",
        pattern=r"(?P<m>(?P<n>[—ー―‐ニ十]{1,2})、)",
    ),
    Scheme(
        name="一.",
        level=O,
        eid="lvl",
        rank=50,
        reader="han",
        alias="一、",
        bias=-1.2,
        line=True,
        pattern=r"(?P<m>(?P<n>[一二三四五六七八九十]{1,3})[.,:])",
    ),
    Scheme(
        name="第一、",
        level=O,
        eid="lvl",
        rank=47,
        reader="digits",
        line=True,
        pattern=rf"(?P<m>第{S}?(?P<n>\d{{1,2}}))(?=[ \x1f])",
    ),
    Scheme(
        name="(一)",
        level=O,
        eid="lvl",
        rank=52,
        reader="han",
        reference=True,
        pattern=rf"(?P<m>\({G}(?P<n>[一二三四五六七八九十百]{{1,4}}){G}\))[、.]?",
    ),
    Scheme(
        name="(—)",
        level=O,
        eid="lvl",
        rank=52,
        reader="han",
        damaged=True,
        alias="(一)",
        pattern=rf"(?P<m>\({S}?(?P<n>[—ー―‐ニ入土士]{{1,2}}|十[—ー―‐ニ入]){S}?\))",
    ),
    Scheme(
        name="㈠",
        level=O,
        eid="lvl",
        rank=52,
        reader="enclosed",
        alias="(一)",
        pattern=r"(?P<m>(?P<n>[㈠-㈩]))",
    ),
    Scheme(
        name="1.",
        level=O,
        eid="lvl",
        rank=54,
        reader="digits",
        pattern=r"(?P<m>(?P<n>\d(?<![\d./§A-Za-z-]\d)(?<!\d[,:]\d)\d{0,2})\.(?!\d))",
    ),
    Scheme(
        name="⒈", level=O, eid="lvl", rank=54, reader="enclosed", alias="1.", pattern=r"(?P<m>(?P<n>[⒈-⒛]))"
    ),
    Scheme(
        name="l.",
        level=O,
        eid="lvl",
        rank=54,
        reader="digits",
        line=True,
        damaged=True,
        alias="1.",
        pattern=r"(?P<m>(?P<n>[lI|]|[1-9lI|][lI|OoSsZz0-9])[.](?!\d))",
    ),
    Scheme(
        name="1、",
        level=O,
        eid="lvl",
        rank=54,
        reader="digits",
        pattern=r"(?P<m>(?P<n>\d(?<![\d./]\d)(?<!\d[,:]\d)\d{0,2})、)",
    ),
    Scheme(
        name="l、",
        level=O,
        eid="lvl",
        rank=54,
        reader="digits",
        line=True,
        damaged=True,
        alias="1、",
        pattern=r"(?P<m>(?P<n>[lI|]|[1-9lI|][lI|OoSsZz])、)",
    ),
    Scheme(
        name="1",
        level=O,
        eid="lvl",
        rank=53,
        reader="digits",
        line=True,
        bias=-0.6,
        first=(1, 2),
        pattern=r"(?P<m>(?P<n>\d{1,3}))(?=[ \x1f]+[^\s\d|.,:;)/%-])",
    ),
    Scheme(
        name="1.1",
        level=O,
        eid="lvl",
        rank=55,
        reader="digits",
        pattern=decimal(1),
    ),
    Scheme(
        name="1.1.1",
        level=O,
        eid="lvl",
        rank=56,
        reader="digits",
        pattern=decimal(2),
    ),
    Scheme(
        name="1.1.1.1",
        level=O,
        eid="lvl",
        rank=57,
        reader="digits",
        pattern=decimal(3),
    ),
    Scheme(
        name="1.1.1.1.1",
        level=O,
        eid="lvl",
        rank=57,
        reader="digits",
        pattern=decimal(4),
    ),
    # items
    Scheme(
        name="(1)",
        level=I,
        eid="item",
        rank=58,
        reader="digits",
        reference=True,
        pattern=rf"(?P<m>\({G}(?P<n>\d{{1,3}}[a-z]?){G}\))[、.]?",
    ),
    Scheme(
        name="(l)",
        level=I,
        eid="item",
        rank=58,
        reader="digits",
        damaged=True,
        line=True,
        alias="(1)",
        bias=-1.0,
        pattern=r"(?P<m>\((?P<n>[lI|])\))",
    ),
    Scheme(
        name="⑴", level=I, eid="item", rank=58, reader="enclosed", alias="(1)", pattern=r"(?P<m>(?P<n>[⑴-⒇]))"
    ),
    Scheme(
        name="1)",
        level=I,
        eid="item",
        rank=59,
        reader="digits",
        pattern=r"(?P<m>(?P<n>\d(?<![\d(.A-Za-z-]\d)(?<!\d[,:]\d)\d{0,2})\))[、.]?",
    ),
    Scheme(
        name="1°",
        level=I,
        eid="item",
        rank=58,
        reader="digits",
        line=True,
        pattern=r"(?P<m>(?P<n>\d{1,3})°)(?=[ \x1f])",
    ),
    Scheme(
        name="①",
        level=I,
        eid="item",
        rank=60,
        reader="enclosed",
        pattern=r"(?P<m>(?P<n>[①-⑳㉑-㉟❶-❿]))[、.]?",
    ),
    Scheme(
        name="一",
        level=I,
        eid="item",
        rank=58,
        reader="han",
        line=True,
        bias=-0.4,
        pattern=r"(?P<m>(?P<n>[一二三四五六七八九十]{1,4}))(?=[ \x1f][^ \x1f\n])",
    ),
    Scheme(
        name="イ",
        level=I,
        eid="item",
        rank=61,
        reader="iroha",
        line=True,
        bias=-0.5,
        pattern=r"(?P<m>(?P<n>[イロハニホヘトチリヌルヲワカヨタレソツネナラム]))(?=[ \x1f])",
    ),
    Scheme(
        name="ア",
        level=I,
        eid="item",
        rank=61,
        reader="aiueo",
        line=True,
        bias=-0.4,
        pattern=r"(?P<m>(?P<n>[ア-ン]))(?=[ \x1f])",
    ),
    Scheme(
        name="(ア)",
        level=I,
        eid="item",
        rank=62,
        reader="aiueo",
        line=True,
        pattern=r"(?P<m>\((?P<n>[ア-ン])\))",
    ),
    Scheme(
        name="가.",
        level=I,
        eid="item",
        rank=61,
        reader="ganada",
        pattern=r"(?P<m>(?P<n>[가나다라마바사아자차카타파하](?<!\w[가-하]))[.)])(?=[ \x1f])",
    ),
    Scheme(
        name="(a)",
        level=I,
        eid="point",
        rank=63,
        reader="letter",
        reference=True,
        pattern=r"(?P<m>\((?<!\w\()(?P<n>[a-z]|([a-z])\3)\))",
    ),
    Scheme(
        name="a)",
        level=I,
        eid="point",
        rank=63,
        reader="letter",
        pattern=r"(?P<m>(?P<n>[a-z](?<![\w(][a-z]))\))(?=[ \x1f\n])",
    ),
    Scheme(
        name="aa)",
        level=I,
        eid="point",
        rank=66,
        reader="double_letter",
        pattern=r"(?P<m>(?P<n>([a-z])(?<![\w(][a-z])\3)\))(?=[ \x1f\n])",
    ),
    Scheme(
        name="a.",
        level=I,
        eid="point",
        rank=63,
        reader="letter",
        line=True,
        pattern=r"(?P<m>(?P<n>[a-z])\.)(?=[ \x1f\n])",
    ),
    Scheme(
        name="(i)",
        level=I,
        eid="point",
        rank=64,
        reader="roman",
        reference=True,
        pattern=r"(?P<m>\((?<!\w\()(?P<n>[ivxl]{1,6})\))",
    ),
    Scheme(
        name="i)",
        level=I,
        eid="point",
        rank=64,
        reader="roman",
        pattern=r"(?P<m>(?P<n>[ivxl](?<![\w(][ivxl])[ivxl]{0,5})\))(?=[ \x1f\n])",
    ),
    Scheme(
        name="i.",
        level=I,
        eid="point",
        rank=64,
        reader="roman",
        line=True,
        pattern=r"(?P<m>(?P<n>[ivxl]{1,5})\.)(?=[ \x1f\n])",
    ),
    Scheme(
        name="(A)",
        level=I,
        eid="point",
        rank=65,
        reader="letter",
        reference=True,
        pattern=r"(?P<m>\((?<!\w\()(?P<n>[A-Z])\))",
    ),
    Scheme(
        name="(I)",
        level=I,
        eid="point",
        rank=66,
        reader="roman",
        reference=True,
        pattern=r"(?P<m>\((?<!\w\()(?P<n>[IVX]{1,5})\))",
    ),
)
