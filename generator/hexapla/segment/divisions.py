"""Schemes of what stands above articles: annexes, books, parts, titles, chapters, sections of chapters."""

from dataclasses import replace

from hexapla.segment.patterns import (
    CODE,
    HAN,
    LATIN,
    ROMAN,
    WORDS,
    S,
    korean,
    ordinal,
    spelled,
    word,
)
from hexapla.segment.scheme import Level, Scheme

__all__ = ["CAPTIONED_ANNEX", "DIVISIONS"]

CAPTIONED_ANNEX = "附："
"""the scheme of an annex without a number, its caption on the same line; not a list of annexes (附：1. …)"""
ROWS = rf"{S}{{0,3}}:[^\n]{{1,60}}\n{S}{{0,8}}[^ \x1f\n]{{1,30}}{S}{{1,8}}[^ \x1f\n]"
"""a caption with a row of cells below it: 附件：… alone names what a notice encloses"""


def latin(name: str, words: str, *, before: str, rank: int, eid: str = "") -> tuple[Scheme, Scheme]:
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
        level=Level.DIVISION,
        eid=eid or name,
        rank=rank,
        reader="roman_or_digits",
        reference=True,
        needs=LATIN,
        pattern=word(words, rf"{ROMAN}|{CODE}|{WORDS}"),
    )
    return numbered, replace(
        numbered,
        name=f"first_{name}",
        reader="ordinal",
        reference=False,
        alias=name,
        pattern=spelled(before),
    )


DIVISIONS: tuple[Scheme, ...] = (
    Scheme(
        name="annex_zh",
        level=Level.ANNEX,
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
        level=Level.ANNEX,
        eid="annex",
        rank=0,
        reader="roman_or_digits",
        line=True,
        reference=True,
        needs=LATIN,
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
        reference=True,
        needs=LATIN,
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
        pattern=(
            rf"(?P<m>(?P<n>附{S}{{0,3}}[则則]|부{S}?칙|附{S}?[件录表]|Annex|Appendix|Schedule|Anlage|"
            rf"Anhang|Annexe|Anexo))(?:{S}{{0,8}}:)?(?={S}{{0,8}}\n)"
        ),
    ),
    Scheme(
        name=CAPTIONED_ANNEX,
        level=Level.ANNEX,
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
        level=Level.DIVISION,
        eid="book",
        rank=10,
        reader="han",
        reference=True,
        pattern=ordinal("编|編|部分|篇"),
    ),
    Scheme(
        name="分编",
        level=Level.DIVISION,
        eid="subpart",
        rank=12,
        reader="han",
        reference=True,
        pattern=ordinal("分编|分編"),
    ),
    Scheme(
        name="章",
        level=Level.DIVISION,
        eid="chp",
        rank=20,
        reader="han",
        reference=True,
        pattern=ordinal("章"),
    ),
    Scheme(
        name="节",
        level=Level.DIVISION,
        eid="sec",
        rank=30,
        reader="han",
        reference=True,
        pattern=ordinal("节"),
    ),
    Scheme(
        name="款",
        level=Level.DIVISION,
        eid="subsec",
        rank=32,
        reader="han",
        line=True,
        reference=True,
        pattern=ordinal("款|目") + r"(?=[ \x1f])",
    ),
    Scheme(
        name="편",
        level=Level.DIVISION,
        eid="book",
        rank=10,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean("편"),
    ),
    Scheme(
        name="장",
        level=Level.DIVISION,
        eid="chp",
        rank=20,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean("장"),
    ),
    Scheme(
        name="절",
        level=Level.DIVISION,
        eid="sec",
        rank=30,
        reader="han",
        reference=True,
        needs="제",
        pattern=korean("절|관"),
    ),
    *latin("book", "Book Buch Livre Libro Livro", before="Book Buch", rank=8),
    *latin("part", "Part Teil Partie Parte", before="Part Teil Partie Parte", rank=10),
    Scheme(
        name="part_letter",
        level=Level.DIVISION,
        eid="part",
        rank=10,
        reader="letter",
        line=True,
        reference=True,
        needs=LATIN,
        pattern=word("Part Teil Partie Parte Buch Book", r"[A-Z](?![\w.])"),
    ),
    *latin("title", "Title Titre Título Titolo", before="Title", rank=14),
    *latin(
        "chapter",
        "Chapter Kapitel Chapitre Capítulo Capitolo Capo Hoofdstuk",
        before="Chapter Kapitel Chapitre",
        rank=20,
        eid="chp",
    ),
    Scheme(
        name="Глава",
        level=Level.DIVISION,
        eid="chp",
        rank=20,
        reader="roman_or_digits",
        reference=True,
        alias="chapter",
        bias=-1.6,
        needs=r"[^\W\d_]{3}",
        pattern=word(
            "Глава Розділ Κεφάλαιο Rozdział Hlava Glava Poglavlje Bölüm Chương Bab Capitolul "
            "หมวด الفصل فصل פרק अध्याय",
            rf"{ROMAN}|\(?\d{{1,4}}\)?(?!\w)",
        ),
    ),
    *latin("abschnitt", "Abschnitt Sección Seção Sezione Subpart", before="Abschnitt", rank=30, eid="sec"),
    *latin("unterabschnitt", "Unterabschnitt", before="Unterabschnitt", rank=32, eid="subsec"),
    *latin("titel", "Titel", before="Titel", rank=34, eid="title"),
    *latin("untertitel", "Untertitel", before="Untertitel", rank=36, eid="subtitle"),
)
