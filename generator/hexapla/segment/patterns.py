"""Pieces of which the patterns of the schemes are made; all are for the folded view."""

__all__ = ["CODE", "GAP", "HAN", "ROMAN", "S", "decimal", "korean", "ordinal", "word"]

S = r"[ \x1f]"
GAP = r"[ \x1f\n]{0,3}"
HAN = "〇零○一二三四五六七八九十百千两0-9"
BAD = "—ー―‐OoΟニ入土士"
NUM = rf"[{HAN}{BAD}](?:[ \x1f\n]{{0,2}}[{HAN}{BAD}-]){{0,8}}"
ROMAN = r"[IVXLC]{1,7}(?![A-Za-z])"
CODE = r"\d{1,4}(?:[-.:]\d{1,4}){0,5}[a-z]?(?![A-Za-z\d])"


def ordinal(signs: str) -> str:
    """Write the pattern of 第…条 for the given class signs, 之一 included; 笫 and 弟 are misread 第."""
    return (
        rf"(?P<m>[第笫弟]{GAP}(?P<n>{NUM}){GAP}(?:{signs})(?P<sub>{GAP}[之の]{GAP}[{HAN}]{{1,3}}"
        rf"(?![{HAN}]|[^ "
        rf"\x1f\n]?[倍一]))?)[ \x1f]*[:.、]?"
    )


def word(words: str, number: str, after: str = r"\.?") -> str:
    """Write the pattern of a word with a number: the word capitalised or in capitals, never small."""
    forms = "|".join(form for one in words.split() for form in dict.fromkeys((one, one.upper())))
    return rf"(?P<m>(?:{forms}){S}{{0,3}}\n?{S}{{0,3}}(?P<n>{number}){after})[ \x1f]*[:–—-]?"


def korean(signs: str) -> str:
    """Write the pattern of 제…조, with its inserted 제2조의2."""
    return rf"(?P<m>제{S}?(?P<n>\d{{1,4}}){S}?(?:{signs})(?P<sub>의{S}?\d{{1,2}})?)"


def decimal(points: int) -> str:
    """Write the pattern of 1.1, 1.1.1 … with so many points inside."""
    return (
        rf"(?P<m>(?P<n>[1-9](?<![\d§A-Za-z-]\d)(?<!\d\.\d)"
        rf"\d{{0,2}}(?:\.\d{{1,3}}){{{points}}})(?!\.?\d)\.?)(?=[ "
        rf"\x1f\n\u2e80-\uffef])"
    )
