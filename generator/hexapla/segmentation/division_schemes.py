"""Schemes of what stands above articles: annexes, books, parts, titles, chapters, sections of chapters."""

from dataclasses import replace

from hexapla.segmentation.patterns import (
    CODE,
    HAN,
    LATIN,
    ROMAN,
    WORDS,
    S,
    korean_pattern,
    leading_ordinal_pattern,
    ordinal_pattern,
    word_pattern,
)
from hexapla.segmentation.scheme import Scheme, SchemeLevel

__all__ = ["CAPTIONED_ANNEX", "DIVISIONS"]

CAPTIONED_ANNEX = "附："
"""the scheme of an annex without a number, its caption on the same line; not a list of annexes (附：1. …)"""
ROWS = rf"{S}{{0,3}}:[^\n]{{1,60}}\n{S}{{0,8}}[^ \x1f\n]{{1,30}}{S}{{1,8}}[^ \x1f\n]"
"""a caption with a row of cells below it: 附件：… alone names what a notice encloses"""


def build_latin_schemes(
    name: str, words: str, *, before: str, rank: int, eid: str = ""
) -> tuple[Scheme, Scheme]:
    """Make the two rows of a division in Latin letters: Part 1, and Erster Teil where the ordinal leads.

    Args:
        name: of the scheme; the second row is called `first_` and counts on in the same list.
        words: before a number.
        before: words that an ordinal may stand before.
        rank: smaller stands above larger.
        eid: prefix of clause ids; empty: the name.
    """
    numbered = Scheme(
        name=name,
        level=SchemeLevel.DIVISION,
        eid=eid or name,
        rank=rank,
        reader="roman_or_digits",
        reference=True,
        needs=LATIN,
        pattern=word_pattern(words, rf"{ROMAN}|{CODE}|{WORDS}"),
    )
    return numbered, replace(
        numbered,
        name=f"first_{name}",
        reader="ordinal",
        reference=False,
        alias=name,
        pattern=leading_ordinal_pattern(before),
    )


