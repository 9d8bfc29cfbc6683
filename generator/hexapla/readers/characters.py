"""Decoded characters → `Source`: one kind of line end, and nothing that no page can hold."""

from hashlib import sha256

import regex

from hexapla.findings import Finding, make_finding
from hexapla.model import Source

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
LINE_END = regex.compile(r"\r\n?")
SURROGATE = regex.compile(r"\p{Cs}")
NOT_IN_PAGES = regex.compile(r"[\x00\p{Cs}]+")


def build_source(path: str, data: bytes, text: str, *, encoding: str, media_type: str) -> Source:
    """Make a source of decoded text.

    Only CR and CRLF become LF: form feed, NEL, U+2028 and the like stay, for they are part of what was
    printed and segmentation decides what they mean.
    """
    text = LINE_END.sub("\n", join_surrogates(text).removeprefix(BYTE_ORDER_MARK))
    spans = tuple(match.span() for match in NOT_IN_PAGES.finditer(text))
    findings: tuple[Finding, ...] = ()
    if spans:
        count = sum(end - start for start, end in spans)
        line = text.count("\n", 0, spans[0][0]) + 1
        findings = (make_finding("characters_replaced", spans=spans, line=line, count=count),)
        text = NOT_IN_PAGES.sub(lambda match: REPLACEMENT * len(match[0]), text)
    return Source(
        path=path,
        media_type=media_type,
        encoding=encoding,
        text=text,
        sha256=sha256(data).hexdigest(),
        findings=findings,
    )


def join_surrogates(text: str) -> str:
    """Join surrogate pairs that some programs write as two characters of UTF-8 (CESU-8)."""
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