DIVISIONS: tuple[Scheme, ...] = (
    Scheme(
        name="annex_zh",
        level=SchemeLevel.ANNEX,
        eid="annex",
        rank=0,
        reader="han",
        reference=True,
        pattern=(
            rf"(?P<m>(?:附{S}?[件录表]|別表|别表|附則|별표){S}?(?P<n>[{HAN}]{{1,3}}))(?=[ \x1f:\n.、(]|"
            rf"$)[ \x1f]*[:.、]?"
        ),
    ),
    Scheme(
        name="annex",
        level=SchemeLevel.ANNEX,
        eid="annex",
        rank=0,
        reader="roman_or_digits",
        line=True,
        reference=True,
        needs=LATIN,
        pattern=word_pattern(
            "Annex Appendix Schedule Exhibit Anlage Anhang Annexe Anexo Allegato",
            rf"\d{{1,2}}(?!\d)|{ROMAN}",
            "",
        ),
    ),
    Scheme(
        name="annex_letter",
        level=SchemeLevel.ANNEX,
        eid="annex",
        rank=0,
        reader="letter",
        line=True,
        reference=True,
        needs=LATIN,
        pattern=word_pattern(
            "Annex Appendix Schedule Exhibit Anlage Anhang Annexe Anexo Allegato", r"[A-Z](?![A-Za-z])", ""
        ),
    ),
    Scheme(
        name="supplement",
        level=SchemeLevel.ANNEX,
        eid="annex",
        rank=0,
        reader="none",
        line=True,
        pattern=(
            rf"(?P<m>(?P<n>附{S}{{0,3}}[则則]|부{S}?칙|附{S}?[件录表]|Annex|Appendix|Schedule|Anlage|"
            rf"Anhang|Annexe|Anexo))(?:{S}{{0,8}}:)?(?={S}{{0,8}}\n)"
        ),
    ),
    Scheme(
        name=CAPTIONED_ANNEX,
        level=SchemeLevel.ANNEX,
        eid="annex",
        rank=0,
        reader="none",
        line=True,
        pattern=(
            rf"(?P<m>(?P<n>附{S}?[表录图圖]?|附{S}?件(?={ROWS})|Annex|Appendix|Schedule|Anlage|Anhang|Annexe|Anexo|Allegato))"
            rf"(?:{S}{{0,3}}:|{S}{{1,3}}[–—](?={S}))(?!{S}{{0,8}}(?:[\d(（①-⑳*·-]|[一二三四五六七八九十]{{1,2}}[、.]))"
        ),
    ),
    Scheme(
        name="编",
        level=SchemeLevel.DIVISION,
        eid="book",
        rank=10,
        reader="han",
        reference=True,
        pattern=ordinal_pattern("编|編|部分|篇"),
    ),
    Scheme(
        name="分编",
        level=SchemeLevel.DIVISION,
        eid="subpart",
        rank=12,
        reader="han",
        reference=True,
        pattern=ordinal_pattern("分编|分編"),
    ),
    Scheme(
        name="章",
        level=SchemeLevel.DIVISION,
        eid="chp",
        rank=20,
        reader="han",
        reference=True,
        pattern=ordinal_pattern("章"),
    ),
    Scheme(
        name="节",
        level=SchemeLevel.DIVISION,
        eid="sec",
        rank=30,
        reader="han",
        reference=True,
        pattern=ordinal_pattern("节"),
    ),
    Scheme(
        name="款",
        level=SchemeLevel.DIVISION,
        eid="subsec",
        rank=32,
        reader="han",
        line=True,
        reference=True,
        pattern=ordinal_pattern("款|目") + r"(?=[ \x1f])",
    ),
    Scheme(
        name="편",
        level=SchemeLevel.DIVISION,
        eid="book",
        rank=10,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean_pattern("편"),
    ),
    Scheme(
        name="장",
        level=SchemeLevel.DIVISION,
        eid="chp",
        rank=20,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean_pattern("장"),
    ),
    Scheme(
        name="절",
        level=SchemeLevel.DIVISION,
        eid="sec",
        rank=30,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean_pattern("절|관"),
    ),
    *build_latin_schemes("book", "Book Buch Livre Libro Livro", before="Book Buch", rank=8),
    *build_latin_schemes("part", "Part Teil Partie Parte", before="Part Teil Partie Parte", rank=10),
    Scheme(
        name="part_letter",
        level=SchemeLevel.DIVISION,
        eid="part",
        rank=10,
        reader="letter",
        line=True,
        reference=True,
        needs=LATIN,
        pattern=word_pattern("Part Teil Partie Parte Buch Book", r"[A-Z](?![\w.])"),
    ),
    *build_latin_schemes("title", "Title Titre Título Titolo", before="Title", rank=14),
    *build_latin_schemes(
        "chapter",
        "Chapter Kapitel Chapitre Capítulo Capitolo Capo Hoofdstuk",
        before="Chapter Kapitel Chapitre",
        rank=20,
        eid="chp",
    ),
    Scheme(
        name="Глава",
        level=SchemeLevel.DIVISION,
        eid="chp",
        rank=20,
        reader="roman_or_digits",
        reference=True,
        alias="chapter",
        bias=-1.6,
        needs=r"[^\W\d_]{3}",
        pattern=word_pattern(
            "Глава Розділ Κεφάλαιο Rozdział Hlava Glava Poglavlje Bölüm Chương Bab Capitolul "
            "หมวด الفصل فصل פרק अध्याय",
            rf"{ROMAN}|\(?\d{{1,4}}\)?(?!\w)",
        ),
    ),
    *build_latin_schemes(
        "abschnitt", "Abschnitt Sección Seção Sezione Subpart", before="Abschnitt", rank=30, eid="sec"
    ),
    *build_latin_schemes("unterabschnitt", "Unterabschnitt", before="Unterabschnitt", rank=32, eid="subsec"),
    *build_latin_schemes("titel", "Titel", before="Titel", rank=34, eid="title"),
    *build_latin_schemes("untertitel", "Untertitel", before="Untertitel", rank=36, eid="subtitle"),
)
